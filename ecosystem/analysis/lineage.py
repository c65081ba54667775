"""Where a thing came from and what it turned into: forerunners, forks, mergers, owners and successors."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import is_stated, partial, reference_day, status_of
from ecosystem.analysis.tables import relation_table
from ecosystem.analysis.wording import predicate_of, sentence
from ecosystem.graph import find_node

FORWARD = frozenset({"succeeded_by", "merged_into", "acquired_by"})
BACKWARD = frozenset({"forked_from"})
COLUMNS = {
    "step": "int64",
    "since": "object",
    "sentence_en": "object",
    "sentence_zh": "object",
    "status": "object",
    "references": "object",
}


class Descent(NamedTuple):
    """One relation of lineage, told from the older to the younger side."""

    source: Hashable
    target: Hashable
    attributes: dict[str, Any]
    older: Hashable
    younger: Hashable


def lineage(graph: nx.Graph, *, node: Hashable, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Follow a thing back to its forerunners and on to its successors.

    Definition: all relations of lineage on a path from an ancestor to `node` or from `node` to a descendant.
    Succession, merger and acquisition lead forwards in time, a fork leads from its origin forwards to itself.

    Parameters: `node`, an id or any name; `as_of`, the day on which `status` is asked (see `reference_day`).

    Columns, keyed by source, predicate, target, oldest first: `step` (distance from `node`: -2 is the
    forerunner of a forerunner, 1 leads to the direct successor), `since` (partial date or None), `sentence_en`,
    `sentence_zh`, `status` (`alive`, `ended` or `not yet`: what the younger end is on that day), `references`.

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: followed in the direction of time only; weights are ignored; parallel
    edges are rows of their own. Relations that a source only plans, forecasts or advises are left out.

    Literature: Tang et al., "Software evolution and phylogenetics", on lineage as a directed acyclic graph; W3C
    PROV-O (`wasDerivedFrom`, `wasRevisionOf`).

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("fig", "compose", predicate="succeeded_by", since="2015-02-25")
    >>> lineage(graph, node="compose")["step"].tolist()
    [-1]
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    day = reference_day(graph, as_of)
    found = [(-step, edge) for step, edge in _walk(graph, known, back=True)] + list(_walk(graph, known, back=False))
    found.sort(key=lambda pair: (pair[0], str(pair[1].attributes.get("since") or ""), str(pair[1].younger)))
    return relation_table((_row(graph, step, edge, day) for step, edge in found), COLUMNS)


def descents(graph: nx.Graph, node: Hashable, *, back: bool) -> Iterator[Descent]:
    """Yield each step from a node to its direct descendants, or back to its direct ancestors."""
    if not graph.is_directed():
        return
    for source, target, attributes in (*graph.out_edges(node, data=True), *graph.in_edges(node, data=True)):
        predicate = predicate_of(attributes)
        if predicate not in FORWARD | BACKWARD or not is_stated(attributes) or source == target:
            continue
        older, younger = (source, target) if predicate in FORWARD else (target, source)
        if node == (younger if back else older):
            yield Descent(source, target, attributes, older, younger)


def _walk(graph: nx.Graph, start: Hashable, *, back: bool) -> Iterator[tuple[int, Descent]]:
    queue, seen = deque([(start, 1)]), {start}
    while queue:
        here, step = queue.popleft()
        for edge in descents(graph, here, back=back):
            yield step, edge
            there = edge.older if back else edge.younger
            if there not in seen:
                seen.add(there)
                queue.append((there, step + 1))


def _row(graph: nx.Graph, step: int, edge: Descent, day: dt.date) -> dict[str, Any]:
    said = sentence(graph, edge.source, edge.target, edge.attributes)
    return {
        "source": edge.source,
        "predicate": predicate_of(edge.attributes),
        "target": edge.target,
        "step": step,
        "since": partial(edge.attributes.get("since")),
        "sentence_en": said.en,
        "sentence_zh": said.zh,
        "status": status_of(graph, edge.younger, day),
        "references": list(edge.attributes.get("references") or ()),
    }
