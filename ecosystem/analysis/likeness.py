"""How alike two nodes are by the neighbours that they share: one pair at a time, or all pairs as a matrix."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

import networkx as nx
import numpy as np
import scipy

Score = Callable[[nx.Graph, Hashable, Hashable], float]


def common_neighbours(graph: nx.Graph, first: Hashable, second: Hashable) -> set[Hashable]:
    """Return the nodes that are neighbours of both."""
    return set(graph[first]) & set(graph[second])


def _adamic_adar(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    return math.fsum(1 / math.log(graph.degree(node)) for node in common_neighbours(graph, first, second))


def _resource_allocation(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    return math.fsum(1 / graph.degree(node) for node in common_neighbours(graph, first, second))


def _jaccard(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    union = len(set(graph[first]) | set(graph[second]))
    return len(common_neighbours(graph, first, second)) / union if union else 0.0


def _common_neighbours(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    return float(len(common_neighbours(graph, first, second)))


def _preferential_attachment(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    return float(graph.degree(first) * graph.degree(second))


def _local_paths(graph: nx.Graph, first: Hashable, second: Hashable) -> float:
    """Weigh paths of two steps by 1 and of three steps by 0.05, each divided by the degrees on the way."""
    two = _resource_allocation(graph, first, second)
    three = math.fsum(
        1 / (graph.degree(near) * graph.degree(far))
        for near in graph[first]
        for far in set(graph[near]) & set(graph[second])
        if near != second and far != first
    )
    return two + 0.05 * three


METHODS: dict[str, Score] = {
    "adamic_adar": _adamic_adar,
    "resource_allocation": _resource_allocation,
    "jaccard": _jaccard,
    "local_paths": _local_paths,
    "common_neighbours": _common_neighbours,
    "preferential_attachment": _preferential_attachment,
}


def score_matrix(adjacency: scipy.sparse.csr_array, method: str) -> scipy.sparse.csr_array:
    """Return the scores of all pairs that share a neighbour, from an adjacency matrix, at once."""
    degrees = np.maximum(np.asarray(adjacency.sum(axis=1)).ravel(), 1)
    common = adjacency @ adjacency
    if method == "adamic_adar":
        return adjacency @ scipy.sparse.diags_array(1 / np.log(np.maximum(degrees, 2))) @ adjacency
    if method in ("resource_allocation", "local_paths"):
        share = adjacency @ scipy.sparse.diags_array(1 / degrees)
        two = share @ adjacency
        return two if method == "resource_allocation" else two + 0.05 * (share @ two).multiply(common > 0)
    pairs = common.tocoo()
    product = degrees[pairs.row] * degrees[pairs.col]
    union = degrees[pairs.row] + degrees[pairs.col] - pairs.data
    data = {"jaccard": pairs.data / np.maximum(union, 1), "preferential_attachment": product}.get(method, pairs.data)
    return scipy.sparse.csr_array((data, (pairs.row, pairs.col)), shape=common.shape)
