"""What is said about one thing: each of its relations as a sentence with its evidence."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.tables import relation_table
from ecosystem.analysis.wording import predicate_of, sentence
from ecosystem.graph import find_node, words_of

TOLD = dict.fromkeys(("sentence_en", "sentence_zh", "since", "until", "modality", "references"), "object")
COLUMNS = {"direction": "object", "neighbour": "object", **TOLD, "note_en": "object", "note_zh": "object"}


def describe(graph: nx.Graph, *, node: Hashable) -> pd.DataFrame:
    """Tell everything that is said about a node, one relation a row.

    Definition: the relations that begin or end at `node`, in the order of the vocabulary's predicates, those
    that begin at it first, each read aloud from the side of `node` ("Docker Compose succeeds Fig").

    Parameters: `node`, an id or any name, alias or former name in any language.

    Columns, keyed by source, predicate, target: `direction` (`out`, `in`; `both` in an undirected graph),
    `neighbour` (id of the other end), `sentence_en`, `sentence_zh`, `since`, `until` (partial dates as text, or
    None), `modality` (`stated`, `planned`, `forecast`, `advised`, `disputed`), `references` (list of `reference#locator`),
    `note_en`, `note_zh`.

    Errors: `UnknownNodeError` where there is no such node.

    Direction, weight and parallel edges: both directions are told; weights are ignored; each parallel edge is a
    row of its own.

    Literature: verbalisation of triples, e.g. Halpin and Curland, "Automated verbalization for ORM 2", 2006.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("fig", "compose", predicate="succeeded_by", since="2015-02-25")
    >>> describe(graph, node="fig")["sentence_en"].item()
    'fig succeeded by compose (25 February 2015).'
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    order = _predicate_order(graph)
    rows = sorted(
        _rows(graph, known), key=lambda row: (row["direction"] == "in", order(row["predicate"]), str(row["neighbour"]))
    )
    return relation_table(rows, COLUMNS)


def relations_of(graph: nx.Graph, node: Hashable) -> Iterator[tuple[Hashable, Hashable, Mapping[str, Any]]]:
    """Yield source, target and attributes of each relation at a node; a loop once."""
    yield from graph.edges(node, data=True)
    if graph.is_directed():
        yield from (edge for edge in graph.in_edges(node, data=True) if edge[0] != node)


def told(
    graph: nx.Graph, source: Hashable, target: Hashable, attributes: Mapping[str, Any], *, inverse: bool = False
) -> dict[str, Any]:
    """Return a relation as the key of a row and the columns `TOLD`: its sentence and its evidence."""
    said = sentence(graph, source, target, attributes, inverse=inverse)
    return {
        "source": source,
        "predicate": predicate_of(attributes),
        "target": target,
        "sentence_en": said.en,
        "sentence_zh": said.zh,
        "since": attributes.get("since"),
        "until": attributes.get("until"),
        "modality": attributes.get("modality") or "stated",
        "references": list(attributes.get("references") or ()),
    }


def _rows(graph: nx.Graph, node: Hashable) -> Iterator[dict[str, Any]]:
    for source, target, attributes in relations_of(graph, node):
        inverse = source != node
        yield {
            **told(graph, source, target, attributes, inverse=inverse),
            "direction": ("in" if inverse else "out") if graph.is_directed() else "both",
            "neighbour": source if inverse else target,
            "note_en": attributes.get("note_en"),
            "note_zh": attributes.get("note_zh"),
        }


def _predicate_order(graph: nx.Graph) -> Any:
    position = {predicate: number for number, predicate in enumerate(words_of(graph.graph, "predicates"))}
    return lambda predicate: (position.get(predicate, len(position)), predicate)
