"""The CNCF landscape file (landscape.yml): categories, subcategories and what is listed in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue import Bilingual, Catalogue, Citation, Node, PartialDate, Reference, Relation, did_you_mean
from ecosystem.catalogue.records import Milestone
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, Problem, Severity, Text
from ecosystem.exchange.format import Format
from ecosystem.exchange.words import foreign_vocabulary
from ecosystem.graph import build_graph

_FIELDS = frozenset(
    "item name homepage_url logo crunchbase description repo_url joined twitter extra project second_path unnamed_organization "
    "enduser allow_duplicate_repo open_source project_org url_for_bestpractices additional_repos branch organization "
    "stock_ticker bluesky_url slug license url_for_logo".split()
)
_EXTRA = frozenset(
    "accepted incubating graduated archived parent_project lfx_slug artwork_url dev_stats_url clomonitor_name slack_url "
    "blog_url youtube_url annual_review_date annual_review_url mailing_list_url chat_channel stack_overflow_url linkedin_url "
    "audits documentation_url training_type training_certifications github_discussions_url other_links docker_url ai "
    "specification discord_url bluesky_url package_manager_url gitter_url cncf_tags blog_jp_url helm_chart_url "
    "operator_chart_url kubernetes_url url_for_bestpractices homepage_url blogs_url project funding_url summary_tags "
    "summary_personas summary_use_case summary_business_use_case summary_release_rate summary_integrations "
    "summary_integration summary_intro_url summary_languages".split()
)
_MATURITY_EVENTS = {"incubating": "incubating", "graduated": "graduated", "archived": "archived"}
_VENDOR_CATEGORIES = re.compile(r"members|service provider|training partner|^special$", re.IGNORECASE)
_CNCF = "cloud-native-computing-foundation"
_ROOT = "landscape"
_FILE = "landscape-file"

Place = tuple[str | int, ...]


@dataclass
class _Landscape:
    """What has been read so far."""

    source: YamlSource
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    paths: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    by_repository: dict[str, str] = field(default_factory=dict)
    later: list[tuple[str, str, str, Place]] = field(default_factory=list)

    def warn(self, rule: str, place: Place, message: Text, remedy: Text, severity: Severity = Severity.WARNING) -> None:
        line, column = self.source.line_of(place)
        self.problems.append(Problem(rule, message, remedy, str(self.source.path), line, column, severity))

    def add(self, identity: str, **fields: Any) -> str:
        while identity in self.nodes:
            identity += "-2"
        self.nodes[identity] = {"id": identity, "relations": [], **fields}
        return identity

    def relate(self, source: str, predicate: str, target: str, locator: str, since: str | None = None) -> None:
        cited = (Citation(reference=_FILE, locator=locator),)
        relation = Relation(predicate=predicate, target=target, references=cited, since=_date(since))
        if not any(
            known.predicate == predicate and known.target == target for known in self.nodes[source]["relations"]
        ):
            self.nodes[source]["relations"].append(relation)


def read_landscape(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read a landscape file as a graph.

    Categories and subcategories become concepts under one root, entries become tools, services or vendors that belong
    to them (second paths included), with their organisation, CNCF maturity (`attributes["maturity"]`), milestones and
    parent project. Defects (entries without a name, paths that lead nowhere, names and repositories that stand twice,
    unknown keys) are returned with their lines. Raises `BadInputError` where the file is no landscape.
    """
    source = read_yaml(path)
    listed = source.value.get("landscape") if isinstance(source.value, dict) else None
    if not isinstance(listed, list):
        raise BadInputError([_no_landscape(path)])
    found = _Landscape(source)
    title = path.name.split(".")[0]
    found.add(_ROOT, kind="concept", name=title)
    for number, category in enumerate(listed):
        _read_category(found, category, ("landscape", number))
    _connect_later(found)
    return build_graph(_catalogue(found, title)), sorted(found.problems, key=lambda problem: problem.line or 0)


def _read_category(found: _Landscape, category: Any, place: Place) -> None:
    name = _name(found, category, place)
    if name is None:
        return
    identity = found.add(_slug(name), kind="concept", name=name)
    found.relate(identity, "broader", _ROOT, name)
    for number, subcategory in enumerate(_part(found, category, place, "subcategories", list) or []):
        _read_subcategory(found, subcategory, (*place, "subcategories", number), name, identity)


