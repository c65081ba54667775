"""What is said about a node, and how it is found."""

from __future__ import annotations

import networkx as nx
import pytest

from ecosystem.analysis import categories, describe, find
from ecosystem.analysis.wording import date_in_words, listed, sentence
from ecosystem.errors import Text, UnknownNodeError
from ecosystem.graph import find_node


def test_sentences_in_both_languages_and_directions(ecosystem_graph):
    table = describe(ecosystem_graph, node="Orchard")
    row = table.loc[("orchard", "acquired_by", "docker-inc")]
    assert row["sentence_en"] == "Orchard was acquired by Docker, Inc. (23 July 2014)."
    assert row["sentence_zh"] == "Orchard 被 Docker, Inc. 收购（2014年7月23日）。"
    assert row["references"] == ["blog#2"]
    made = table.loc[("fig", "made_by", "orchard")]
    assert (made["direction"], made["sentence_en"]) == ("in", "Orchard made Fig.")


def test_a_forecast_is_no_fact(ecosystem_graph):
    said = describe(ecosystem_graph, node="compose").loc[("compose", "succeeded_by", "drone")]
    assert said["modality"] == "forecast"
    assert said["sentence_en"].startswith("Forecast: ")
    assert said["sentence_zh"].startswith("预测：")


def test_a_loop_and_parallel_relations():
    graph = nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b")])
    assert len(describe(graph, node="a")) == 3


def test_unknown_node(ecosystem_graph):
    with pytest.raises(UnknownNodeError, match="quay"):
        describe(ecosystem_graph, node="quya")


@pytest.mark.parametrize(
    ("date", "en", "zh"),
    [
        ("2015-02-25", "25 February 2015", "2015年2月25日"),
        ("2013-12", "December 2013", "2013年12月"),
        ("2014", "2014", "2014年"),
        (None, "", ""),
    ],
)
def test_dates_are_as_precise_as_they_are_known(date, en, zh):
    assert date_in_words(date) == Text(en, zh)


def test_an_ended_relation_tells_both_dates():
    graph = nx.MultiDiGraph()
    said = sentence(graph, "a", "b", {"predicate": "owned_by", "since": "2014", "until": "2016-05"})
    assert said.en == "a owned by b (2014 to May 2016)."


def test_lists():
    assert listed([Text("a", "甲"), Text("b", "乙"), Text("c", "丙")]) == Text("a, b and c", "甲、乙和丙")
    assert listed([]) == Text("", "")


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("drone", "drone"),
        ("DRONE CI", "drone"),
        ("镜像", "registry"),
        ("dorne", "drone"),
        ("Docker compos", "compose"),
        ("docker", "compose"),
    ],
)
def test_find(ecosystem_graph, text, node):
    assert node in find(ecosystem_graph, text).index[:2]


def test_a_reader_sees_what_matched_in_the_own_language():
    graph = nx.Graph()
    graph.add_node("k", name="Kong", summary_en="Gateway for programming interfaces.", summary_zh="Gateway 软件。")
    row = find(graph, "gateway").loc["k"]
    assert row[["matched_en", "matched_zh", "field"]].tolist() == [
        "Gateway for programming interfaces.",
        "Gateway 软件。",
        "summary",
    ]
    assert find(graph, "软件").loc["k", "matched_en"] == "Gateway 软件。"


def test_a_blank_between_scripts_does_not_matter():
    graph = nx.Graph()
    graph.add_node("gateway", name="API gateway", name_zh="API 网关")
    assert find(graph, "api网关").loc["gateway", "score"] == 1
    assert find_node(graph, "API网关") == "gateway"


def test_find_prefers_what_is_equal_and_finds_nothing_in_nothing(ecosystem_graph):
    assert find(ecosystem_graph, "fig").index[0] == "fig"
    assert find(ecosystem_graph, "fig").iloc[0]["score"] == 1
    assert find(ecosystem_graph, "  ").empty
    assert find(ecosystem_graph, "zzzzzz").empty


def test_find_by_repository_and_former_name():
    graph = nx.MultiDiGraph()
    graph.add_node("docker-inc", name="Docker, Inc.", former_names=[{"name": "dotCloud, Inc.", "until": "2013-10-29"}])
    graph.add_node(
        "fig", name="Fig", repositories=["https://github.com/docker/fig"], images=["docker.io/orchardup/fig"]
    )
    assert find(graph, "dotcloud").iloc[0]["field"] == "former name"
    assert find(graph, "github.com/docker/fig").index[0] == "fig"
    assert find(graph, "orchardup").index[0] == "fig"


def test_categories(ecosystem_graph):
    table = categories(ecosystem_graph)
    assert table.loc["drone"].tolist() == ["ci", "ci", 1, ["ci"]]
    assert table.loc["all", "depth"] == 0
    assert table.loc["coreos", "depth"] == -1
