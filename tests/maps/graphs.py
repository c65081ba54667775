"""Small graphs with known answers, and measures of a drawing."""

from __future__ import annotations

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

from ecosystem.maps import MapSpec
from ecosystem.maps.extract import Extract, extract


def small() -> nx.MultiDiGraph:
    """Return two tools, a vendor and three concepts, with a pair of parallel edges and a forecast."""
    graph = nx.MultiDiGraph(name="small", references={"news": {"title": "News", "accessed": "2026-01-02"}})
    graph.add_node("root", kind="concept", name="Everything", name_zh="一切")
    graph.add_node("build", kind="concept", name="Building", name_zh="构建")
    graph.add_node("run", kind="concept", name="Running", name_zh="运行")
    graph.add_node("fig", kind="tool", name="Fig", name_zh="Fig", since="2013-12", aliases=["fig.sh"])
    graph.add_node("compose", kind="tool", name="Compose", attributes={"maturity": "graduated"})
    graph.add_node("acme", kind="vendor", name="Acme", name_zh="极致软件", references=["news"])
    for source, target, predicate, more in (
        ("build", "root", "broader", {}),
        ("run", "root", "broader", {}),
        ("fig", "build", "belongs_to", {}),
        ("compose", "run", "belongs_to", {"since": "2014"}),
        ("fig", "compose", "succeeded_by", {"references": ["news#§ 3"], "modality": "forecast"}),
        ("fig", "compose", "similar_to", {"note_en": "In spirit.", "note_zh": "精神上。"}),
        ("compose", "acme", "made_by", {"until": "2020"}),
    ):
        graph.add_edge(source, target, key=predicate, predicate=predicate, **more)
    return nx.freeze(graph)


def communities(groups: int = 6, size: int = 40, seed: int = 3) -> nx.Graph:
    """Return a graph of planted communities: dense inside, sparse between."""
    return nx.planted_partition_graph(groups, size, 0.2, 0.002, seed=seed)


def columns(graph: nx.Graph) -> Extract:
    """Return a whole graph as columns."""
    return extract(MapSpec(id="test"), graph)


def crossings(positions: NDArray[np.float64], extracted: Extract, samples: int = 20000) -> float:
    """Return the share of sampled pairs of edges that cross, by the signs of the triangles they span."""
    random = np.random.default_rng(0)
    ends = np.stack([extracted.source, extracted.target], axis=1)
    one, other = ends[random.integers(len(ends), size=samples)], ends[random.integers(len(ends), size=samples)]
    apart = ~(one[:, :, None] == other[:, None, :]).any(axis=(1, 2))
    a, b, c, d = (positions[column] for column in (*one[apart].T, *other[apart].T))
    return float(((_turn(a, b, c) * _turn(a, b, d) < 0) & (_turn(c, d, a) * _turn(c, d, b) < 0)).mean())


def _turn(a: NDArray[np.float64], b: NDArray[np.float64], c: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.sign((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]))


def kept_neighbours(positions: NDArray[np.float64], graph: nx.Graph, nearest: int = 10) -> float:
    """Return the share of each node's nearest in the picture that are its neighbours in the graph."""
    _, near = KDTree(positions).query(positions, nearest + 1)
    place = {node: number for number, node in enumerate(graph)}
    shares = []
    for node, number in place.items():
        neighbours = {place[other] for other in graph[node]}
        if neighbours:
            shares.append(len(neighbours & set(near[number, 1:].tolist())) / min(len(neighbours), nearest))
    return float(np.mean(shares))
