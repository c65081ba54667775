"""The part of a graph that a map shows, as columns: nodes in graph order, edges sorted by source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ecosystem.errors import Text, UsageError
from ecosystem.graph import find_node
from ecosystem.graph.life import begin_of, end_of, known_of, last_sign_of
from ecosystem.maps.spec import MapSpec

Attributes = Mapping[str, Any]
Indices = NDArray[np.int64]
Dates = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Extract:
    """Nodes and edges by position: `source[k]` and `target[k]` are positions in `ids`, `edges[k]` the attributes.

    `kind` and `predicate` are positions in `kinds` and `predicates`, which hold the words in alphabetical order. `begin`
    and `end` are the dates of the nodes that have them; `known`, since when a node without a beginning is known of; `sign`,
    the last sign of life where the catalogue knows which it was.
    """

    ids: tuple[Any, ...]
    nodes: tuple[Attributes, ...]
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    kind: Indices
    source: Indices
    target: Indices
    predicates: tuple[str, ...]
    predicate: Indices
    edges: tuple[Attributes, ...]
    graph: Attributes
    begin: Dates
    end: Dates
    known: Dates
    sign: Dates

    @property
    def degree(self) -> Indices:
        """Return how many edges each node has, a self-loop counted twice, as `networkx.degree` does."""
        ends = np.concatenate([self.source, self.target])
        return np.bincount(ends, minlength=len(self.ids)).astype(np.int64)

    def ends_of(self, predicates: Collection[str]) -> list[tuple[int, int]]:
        """Return source and target of the edges of some predicates, in the order of the edges."""
        codes = [code for code, predicate in enumerate(self.predicates) if predicate in predicates]
        wanted = np.isin(self.predicate, codes)
        return list(zip(self.source[wanted].tolist(), self.target[wanted].tolist(), strict=True))


def extract(spec: MapSpec, graph: nx.Graph) -> Extract:
    """Return what a map is to show of a graph; any NetworkX graph will do, directed or not."""
    selected = dict(_selected(spec, graph))
    ids, nodes = tuple(selected), tuple(selected.values())
    kinds, kind = _coded([str(node.get("kind") or "node") for node in nodes])
    source, target, edges = _edges(spec, graph, ids)
    predicates, predicate = _coded([predicate_of(edge) for edge in edges])
    order = np.lexsort((predicate, target, source))
    begin = _dates(begin_of, graph, ids)
    return Extract(
        ids=ids,
        nodes=nodes,
        names=tuple(str(node.get("name") or node.get("label") or key) for key, node in zip(ids, nodes, strict=True)),
        kinds=kinds,
        kind=kind,
        source=source[order],
        target=target[order],
        predicates=predicates,
        predicate=predicate[order],
        edges=tuple(edges[number] for number in order.tolist()),
        graph=graph.graph,
        begin=begin,
        end=_dates(end_of, graph, ids),
        known={at: date for at, date in _dates(known_of, graph, ids).items() if at not in begin},
        sign=_dates(last_sign_of, graph, ids),
    )


def _dates(read: Callable[[nx.Graph, Any], str | None], graph: nx.Graph, ids: tuple[Any, ...]) -> Dates:
    """Return the dates that are known, by position."""
    return {position: str(date) for position, node in enumerate(ids) if (date := read(graph, node))}


def predicate_of(attributes: Attributes) -> str:
    """Return how an edge's ends are related; a graph from elsewhere may not say."""
    return str(attributes.get("predicate") or attributes.get("relation") or "related_to")


def _edges(spec: MapSpec, graph: nx.Graph, ids: tuple[Any, ...]) -> tuple[Indices, Indices, list[Attributes]]:
    index = {node: position for position, node in enumerate(ids)}
    wanted = spec.predicates
    sources, targets, kept = [], [], []
    for source, target, attributes in _all_edges(graph):
        if source in index and target in index and (wanted is None or predicate_of(attributes) in wanted):
            sources.append(index[source])
            targets.append(index[target])
            kept.append(attributes)
    return np.array(sources, np.int64), np.array(targets, np.int64), kept


def _all_edges(graph: nx.Graph) -> Iterable[tuple[Any, Any, Attributes]]:
    """Yield what `graph.edges(data=True)` yields, in a third of its time for directed multigraphs."""
    if not (graph.is_directed() and graph.is_multigraph()):
        return graph.edges(data=True)  # type: ignore[no-any-return]
    return (
        (source, target, attributes)
        for source, neighbours in graph.adjacency()
        for target, parallel in neighbours.items()
        for attributes in parallel.values()
    )


def _coded(words: list[str]) -> tuple[tuple[str, ...], Indices]:
    """Return the different words in order, and each word's position among them."""
    known = tuple(sorted(set(words)))
    code = {word: position for position, word in enumerate(known)}
    return known, np.fromiter((code[word] for word in words), np.int64, len(words))


def _selected(spec: MapSpec, graph: nx.Graph) -> Iterable[tuple[Any, Attributes]]:
    if spec.kinds is not None:
        _check_kinds(spec, graph)
    keep = graph if spec.focus is None else _neighbourhood(spec, graph)
    for node, attributes in graph.nodes(data=True):
        wanted = node in keep and (spec.kinds is None or attributes.get("kind") in spec.kinds)
        if wanted and (spec.isolated or _is_joined(spec, graph, node)):
            yield node, attributes


def _is_joined(spec: MapSpec, graph: nx.Graph, node: Any) -> bool:
    """Return whether a node has a relation that is on the map."""
    edges = [graph.edges(node, data=True)]
    if graph.is_directed():
        edges.append(graph.in_edges(node, data=True))
    return any(spec.predicates is None or predicate_of(row[2]) in spec.predicates for rows in edges for row in rows)


def _neighbourhood(spec: MapSpec, graph: nx.Graph) -> set[Any]:
    focus = find_node(graph, str(spec.focus))
    undirected = graph.to_undirected(as_view=True)
    return set(nx.single_source_shortest_path_length(undirected, focus, cutoff=spec.depth))


def _check_kinds(spec: MapSpec, graph: nx.Graph) -> None:
    known = {attributes.get("kind") for _, attributes in graph.nodes(data=True)}
    unknown = sorted((spec.kinds or frozenset()) - known)
    if unknown:
        have = ", ".join(sorted(str(kind) for kind in known if kind))
        asked = ", ".join(unknown)
        raise UsageError(
            Text(
                f"map {spec.id!r} asks for the kind {asked}, which the graph lacks; it has {have or 'no kinds'}",
                f"地图 {spec.id!r} 要求类别 {asked}，图中没有；图中有 {have or '（没有类别）'}",
            )
        )
