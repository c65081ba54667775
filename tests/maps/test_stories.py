from __future__ import annotations

from pathlib import Path

import networkx as nx

from ecosystem.maps import MAPS, resolve_map
from ecosystem.maps.stories import dated, nodes_of, read_story, told
from tests.maps.graphs import small


def test_a_story_is_read_from_a_small_file(tmp_path: Path) -> None:
    path = tmp_path / "story.yaml"
    path.write_text(
        "- {en: Look., zh: 看。, view: network, selected: [fig], focus: {node: acme, depth: 2}}\n", encoding="utf-8"
    )
    (step,) = read_story(path)
    assert (step.caption.en, step.caption.zh) == ("Look.", "看。")
    assert step.state == {"view": "network", "selected": ["fig"], "focus": {"node": "acme", "depth": 2}}
    assert nodes_of(step) == {"fig", "acme"}


def test_a_story_is_told_only_where_its_nodes_are(docker: nx.MultiDiGraph) -> None:
    story = MAPS["ecosystem"].story
    assert len(resolve_map(MAPS["ecosystem"], docker).payload["story"]) == len(story) > 3
    assert resolve_map(MAPS["ecosystem"], small()).payload["story"] == []
    assert told((), ()) == ()


def test_today_is_the_month_of_the_newest_source(docker: nx.MultiDiGraph) -> None:
    assert dated({"date": "today", "against": "2014-11"}, "2026-11-23") == {"date": "2026-11", "against": "2014-11"}
    assert dated({"date": "today"}, None) == {"date": None}
    assert dated({"date": "2014-11"}, "2026-11-23") == {"date": "2014-11"}
    payload = resolve_map(MAPS["ecosystem"], docker).payload
    assert payload["story"][-1]["state"]["date"] == payload["map"]["today"][:7]