def _read_subcategory(found: _Landscape, subcategory: Any, place: Place, category: str, above: str) -> None:
    name = _name(found, subcategory, place)
    if name is None:
        return
    path = f"{category} / {name}"
    identity = found.add(_slug(path), kind="concept", name=name)
    found.paths[path] = identity
    found.relate(identity, "broader", above, path)
    entries = _part(found, subcategory, place, "items", list)
    if not entries:
        message = Text(f"the subcategory {name!r} has no entries", f"子类 {name!r} 没有条目")
        found.warn("empty-subcategory", place, message, Text("fill it or remove it", "请补充条目或删除该子类"))
    kind = "vendor" if _VENDOR_CATEGORIES.search(category) else "service" if "Hosted" in name else "tool"
    for number, entry in enumerate(entries or []):
        _read_entry(found, entry, (*place, "items", number), path, kind)


def _read_entry(found: _Landscape, entry: Any, place: Place, path: str, kind: str) -> None:
    name = _name(found, entry, place)
    if name is None:
        return
    entry = entry | {"extra": _part(found, entry, place, "extra", dict)}
    _note_unknown_keys(found, entry, place)
    identity = found.add(_slug(name), kind=kind, **_entry_fields(entry, name, path))
    locator = f"{path} / {name}"
    _note_repeats(found, entry, name, identity, place)
    found.relate(identity, "belongs_to", found.paths[path], locator)
    _relate_organisation(found, entry, identity, locator)
    second = _part(found, entry, place, "second_path", (str, list)) or []
    for other in [second] if isinstance(second, str) else second:
        found.later.append((identity, "belongs_to", str(other), place))
    if entry.get("joined"):
        _add_organisation(found, _CNCF)
        found.relate(identity, "member_of", f"org-{_CNCF}", locator, entry["joined"])
    extra = entry.get("extra") or {}
    if extra.get("parent_project"):
        found.later.append((identity, "part_of", str(extra["parent_project"]), place))


def _entry_fields(entry: dict[str, Any], name: str, path: str) -> dict[str, Any]:
    category, subcategory = path.split(" / ", 1)
    extra = entry.get("extra") or {}
    maturity = entry.get("project")
    cited = (Citation(reference=_FILE, locator=f"{path} / {name}"),)
    milestones = [
        Milestone(event=event, date=date, references=cited)
        for key, event in _MATURITY_EVENTS.items()
        if (date := _date(extra.get(key)))
    ]
    text = _line(entry.get("description") or extra.get("summary_use_case"))
    attributes = {"category": category, "subcategory": subcategory} | ({"maturity": str(maturity)} if maturity else {})
    return {
        "name": name,
        "summary": Bilingual(en=text, zh=text) if text else None,
        "homepage": _url(entry.get("homepage_url")),
        "repositories": tuple(filter(None, [_url(entry.get("repo_url"))])),
        "attributes": attributes,
        "milestones": tuple(milestones),
        "until": _date(extra.get("archived")) if maturity == "archived" else None,
        "references": cited,
    }


def _relate_organisation(found: _Landscape, entry: dict[str, Any], identity: str, locator: str) -> None:
    slug = _organisation_slug(entry)
    if slug is None or entry.get("joined"):
        return
    organisation = _add_organisation(found, slug)
    if slug == _CNCF:
        found.relate(identity, "hosted_by", organisation, locator, (entry.get("extra") or {}).get("accepted"))
    else:
        found.relate(identity, "owned_by", organisation, locator)


def _add_organisation(found: _Landscape, slug: str) -> str:
    identity = f"org-{slug}"
    if identity not in found.nodes:
        kind = "organisation" if slug.endswith(("foundation", "project")) else "vendor"
        name = "Cloud Native Computing Foundation" if slug == _CNCF else slug.replace("-", " ").title()
        found.add(identity, kind=kind, name=name)
    return identity


def _organisation_slug(entry: dict[str, Any]) -> str | None:
    stated = entry.get("organization")
    if isinstance(stated, dict):
        stated = stated.get("name")
    text = str(stated or entry.get("crunchbase") or "").rstrip("/")
    return _slug(text.rsplit("/", 1)[-1]) if text else None


