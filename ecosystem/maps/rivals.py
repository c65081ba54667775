"""What the page names as alternatives: the same answer as the command line's, worked out once for all nodes."""

from __future__ import annotations

import networkx as nx

from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry
from ecosystem.analysis.shortlist import Shortlist
from ecosystem.maps.extract import Extract

SHOWN = 5
# 3,286 nodes take less than a second of processor; of a much larger graph `ecosystem alternatives` answers for one node.
MOST = 4000
_COMPARABLE = frozenset({"belongs_to", "competes_with", "similar_to"})


def rivals_column(extract: Extract, graph: nx.Graph, as_of: str | None) -> dict[int, list[int | list[int]]]:
    """Return for each node its best alternatives on the map; with the concept above both where they share no category.

    Empty where nothing can be compared, and for more than `MOST` nodes.
    """
    if len(extract.ids) > MOST or _COMPARABLE.isdisjoint(extract.predicates):
        return {}
    position = {node: place for place, node in enumerate(extract.ids)}
    rivalry = Rivalry(graph, reference_day(graph, as_of))
    found: dict[int, list[int | list[int]]] = {}
    for node, others in Shortlist(graph, rivalry, position).best(SHOWN):
        for other in others:
            likeness, concept = rivalry.jobs.nearest(node, other)
            above = likeness < 1 and concept in position
            rival = [position[other], position[concept]] if above else position[other]
            found.setdefault(position[node], []).append(rival)
    return dict(sorted(found.items()))
