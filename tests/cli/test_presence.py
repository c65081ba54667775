"""What was not there on the day that is asked of: the answer says when it was, in both languages."""

from __future__ import annotations

import pytest

GRAPH = {
    "nodes": [
        {"id": "young", "name": "Young", "name_zh": "新", "kind": "tool", "since": "2019-04-11"},
        {"id": "old", "name": "Old", "kind": "tool", "since": "2012", "until": "2013-05"},
        {"id": "heir", "name": "Heir", "kind": "tool", "since": "2013", "names": ["Heir", "Old"]},
        {"id": "undated", "name": "Undated", "kind": "tool", "references": ["page"]},
    ],
    "edges": [],
    "graph": {"references": {"page": {"title": "Page", "date": "2021-03"}}},
}
ONE = ("show", "describe", "chronicle", "similar", "find")
JUDGED = ("fate", "alternatives", "lineage", "removal", "support")


@pytest.fixture
def run(ask):
    asked = ask(GRAPH)

    def call(*arguments, lang="en"):
        code, _, told = asked(*arguments, lang=lang)
        return code, told

    return call


@pytest.mark.parametrize("command", [*ONE, *JUDGED])
@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        ("young", "en", "Young began on 2019-04-11, after 2014"),
        ("新", "zh", "新 始于 2019-04-11，晚于 2014"),
        ("Old", "en", "Old ended on 2013-05"),
        ("undated", "en", "before 2021-03"),
    ],
)
def test_a_node_that_was_not_there_is_told_with_its_dates(command, name, lang, words, run):
    code, said = run(command, name, "--as-of", "2014", "--graph", "graph.json", lang=lang)
    assert words in said
    assert "--as-of" in said
    assert code == (0 if command in ("fate", "removal") else 1 if command in (*JUDGED, "find") else 2)


def test_each_of_several_is_told(run):
    assert run("connection", "young", "Old", "--as-of", "2014", "--graph", "graph.json")[1].count("--as-of") == 2
    assert run("compare", "young", "Old", "--as-of", "2014", "--graph", "graph.json")[1].count("--as-of") == 2


@pytest.mark.parametrize("file", ["map.html", "map.svg"])
def test_a_map_cannot_turn_about_what_was_not_there(file, run, tmp_path):
    code, said = run("map", "graph.json", "--focus", "young", "--as-of", "2014", "-o", file, "--no-open")
    assert (code, "2019-04-11" in said, (tmp_path / file).exists()) == (2, True, False)


def test_what_was_there_is_shown_without_a_word(run):
    assert run("show", "Old", "--as-of", "2012", "--graph", "graph.json") == (0, "")
