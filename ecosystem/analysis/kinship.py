"""Who is kin of whom: forerunners, successors, parts, wholes, bases and dependencies are no alternatives."""

from __future__ import annotations

from collections.abc import Hashable

import networkx as nx

from ecosystem.analysis.life import is_stated
from ecosystem.analysis.wording import predicate_of

_DESCENT = frozenset({"succeeded_by", "merged_into", "part_of"})
_NEAR = frozenset({"depends_on", "built_on", "made_by", "owned_by", "acquired_by"})


class Kinship:
    """The kin of nodes in one graph."""

    def __init__(self, graph: nx.Graph) -> None:
        self._lines, self._near = {predicate: nx.DiGraph() for predicate in sorted(_DESCENT)}, nx.Graph()
        for source, target, attributes in graph.edges(data=True):
            predicate = predicate_of(attributes)
            if predicate in _DESCENT and is_stated(attributes):
                self._lines[predicate].add_edge(source, target)
            elif predicate in _NEAR:
                self._near.add_edge(source, target)

    def of(self, node: Hashable) -> set[Hashable]:
        """Return a node with its forerunners, successors, parts and wholes, and what it rests on or what rests on it."""
        kin = {node}
        for line in self._lines.values():
            if node in line:
                kin |= nx.ancestors(line, node) | nx.descendants(line, node)
        return kin | (set(self._near[node]) if node in self._near else set())
