"""What became of a thing: the dated events of its life, its successors and owners, and whether it is alive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import (
    ALIVE,
    DORMANT,
    ENDED,
    UNBORN,
    UNKNOWN,
    begin_of,
    end_of,
    ending_events,
    is_stated,
    last_sign_of,
    reference_day,
    status_of,
)
from ecosystem.analysis.lineage import descents
from ecosystem.analysis.relations import relations_of
from ecosystem.analysis.tables import keyed_table, node_table
from ecosystem.analysis.wording import (
    date_in_words,
    event_label,
    kind_of,
    listed,
    name_of,
    predicate_of,
    sentence,
    silence_in_words,
)
from ecosystem.errors import Text
from ecosystem.graph import find_node

CHRONICLE = {
    "event": "object",
    "other": "object",
    "sentence_en": "object",
    "sentence_zh": "object",
    "references": "object",
}
FATE = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "since": "object",
    "until": "object",
    "status": "object",
    "fate": "object",
    "successor": "object",
    "date": "object",
    "sentence_en": "object",
    "sentence_zh": "object",
    "references": "object",
}
_TOLD = frozenset(
    "made_by owned_by acquired_by backed_by founded_by hosted_by succeeded_by forked_from merged_into licensed_under".split()
)
_STRENGTH = ("succeeded_by", "merged_into", "acquired_by")
_STATUS = {
    ALIVE: Text("is alive", "仍在"),
    UNBORN: Text("had not begun", "尚未出现"),
    UNKNOWN: Text("has no known beginning and no known end", "的起止均不详"),
}


def fate(
    graph: nx.Graph, *, node: Hashable | None = None, kind: str | None = None, as_of: str | dt.date | None = None
) -> pd.DataFrame:
    """Say what became of a thing, or of each thing of a kind, in one row.

    Definition: `fate` is `succeeded_by`, `merged_into` or `acquired_by` where such a relation is a fact by that
    day (the first of these that there is); else the last milestone that ended its life; else `ended`, `dormant`
    (not ended, but silent since the last sign of life that the catalogue knows; see `status_of`), `alive` or `unknown`.
    `successor` is the end of the chain of successions and mergers, so that Fig leads to what Docker
    Compose is today.

    Parameters: `node`, an id or any name (all nodes if left out); `kind`, to keep one kind only; `as_of`, the
    day asked about (see `reference_day`).

    Columns, indexed by `node`: `name`, `name_zh`, `kind`, `since` and `until` (partial dates or None), `status`
    (`alive`, `dormant`, `ended`, `not yet`, `unknown`), `fate`, `successor` (node id or None), `date` (of the fate, that of the last
    sign of life for `dormant`, or None),
    `sentence_en`, `sentence_zh`, `references` (of the fate's relation or milestone; else of the node).

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: relations are followed from the older to the younger thing; weights
    are ignored; of parallel relations the latest counts.

    Literature: the fates follow those of Khondhu, Capiluppi and Stol, "Is it all lost? A study of inactive open
    source projects", 2013.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("fig", "compose", predicate="succeeded_by", since="2015-02-25")
    >>> fate(graph, node="fig")[["fate", "successor", "date"]].values.tolist()
    [['succeeded_by', 'compose', '2015-02-25']]
    """
    day = reference_day(graph, as_of)
    chosen = list(graph) if node is None else [find_node(graph, node)]  # type: ignore[arg-type]
    return node_table((_fate_row(graph, one, day) for one in chosen if kind in (None, kind_of(graph, one))), FATE)


def chronicle(graph: nx.Graph, *, node: Hashable) -> pd.DataFrame:
    """Tell a thing's life, one dated event a row.

    Definition: its start and end, its milestones, its former names, and the dated relations that say who made,
    owned, bought, hosted, licensed or succeeded it; facts only.

    Parameters: `node`, an id or any name.

    Columns, keyed by `node` and `date` (partial date), oldest first: `event` (an event of the vocabulary, a
    predicate, or `since`, `until`, `renamed`), `other` (node id at the other end, or None), `sentence_en`,
    `sentence_zh`, `references`.

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: relations from and to the node are told, from the node's side; weights
    are ignored; parallel edges are rows of their own.

    Literature: Allen, "Maintaining knowledge about temporal intervals", 1983.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("flynn", name="Flynn", milestones=[{"event": "archived", "date": "2021-02-28"}])
    >>> chronicle(graph, node="flynn")["sentence_en"].tolist()
    ['28 February 2021: archived.']
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    rows = [*_own_events(graph, known), *_relation_events(graph, known)]
    rows.sort(key=lambda row: (str(row["date"]), str(row["event"])))
    return keyed_table(({"node": known, **row} for row in rows), CHRONICLE, ("node", "date"))


def _fate_row(graph: nx.Graph, node: Hashable, day: dt.date) -> dict[str, Any]:
    status, name = status_of(graph, node, day), name_of(graph, node)
    what, date, references = _what_happened(graph, node, day, status)
    last = _end_of_chain(graph, node, day)
    told = _sentence(graph, node, status, what, date, last)
    return {
        "node": node,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, node),
        "since": begin_of(graph, node),
        "until": end_of(graph, node),
        "status": status,
        "fate": what,
        "successor": last,
        "date": date,
        "sentence_en": told.en,
        "sentence_zh": told.zh,
        "references": references or list(graph.nodes[node].get("references") or ()),
    }


