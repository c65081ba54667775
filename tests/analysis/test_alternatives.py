"""How good the alternatives are, against known answers, and that what must not be named is not."""

from __future__ import annotations

import zlib
from pathlib import Path

import networkx as nx
import pytest
import yaml

from ecosystem.analysis import alternatives
from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry

ANSWERS = Path(__file__).parents[1] / "data" / "alternatives.yaml"
TOP = 5
LEAST_RECALL, LEAST_PRECISION = 0.72, 0.63
# Named all the same: both run containers on AWS; both build from source code; both show clusters.
DISPUTED = {
    ("aws-fargate", "amazon-ecs"),
    ("amazon-ecs", "aws-fargate"),
    ("cloud-native-buildpacks", "herokuish"),
    ("lens", "docker-desktop"),
}


@pytest.fixture(scope="module")
def answers():
    topics = yaml.safe_load(ANSWERS.read_text(encoding="utf-8"))["topics"]
    return {query: known for topic in topics for query, known in topic["queries"].items()}


@pytest.fixture(scope="module")
def ranked(docker, answers):
    rivalry = Rivalry(docker, reference_day(docker))
    return {query: [other for other, _ in rivalry.ranked(query)][:TOP] for query in answers}


def held_out(query):
    return zlib.crc32(query.encode()) % 2 == 1


def test_the_answers_are_about_nodes_of_the_catalogue(docker, answers):
    assert len(answers) >= 80
    for query, answer in answers.items():
        named = {query, *answer["known"], *answer["never"]}
        assert named <= set(docker), (query, named - set(docker))
        assert not set(answer["known"]) & set(answer["never"]), query


@pytest.mark.parametrize("half", [False, True], ids=["development", "held out"])
def test_most_of_the_first_five_are_known_and_most_known_are_among_them(answers, ranked, half):
    queries = [query for query in answers if held_out(query) is half]
    hits = {query: len(set(ranked[query]) & set(answers[query]["known"])) for query in queries}
    recall = sum(hits[query] / min(TOP, len(answers[query]["known"])) for query in queries) / len(queries)
    precision = sum(hits.values()) / (TOP * len(queries))
    assert recall >= LEAST_RECALL
    assert precision >= LEAST_PRECISION


def test_successors_parts_bases_and_complements_are_not_named(answers, ranked):
    wrong = {(query, other) for query, others in ranked.items() for other in others if other in answers[query]["never"]}
    assert wrong <= DISPUTED


@pytest.mark.parametrize("query", ["drone", "docker-inc"])
def test_the_table_has_the_same_order(docker, ranked, query):
    table = alternatives(docker, node=query, top=TOP)
    assert table.index.tolist() == ranked[query]
    assert table["score"].is_monotonic_decreasing
    assert (table["reasons_en"].str.startswith("both are in") | table["named"].gt(0)).all()
    assert table[["job", "likeness", "known", "life", "named"]].stack().between(0, 1).all()


@pytest.fixture
def rivals():
    """Return a tool and what it has to do with: peers in its category and beside it, a base, a complement, a rival."""
    graph = nx.MultiDiGraph()
    for tool, category in (
        *(("a", "ci"), ("peer", "ci"), ("base", "ci"), ("complement", "hosting"), ("rival", "editors")),
        *((f"other-{number}", f"topic-{number}") for number in range(9)),
    ):
        graph.add_node(tool, kind="tool")
        graph.add_edge(tool, category, predicate="belongs_to")
    for concept, wider in (("ci", "delivery"), ("hosting", "delivery"), ("delivery", "all"), ("editors", "all")):
        graph.add_edge(concept, wider, predicate="broader")
    graph.add_edge("a", "base", predicate="built_on")
    graph.add_edge("a", "complement", predicate="integrates_with")
    graph.add_edge("rival", "a", predicate="competes_with", references=["blog"])
    return graph


def test_peers_and_named_rivals_are_found_kin_and_complements_are_not(rivals):
    table = alternatives(rivals, node="a")
    assert set(table.index) == {"peer", "rival"}
    assert table.loc["peer", "job"] == 1
    assert table.loc["rival", "job"] < 0.7
    assert table["named"].to_dict() == {"peer": 0, "rival": 1}
    assert table.loc["rival", "references"] == ["blog"]


def test_a_complement_in_the_same_category_may_take_its_place(rivals):
    rivals.add_edge("complement", "ci", predicate="belongs_to")
    assert "complement" in alternatives(rivals, node="a").index


def test_what_ended_before_the_other_began_shares_no_life(rivals):
    rivals.nodes["a"]["since"] = "2015"
    rivals.nodes["peer"].update(since="2010", until="2014")
    table = alternatives(rivals, node="a", as_of="2020")
    assert table.loc["peer", ["life", "status"]].tolist() == [0, "ended"]
    assert "peer" not in alternatives(rivals, node="a", as_of="2020", alive=True).index


def test_vendors_compete_where_their_products_do():
    graph = nx.MultiDiGraph()
    for vendor, tool, category in (("x", "drone", "ci"), ("y", "jenkins", "ci"), ("z", "etcd", "store")):
        graph.add_node(vendor, kind="vendor")
        graph.add_node(tool, kind="tool")
        graph.add_edge(tool, category, predicate="belongs_to")
        graph.add_edge(tool, vendor, predicate="made_by")
    assert alternatives(graph, node="x").index.tolist() == ["y"]
