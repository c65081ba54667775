"""Rules about evidence: what is cited, what is not, and how old it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from ecosystem.catalogue.checks.finding import Finding, Rule
from ecosystem.catalogue.dates import PartialDate
from ecosystem.catalogue.records import Catalogue, Citation, Node, Reference
from ecosystem.errors import Severity, Text

_EDITORS = "editors"


def rules(today: dt.date) -> tuple[Rule, ...]:
    """Return the rules as they apply on a day."""
    return (
        Rule("editors-only", _editors_only),
        Rule("unused-reference", _unused_reference),
        Rule("repeated-address", _repeated_address),
        Rule("stale-fact", lambda catalogue: _stale_fact(catalogue, today)),
        Rule("unexplained-dispute", _unexplained_dispute),
        Rule("future-date", lambda catalogue: _future_date(catalogue, today)),
    )


def _editors_only(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for place, claim in node.claims():
            predicate = catalogue.vocabulary.predicates.get(getattr(claim, "predicate", ""))
            if predicate is not None and predicate.editorial:
                continue
            if claim.references and all(citation.reference == _EDITORS for citation in claim.references):
                message = Text(
                    f"{place[0]} {place[1]} rests on the editors alone", f"{place[0]} 第 {place[1]} 条仅以编者为据"
                )
                yield Finding(node.id, place, message, Text("name an outside source", "请注明外部来源"))


def _unused_reference(catalogue: Catalogue) -> Iterator[Finding]:
    used = {citation.reference for node in catalogue.nodes.values() for citation in _citations(node)}
    for name in catalogue.references.keys() - used:
        message = Text(f"nothing cites {name!r}", f"没有任何条目引用 {name!r}")
        yield Finding(name, (), message, Text("cite it or remove it", "请引用或删除"), Severity.WARNING)


def _repeated_address(catalogue: Catalogue) -> Iterator[Finding]:
    known: dict[tuple[str, str], str] = {}
    for reference in catalogue.references.values():
        if not reference.url:
            continue
        key = (reference.url.rstrip("/"), str(reference.date or ""))
        if key in known:
            message = Text(f"has the address of {known[key]!r}", f"与 {known[key]!r} 的网址相同")
            remedy = Text("keep one of the two, and cite that", "请保留其一并引用它")
            yield Finding(reference.id, (), message, remedy, Severity.WARNING)
        known.setdefault(key, reference.id)


def _stale_fact(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        months = catalogue.vocabulary.kinds[node.kind].fresh_months
        seen = [reference.accessed for reference in _cited(catalogue, node) if reference.accessed]
        if months is None or node.until or not seen:
            continue
        newest = max(date.latest for date in seen)
        age = (today.year - newest.year) * 12 + today.month - newest.month
        if age > months:
            message = Text(f"was last looked at {age} months ago", f"上次核对是 {age} 个月前")
            remedy = Text("look again and set `accessed`", "请重新核对并更新 `accessed`")
            yield Finding(node.id, (), message, remedy, Severity.WARNING)


def _unexplained_dispute(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for place, claim in node.claims():
            if claim.modality == "disputed" and claim.note is None:
                message = Text("is disputed, yet nothing says by what", "标为 disputed，却未说明依据")
                yield Finding(
                    node.id, place, message, Text("say in its note what contradicts it", "请在 note 中说明与何相左")
                )


def _future_date(catalogue: Catalogue, today: dt.date) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        dated: list[tuple[tuple[str | int, ...], PartialDate | None, str]] = [((), node.since, "stated")]
        dated += [(("milestones", i), one.date, one.modality) for i, one in enumerate(node.milestones)]
        dated += [(("relations", i), one.since, one.modality) for i, one in enumerate(node.relations)]
        for place, date, modality in dated:
            if date is not None and date.earliest > today and modality == "stated":
                message = Text(f"{date} lies in the future, yet is stated as a fact", f"{date} 在未来，却写成了事实")
                remedy = Text("mark it as planned or forecast", "请标记为 planned 或 forecast")
                yield Finding(node.id, place, message, remedy)


def _citations(node: Node) -> Iterator[Citation]:
    yield from node.references
    for _, claim in node.claims():
        yield from claim.references


def _cited(catalogue: Catalogue, node: Node) -> Iterator[Reference]:
    for citation in _citations(node):
        reference = catalogue.references.get(citation.reference)
        if reference:
            yield reference