def _what_happened(graph: nx.Graph, node: Hashable, day: dt.date, status: str) -> tuple[str, Any, list[str]]:
    steps = {}
    for edge in descents(graph, node, back=False):
        if edge.source == node and _begun(edge.attributes, day):
            steps[predicate_of(edge.attributes)] = edge.attributes
    for predicate in _STRENGTH:
        if predicate in steps:
            return predicate, steps[predicate].get("since"), list(steps[predicate].get("references") or ())
    if status == DORMANT:
        sign = last_sign_of(graph, node)
        return status, sign, list(_event_on(graph, node, sign).get("references") or ())
    if status != ENDED:
        return status, None, []
    end = end_of(graph, node)
    last = _event_on(graph, node, end)
    return str(last.get("event") or ENDED), end, list(last.get("references") or ())


def _event_on(graph: nx.Graph, node: Hashable, date: Any) -> dict[str, Any]:
    """Return a node's milestone of a date, one that ends a life before others; empty where there is none."""
    events = [entry for entry in graph.nodes[node].get("milestones") or () if date and str(entry.get("date")) == date]
    events.sort(key=lambda entry: entry.get("event") not in ending_events(graph))
    return next(iter(events), {})


def _end_of_chain(graph: nx.Graph, node: Hashable, day: dt.date) -> Hashable | None:
    here, seen = node, {node}
    while True:
        steps = [
            edge for edge in descents(graph, here, back=False) if edge.source == here and _begun(edge.attributes, day)
        ]
        steps = [edge for edge in steps if predicate_of(edge.attributes) in ("succeeded_by", "merged_into")]
        onward = [edge.younger for edge in steps if edge.younger not in seen]
        if not onward:
            return here if here != node else None
        here = onward[-1]
        seen.add(here)


def _sentence(graph: nx.Graph, node: Hashable, status: str, what: str, date: Any, last: Hashable | None) -> Text:
    name, when = name_of(graph, node), date_in_words(date)
    parts = []
    for edge in descents(graph, node, back=False):
        if edge.source == node and predicate_of(edge.attributes) == what:
            parts.append(sentence(graph, edge.source, edge.target, edge.attributes))
    if not parts and status == DORMANT:
        silent = silence_in_words(graph, node)
        parts = [Text(f"{name.en}: {silent.en}.", f"{name.zh}：{silent.zh}。")]
    if not parts and status == ENDED:
        label = event_label(graph, what)
        ended = listed([label])
        dated = Text(f" ({when.en})", f"（{when.zh}）") if when.en else Text("", "")
        parts = [Text(f"{name.en}: {ended.en}{dated.en}.", f"{name.zh}：{ended.zh}{dated.zh}。")]
    parts = parts or [Text(f"{name.en} {_STATUS[status].en}.", f"{name.zh}{_STATUS[status].zh}。")]
    if last is not None and not any(name_of(graph, last).en in part.en for part in parts):
        end = name_of(graph, last)
        parts.append(Text(f"Today's successor: {end.en}.", f"如今的后继：{end.zh}。"))
    return Text(" ".join(part.en for part in parts), "".join(part.zh for part in parts))


def _begun(attributes: Any, day: dt.date) -> bool:
    since = attributes.get("since")
    return not since or str(since) <= day.isoformat()


def _own_events(graph: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    attributes = graph.nodes[node]
    known = list(attributes.get("references") or ())
    listed_milestones = [
        entry for entry in attributes.get("milestones") or () if is_stated(entry) and entry.get("date")
    ]
    dates = {str(entry["date"]) for entry in listed_milestones}
    for event, date, label in (
        ("since", attributes.get("since"), Text("began", "开始")),
        ("until", attributes.get("until"), Text("ended", "终止")),
    ):
        if date and str(date) not in dates:
            yield _event(event, date, label, known)
    for entry in listed_milestones:
        yield _event(
            str(entry["event"]), entry["date"], event_label(graph, str(entry["event"])), entry.get("references")
        )
    for former in attributes.get("former_names") or ():
        if former.get("until"):
            said = Text(f"no longer called {former['name']}", f"不再叫 {former['name']}")
            yield _event("renamed", former["until"], said, former.get("references"))


def _relation_events(graph: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    for source, target, attributes in relations_of(graph, node):
        predicate = predicate_of(attributes)
        inward = source != node
        if predicate not in _TOLD or not is_stated(attributes) or not attributes.get("since"):
            continue
        if inward and predicate not in {"succeeded_by", "merged_into", "forked_from", "acquired_by"}:
            continue
        undated = {"predicate": predicate}
        said = sentence(graph, source, target, undated, inverse=inward)
        said = Text(said.en.rstrip("."), said.zh.rstrip("。"))
        other = source if inward else target
        yield _event(predicate, attributes["since"], said, attributes.get("references"), other)


def _event(event: str, date: Any, said: Text, references: Any, other: Hashable | None = None) -> dict[str, Any]:
    when = date_in_words(date)
    return {
        "date": date,
        "event": event,
        "other": other,
        "sentence_en": f"{when.en}: {said.en}.",
        "sentence_zh": f"{when.zh}：{said.zh}。",
        "references": list(references or ()),
    }
