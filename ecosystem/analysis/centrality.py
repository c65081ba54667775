"""Measures of a node's place in the whole: degree, PageRank, betweenness, eigenvector, HITS, core number, holes."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import scipy

from ecosystem.analysis.measuring import adjacency_matrix, measured, simple_graph

_BATCH = 256


def degree(graph: nx.Graph) -> pd.DataFrame:
    """Count the relations of each node.

    Definition: `degree` = `in_degree` + `out_degree`, in an undirected graph the number of ends of edges.

    Columns, indexed by `node`, highest first: `name`, `name_zh`, `kind`, `degree`, `in_degree`, `out_degree`
    (counts of relations), `neighbours` (count of different nodes, itself left out), `rank`, `rank_in_kind` (1
    is the highest; equals share a rank).

    Errors: none.

    Direction, weight and parallel edges: each direction has its column; in an undirected graph all three are
    equal. Weights are ignored. Each parallel edge counts; a loop counts twice.

    Literature: Freeman, "Centrality in social networks: conceptual clarification", 1979.

    >>> import networkx as nx
    >>> int(degree(nx.star_graph(3)).loc[0, "degree"])
    3
    """
    inward, outward = (graph.in_degree, graph.out_degree) if graph.is_directed() else (graph.degree, graph.degree)
    simple = simple_graph(graph)
    columns = {
        "degree": dict(graph.degree()),
        "in_degree": dict(inward()),
        "out_degree": dict(outward()),
        "neighbours": dict(simple.degree()),
    }
    return measured(graph, columns, by="degree", whole=True)


def pagerank(graph: nx.Graph, *, damping: float = 0.85) -> pd.DataFrame:
    """Rank nodes by the chance that a reader who follows relations at random is found there.

    Definition: the stationary distribution of a walk that with probability `damping` follows a random relation
    forwards and else jumps to a random node; from a node without outgoing relations it always jumps.

    Parameters: `damping`, between 0 and 1.

    Columns, indexed by `node`, highest first: `name`, `name_zh`, `kind`, `pagerank` (0 to 1, sums to 1),
    `rank`, `rank_in_kind`.

    Errors: `networkx.PowerIterationFailedConvergence` does not occur for `damping` below 1.

    Direction, weight and parallel edges: direction counts, undirected edges are followed both ways; weights are
    ignored; each parallel edge counts, so three relations draw three times as much.

    Literature: Brin and Page, "The anatomy of a large-scale hypertextual web search engine", 1998.

    >>> import networkx as nx
    >>> pagerank(nx.DiGraph([("a", "b")]))["pagerank"].round(4).to_dict()
    {'b': 0.6491, 'a': 0.3509}
    """
    scores = nx.pagerank(graph, alpha=damping, weight=None, max_iter=1000) if len(graph) else {}
    return measured(graph, {"pagerank": scores}, by="pagerank")


def betweenness(graph: nx.Graph, *, sources: int | None = 5000, seed: int = 0) -> pd.DataFrame:
    """Find the nodes that lie on the shortest ways between others.

    Definition: the share of shortest paths between two other nodes that pass through a node, summed over all
    pairs and divided by (n - 1)(n - 2) / 2.

    Parameters: `sources`, from how many nodes paths are counted: all, if there are no more (then exact); else a
    random sample, scaled up; None for all. `seed`, of that sample.

    Columns, indexed by `node`, highest first: `name`, `name_zh`, `kind`, `betweenness` (0 to 1), `rank`,
    `rank_in_kind`.

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Freeman 1977; Brandes, "A faster algorithm for betweenness centrality", 2001; sampling: Brandes
    and Pich 2007.

    >>> import networkx as nx
    >>> betweenness(nx.path_graph(3))["betweenness"].to_dict()
    {1: 1.0, 0: 0.0, 2: 0.0}
    """
    adjacency = adjacency_matrix(graph)
    count = adjacency.shape[0]
    chosen = np.arange(count)
    if sources is not None and sources < count:
        chosen = np.random.default_rng(seed).choice(count, sources, replace=False)
    total = np.zeros(count)
    for start in range(0, len(chosen), _BATCH):
        total += _dependencies(adjacency, chosen[start : start + _BATCH])
    pairs = max((count - 1) * (count - 2), 1)
    scores = total * (count / max(len(chosen), 1)) / pairs
    return measured(graph, {"betweenness": dict(zip(graph, scores.tolist(), strict=True))}, by="betweenness")


def eigenvector(graph: nx.Graph) -> pd.DataFrame:
    """Find the nodes that are joined to well-joined nodes.

    Definition: the leading eigenvector of the adjacency matrix of the largest connected component, of length 1;
    0 elsewhere.

    Columns, indexed by `node`, highest first: `name`, `name_zh`, `kind`, `eigenvector` (0 to 1), `rank`,
    `rank_in_kind`.

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Bonacich, "Power and centrality: a family of measures", 1987.

    >>> import networkx as nx
    >>> float(eigenvector(nx.star_graph(4)).loc[0, "eigenvector"].round(4))
    0.7071
    """
    simple = simple_graph(graph)
    scores = dict.fromkeys(simple, 0.0)
    largest: set[Hashable] = max(nx.connected_components(simple), key=len, default=set())
    if len(largest) > 2:
        scores |= nx.eigenvector_centrality_numpy(simple.subgraph(largest))
    elif len(largest) == 2:
        scores |= dict.fromkeys(largest, 0.5**0.5)
    return measured(graph, {"eigenvector": {node: abs(score) for node, score in scores.items()}}, by="eigenvector")


def hits(graph: nx.Graph) -> pd.DataFrame:
    """Tell those that point at much (hubs) from those that much points at (authorities).

    Definition: the leading left and right singular vectors of the adjacency matrix, each divided by its sum.

    Columns, indexed by `node`, best authority first: `name`, `name_zh`, `kind`, `hub`, `authority` (each 0 to
    1, sums to 1), `rank`, `rank_in_kind` (by authority).

    Errors: none; without edges all are 0.

    Direction, weight and parallel edges: direction counts, undirected edges are followed both ways; weights are
    ignored; each parallel edge counts.

    Literature: Kleinberg, "Authoritative sources in a hyperlinked environment", 1999.

    >>> import networkx as nx
    >>> float(hits(nx.DiGraph([("a", "c"), ("b", "c")])).loc["c", "authority"].round(4))
    1.0
    """
    hubs, authorities = dict.fromkeys(graph, 0.0), dict.fromkeys(graph, 0.0)
    if graph.number_of_edges():
        matrix = nx.to_scipy_sparse_array(graph, weight=None, dtype=float)
        authority = _leading(matrix)
        hub = matrix @ authority
        authorities = dict(zip(graph, (authority / authority.sum()).tolist(), strict=True))
        hubs = dict(zip(graph, (hub / hub.sum()).tolist(), strict=True))
    return measured(graph, {"hub": hubs, "authority": authorities}, by="authority")


def _dependencies(adjacency: scipy.sparse.csr_array, sources: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return how much shortest paths from `sources` depend on each node (Brandes, all sources at once, level by level)."""
    width = len(sources)
    paths = np.zeros((adjacency.shape[0], width))
    paths[sources, np.arange(width)] = 1.0
    levels = [paths > 0]
    frontier, seen = paths.copy(), levels[0].copy()
    while frontier.any():
        frontier = np.where(seen, 0.0, adjacency @ frontier)
        levels.append(frontier > 0)
        seen |= levels[-1]
        paths += frontier
    safe = np.where(paths > 0, paths, 1.0)
    dependency = np.zeros_like(paths)
    for nearer, farther in zip(reversed(levels[:-1]), reversed(levels[1:]), strict=True):
        flow = adjacency @ np.where(farther, (1 + dependency) / safe, 0.0)
        dependency += np.where(nearer, flow * paths, 0.0)
    dependency[sources, np.arange(width)] = 0.0
    return np.asarray(dependency.sum(axis=1))


def _leading(matrix: scipy.sparse.csr_array) -> np.ndarray[Any, Any]:
    """Return the leading right singular vector of a matrix without negative entries, by power iteration."""
    vector = np.full(matrix.shape[1], 1.0 / matrix.shape[1])
    for _ in range(1000):
        following = matrix.T @ (matrix @ vector)
        following /= following.sum()
        if np.abs(following - vector).sum() < 1e-12:
            break
        vector = following
    return np.asarray(following)
