"""What the page names as alternatives: the same answer as the command line's, worked out once for all nodes."""

from __future__ import annotations

import networkx as nx

from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry
from ecosystem.maps.extract import Extract

SHOWN = 5


def rivals_column(extract: Extract, graph: nx.Graph, as_of: str | None) -> dict[int, list[list[int]]]:
    """Return for each node its best alternatives on the map, each with the category that both are in (-1: none)."""
    position = {node: place for place, node in enumerate(extract.ids)}
    rivalry = Rivalry(graph, reference_day(graph, as_of))
    found = {}
    for node, place in position.items():
        others = [other for other, _ in rivalry.ranked(node) if other in position][:SHOWN]
        if others:
            concepts = (rivalry.jobs.nearest(node, other)[1] for other in others)
            found[place] = [
                [position[other], position.get(concept, -1)] for other, concept in zip(others, concepts, strict=True)
            ]
    return found
