"""Clusters, alternatives, connections, removal, gaps and prediction: expected values by hand."""

from __future__ import annotations

import networkx as nx
import pytest

from ecosystem.analysis import (
    alternatives,
    articulation_points,
    brokers,
    communities,
    community_agreement,
    comparison,
    connection,
    coverage,
    entries_and_exits,
    gaps,
    importance,
    listing,
    lock_in,
    predicted_relations,
    prediction_quality,
    profile,
    removal,
    similarity,
    structural_holes,
)
from ecosystem.analysis.communities import adjusted_rand, mutual_information
from ecosystem.analysis.likeness import METHODS, score_matrix
from ecosystem.analysis.measuring import adjacency_matrix
from ecosystem.errors import UsageError


def test_agreement_of_divisions_as_scikit_learn_documents_it():
    assert adjusted_rand([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.5714, abs=1e-4)
    assert mutual_information([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.8, abs=1e-4)
    assert adjusted_rand([0, 0, 1, 1], [1, 1, 0, 0]) == 1
    assert mutual_information([0, 0, 1, 1], [1, 1, 0, 0]) == pytest.approx(1)
    assert adjusted_rand([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(-0.5)
    assert mutual_information([0, 0, 1, 1], [0, 1, 0, 1]) == pytest.approx(0)


def test_karate_club_splits_where_the_club_did():
    karate = nx.karate_club_graph()
    table = communities(karate)
    groups = [set(members.index) for _, members in table.groupby("community")]
    assert nx.community.modularity(karate, groups, weight=None) > 0.4
    assert table.loc[0, "community"] != table.loc[33, "community"]


def test_agreement_leaves_the_categories_out(ecosystem_graph):
    table = community_agreement(ecosystem_graph)
    assert table.loc["category", "nodes"] == 4
    assert table.loc["category", "nmi"] == pytest.approx(table.loc["branch", "nmi"])


def test_communities_have_names(ecosystem_graph):
    assert "Development" in communities(ecosystem_graph).loc["fig", "community_en"]


def test_the_broker_of_a_windmill():
    table = brokers(nx.windmill_graph(3, 4))
    assert table.index[0] == 0
    assert table["participation"].between(0, 1).all()


def test_alternatives_share_a_category_and_are_no_kin(ecosystem_graph):
    table = alternatives(ecosystem_graph, node="drone")
    assert table.index.tolist() == ["strider"]
    assert table.loc["strider", "status"] == "ended"
    assert table.loc["strider", "reasons_en"] == "both are in CI/CD; but it has ended"
    assert alternatives(ecosystem_graph, node="drone", alive=True).empty
    assert alternatives(ecosystem_graph, node="drone", alive=True, as_of="2018").index.tolist() == ["strider"]
    assert alternatives(ecosystem_graph, node="fig").empty
    assert alternatives(ecosystem_graph, node="ci").empty


def test_named_rivals_come_first_and_parts_never():
    graph = nx.MultiDiGraph()
    for tool in ("a", "rival", "peer", "part", "base"):
        graph.add_node(tool, kind="tool")
        graph.add_edge(tool, "ci", predicate="belongs_to")
    graph.add_edge("rival", "a", predicate="competes_with", references=["blog"])
    graph.add_edge("part", "a", predicate="part_of")
    graph.add_edge("a", "base", predicate="built_on")
    table = alternatives(graph, node="a")
    assert table.index.tolist() == ["rival", "peer"]
    assert table.loc["rival", "references"] == ["blog"]


def test_comparison(ecosystem_graph):
    table = comparison(ecosystem_graph, nodes=["Drone", "strider"])
    assert table["status"].tolist() == ["alive", "ended"]
    assert table.loc["drone", "categories"] == ["CI/CD"]


def test_connection_prefers_telling_paths(ecosystem_graph):
    table = connection(ecosystem_graph, source="fig", target="docker-inc", paths=2)
    best = table[table["path"] == 1]["sentence_en"].tolist()
    assert best[0] in ("Fig was made by Orchard.", "Fig was succeeded by Docker Compose (25 February 2015).")
    assert table["path"].max() == 2
    assert (table.groupby("path")["cost"].first().diff().dropna() >= 0).all()
    assert connection(ecosystem_graph, source="fig", target="Fig").empty


def test_direct_relations_come_first_all_of_them():
    graph = nx.MultiDiGraph()
    for source, predicate, target, fields in (
        ("kubernetes", "supports", "docker", {"until": "2022"}),
        ("docker", "integrates_with", "kubernetes", {}),
        ("paasta", "built_on", "docker", {}),
        ("paasta", "built_on", "kubernetes", {}),
    ):
        graph.add_edge(source, target, predicate=predicate, **fields)
    table = connection(graph, source="docker", target="kubernetes", paths=1)
    assert table.index.get_level_values("predicate").tolist()[:2] == ["integrates_with", "supports"]
    assert table["path"].tolist() == [1, 2, 3, 3]
    assert table["until"].tolist()[1] == "2022"


def test_connection_where_there_is_none():
    graph = nx.Graph()
    graph.add_nodes_from("ab")
    assert connection(graph, source="a", target="b").empty


def test_removal_of_a_vendor(ecosystem_graph):
    table = removal(ecosystem_graph, node="Docker, Inc.").reset_index()
    found = {(row.node, row.effect, row.distance) for row in table.itertuples()}
    assert ("compose", "goes", 0) in found
    assert ("drone", "depends", 1) in found
    assert ("dev", "last living", -1) in found


def effects(*relations, node, as_of=None, **begins):
    """The effects of a removal in a graph of tools and vendors; a vendor's name begins with a capital letter."""
    graph = nx.MultiDiGraph()
    for source, predicate, target, fields in relations:
        for end in (source, target):
            graph.add_node(end, kind="vendor" if end[0].isupper() else "tool", since=begins.get(end))
        graph.add_edge(source, target, predicate=predicate, **fields)
    found = removal(graph, node=node, as_of=as_of)["effect"]
    return found[found != "cut off"].to_dict()


def test_what_a_vendor_owns_goes_with_what_is_theirs():
    owners = (
        ("terraform", "made_by", "HashiCorp", {}),
        ("HashiCorp", "acquired_by", "IBM", {"since": "2024-04"}),
        ("HashiCorp", "owned_by", "IBM", {"since": "2025-02-27"}),
        ("lens", "acquired_by", "IBM", {"since": "2020"}),
        ("sold", "owned_by", "IBM", {"until": "2021"}),
        ("sold", "owned_by", "Mirantis", {"since": "2021"}),
    )
    assert effects(*owners, node="IBM") == dict.fromkeys(("IBM", "HashiCorp", "terraform", "lens"), "goes")
    assert effects(*owners, node="IBM", as_of="2020-12-31") == dict.fromkeys(("IBM", "lens", "sold"), "goes")


def test_what_joined_later_does_not_rest_on_the_whole():
    parts = (
        ("golang", "part_of", "images", {"since": "2014-06-12"}),
        ("nobody-dated", "part_of", "images", {"since": "2014-06-12"}),
        ("hello-world", "part_of", "images", {"since": "2014-07-09"}),
        ("images", "part_of", "hub", {}),
    )
    found = effects(*parts, node="hub", golang="2009-11-10", **{"hello-world": "2014-07-09"})
    assert found == {"hub": "goes", "images": "depends", "hello-world": "depends"}


def test_what_rested_once_or_may_rest_does_not_depend():
    relations = (
        ("docker", "depends_on", "libchan", {"until": "2014-06"}),
        ("swarm", "depends_on", "libchan", {"modality": "planned"}),
        ("docker-engine", "depends_on", "libchan", {"modality": "disputed"}),
        ("flynn", "depends_on", "libchan", {}),
    )
    assert effects(*relations, node="libchan", as_of="2020") == {"libchan": "goes", "flynn": "depends"}


def test_the_kite_hangs_by_a_thread(kite):
    points = articulation_points(kite)
    assert points["cut_off"].to_dict() == {7: 2, 8: 1}
    assert points["pieces"].to_dict() == {7: 2, 8: 2}


@pytest.mark.parametrize("seed", range(3))
def test_pieces_agree_with_removing_each_point(seed):
    graph = nx.gnp_random_graph(40, 0.05, seed=seed)
    points = articulation_points(graph)
    assert set(points.index) == set(nx.articulation_points(graph))
    for node, row in points.iterrows():
        rest = nx.node_connected_component(graph, node) - {node}
        sizes = sorted(map(len, nx.connected_components(graph.subgraph(rest))))
        assert (row["pieces"], row["cut_off"]) == (len(sizes), sum(sizes[:-1]))


@pytest.mark.parametrize("method", METHODS)
def test_all_pairs_at_once_agree_with_one_pair_at_a_time(method):
    graph = nx.gnp_random_graph(25, 0.2, seed=4)
    scores = score_matrix(adjacency_matrix(graph), method).toarray()
    for first, second in nx.non_edges(graph):
        if set(graph[first]) & set(graph[second]):
            assert scores[first, second] == pytest.approx(METHODS[method](graph, first, second))


def test_lock_in_by_hand(ecosystem_graph):
    table = lock_in(ecosystem_graph)
    assert table.loc["coreos", "lock_in"] == 1
    assert table.loc["docker-inc", "dependents"] == 1
    assert "orchard" not in table.index


def test_lock_in_counts_rivals_openness_and_dependents():
    graph = nx.MultiDiGraph()
    for tool, maker in (("a", "v"), ("b", "w"), ("alone", "v")):
        graph.add_node(tool, kind="tool")
        graph.add_edge(tool, maker, predicate="made_by")
    graph.add_edge("a", "ci", predicate="belongs_to")
    graph.add_edge("b", "ci", predicate="belongs_to")
    graph.add_edge("a", "mit", predicate="licensed_under")
    graph.add_edge("b", "alone", predicate="depends_on")
    index = lock_in(graph)["lock_in"]
    assert index["v"] == pytest.approx((0.25 * 1 + 1 * 2) / 3)
    assert index["w"] == pytest.approx(0.5)


def test_coverage_counts_the_living(ecosystem_graph):
    table = coverage(ecosystem_graph)
    assert table.loc["dev"].to_dict() == {"coreos": 0, "docker-inc": 1}
    assert "fig" not in str(gaps(ecosystem_graph)["members"].tolist())
    with pytest.raises(UsageError, match="vendor"):
        coverage(ecosystem_graph, across="colour")


def test_white_and_crowded_spots_by_hand():
    graph = nx.MultiDiGraph()
    for number, (concept, vendor) in enumerate([("x", "v")] * 3 + [("y", "w")] * 3):
        graph.add_node(number, kind="tool")
        graph.add_edge(number, concept, predicate="belongs_to")
        graph.add_edge(number, vendor, predicate="made_by")
    table = gaps(graph)
    assert table["spot"].tolist() == ["white", "white", "crowded", "crowded"]
    assert table.loc[("x", "w"), "expected"] == 1.5
    assert table.loc[("x", "v"), "residual"] == pytest.approx(1.5 / 1.5**0.5, abs=1e-4)


def test_entries_and_exits_by_hand(ecosystem_graph):
    flow = entries_and_exits(ecosystem_graph, as_of="2016").xs("all")
    assert flow["entered"].to_dict() == {2012: 1, 2013: 2, 2014: 1, 2015: 1, 2016: 0}
    assert flow["ended"].to_dict() == {2012: 0, 2013: 0, 2014: 0, 2015: 1, 2016: 0}
    assert flow["alive"].tolist() == [1, 3, 4, 4, 4]


def test_similarity_by_hand():
    graph = nx.Graph(["ax", "ay", "bx", "by", "cy"])
    found = similarity(graph, node="a", method="resource_allocation")["similarity"].to_dict()
    assert found == pytest.approx({"b": 1 / 2 + 1 / 3, "c": 1 / 3})
    assert similarity(graph, node="a")["similarity"].to_dict() == pytest.approx(
        {"b": sum(score for *_, score in nx.adamic_adar_index(graph, [("a", "b")])), "c": 0.9102392}, abs=1e-6
    )
    with pytest.raises(UsageError):
        similarity(graph, node="a", method="magic")


def test_the_missing_relation_of_a_near_complete_graph():
    graph = nx.complete_graph(5)
    graph.remove_edge(0, 1)
    assert predicted_relations(graph).index.tolist() == [(0, 1)]


def test_prediction_beats_chance_where_there_is_structure():
    graph = nx.connected_caveman_graph(8, 6)
    table = prediction_quality(graph)
    assert table.loc["adamic_adar", "auc"] > 0.9
    assert table.loc["chance", "auc"] == pytest.approx(0.5, abs=0.1)
    assert table.loc[["chance", "preferential_attachment"], "baseline"].all()


def test_prediction_of_later_years(ecosystem_graph):
    assert prediction_quality(ecosystem_graph, after="2014-06", repeats=1)["hidden"].max() == 2
    assert prediction_quality(ecosystem_graph, after="2020").empty


def test_profile_counts(ecosystem_graph):
    table = profile(ecosystem_graph)["value"]
    assert table["whole", "nodes"] == len(ecosystem_graph)
    assert table["whole", "relations"] == 15
    assert table["kind", "tool"] == 4
    assert table["status", "ended"] == 2
    assert table["evidence", "relations_with_reference"] == pytest.approx(2 / 15)


@pytest.fixture
def registries():
    graph = nx.MultiDiGraph(references={"article": {"accessed": "2026-01-01"}})
    graph.add_node("cncf", name="Cloud Native Computing Foundation", names=["CNCF"], kind="organisation")
    graph.add_node("distribution", name="Distributing images", names=["software"], kind="practice")
    graph.add_edge("registry-software", "registry", predicate="broader")
    for node, fields in {
        "harbor": {"since": "2014"},
        "quay": {"since": "2013"},
        "rkt": {"since": "2014", "until": "2019"},
        "later": {"since": "2027"},
    }.items():
        graph.add_node(node, kind="tool", **fields)
    for source, predicate, target, fields in (
        ("harbor", "belongs_to", "registry-software", {}),
        ("harbor", "hosted_by", "cncf", {"since": "2018", "references": ["article#2"]}),
        ("harbor", "licensed_under", "mit", {"until": "2016"}),
        ("harbor", "licensed_under", "apache-2.0", {"since": "2016"}),
        ("quay", "belongs_to", "registry", {}),
        ("quay", "hosted_by", "cncf", {"until": "2020"}),
        ("rkt", "hosted_by", "cncf", {"until": "2019"}),
        ("later", "hosted_by", "cncf", {"modality": "planned"}),
    ):
        graph.add_edge(source, target, predicate=predicate, **fields)
    return graph


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ({}, ["harbor", "quay", "rkt"]),
        ({"category": "registry"}, ["harbor", "quay"]),
        ({"category": "registry-software"}, ["harbor"]),
        ({"host": "CNCF"}, ["harbor", "rkt"]),
        ({"host": "cncf", "status": "ended"}, ["rkt"]),
        ({"host": "cncf", "as_of": "2017"}, ["quay", "rkt"]),
        ({"category": "distributing images"}, []),
        ({"category": "Software"}, ["harbor"]),
        ({"licence": "mit"}, []),
        ({"licence": "mit", "as_of": "2015"}, ["harbor"]),
        ({"category": "registry", "licence": "apache-2.0", "status": "alive"}, ["harbor"]),
        ({"kinds": ["organisation"]}, ["cncf"]),
        ({"named_in": "article"}, ["harbor"]),
        ({"status": "not yet"}, ["later"]),
    ],
)
def test_a_listing_meets_every_condition(asked, listed, registries):
    assert listing(registries, **asked).index.tolist() == listed


def test_a_listing_of_an_unknown_state_is_refused(registries):
    with pytest.raises(UsageError, match="ended"):
        listing(registries, status="dead")


@pytest.fixture
def licensed():
    """Two tools of a vendor and a person under one licence, which is the hub of all."""
    label = {"en": "made by", "zh": "创建者"}
    made_by = {"label": label, "inverse": label, "domain": ["tool", "vendor"], "range": ["vendor", "person"]}
    graph = nx.MultiDiGraph(vocabulary={"predicates": {"made_by": made_by}})
    for node, kind in {"a": "tool", "b": "tool", "V": "vendor", "P": "person", "mit": "licence", "W": "vendor"}.items():
        graph.add_node(node, kind=kind)
    for source, predicate, target in (
        ("a", "licensed_under", "mit"), ("b", "licensed_under", "mit"), ("a", "made_by", "V"), ("b", "made_by", "P"),
        ("a", "used_by", "W"), ("b", "used_by", "W"), ("V", "used_by", "mit"),
    ):  # fmt: skip
        graph.add_edge(source, target, predicate=predicate)
    return graph


def test_first_come_things_that_people_choose_between(licensed):
    assert set(importance(licensed)["kind"]) == set(structural_holes(licensed)["kind"]) == {"tool", "vendor"}
    assert importance(licensed, kinds=["all"]).index[0] == "mit"
    assert structural_holes(licensed, kinds=["all"]).index.symmetric_difference(list(licensed)).empty
    assert similarity(licensed, node="a").index.tolist() == ["b"]
    assert "mit" in similarity(licensed, node="a", kinds=["all"]).index
    assert similarity(licensed, node="V").index.tolist() == ["W"]


def test_ranks_are_those_among_all_nodes(licensed):
    everything = importance(licensed, kinds=["all"])
    for column in ("degree", "pagerank", "rank", "effective_size"):
        assert importance(licensed)[column].to_dict().items() <= everything[column].to_dict().items()


def test_only_what_some_predicate_may_join_is_predicted(licensed):
    kinds = {node: licensed.nodes[node]["kind"] for node in licensed}

    def predicted(**asked):
        return {frozenset(kinds[end] for end in pair) for pair in predicted_relations(licensed, **asked).index}

    assert predicted() == {frozenset({"vendor"}), frozenset({"tool", "vendor"})}
    assert frozenset({"licence", "person"}) not in predicted(kinds=["all"])


def test_lock_in_lists_vendors_and_says_what_is_unknown(licensed):
    table = lock_in(licensed)
    assert table.index.tolist() == ["V"]
    assert set(lock_in(licensed, kinds=["all"]).index) == {"V", "P"}
    licensed.remove_edge("a", "mit")
    row = lock_in(licensed).loc["V"]
    assert (row["closed"], row["unknown"]) == (0, 1)
    assert "100% of unknown licence" in row["why_en"]
