"""Answers against numbers from outside: published, from another library, or worked out by hand in a comment."""

from __future__ import annotations

import math

import networkx as nx
import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from ecosystem.analysis import (
    brokers,
    communities,
    community_agreement,
    comparison,
    connection,
    degree,
    eigenvector,
    facts,
    half_life,
    importance,
    lineage,
    overlap,
    predicted_relations,
    profile,
    removal,
    survival,
)
from ecosystem.analysis.communities import adjusted_rand, mutual_information
from ecosystem.analysis.prediction import _auc, _precision
from tests.analysis.test_time import TODAY, _patients

# Two divisions of forty things, drawn at random, and what scikit-learn 1.9.1 says of them.
FOUND = "2203101023130101321310131100111122111132"
GIVEN = "1434131024130201024310134113211120112132"


def two_triangles(misfiled: bool = False) -> nx.MultiDiGraph:
    """Return the triangles 1-2-3 and 4-5-6, joined by 3-4, filed as `a` and `b`; 3 as `b` too if misfiled."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(1, 7), kind="tool")
    graph.add_nodes_from("ab", kind="concept")
    for one, other in ((1, 2), (2, 3), (1, 3), (4, 5), (5, 6), (4, 6), (3, 4)):
        graph.add_edge(one, other, predicate="integrates_with")
    for tool in range(1, 7):
        graph.add_edge(tool, "a" if tool < (3 if misfiled else 4) else "b", predicate="belongs_to")
    return graph


def test_agreement_of_divisions_as_scikit_learn_computes_it():
    assert adjusted_rand(FOUND, GIVEN) == pytest.approx(0.36963023147267793)
    assert mutual_information(FOUND, GIVEN) == pytest.approx(0.43241887416713753)


def test_agreement_of_two_triangles_by_hand():
    # Modularity: each triangle holds 3 of 7 edges and half of all ends: 2 (3/7 - 1/4) = 5/14.
    row = community_agreement(two_triangles()).loc["category"]
    assert row[["nodes", "communities", "categories"]].tolist() == [6, 2, 2]
    assert row[["nmi", "ari", "modularity"]].tolist() == pytest.approx([1, 1, 5 / 14])
    # With 3 filed as b: 4 of 15 pairs are together in both, 6 and 7 in each, so 2.8 by chance: ARI (4 - 2.8) / (6.5 - 2.8).
    # NMI: shared ln2/3 - ln2/6 + ln1.5/2 = 0.31826; entropies ln2 and 0.63651, mean 0.66483. scikit-learn says the same.
    row = community_agreement(two_triangles(misfiled=True)).loc["category"]
    assert row[["nmi", "ari"]].tolist() == pytest.approx([0.47870397, 1.2 / 3.7])


def test_karate_club_is_divided_almost_as_well_as_can_be():
    # Brandes et al. ("On modularity clustering", 2008) prove that 0.4198 is the most, with four groups.
    karate = nx.karate_club_graph()
    groups = [set(members.index) for _, members in communities(karate).groupby("community")]
    assert 0.41 < nx.community.modularity(karate, groups, weight=None) < 0.41985


def test_resolution_finds_the_cliques_of_a_ring():
    # Fortunato and Barthelemy ("Resolution limit", 2007): of 30 cliques of 5 in a ring, modularity likes pairs better
    # (0.888) than cliques (0.876).
    ring = nx.ring_of_cliques(30, 5)
    whole = communities(ring)
    groups = [set(members.index) for _, members in whole.groupby("community")]
    assert nx.community.modularity(ring, groups) > 0.876
    assert whole["size"].max() >= 10
    assert communities(ring, resolution=4)["size"].unique().tolist() == [5]


def test_participation_of_the_hub_of_a_windmill_by_hand():
    # Three cliques of four share a hub: its nine neighbours are three in each group, so 1 - 3 (1/3)^2.
    hub = brokers(nx.windmill_graph(3, 4)).loc[0]
    assert hub["participation"] == pytest.approx(2 / 3)
    assert hub[["communities", "neighbours"]].tolist() == [3, 9]
    assert hub["between_en"].count("“") == 3


def test_florentine_degree_and_eigenvector_as_published():
    # Jackson, "Social and economic networks" (2008), table 2.1: the Medici have 6 marriages and eigenvector centrality 0.430.
    families = nx.florentine_families_graph()
    assert degree(families).loc[["Medici", "Strozzi", "Acciaiuoli"], "degree"].tolist() == [6, 4, 1]
    found = eigenvector(families)["eigenvector"]
    assert found[["Medici", "Strozzi", "Ridolfi"]].tolist() == pytest.approx([0.430, 0.356, 0.341], abs=0.001)


def test_importance_of_the_kite_holds_the_published_measures(kite):
    table = importance(kite)
    assert table["degree"].idxmax() == 3
    assert table["betweenness"].idxmax() == 7
    assert table["betweenness"].max() == pytest.approx(14 / 36)
    assert table["core"].to_dict() == nx.core_number(kite)
    assert table["effective_size"].to_dict() == pytest.approx(nx.effective_size(kite))


def test_confidence_of_the_textbook_s_patients():
    # Of Freireich's 6-MP group 1, 1, 1, 1 and 3 relapse of 17, 15, 12, 11 and 21 at risk up to week 16: S = 0.6275; Greenwood's
    # sum 0.03304 gives log(-log S) a standard error of 0.390, so 0.6275 ** exp(±1.96 * 0.390).
    expected = [0.6275, 0.3675, 0.8049]
    row = survival(_patients(), as_of=TODAY).xs("all").loc[: 1600 / 365.25 + 0.01].iloc[-1]
    assert row[["survival", "lower", "upper"]].tolist() == pytest.approx(expected, abs=5e-4)
    # Five years are 18.3 of those weeks; the next relapse is in week 22.
    half = half_life(_patients(), as_of=TODAY).loc["all"]
    assert half[["five_years", "lower", "upper"]].tolist() == pytest.approx(expected, abs=5e-4)


def test_karate_club_profile_as_published():
    # Zachary 1977: 34 members, 78 ties; mean clustering 0.571.
    found = profile(nx.karate_club_graph())["value"]
    assert (found["whole", "nodes"], found["whole", "relations"]) == (34, 78)
    assert found["structure", "clustering"] == pytest.approx(0.571, abs=0.0005)
    assert found["structure", "mean_degree"] == pytest.approx(156 / 34)
    assert found["structure", "density"] == pytest.approx(78 / math.comb(34, 2))
    assert found["structure", "highest_degree"] == 17


def test_the_cost_of_a_path_by_hand():
    # Two steps of a predicate of no family cost 1.2 each; the node passed has two neighbours: log2(2) / 2.
    graph = nx.MultiDiGraph([("a", "x", {"predicate": "knows"}), ("b", "x", {"predicate": "knows"})])
    assert connection(graph, source="a", target="b")["cost"].tolist() == pytest.approx([2.9, 2.9])


def test_the_one_missing_pair_scores_what_it_must():
    # In a complete graph of five without 0-1, the two share three neighbours of degree four.
    graph = nx.complete_graph(5)
    graph.remove_edge(0, 1)
    assert predicted_relations(graph).loc[(0, 1), ["score", "shared"]].tolist() == [0.75, 3]
    assert predicted_relations(graph, method="adamic_adar")["score"].item() == pytest.approx(3 / math.log(4))
    assert predicted_relations(graph, method="jaccard")["score"].item() == 1


def test_auc_is_mann_whitney_s_statistic_and_precision_counts_ties_in_part():
    random = np.random.default_rng(1)
    good, bad = random.integers(0, 6, 50).astype(float), random.integers(0, 5, 40).astype(float)
    assert _auc(good, bad) == pytest.approx(mannwhitneyu(good, bad).statistic / (50 * 40))
    # The two best are the 3 and one of the three that tie at 1, of which one is good: (1 + 1/3) / 2.
    assert _precision(np.array([3.0, 1.0]), np.array([1.0, 1.0])) == pytest.approx(2 / 3)


def test_overlap_by_address_by_name_and_not_at_all():
    ours, theirs = nx.MultiDiGraph(), nx.MultiDiGraph()
    ours.add_node("drone", name="Drone", kind="tool", repositories=["https://github.com/harness/drone"])
    ours.add_node("fig", name="Fig", kind="tool", names=["Fig", "无花果"])
    ours.add_node("ci", name="Chef", kind="concept")
    theirs.add_node(1, name="Gitness", kind="tool", homepage="http://www.github.com/harness/drone.git")
    theirs.add_node(2, name="FIG (archived)", kind="tool")
    theirs.add_node(3, name="Chef", kind="tool")
    theirs.add_node("s", name="Build", kind="concept")
    theirs.add_edge(3, "s", predicate="belongs_to")
    table = overlap(ours, other=theirs)
    assert table["matched_by"].tolist() == ["identity", "name", None]
    assert table["ours"].tolist() == ["drone", "fig", None]
    assert table["on_map"].sum() == 2
    assert table.loc[3, "section"] == "Build"


def test_of_a_stack_what_its_services_run_is_compared_and_not_what_they_are_called():
    ours, stack = nx.MultiDiGraph(), nx.MultiDiGraph()
    ours.add_node("postgresql", name="PostgreSQL", kind="tool", images=["docker.io/library/postgres"])
    ours.add_node("twitter", name="X", kind="vendor")
    stack.add_nodes_from(ours.nodes(data=True))
    stack.add_node("image-own", name="docker.io/own/thing", kind="tool", images=["docker.io/own/thing"])
    for service, image in (("X", "image-own"), ("db", "postgresql"), ("replica", "postgresql")):
        stack.add_node(service, name=service, kind="workload")
        stack.add_edge(service, image, predicate="built_on")
    table = overlap(ours, other=stack)
    assert table["ours"].to_dict() == {"image-own": None, "postgresql": "postgresql"}
    assert table["section"].to_dict() == {"image-own": "X", "postgresql": "db, replica"}


def test_facts_are_all_there_once(ecosystem_graph):
    # Strider: kind, name, start; one milestone; one relation.
    told = facts(ecosystem_graph, node="strider")["fact"].tolist()
    assert told == ["kind", "name", "since", "archived", "belongs_to"]
    assert facts(ecosystem_graph, node="strider", as_of="2014")["fact"].tolist() == [
        fact for fact in told if fact != "archived"
    ], "what had not yet happened is no fact"
    told = facts(ecosystem_graph, node="fig")
    assert told[told["target"].notna()]["fact"].tolist() == ["belongs_to", "made_by", "succeeded_by"]
    assert told[told["fact"] == "succeeded_by"]["references"].item() == ["blog#3"]


def test_comparison_counts_by_hand(ecosystem_graph):
    # Compose: three relations out, two in, of which Drone depends on it; one reference, the blog on Fig's succession.
    row = comparison(ecosystem_graph, nodes=["compose"]).loc["compose"]
    assert row[["dependents", "relations", "references"]].tolist() == [1, 5, 1]
    assert row["kept_by"] == ["Docker, Inc."]


def test_lineage_of_a_chain_counts_its_steps():
    graph = nx.MultiDiGraph()
    nx.add_path(graph, "abcd", predicate="succeeded_by")
    assert lineage(graph, node="b")["step"].tolist() == [-1, 1, 2]


def test_a_category_with_a_living_member_further_down_is_not_empty():
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(["docker", "podman"], kind="tool")
    for source, predicate, target in (
        ("engine", "broader", "run"),
        ("docker", "belongs_to", "run"),
        ("podman", "belongs_to", "engine"),
    ):
        graph.add_edge(source, target, predicate=predicate)
    assert "last living" not in removal(graph, node="docker")["effect"].tolist()
    lost = removal(graph, node="podman")
    assert lost[lost["effect"] == "last living"].index.tolist() == ["engine"]
