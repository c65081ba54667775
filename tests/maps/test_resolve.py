from __future__ import annotations

import json
from itertools import accumulate

import networkx as nx
import pandas as pd
import pytest

from ecosystem.errors import Text, UsageError
from ecosystem.maps import MAPS, Channel, MapSpec, resolve_map
from ecosystem.maps.gallery import neighbourhood
from tests.maps.graphs import small

SPEC = MapSpec(id="test")
GRAPHS = [small(), nx.karate_club_graph(), nx.MultiDiGraph(), nx.path_graph(1), nx.DiGraph([((1, 2), (3, 4))])]


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: f"{len(graph)} nodes")
def test_every_map_of_the_gallery_takes_any_graph(name: str, graph: nx.Graph) -> None:
    payload = resolve_map(MAPS[name], graph).payload
    assert json.loads(json.dumps(payload, allow_nan=False))["map"]["id"] == name


@pytest.mark.parametrize(
    ("attributes", "title"),
    [
        ({"title": "Mine"}, {"en": "Mine", "zh": "Mine"}),
        ({"title": {"en": "Mine", "zh": "我的"}}, {"en": "Mine", "zh": "我的"}),
        ({"title": 7}, {"en": "7", "zh": "7"}),
        ({"title": [], "name": "karate"}, {"en": "karate", "zh": "karate"}),
        ({"title": {"de": "Meins"}, "name": " "}, {"en": "Map", "zh": "地图"}),
    ],
)
def test_a_graph_may_say_its_title_as_it_likes(attributes: dict[str, object], title: dict[str, str]) -> None:
    graph = nx.path_graph(2)
    graph.graph.update(attributes)
    payload = resolve_map(SPEC, graph).payload
    assert payload["map"]["title"] == title
    assert (
        payload["categories"]["label"][0]["en"]
        if isinstance(payload["categories"], dict)
        else payload["categories"][0]["label"]
    )


def test_the_docker_catalogue_resolves_to_every_map(docker: nx.MultiDiGraph) -> None:
    whole = resolve_map(MAPS["ecosystem"], docker).payload
    assert len(whole["nodes"]["id"]) == len(docker)
    assert len(whole["edges"]["target"]) == docker.number_of_edges()
    assert whole["map"]["today"] == max(ref["accessed"] for ref in whole["references"] if ref.get("accessed"))
    ego = resolve_map(neighbourhood("docker"), docker).payload
    assert set(ego["nodes"]["id"]) == set(nx.ego_graph(docker, "docker", undirected=True))


def test_the_payload_says_what_the_graph_says() -> None:
    payload = resolve_map(SPEC, small()).payload
    nodes, edges = payload["nodes"], payload["edges"]
    rows = [
        (nodes["id"][source], payload["predicates"][predicate]["id"], nodes["id"][target])
        for source, target, predicate in zip(
            accumulate(edges["source"]), edges["target"], edges["predicate"], strict=True
        )
    ]
    assert sorted(rows) == sorted((u, d["predicate"], v) for u, v, d in small().edges(data=True))
    forecast = rows.index(("fig", "succeeded_by", "compose"))
    assert edges["modality"] == {forecast: "forecast"}
    assert edges["refs"] == {forecast: [[0, "§ 3"]]}
    assert payload["references"][0] == {"id": "news", "title": "News", "accessed": "2026-01-02"}
    assert edges["note"] == {rows.index(("fig", "similar_to", "compose")): ["In spirit.", "精神上。"]}
    assert edges["since"] == {rows.index(("compose", "belongs_to", "run")): "2014"}
    assert edges["until"] == {rows.index(("compose", "made_by", "acme")): "2020"}
    assert nodes["zh"] == {0: "一切", 1: "构建", 2: "运行", 5: "极致软件"}
    assert nodes["since"] == {3: "2013-12"}
    assert all(date == "2026-01-02" or date < "2026" for date in nodes["known"].values())
    assert not nodes["known"].keys() & nodes["since"].keys()
    assert nodes["more"][3] == {"aliases": ["fig.sh"]}
    assert nodes["pinyin"][5].split()[0] == "ji'zhi'ruan'jian"
    assert payload["map"]["today"] == "2026-01-02"


def test_the_graph_is_left_as_it_was() -> None:
    graph = nx.karate_club_graph()
    before = json.dumps(nx.node_link_data(graph, edges="edges"))
    resolve_map(SPEC, graph)
    assert json.dumps(nx.node_link_data(graph, edges="edges")) == before


def test_given_positions_are_kept() -> None:
    graph = nx.path_graph(3)
    placed = resolve_map(SPEC, graph, positions={0: (0, 0), 1: (10.4, -5), 2: (7, 9.6)})
    assert placed.payload["nodes"]["x"] == [0, 10, 7]
    assert placed.payload["nodes"]["y"] == [0, -5, 10]


