"""Measures against published figures and against independent computations."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from ecosystem.analysis import (
    betweenness,
    core_number,
    degree,
    eigenvector,
    hits,
    importance,
    pagerank,
    structural_holes,
)


def test_kite_as_krackhardt_printed_it(kite):
    assert degree(kite).index[0] == 3
    assert degree(kite).loc[3, "degree"] == 6
    between = betweenness(kite)["betweenness"]
    assert between.idxmax() == 7
    assert between[7] == pytest.approx(14 / 36)
    assert eigenvector(kite)["eigenvector"][3] == pytest.approx(0.481, abs=0.001)


def test_florentine_families_as_published():
    found = betweenness(nx.florentine_families_graph())["betweenness"].round(3).to_dict()
    assert found["Medici"] == 0.522
    assert found["Guadagni"] == 0.255
    assert found["Albizzi"] == 0.212
    assert found["Acciaiuoli"] == 0


def test_pagerank_of_the_textbook_example():
    edges = [
        *"BC",
        *"CB",
        *"DA",
        *"DB",
        *"EB",
        *"ED",
        *"EF",
        *"FB",
        *"FE",
        *"GB",
        *"GE",
        *"HB",
        *"HE",
        *"IB",
        *"IE",
        *"JE",
        *"KE",
    ]
    graph = nx.DiGraph(zip(edges[::2], edges[1::2], strict=True))
    percent = (pagerank(graph)["pagerank"] * 100).round(1).to_dict()
    assert percent == pytest.approx(
        {"B": 38.4, "C": 34.3, "E": 8.1, "D": 3.9, "F": 3.9, "A": 3.3} | dict.fromkeys("GHIJK", 1.6)
    )


def test_parallel_relations_draw_more():
    graph = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("a", "c")])
    ranks = pagerank(graph)["pagerank"]
    assert ranks["b"] > ranks["c"]
    assert degree(graph).loc["a", "degree"] == 3
    assert degree(graph).loc["a", "neighbours"] == 2


def test_karate_core_is_four_deep_and_edge_weights_do_not_count():
    karate = nx.karate_club_graph()
    cores = core_number(karate)["core"]
    assert (cores.max(), int((cores == 4).sum())) == (4, 10)
    unweighted = nx.Graph(karate.edges())
    assert pagerank(karate)["pagerank"].to_dict() == pytest.approx(nx.pagerank(unweighted), abs=1e-6)


def test_hits_is_the_leading_singular_vector():
    graph = nx.gnp_random_graph(30, 0.15, seed=3, directed=True)
    _, _, right = np.linalg.svd(nx.to_numpy_array(graph))
    expected = np.abs(right[0]) / np.abs(right[0]).sum()
    found = hits(graph)["authority"].loc[list(graph)].to_numpy()
    assert found == pytest.approx(expected, abs=1e-6)


def test_structural_holes_as_borgatti_printed_them():
    graph = nx.Graph(["AB", "AF", "AG", "AE", "EG", "FG", "BG", "BD", "DG", "GC"])
    holes = structural_holes(graph)
    assert holes.loc["G", "effective_size"] == pytest.approx(4.67, abs=0.005)
    assert holes.loc["G", "constraint"] == pytest.approx(0.400, abs=0.001)
    assert holes.loc["C", "constraint"] == 1
    assert holes.index[0] == "G"


@pytest.mark.parametrize("seed", range(3))
def test_betweenness_agrees_with_networkx(seed):
    graph = nx.gnp_random_graph(60, 0.06, seed=seed, directed=True)
    expected = nx.betweenness_centrality(nx.Graph(graph))
    assert betweenness(graph)["betweenness"].to_dict() == pytest.approx(expected)


def test_sampled_betweenness_is_near_and_repeatable():
    graph = nx.barabasi_albert_graph(400, 2, seed=1)
    exact, sampled = betweenness(graph)["betweenness"], betweenness(graph, sources=100)["betweenness"]
    assert sampled.equals(betweenness(graph, sources=100)["betweenness"])
    assert exact.corr(sampled) > 0.97


def test_importance_says_why(ecosystem_graph):
    table = importance(ecosystem_graph, kinds=["vendor"])
    assert table.index[0] == "docker-inc"
    assert table.loc[
        "docker-inc", "why_en"
    ] == "number 1 of 3 vendors: 2 relations, most often “made” (1); joins Development" or (
        "number 1 of 3 vendors: 2 relations" in table.loc["docker-inc", "why_en"]
    )
    assert "厂商中第 1（共 3）" in table.loc["docker-inc", "why_zh"]


def test_importance_of_some_relations_only(ecosystem_graph):
    table = importance(ecosystem_graph, predicates=["made_by"])
    assert table.loc["drone", "degree"] == 0
    assert set(table["rank_in_kind"]) >= {1}
