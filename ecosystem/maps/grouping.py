"""Branches for a graph that has no categories of its own: its communities, each named after its most connected node."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx
import numpy as np

from ecosystem.maps.extract import Extract
from ecosystem.maps.words import Label, label

# Fewer nodes need no branches; for more, Louvain's method in pure Python takes too long to wait for.
FEWEST, MOST = 13, 2000
_SMALLEST_GROUP = 3


def community_branches(extract: Extract) -> Iterable[tuple[Label, list[int]]]:
    """Yield each community that is worth a branch, the largest first, with its nodes."""
    if not FEWEST <= len(extract.ids) <= MOST:
        return
    graph = nx.Graph()
    graph.add_nodes_from(range(len(extract.ids)))
    graph.add_edges_from(zip(extract.source.tolist(), extract.target.tolist(), strict=True))
    groups = [sorted(group) for group in nx.community.louvain_communities(graph, seed=1)]
    degree = extract.degree
    for group in sorted(groups, key=lambda group: (-len(group), group)):
        if len(group) >= _SMALLEST_GROUP:
            foremost = group[int(np.argmax(degree[group]))]
            name = extract.names[foremost]
            yield label(f"Around {name}", f"{extract.nodes[foremost].get('name_zh') or name} 周围"), group
