"""Everything that is known of one thing: its own fields and its relations, each with its evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import partial
from ecosystem.analysis.relations import describe
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import date_in_words, event_label, measure_label
from ecosystem.errors import Text
from ecosystem.graph import day_of, find_node

_ONCE = ("kind", "name", "name_zh", "summary_en", "summary_zh", "since", "until", "homepage")
_MANY = ("aliases", "repositories", "packages", "images")
COLUMNS = dict.fromkeys(
    ("fact", "value", "sentence_en", "sentence_zh", "target", "since", "until", "modality", "references"), "object"
)


def facts(graph: nx.Graph, *, node: Hashable, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Tell everything that the graph knows of a node, one fact a row.

    Definition: first the node's own fields, then its former names, milestones, figures, release cycles and notes, then its
    relations in both directions; as of a day, only what had begun by then, and no end that was still to come.

    Parameters: `node`, an id or any name, alias or former name in any language; `as_of`, a partial date.

    Columns, indexed by `node` (the same in each row): `fact` (field, event, measure or predicate), `value` (text or number),
    `sentence_en`, `sentence_zh`, `target` (the other end of a relation, or None), `since`, `until` (partial dates as text, or None),
    `modality` (`stated`, `planned`, `forecast`, `advised`, `disputed`), `references` (list of `reference#locator`).

    Errors: `UnknownNodeError` where there is no such node.

    Direction, weight and parallel edges: relations are told in both directions; weights are ignored; each parallel edge is a row.

    Literature: none; this is the catalogue read aloud.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", name="Fig", kind="tool")
    >>> facts(graph, node="Fig")["fact"].tolist()
    ['kind', 'name']
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    rows = [*_own(graph.nodes[known]), *_happenings(graph, known), *_relations(graph, known)]
    if as_of is not None:
        rows = [row for row in rows if _was_known(row, day_of(as_of))]
    return node_table(({**dict.fromkeys(COLUMNS), "modality": "stated", **row, "node": known} for row in rows), COLUMNS)


def _was_known(row: Mapping[str, Any], day: dt.date) -> bool:
    """Return whether a fact had come true by a day; a name is a former one, and an end an end, only when it has come."""
    dates = {"until": row["value"], "former_name": row.get("until")}
    came = partial(dates.get(row["fact"], row.get("since")))
    return came is None or came.earliest <= day


def _own(attributes: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    cited = list(attributes.get("references") or ())
    for field in _ONCE:
        if attributes.get(field) is not None:
            yield {"fact": field, "value": attributes[field], "references": cited}
    for field in _MANY:
        for value in attributes.get(field) or ():
            yield {"fact": field, "value": value, "references": cited}
    for field, value in (attributes.get("attributes") or {}).items():
        yield {"fact": field, "value": value, "references": cited}


def _happenings(graph: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    attributes = graph.nodes[node]
    for former in attributes.get("former_names") or ():
        when = date_in_words(former.get("until"))
        said = Text(
            f"was called {former['name']} until {when.en or '?'}", f"曾用名 {former['name']}，至{when.zh or '?'}"
        )
        yield _told(former, "former_name", former["name"], said) | {"until": former.get("until")}
    for milestone in attributes.get("milestones") or ():
        label, when = event_label(graph, milestone["event"]), date_in_words(milestone["date"])
        said = Text(f"{label.en}: {when.en}", f"{label.zh}：{when.zh}")
        yield _told(milestone, milestone["event"], milestone["date"], said) | {"since": milestone["date"]}
    for figure in attributes.get("figures") or ():
        yield _figure(graph, figure)
    for cycle in attributes.get("cycles") or ():
        end = cycle.get("security_until") or cycle.get("support_until")
        when = date_in_words(end)
        said = Text(
            f"release {cycle['name']}, supported until {when.en or '?'}",
            f"版本 {cycle['name']}，支持至{when.zh or '?'}",
        )
        yield _told(cycle, "cycle", cycle["name"], said) | {"since": cycle.get("released"), "until": end}
    for note in attributes.get("notes") or ():
        yield _told(note, "note", note.get("note_en"), Text(note.get("note_en") or "", note.get("note_zh") or ""))


def _figure(graph: nx.Graph, figure: Mapping[str, Any]) -> dict[str, Any]:
    label, value = (
        measure_label(graph, figure["measure"]),
        f"{figure['value']:,g}" if figure["value"] < 1e6 else f"{figure['value']:,.0f}",
    )
    when = date_in_words(figure.get("date"))
    qualifier = f"{figure['qualifier']} " if figure.get("qualifier") else ""
    said = Text(
        f"{qualifier}{value} {label.en}" + (f" ({when.en})" if when.en else ""),
        f"{label.zh}：{qualifier}{value}" + (f"（{when.zh}）" if when.zh else ""),
    )
    return _told(figure, figure["measure"], figure["value"], said) | {"since": figure.get("date")}


def _told(claim: Mapping[str, Any], fact: str, value: Any, said: Text) -> dict[str, Any]:
    return {
        "fact": fact,
        "value": value,
        "sentence_en": _with_note(said.en, claim.get("note_en") if fact != "note" else None),
        "sentence_zh": _with_note(said.zh, claim.get("note_zh") if fact != "note" else None),
        "modality": claim.get("modality") or "stated",
        "references": list(claim.get("references") or ()),
    }


def _with_note(sentence: str, note: str | None) -> str:
    return f"{sentence} — {note}" if note else sentence


def _relations(graph: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    for row in describe(graph, node=node).reset_index().to_dict("records"):
        predicate = row["predicate"]
        yield {
            "fact": predicate if row["direction"] != "in" else f"inverse {predicate}",
            "value": row["neighbour"],
            "target": row["neighbour"],
            "sentence_en": _with_note(row["sentence_en"], row["note_en"]),
            "sentence_zh": _with_note(row["sentence_zh"], row["note_zh"]),
            **{column: row[column] for column in ("since", "until", "modality", "references")},
        }
