"""Rules without which no graph can be built: everything that a record names must exist and fit."""

from __future__ import annotations

from collections.abc import Iterator

from ecosystem.catalogue.checks.finding import Finding, Rule
from ecosystem.catalogue.dates import PartialDate, certainly_before
from ecosystem.catalogue.reading import did_you_mean
from ecosystem.catalogue.records import Catalogue, Node, Relation
from ecosystem.errors import Text

_Span = tuple[tuple[str | int, ...], PartialDate | None, PartialDate | None]


def _relation_to_nowhere(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for position, relation in enumerate(node.relations):
            if relation.target not in catalogue.nodes:
                message = Text(
                    f"{relation.predicate} points to {relation.target!r}, which does not exist",
                    f"{relation.predicate} 指向不存在的 {relation.target!r}",
                )
                yield Finding(node.id, ("relations", position), message, did_you_mean(relation.target, catalogue.nodes))
            elif relation.target == node.id:
                message = Text(f"{relation.predicate} points to the node itself", f"{relation.predicate} 指向节点自身")
                yield Finding(node.id, ("relations", position), message, Text("remove the relation", "请删除此关系"))


def _kinds_that_do_not_fit(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for position, relation in enumerate(node.relations):
            problem = _misfit(catalogue, node, relation)
            if problem:
                yield Finding(node.id, ("relations", position), *problem)


def _misfit(catalogue: Catalogue, node: Node, relation: Relation) -> tuple[Text, Text] | None:
    predicate = catalogue.vocabulary.predicates.get(relation.predicate)
    target = catalogue.nodes.get(relation.target)
    if predicate is None or target is None:
        return None
    for allowed, kind, en, zh in (
        (predicate.domain, node.kind, "start at", "起点"),
        (predicate.range, target.kind, "point to", "终点"),
    ):
        if allowed and kind not in allowed:
            names = ", ".join(allowed)
            message = Text(f"{predicate.id} cannot {en} a {kind}", f"{predicate.id} 的{zh}不能是 {kind}")
            return message, Text(f"{predicate.id} can {en}: {names}", f"{predicate.id} 的{zh}可以是：{names}")
    return None


def _unknown_reference(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        places = [((), node.references), *((place, claim.references) for place, claim in node.claims())]
        for place, citations in places:
            for citation in citations:
                if citation.reference not in catalogue.references:
                    name = citation.reference
                    message = Text(f"the reference {name!r} is not in references/", f"references/ 中没有 {name!r}")
                    yield Finding(node.id, (*place, "references"), message, did_you_mean(name, catalogue.references))


def _missing_reference(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        for place, claim in node.claims():
            if not claim.references:
                message = Text(f"{place[0]} {place[1]} has no reference", f"{place[0]} 第 {place[1]} 条没有来源")
                yield Finding(
                    node.id,
                    place,
                    message,
                    Text("no reference, no fact: say who says so", "无来源即非事实：请注明出处"),
                )
        if (node.since or node.until) and not node.references:
            message = Text("since or until is given without a reference", "给出了起止日期却没有来源")
            yield Finding(node.id, (), message, Text("add `references:` to the node", "请为节点加上 `references:`"))


def _reversed_interval(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        spans: list[_Span] = [((), node.since, node.until)]
        spans += [(("relations", i), relation.since, relation.until) for i, relation in enumerate(node.relations)]
        spans += [(("cycles", i), cycle.released, cycle.support_until) for i, cycle in enumerate(node.cycles)]
        for place, since, until in spans:
            if since and until and certainly_before(until, since):
                message = Text(f"ends ({until}) before it begins ({since})", f"结束（{until}）早于开始（{since}）")
                yield Finding(node.id, place, message, Text("correct one of the two dates", "请更正其中一个日期"))


RULES = (
    Rule("relation-to-nowhere", _relation_to_nowhere),
    Rule("kinds-do-not-fit", _kinds_that_do_not_fit),
    Rule("unknown-reference", _unknown_reference),
    Rule("missing-reference", _missing_reference),
    Rule("reversed-interval", _reversed_interval),
)
