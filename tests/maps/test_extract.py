from __future__ import annotations

import networkx as nx
import pytest

from ecosystem.errors import UnknownNodeError, UsageError
from ecosystem.maps import MapSpec
from ecosystem.maps.extract import extract
from tests.maps.graphs import columns, small


@pytest.mark.parametrize(
    "graph", [nx.karate_club_graph(), nx.DiGraph([(1, 2), (2, 2)]), nx.MultiGraph([(0, 1), (0, 1)])]
)
def test_degrees_are_those_of_networkx_for_any_graph(graph: nx.Graph) -> None:
    assert columns(graph).degree.tolist() == [degree for _, degree in graph.degree()]


def test_parallel_edges_are_all_kept_and_sorted_by_source() -> None:
    extracted = columns(small())
    names = [
        (extracted.ids[source], extracted.predicates[predicate], extracted.ids[target])
        for source, predicate, target in zip(extracted.source, extracted.predicate, extracted.target, strict=True)
    ]
    assert sorted(names) == sorted((u, d["predicate"], v) for u, v, d in small().edges(data=True))
    assert extracted.source.tolist() == sorted(extracted.source.tolist())


def test_kinds_and_predicates_select() -> None:
    extracted = extract(MapSpec(id="m", kinds=frozenset({"tool"}), predicates=frozenset({"succeeded_by"})), small())
    assert extracted.ids == ("fig", "compose")
    assert extracted.predicates == ("succeeded_by",)


@pytest.mark.parametrize("depth", [0, 1, 2, 9])
def test_the_focus_keeps_what_networkx_calls_the_ego_network(depth: int) -> None:
    extracted = extract(MapSpec(id="m", focus="Fig", depth=depth), small())
    assert set(extracted.ids) == set(nx.ego_graph(small(), "fig", radius=depth, undirected=True))


def test_nodes_without_a_relation_can_be_left_out() -> None:
    spec = MapSpec(id="m", predicates=frozenset({"made_by"}), isolated=False)
    assert set(extract(spec, small()).ids) == {"compose", "acme"}


def test_an_unknown_kind_is_refused_by_the_name_of_the_map() -> None:
    with pytest.raises(UsageError, match=r"map 'mine' asks for the kind gadget.*concept, tool, vendor"):
        extract(MapSpec(id="mine", kinds=frozenset({"gadget"})), small())


def test_an_unknown_focus_is_refused() -> None:
    with pytest.raises(UnknownNodeError, match="fig"):
        extract(MapSpec(id="m", focus="figg"), small())
