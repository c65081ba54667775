"""Who belongs together: forerunners, parts, bases and complements of a thing are no alternatives to it."""

from __future__ import annotations

from collections.abc import Hashable

import networkx as nx

from ecosystem.analysis.life import is_stated
from ecosystem.analysis.wording import kind_of, predicate_of

_DESCENT = frozenset({"succeeded_by", "merged_into", "part_of"})
_NEAR = frozenset({"depends_on", "built_on", "made_by", "owned_by", "acquired_by", "backed_by"})
_WORKING = frozenset({"supports", "runs_on", "integrates_with", "used_by", "implements"})


class Kinship:
    """The kin and the complements of nodes in one graph."""

    def __init__(self, graph: nx.Graph) -> None:
        self._graph = graph
        self._lines, self._near = {predicate: nx.DiGraph() for predicate in sorted(_DESCENT)}, nx.Graph()
        self._working = nx.Graph()
        for source, target, attributes in graph.edges(data=True):
            predicate = predicate_of(attributes)
            if predicate in _DESCENT and is_stated(attributes):
                self._lines[predicate].add_edge(source, target)
            elif predicate in _NEAR:
                self._near.add_edge(source, target)
            elif predicate in _WORKING:
                self._working.add_edge(source, target)

    def of(self, node: Hashable) -> set[Hashable]:
        """Return a node with its forerunners, successors, parts and wholes, and what it rests on or what rests on it."""
        kin = {node}
        for line in self._lines.values():
            if node in line:
                kin |= nx.ancestors(line, node) | nx.descendants(line, node)
        return kin | (set(self._near[node]) if node in self._near else set())

    def complements(self, node: Hashable) -> set[Hashable]:
        """Return what works together with a node: what it supports, uses or runs on, and the other parts of its tool."""
        found = set(self._working[node]) if node in self._working else set()
        parts = self._lines["part_of"]
        for whole in parts.successors(node) if node in parts else ():
            if kind_of(self._graph, whole) == "tool":
                found |= set(parts.predecessors(whole))
        return found - {node}