def test_size_and_colour_take_columns_of_a_table() -> None:
    graph = nx.path_graph(4)
    table = pd.DataFrame({"score": [0.0, 1.0, 2.0, 4.0], "group": ["a", "a", "b", None]}, index=list(graph))
    spec = MapSpec(id="m", size=Channel("score", scale="linear"), colour=Channel("group", title=Text("Group", "组")))
    payload = resolve_map(spec, graph, table=table).payload
    assert payload["nodes"]["importance"] == [0, 250, 500, 1000]
    assert payload["colouring"]["of"] == [0, 0, 1, -1]
    assert [entry["label"]["en"] for entry in payload["colouring"]["entries"]] == ["a", "b"]
    assert payload["legend"][0]["title"] == {"en": "Group", "zh": "组"}


def test_colours_that_stand_for_words_are_named_in_both_languages() -> None:
    table = {"group": {0: Text("ships", "船"), 1: Text("trains", "火车"), 2: Text("ships", "船")}}
    spec = MapSpec(id="m", colour=Channel("group", title=Text("Group", "组")))
    entries = resolve_map(spec, nx.path_graph(3), table=table).payload["colouring"]["entries"]
    assert [entry["label"] for entry in entries] == [{"en": "ships", "zh": "船"}, {"en": "trains", "zh": "火车"}]


def test_the_legend_of_sizes_shows_the_least_a_middling_and_the_most() -> None:
    graph = nx.path_graph(6)
    table = {"score": dict(enumerate([0.0, 0.25, 2.1, 4.0, None]))}
    channel = Channel("score", scale="linear", title=Text("Score", "得分"))
    size = resolve_map(MapSpec(id="m", size=channel), graph, table=table).payload["legend"][1]
    assert size["title"] == {"en": "Score", "zh": "得分"}
    # a radius is 4 + 26 (value / most)²: 4 for nothing, 4 + 26 · 0.525² = 11 for 2.1 of 4, 30 for the most; a node
    # without a value is no example
    assert [(entry["label"]["en"], entry["radius"]) for entry in size["entries"]] == [("0", 4), ("2.1", 11), ("4", 30)]


def test_where_all_are_of_one_size_there_is_no_legend_of_sizes() -> None:
    assert len(resolve_map(MapSpec(id="m"), nx.cycle_graph(4)).payload["legend"]) == 1


def test_numbers_are_coloured_in_classes_of_equal_width() -> None:
    graph = nx.path_graph(7)
    table = {"score": {node: float(node) for node in graph}}
    payload = resolve_map(MapSpec(id="m", colour=Channel("score", scale="linear")), graph, table=table).payload
    assert payload["colouring"]["of"] == [0, 1, 2, 3, 4, 5, 5]
    assert payload["colouring"]["entries"][0]["label"]["en"] == "0 – 1"


@pytest.mark.parametrize("channel", ["colour", "size"])
def test_an_unknown_column_is_refused_with_those_that_exist(channel: str) -> None:
    spec = MapSpec(id="mine", **{channel: Channel("rank", scale="linear")})  # type: ignore[arg-type]
    with pytest.raises(
        UsageError, match=rf"map 'mine', {channel}: there is no column 'rank'; there are .*degree.*maturity"
    ):
        resolve_map(spec, small())


def test_words_on_a_scale_of_numbers_are_refused() -> None:
    with pytest.raises(UsageError, match="map 'mine', size: the column 'kind' holds words"):
        resolve_map(MapSpec(id="mine", size=Channel("kind", scale="log")), small())


def test_an_unknown_layout_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UsageError, match="asks for the layout 'spiral'; there are atlas, communities"):
        resolve_map(MapSpec(id="mine", layout="spiral"), small())


ODD = [
    5,
    True,
    "text",
    b"bytes",
    ["a"],
    [5],
    {"a": 1},
    {1, 2},
    [None],
    [{}],
    [{"event": None, "date": ["x"]}],
    object(),
]


@pytest.mark.parametrize(
    "field",
    "name kind since references milestones figures cycles notes aliases former_names attributes summary_en modality "
    "predicate vocabulary title".split(),
)
def test_attributes_of_any_type_make_a_map(field: str) -> None:
    for odd in [*ODD, [{"date": "2014", "references": 5}]]:
        graph = small()
        owners = [graph.nodes["fig"], next(iter(graph.edges(data=True)))[2], graph.graph]
        for owner in owners:
            owner[field] = odd
        payload = resolve_map(SPEC, graph, positions=dict.fromkeys(graph, (0, 0))).payload
        assert len(payload["nodes"]["id"]) == len(graph)
        assert all(owner[field] is odd for owner in owners)
        json.dumps(payload, allow_nan=False)
