"""What changed between two dates, or between two files: added, ended, renamed, moved, re-owned ..."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.coded import CHANGES
from ecosystem.analysis.life import begin_of, end_of, is_stated, milestones, partial
from ecosystem.analysis.tables import keyed_table, one_of
from ecosystem.analysis.wording import date_in_words, event_label, kind_of, name_of, predicate_of, sentence
from ecosystem.errors import Text, UsageError
from ecosystem.graph import day_of

COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "date": "object",
    "predicate": "object",
    "target": "object",
    "sentence_en": "object",
    "sentence_zh": "object",
    "references": "object",
}
ORDER = tuple(CHANGES)
_CHANGE_OF = {
    "belongs_to": "moved",
    "broader": "moved",
    "owned_by": "re-owned",
    "acquired_by": "re-owned",
    "hosted_by": "re-owned",
    "succeeded_by": "succeeded",
    "merged_into": "succeeded",
    "forked_from": "succeeded",
    "licensed_under": "relicensed",
}


def changes(
    graph: nx.Graph,
    *,
    since: str | dt.date | None = None,
    until: str | dt.date | None = None,
    other: nx.Graph | None = None,
    change: Collection[str] | None = None,
) -> pd.DataFrame:
    """Tell what changed between two dates, or from this graph to another.

    Definition: with dates, every start, end, former name, milestone and dated relation after `since` and up to
    `until`. With `other`, the difference of what the two graphs say, matched by node id and by (source,
    predicate, target): what only one has, and names and ends that differ. A relation that is new where its
    thing is new too is not told again. A root that bears the name of its graph, hence of its file, is not renamed.

    Parameters: `since` and `until`, partial dates (`2014` means its last day; without `until` all later dates
    count); `other`, the newer graph, instead of dates; `change`, which changes to tell.

    Columns, keyed by `node` and `change` (one of `added`, `ended`, `renamed`, `moved`, `re-owned`, `succeeded`,
    `relicensed`, `happened`, `related`, `unrelated`, `removed`, in this order): `name`, `name_zh`, `kind`,
    `date` (partial date or None), `predicate`, `target` (of a relation, else None), `sentence_en`,
    `sentence_zh`, `references`.

    Errors: `UsageError` where neither dates nor `other` are given, or both, or `until` lies before `since`; for another
    `change`.

    Direction, weight and parallel edges: a relation is told at its source; weights are ignored; with `other`,
    parallel relations are told apart by their start.

    Literature: Papavasileiou et al., "High-level change detection in RDF(S) KBs", 2013.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", since="2013-12", until="2015-02-25")
    >>> changes(graph, since="2014", until="2015").index.tolist()
    [('fig', 'ended')]
    """
    if (since is None) == (other is None) or (other is not None and until is not None):
        message = Text(
            "give either a date (`since`, and perhaps `until`) or another graph",
            "请给出日期（`since`，可加 `until`）或另一个图谱",
        )
        raise UsageError(message)
    for one in change or ():
        one_of("change", one, ORDER)
    rows = _between_graphs(graph, other) if other is not None else _between_dates(graph, *_period(since, until))
    kept = [row for row in rows if row and (not change or row["change"] in change)]
    kept.sort(key=lambda row: (ORDER.index(row["change"]), str(row["date"] or ""), str(row["node"])))
    return keyed_table(kept, COLUMNS, ("node", "change"))


def release_notes(table: pd.DataFrame, *, language: str = "en", most: int = 50) -> str:
    """Return a table of changes as release notes in Markdown, in English (`en`) or Chinese (`zh`)."""
    sections = []
    flat = table.reset_index()
    for change in ORDER:
        said = flat.loc[flat["change"] == change, f"sentence_{language}"].tolist()
        if said:
            title = getattr(CHANGES[change], language)
            more = Text(f"- … and {len(said) - most} more", f"- ……另有 {len(said) - most} 条")
            rest = [getattr(more, language)] if len(said) > most else []
            sections.append("\n".join([f"## {title} ({len(said)})", "", *(f"- {line}" for line in said[:most]), *rest]))
    nothing = Text("Nothing changed.", "没有变化。")
    return "\n\n".join(sections or [getattr(nothing, language)]) + "\n"


def change_counts(table: pd.DataFrame) -> pd.DataFrame:
    """Return how many changes of each sort a table holds, in the order of telling, keyed by `change`."""
    counts = Counter(table.index.get_level_values("change"))
    rows = [{"change": change, "count": counts[change]} for change in ORDER if counts[change]]
    return keyed_table(rows, {"count": "int64"}, ("change",))


def _period(since: Any, until: Any) -> tuple[dt.date, dt.date]:
    first, last = day_of(since), day_of(until) if until is not None else dt.date.max
    if last < first:
        raise UsageError(
            Text(
                f"{until} lies before {since}: write the earlier date first", f"{until} 早于 {since}：请先写较早的日期"
            )
        )
    return first, last


def _between_dates(graph: nx.Graph, first: dt.date, last: dt.date) -> Iterator[dict[str, Any]]:
    def within(value: Any) -> bool:
        date = partial(value)
        return (
            date is not None
            and first < date.latest
            and first < last
            and date.earliest > first
            and date.earliest <= last
        )

    new = {node for node in graph if within(begin_of(graph, node))}
    for node in graph:
        yield from _life_changes(graph, node, within)
    for source, target, data in graph.edges(data=True):
        if not is_stated(data):
            continue
        if within(data.get("since")) and not (source in new and _CHANGE_OF.get(predicate_of(data)) == "moved"):
            yield _relation(graph, source, target, data, begun=True)
        if within(data.get("until")):
            yield _relation(graph, source, target, data, begun=False)


def _life_changes(graph: nx.Graph, node: Hashable, within: Any) -> Iterator[dict[str, Any]]:
    begin, end, attributes = begin_of(graph, node), end_of(graph, node), graph.nodes[node]
    cited = attributes.get("references")
    if within(begin):
        yield _change(graph, node, "added", begin, Text("appears", "出现"), cited)
    if within(end):
        yield _change(graph, node, "ended", end, Text("ends", "终止"), cited)
    for former in attributes.get("former_names") or ():
        if within(former.get("until")):
            said = Text(f"is no longer called {former['name']}", f"不再叫 {former['name']}")
            yield _change(graph, node, "renamed", former["until"], said, former.get("references"))
    for event, date in milestones(attributes):
        if within(date) and date not in (begin, end) and event != "renamed":
            change = "relicensed" if event == "relicensed" else "happened"
            yield _change(graph, node, change, date, event_label(graph, event), cited, colon=True)


def _between_graphs(before: nx.Graph, after: nx.Graph) -> Iterator[dict[str, Any]]:
    for node in after:
        if node not in before:
            yield _change(
                after,
                node,
                "added",
                begin_of(after, node),
                Text("is new", "为新增"),
                after.nodes[node].get("references"),
            )
        else:
            yield from _node_differences(before, after, node)
    for node in before:
        if node not in after:
            yield _change(before, node, "removed", None, Text("is no longer listed", "不再列出"), None)
    yield from _relation_differences(before, after)


def _node_differences(before: nx.Graph, after: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    old, new, end = name_of(before, node), name_of(after, node), end_of(after, node)
    named_after_file = (old.en, new.en) == (before.graph.get("name"), after.graph.get("name"))
    if old.en != new.en and not named_after_file:
        said = Text(f"was called {old.en}", f"原名 {old.zh}")
        yield _change(after, node, "renamed", None, said, after.nodes[node].get("references"))
    if end is not None and end_of(before, node) is None:
        yield _change(after, node, "ended", end, Text("has ended", "已终止"), after.nodes[node].get("references"))


def _relation_differences(before: nx.Graph, after: nx.Graph) -> Iterator[dict[str, Any]]:
    old, new = _relations(before), _relations(after)
    moved = defaultdict(set)
    for key in new.keys() - old.keys():
        moved[key[0], key[1]].add(key)
    for key in sorted(new.keys() - old.keys(), key=str):
        if key[0] in before:
            yield _relation(after, key[0], key[2], new[key], begun=True)
    for key in sorted(old.keys() - new.keys(), key=str):
        replaced = bool(moved[key[0], key[1]])
        if key[0] in after and key[2] in after and not replaced:
            yield _relation(before, key[0], key[2], old[key], begun=False)


def _relations(graph: nx.Graph) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    return {(a, predicate_of(data), b, data.get("since")): data for a, b, data in graph.edges(data=True)}


def _relation(
    graph: nx.Graph, source: Hashable, target: Hashable, data: Mapping[str, Any], *, begun: bool
) -> dict[str, Any]:
    predicate = predicate_of(data)
    change = _CHANGE_OF.get(predicate, "related") if begun else "unrelated"
    said = sentence(graph, source, target, data)
    told = said if begun else Text(f"No longer: {said.en}", f"不再成立：{said.zh}")
    name = name_of(graph, source)
    return {
        "node": source,
        "change": change,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, source),
        "date": data.get("since" if begun else "until"),
        "predicate": predicate,
        "target": target,
        "sentence_en": told.en,
        "sentence_zh": told.zh,
        "references": list(data.get("references") or ()),
    }


def _change(
    graph: nx.Graph, node: Hashable, change: str, date: Any, said: Text, references: Any, *, colon: bool = False
) -> dict[str, Any]:
    name, when = name_of(graph, node), date_in_words(date)
    between = ": " if colon else " "
    dated = Text(f" ({when.en})", f"（{when.zh}）") if when.en else Text("", "")
    return {
        "node": node,
        "change": change,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, node),
        "date": date,
        "predicate": None,
        "target": None,
        "sentence_en": f"{name.en}{between}{said.en}{dated.en}.",
        "sentence_zh": f"{name.zh}{'：' if colon else ' '}{said.zh}{dated.zh}。",
        "references": list(references or ()),
    }
