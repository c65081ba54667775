from __future__ import annotations

import networkx as nx

from ecosystem.maps import MapSpec, resolve_map
from tests.maps.graphs import small


def facets(graph: nx.Graph) -> dict[str, dict[str, object]]:
    return {facet["id"]: facet for facet in resolve_map(MapSpec(id="m"), graph).payload["facets"]}


def test_facets_come_from_relations_attributes_and_evidence() -> None:
    found = facets(small())
    assert found["vendor"]["of"] == {4: [0]}
    assert found["vendor"]["values"] == [{"en": "Acme", "zh": "极致软件"}]
    assert found["maturity"]["values"] == [{"en": "graduated", "zh": "已毕业"}]
    assert found["evidence"]["of"] == {0: [0], 1: [0], 2: [0], 3: [1], 4: [1], 5: [1]}


def test_the_most_frequent_value_comes_first() -> None:
    graph = nx.MultiDiGraph()
    graph.add_edges_from([("a", "MIT"), ("b", "Apache"), ("c", "Apache")], predicate="licensed_under")
    assert [value["en"] for value in facets(graph)["licence"]["values"]] == ["Apache", "MIT"]  # type: ignore[attr-defined]


def test_a_graph_without_anything_to_narrow_by_has_no_facets() -> None:
    assert facets(nx.karate_club_graph()) == {}