def _note_unknown_keys(found: _Landscape, entry: dict[str, Any], place: Place) -> None:
    for keys, known, where in ((entry, _FIELDS, place), (entry.get("extra") or {}, _EXTRA, (*place, "extra"))):
        for key in sorted(str(key) for key in keys.keys() - known):
            message = Text(f"{key} is not a known key", f"{key} 不是已知的键")
            found.warn("unknown-key", (*where, key), message, did_you_mean(key, known))


def _note_repeats(found: _Landscape, entry: dict[str, Any], name: str, identity: str, place: Place) -> None:
    for what, zh, key, known, allowed in (
        ("name", "名称", name.casefold(), found.by_name, False),
        (
            "repository",
            "仓库",
            _url(entry.get("repo_url")),
            found.by_repository,
            bool(entry.get("allow_duplicate_repo")),
        ),
    ):
        if key and key in known and not allowed:
            message = Text(
                f"the {what} {key} stands twice (also {known[key]})", f"{zh} {key} 出现了两次（另见 {known[key]}）"
            )
            found.warn(
                f"repeated-{what}",
                place,
                message,
                Text("merge the two, or use second_path", "请合并，或使用 second_path"),
            )
        elif key:
            known[key] = identity


def _connect_later(found: _Landscape) -> None:
    for identity, predicate, wanted, place in found.later:
        known = found.paths if predicate == "belongs_to" else {found.nodes[key]["name"]: key for key in found.nodes}
        target = known.get(wanted)
        if target is None:
            message = Text(f"{wanted!r} leads nowhere", f"{wanted!r} 指向不存在的位置")
            found.warn("relation-to-nowhere", place, message, did_you_mean(wanted, known))
        elif target != identity:
            found.relate(identity, predicate, target, str(found.nodes[identity]["name"]))


def _catalogue(found: _Landscape, title: str) -> Catalogue:
    reference = Reference(id=_FILE, title=found.source.path.name, publisher="landscape")
    nodes = {key: Node.model_construct(**_complete(fields)) for key, fields in found.nodes.items()}
    words = foreign_vocabulary(Bilingual(en=title, zh=title))
    return Catalogue.model_construct(name=title, vocabulary=words, nodes=nodes, references={_FILE: reference})


def _complete(fields: dict[str, Any]) -> dict[str, Any]:
    return fields | {"relations": tuple(fields["relations"])}


def _name(found: _Landscape, entry: Any, place: Place) -> str | None:
    name = _line(entry.get("name")) if isinstance(entry, dict) else None
    if name is None:
        message, remedy = Text("an entry has no name", "有条目没有名称"), Text("add `name:`", "请补上 `name:`")
        found.warn("missing-name", place, message, remedy, Severity.ERROR)
    return name


def _part(found: _Landscape, entry: dict[str, Any], place: Place, key: str, shape: type | tuple[type, ...]) -> Any:
    """Return a part of an entry, or nothing where it has a shape that it cannot have, which is reported."""
    value = entry.get(key)
    if value is None or isinstance(value, shape):
        return value
    message = Text(f"{key} has the wrong shape", f"{key} 的结构不对")
    remedy = Text("write it as the CNCF landscape has it", "请按 CNCF 的写法书写")
    found.warn("invalid-field", (*place, key), message, remedy, Severity.ERROR)
    return None


def _line(value: Any) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def _url(value: Any) -> str | None:
    text = str(value or "").strip()
    return text if text.startswith(("https://", "http://")) else None


def _date(value: Any) -> PartialDate | None:
    try:
        return PartialDate(re.split("[T ]", str(value))[0]) if value else None
    except ValueError:
        return None


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-") or "x"


def _no_landscape(path: Path) -> Problem:
    message = Text("has no list `landscape:` at its top", "顶层没有列表 `landscape:`")
    remedy = Text("give a landscape.yml as the CNCF landscape has it", "请提供与 CNCF 同样格式的 landscape.yml")
    return Problem("not-a-landscape", message, remedy, str(path), 1)


def _iter_top_keys(text: str) -> Iterator[str]:
    return (match[1] for match in re.finditer(r"(?m)^([A-Za-z_]+):", text))


FORMAT = Format(
    name="landscape",
    suffixes=(".yml", ".yaml"),
    loses=Text("logos, social accounts and statistics addresses", "徽标、社交账号与统计地址"),
    read=read_landscape,
    recognises=lambda text: "landscape" in _iter_top_keys(text),
)
