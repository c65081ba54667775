"""Rules about the graph as a whole: lone nodes, lineage in circles, two owners at once, thin categories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import networkx as nx

from ecosystem.catalogue.checks.finding import Finding, Rule
from ecosystem.catalogue.dates import certainly_before
from ecosystem.catalogue.records import Catalogue, Relation
from ecosystem.errors import Severity, Text

_CATEGORY = ("belongs_to", "broader")
_BEFORE_A_START = ("announced", "published", "first_commit", "funding")


def _orphan_node(catalogue: Catalogue) -> Iterator[Finding]:
    joined = {relation.target for node in catalogue.nodes.values() for relation in node.relations}
    for node in catalogue.nodes.values():
        if not node.relations and node.id not in joined:
            message = Text("has no relation to anything", "与任何节点都没有关系")
            yield Finding(node.id, (), message, Text("relate it, or leave it out", "请建立关系，或删去"))


def _homeless_tool(catalogue: Catalogue) -> Iterator[Finding]:
    for node in catalogue.nodes.values():
        kind = catalogue.vocabulary.kinds[node.kind]
        if kind.category is None and not any(relation.predicate in _CATEGORY for relation in node.relations):
            if _is_root(catalogue, node.id):
                continue
            message = Text(f"this {node.kind} belongs to no concept", f"此{kind.label.zh}不属于任何概念")
            yield Finding(
                node.id, (), message, Text("add `- belongs_to: ...`", "请加上 `- belongs_to: ...`"), Severity.WARNING
            )


def _is_root(catalogue: Catalogue, identity: str) -> bool:
    return any(
        relation.predicate in _CATEGORY and relation.target == identity
        for node in catalogue.nodes.values()
        for relation in node.relations
    )


def _cycle(catalogue: Catalogue) -> Iterator[Finding]:
    for predicate in catalogue.vocabulary.predicates.values():
        if not predicate.acyclic:
            continue
        graph = nx.DiGraph(
            (node.id, relation.target)
            for node in catalogue.nodes.values()
            for relation in node.relations
            if relation.predicate == predicate.id
        )
        for cycle in nx.simple_cycles(graph):
            path = " → ".join([*cycle, cycle[0]])
            message = Text(f"{predicate.id} goes in a circle: {path}", f"{predicate.id} 形成循环：{path}")
            yield Finding(cycle[0], (), message, Text("remove the relation that is wrong", "请删除错误的那条关系"))


def _two_at_once(catalogue: Catalogue) -> Iterator[Finding]:
    exclusive = {name for name, predicate in catalogue.vocabulary.predicates.items() if predicate.exclusive}
    for node in catalogue.nodes.values():
        held: dict[str, list[Relation]] = defaultdict(list)
        for position, relation in enumerate(node.relations):
            if relation.predicate not in exclusive:
                continue
            other = next((known for known in held[relation.predicate] if _overlap(known, relation)), None)
            if other is not None:
                message = Text(
                    f"{relation.predicate} {other.target} and {relation.target} at the same time",
                    f"{relation.predicate} 同时指向 {other.target} 与 {relation.target}",
                )
                remedy = Text("end the first with `until:`", "请用 `until:` 结束前一条")
                yield Finding(node.id, ("relations", position), message, remedy)
            held[relation.predicate].append(relation)


def _overlap(one: Relation, other: Relation) -> bool:
    ended_first = one.until is not None and other.since is not None and not certainly_before(other.since, one.until)
    ended_later = other.until is not None and one.since is not None and not certainly_before(one.since, other.until)
    return not (ended_first or ended_later)


def _thin_category(catalogue: Catalogue) -> Iterator[Finding]:
    members = Counter(
        relation.target
        for node in catalogue.nodes.values()
        for relation in node.relations
        if relation.predicate in _CATEGORY
    )
    for node in catalogue.nodes.values():
        topical = any(relation.predicate == "broader" for relation in node.relations)
        if node.kind == "concept" and topical and members[node.id] == 1:
            message = Text("this category has one member", "此类别只有一个成员")
            remedy = Text("find a second one, or move the member up", "请再找一个成员，或把它上移一级")
            yield Finding(node.id, (), message, remedy, Severity.NOTE)


def _outlived(catalogue: Catalogue) -> Iterator[Finding]:
    ends = {name for name, event in catalogue.vocabulary.events.items() if event.ends}
    for node in catalogue.nodes.values():
        for position, milestone in enumerate(node.milestones):
            place = ("milestones", position)
            if milestone.modality != "stated":
                continue
            if milestone.event in ends and node.until is None:
                message = Text(
                    f"{milestone.event} on {milestone.date}, yet has no `until`",
                    f"{milestone.date} 已{milestone.event}，却没有 `until`",
                )
                yield Finding(node.id, place, message, Text("add `until:`", "请加上 `until:`"), Severity.WARNING)
            if node.since and certainly_before(milestone.date, node.since) and milestone.event not in _BEFORE_A_START:
                message = Text(
                    f"{milestone.event} on {milestone.date}, before it began ({node.since})",
                    f"{milestone.event} 在 {milestone.date}，早于开始日期 {node.since}",
                )
                yield Finding(
                    node.id, place, message, Text("correct one of the dates", "请更正其中一个日期"), Severity.WARNING
                )


RULES = (
    Rule("orphan-node", _orphan_node),
    Rule("homeless", _homeless_tool),
    Rule("cycle", _cycle),
    Rule("two-at-once", _two_at_once),
    Rule("thin-category", _thin_category),
    Rule("contradictory-dates", _outlived),
)
