"""Who is kin of whom: forerunners, successors, parts, wholes, bases and dependencies are no alternatives."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

import networkx as nx

from ecosystem.analysis.life import is_stated
from ecosystem.analysis.wording import predicate_of

_LINEAGE = frozenset({"succeeded_by", "merged_into"})
_STRUCTURE = frozenset({"part_of", "depends_on", "built_on"})
_PEOPLE = frozenset(
    {"made_by", "owned_by", "acquired_by", "backed_by", "founded_by", "works_for", "hosted_by", "member_of"}
)


class Kinship:
    """The kin of nodes in one graph."""

    def __init__(self, graph: nx.Graph) -> None:
        self._lineage, self._whole, self._near = nx.Graph(), nx.DiGraph(), nx.Graph()
        for source, target, attributes in graph.edges(data=True):
            predicate = predicate_of(attributes)
            if predicate in _LINEAGE and is_stated(attributes):
                self._lineage.add_edge(source, target)
            elif predicate == "part_of":
                self._whole.add_edge(source, target)
            if predicate in _STRUCTURE | _PEOPLE:
                self._near.add_edge(source, target)

    def of(self, node: Hashable) -> set[Hashable]:
        """Return a node with its whole line of succession, its parts and wholes, and what it rests on or what rests on it."""
        kin = {node}
        if node in self._lineage:
            kin |= nx.node_connected_component(self._lineage, node)
        if node in self._whole:
            kin |= nx.ancestors(self._whole, node) | nx.descendants(self._whole, node)
        return kin | set(self._neighbours(kin))

    def _neighbours(self, nodes: Iterable[Hashable]) -> Iterable[Hashable]:
        return (other for node in nodes if node in self._near for other in self._near[node])
