from __future__ import annotations

import time

import networkx as nx
import numpy as np
import pytest
from scipy.spatial import KDTree

from ecosystem.maps.importance import importance, radii
from ecosystem.maps.layout import LAYOUTS
from ecosystem.maps.layout.adjacency import adjacency
from ecosystem.maps.layout.forces import GridRepulsion
from ecosystem.maps.layout.overlap import spaced
from ecosystem.maps.layout.pivots import pivot_distances, pivot_mds
from tests.maps.graphs import columns, communities, crossings, kept_neighbours, small

ODD_GRAPHS = {
    "empty": nx.MultiDiGraph(),
    "one node": nx.MultiDiGraph([("a", "a")]),
    "two nodes": nx.path_graph(2),
    "no edges": nx.empty_graph(30),
    "disconnected": nx.disjoint_union_all([nx.star_graph(9), nx.cycle_graph(5), nx.empty_graph(7)]),
    "complete": nx.complete_graph(12),
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("graph", ODD_GRAPHS.values(), ids=ODD_GRAPHS)
def test_every_layout_places_every_graph(layout: str, graph: nx.Graph) -> None:
    extracted = columns(graph)
    positions = LAYOUTS[layout](extracted, importance(extracted))
    assert positions.shape == (len(graph), 2)
    assert np.isfinite(positions).all()
    assert len(np.unique(np.rint(positions), axis=0)) == len(graph)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_the_same_each_time(layout: str) -> None:
    extracted = columns(communities())
    weights = importance(extracted)
    assert (LAYOUTS[layout](extracted, weights) == LAYOUTS[layout](extracted, weights)).all()


@pytest.mark.parametrize(("layout", "most_crossings"), [("communities", 0.5), ("force_atlas", 0.5), ("pivot_mds", 0.8)])
def test_fewer_edges_cross_than_at_random(layout: str, most_crossings: float) -> None:
    extracted = columns(communities())
    at_random = np.random.default_rng(1).normal(size=(len(extracted.ids), 2))
    placed = LAYOUTS[layout](extracted, importance(extracted))
    assert crossings(placed, extracted) < most_crossings * crossings(at_random, extracted)


def test_neighbours_stay_nearer_than_at_random_and_communities_stay_together() -> None:
    graph = communities()
    extracted = columns(graph)
    placed = LAYOUTS["communities"](extracted, importance(extracted))
    at_random = np.random.default_rng(1).normal(size=placed.shape)
    assert kept_neighbours(placed, graph) > 5 * kept_neighbours(at_random, graph)
    _, nearest = KDTree(placed).query(placed, 6)
    group = np.arange(len(graph)) // 40
    assert (group[nearest[:, 1:]] == group[:, None]).mean() > 0.9


@pytest.mark.parametrize("layout", ["communities", "force_atlas", "pivot_mds"])
def test_no_node_covers_another(layout: str) -> None:
    extracted = columns(nx.barabasi_albert_graph(600, 2, seed=5))
    weights = importance(extracted)
    placed, sizes = LAYOUTS[layout](extracted, weights), radii(weights)
    pairs = KDTree(placed).query_pairs(2 * sizes.max(), output_type="ndarray")
    distance = np.linalg.norm(placed[pairs[:, 0]] - placed[pairs[:, 1]], axis=1)
    assert (distance / sizes[pairs].sum(axis=1)).min(initial=1) > 0.95


def test_components_lie_in_frames_of_their_own() -> None:
    graph = ODD_GRAPHS["disconnected"]
    extracted = columns(graph)
    placed = LAYOUTS["communities"](extracted, importance(extracted))
    frames = [
        (*placed[list(nodes)].min(axis=0), *placed[list(nodes)].max(axis=0)) for nodes in nx.connected_components(graph)
    ]
    for number, one in enumerate(frames):
        for other in frames[:number]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_parallel_edges_count_once_and_a_category_pulls_more() -> None:
    joined = adjacency(columns(small())).toarray()
    ids = list(small())
    weight = {(ids[i], ids[j]): joined[i, j] for i, j in zip(*np.nonzero(joined), strict=True)}
    assert weight["fig", "compose"] == weight["compose", "fig"] == weight["compose", "acme"] == 1
    assert weight["fig", "build"] == weight["root", "build"] == 2
    assert len(weight) == 2 * 6


def test_the_grid_repels_like_the_sum_over_all_pairs() -> None:
    random = np.random.default_rng(7)
    positions, mass = random.uniform(0, 100, (400, 2)), random.uniform(1, 5, 400)
    away = positions[:, None, :] - positions[None, :, :]
    squared = (away**2).sum(axis=2) + np.eye(400)
    exact = mass[:, None] * (mass[None, :, None] * away / squared[:, :, None]).sum(axis=1)
    grid = GridRepulsion.of_size(128).forces(positions, mass)
    assert np.corrcoef(exact.ravel(), grid.ravel())[0, 1] > 0.98
    assert np.abs(grid).sum() == pytest.approx(np.abs(exact).sum(), rel=0.1)


def test_another_processors_last_digit_does_not_change_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    extracted = columns(nx.barabasi_albert_graph(200, 2, seed=3))
    here = LAYOUTS["communities"](extracted, importance(extracted))
    logarithm = np.log1p
    monkeypatch.setattr(np, "log1p", lambda values: np.nextafter(logarithm(values), np.inf))
    elsewhere = LAYOUTS["communities"](extracted, importance(extracted))
    assert (np.rint(here) == np.rint(elsewhere)).all()


def test_pivot_distances_are_those_of_networkx() -> None:
    graph = nx.karate_club_graph()
    distances = pivot_distances(adjacency(columns(graph)), 34, 1)
    exact = np.array([[nx.shortest_path_length(graph, u, v) for v in graph] for u in graph])
    assert sorted(map(tuple, distances.astype(int).tolist())) == sorted(map(tuple, exact.tolist()))


def test_pivot_mds_draws_a_path_as_a_line() -> None:
    along = pivot_mds(adjacency(columns(nx.path_graph(20))))[:, 0]
    assert (np.diff(along) > 0).all() or (np.diff(along) < 0).all()


def test_nodes_in_one_place_are_set_apart() -> None:
    assert len(np.unique(np.rint(spaced(np.zeros((20, 2)), np.full(20, 8.0))), axis=0)) == 20


def test_a_landscape_is_placed_within_three_seconds() -> None:
    extracted = columns(nx.barabasi_albert_graph(3600, 2, seed=1))
    weights = importance(extracted)
    begin = time.process_time()
    LAYOUTS["communities"](extracted, weights)
    assert time.process_time() - begin < 3
