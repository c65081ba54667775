from __future__ import annotations

import networkx as nx

from ecosystem.maps.categories import build_categories
from tests.maps.graphs import columns, small


def test_concepts_become_branches_and_nodes_sit_in_the_concept_they_belong_to() -> None:
    extracted = columns(small())
    tree = build_categories(extracted)
    named = [(one.label["en"], one.label["zh"], one.parent) for one in tree.categories]
    assert named == [
        ("Everything", "一切", -1),
        ("Building", "构建", 0),
        ("Running", "运行", 0),
        ("vendor", "vendor", 0),
    ]
    sits = {node: tree.categories[tree.of[place]].label["en"] for place, node in enumerate(extracted.ids)}
    assert sits == {
        "root": "Everything", "build": "Building", "run": "Running", "fig": "Building", "compose": "Running", "acme": "vendor",
    }  # fmt: skip


def test_parents_come_before_their_children() -> None:
    edges = [(f"c{number}", f"c{number // 2}") for number in range(40, 0, -1)]
    graph = nx.MultiDiGraph()
    graph.add_edges_from(edges, predicate="broader")
    parents = [one.parent for one in build_categories(columns(graph)).categories]
    assert all(parent < position for position, parent in enumerate(parents))
    assert parents.count(-1) == 1


def test_the_two_sides_carry_about_the_same(docker: nx.MultiDiGraph) -> None:
    tree = build_categories(columns(docker))
    sides = [tree.categories[category].side for category in tree.of]
    assert 0.3 < sides.count(1) / len(sides) < 0.7
    folded = [category.side for category in tree.categories if category.parent == 0]
    assert abs(sum(folded)) <= 3


def test_a_circle_of_broader_concepts_ends() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "b"), ("b", "a"), ("c", "c")], predicate="broader")
    assert len(build_categories(columns(graph)).of) == 3


def test_a_graph_from_elsewhere_branches_by_its_communities() -> None:
    graph = nx.karate_club_graph()
    tree = build_categories(columns(graph))
    assert tree.categories[0].label["en"] == "Zachary's Karate Club"
    groups = [{node for node in graph if tree.of[node] == branch} for branch in range(1, len(tree.categories))]
    assert (
        nx.community.modularity(graph, groups, weight=None) > 0.38
    )  # the best that is known is 0.4198 (Brandes et al. 2008)


def test_a_small_graph_from_elsewhere_has_one_branch() -> None:
    assert [one.label["en"] for one in build_categories(columns(nx.path_graph(5))).categories] == ["The graph", "Nodes"]


def test_an_empty_graph_has_a_root_and_nothing_else() -> None:
    assert [one.label["en"] for one in build_categories(columns(nx.Graph())).categories] == ["The graph"]
