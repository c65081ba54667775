import networkx as nx
import pytest

import ecosystem
from ecosystem.errors import UnknownNodeError, UsageError
from ecosystem.graph import as_of_view, find_node, kind_view, relation_view
from ecosystem.graph.life import begin_of, known_of


@pytest.fixture
def graph(catalogue):
    return ecosystem.load(catalogue())


def test_the_graph_is_frozen(graph):
    with pytest.raises(nx.NetworkXError):
        graph.add_node("x")


def test_as_of_a_date_only_what_held_then_is_there(graph):
    assert "fig" in as_of_view(graph, "2014")
    assert "fig" not in as_of_view(graph, "2015-02-25")
    assert not as_of_view(graph, "2014").has_edge("fig", "docker-compose")


def test_a_node_begins_with_its_first_milestone_and_ends_with_its_last(catalogue):
    trivy = "name: Trivy\nmilestones:\n  - {first_commit: 2019-04-11, references: [blog]}\n  - {archived: 2024, references: [blog]}"
    graph = ecosystem.load(catalogue(tools__trivy=trivy))
    assert [year for year in range(2018, 2026) if "trivy" in as_of_view(graph, str(year))] == [
        2019,
        2020,
        2021,
        2022,
        2023,
        2024,
    ]


def test_what_nobody_dated_is_there_from_the_first_day_that_a_source_speaks_of_it(catalogue, graph):
    # docker-compose has no dates; the relation from Fig is of 2015-02-25, and so is its source. An idea is always there.
    assert "docker-compose" not in as_of_view(graph, "2015-02-24")
    assert "docker-compose" in as_of_view(graph, "2015-02-25")
    assert "paas" in as_of_view(graph, "1990")
    cycled = "name: Nix\ncycles:\n  - {name: '13.10', released: 2013-10-31, references: [blog]}"
    assert known_of(ecosystem.load(catalogue(tools__nix=cycled)), "nix") == "2013-10-31"
    planned = "name: Later\nrelations:\n  - {succeeded_by: fig, since: 2013, modality: planned, references: [blog]}"
    assert known_of(ecosystem.load(catalogue(tools__later=planned)), "later") is None
    assert known_of(nx.path_graph(2), 0) is None


def test_views_select_kinds_and_predicates(graph):
    assert set(kind_view(graph, {"concept"})) == {"paas"}
    assert {key for *_, key in relation_view(graph, {"succeeded_by"}).edges(keys=True)} == {"succeeded_by"}


def test_a_node_is_found_by_any_of_its_names(graph):
    assert find_node(graph, "COMPOSE") == find_node(graph, "Docker Compose") == "docker-compose"
    assert find_node(graph, "平台即服务") == "paas"


def test_a_near_miss_is_answered_with_a_suggestion(graph):
    with pytest.raises(UnknownNodeError, match="docker-compose"):
        find_node(graph, "docker-compoze")
    with pytest.raises(UsageError):
        as_of_view(graph, "yesterday")


def test_parallel_relations_of_one_predicate_are_all_kept(catalogue):
    text = "name: X\nrelations:\n" + "".join(
        f"  - used_by: fig\n    since: {year}\n    references: [blog]\n" for year in (2014, 2016, 2016)
    )
    graph = ecosystem.load(catalogue(tools__x=text))
    assert graph.number_of_edges("x", "fig") == 3


@pytest.mark.parametrize(
    ("earlier", "begin"),
    [
        ({}, "2014-07-23"),
        ({"date": "2014-05-01", "references": ["blog"], "measure": "users"}, None),
        ({"event": "first_release", "date": "2014-06"}, "2014-06"),
        ({"event": "first_release", "date": "2015"}, "2014-07-23"),
    ],
)
def test_an_announcement_begins_a_life_only_where_nothing_earlier_is_known(earlier, begin):
    graph = nx.MultiDiGraph(references={"blog": {"date": "2014-08-01"}})
    milestones = [
        {"event": "announced", "date": "2014-07-23", "references": ["blog"]},
        *([earlier] if "event" in earlier else []),
    ]
    graph.add_node("a", kind="service", milestones=milestones, figures=[earlier] if "measure" in earlier else [])
    assert begin_of(graph, "a") == begin


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("atomic-host", "project-atomic"),
        ("k8ss", "kubernetes"),
        ("dashbord", "kubernetes-dashboard"),
        ("容器编派", "orchestration"),
    ],
)
def test_an_unknown_name_is_answered_by_the_nearest_of_all_names(written, meant):
    graph = nx.MultiDiGraph()
    graph.add_node("project-atomic", name="Project Atomic")
    graph.add_node("kubernetes", name="Kubernetes", names=["Kubernetes", "k8s"])
    graph.add_node("kubernetes-dashboard", name="Kubernetes Dashboard")
    graph.add_node("orchestration", name="Orchestration", name_zh="容器编排")
    graph.add_nodes_from(["nocalhost", "microsoft"])
    with pytest.raises(UnknownNodeError, match=f"did you mean {meant}[,?]"):
        find_node(graph, written)


def test_nothing_near_is_no_suggestion():
    with pytest.raises(UnknownNodeError, match="find TEXT"):
        find_node(nx.MultiDiGraph([("microsoft", "fig")]), "atomic-host")
