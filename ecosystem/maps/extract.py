"""The part of a graph that a map shows, as columns: nodes in graph order, edges sorted by source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ecosystem.errors import Text, UsageError
from ecosystem.graph import find_node
from ecosystem.maps.spec import MapSpec

Attributes = Mapping[str, Any]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Extract:
    """Nodes and edges by position: `source[k]` and `target[k]` are positions in `ids`, `edges[k]` the attributes."""

    ids: tuple[Any, ...]
    nodes: tuple[Attributes, ...]
    source: Indices
    target: Indices
    predicates: tuple[str, ...]
    edges: tuple[Attributes, ...]
    graph: Attributes

    @property
    def index(self) -> dict[Any, int]:
        """Return where each node stands."""
        return {node: position for position, node in enumerate(self.ids)}

    @property
    def degree(self) -> Indices:
        """Return how many edges each node has, a self-loop counted twice, as `networkx.degree` does."""
        ends = np.concatenate([self.source, self.target])
        return np.bincount(ends, minlength=len(self.ids)).astype(np.int64)

    def kind(self, position: int) -> str:
        """Return the kind of a node; a graph from elsewhere may have none."""
        return str(self.nodes[position].get("kind") or "node")

    def name(self, position: int) -> str:
        """Return the name of a node, its id where it has none."""
        return str(self.nodes[position].get("name") or self.nodes[position].get("label") or self.ids[position])


def extract(spec: MapSpec, graph: nx.Graph) -> Extract:
    """Return what a map is to show of a graph; any NetworkX graph will do, directed or not."""
    ids = tuple(_selected(spec, graph))
    index = {node: position for position, node in enumerate(ids)}
    wanted = spec.predicates
    rows = sorted(
        (
            (index[source], index[target], predicate_of(attributes), number, attributes)
            for number, (source, target, attributes) in enumerate(graph.edges(data=True))
            if source in index and target in index and (wanted is None or predicate_of(attributes) in wanted)
        ),
        key=lambda row: row[:4],
    )
    return Extract(
        ids=ids,
        nodes=tuple(graph.nodes[node] for node in ids),
        source=np.fromiter((row[0] for row in rows), np.int64, len(rows)),
        target=np.fromiter((row[1] for row in rows), np.int64, len(rows)),
        predicates=tuple(row[2] for row in rows),
        edges=tuple(row[4] for row in rows),
        graph=graph.graph,
    )


def predicate_of(attributes: Attributes) -> str:
    """Return how an edge's ends are related; a graph from elsewhere may not say."""
    return str(attributes.get("predicate") or attributes.get("relation") or "related_to")


def _selected(spec: MapSpec, graph: nx.Graph) -> Iterable[Any]:
    if spec.kinds is not None:
        _check_kinds(spec, graph)
    keep = None if spec.focus is None else _neighbourhood(spec, graph)
    for node, attributes in graph.nodes(data=True):
        if (keep is None or node in keep) and (spec.kinds is None or attributes.get("kind") in spec.kinds):
            yield node


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
                f"地图 {spec.id!r} 要求类别 {asked},图中没有;图中有 {have or '(没有类别)'}",
            )
        )
