"""Wrong input, as a stranger gives it: a message with a remedy in both languages, the right exit code, never a traceback."""

from __future__ import annotations

import json

import pytest

from tests.cli.chinese import english_left

GRAPH = {
    "nodes": [{"id": "a", "kind": "tool", "references": ["page"]}, {"id": "b", "kind": "tool"}],
    "edges": [{"source": "a", "target": "b", "predicate": "supports"}],
    "graph": {"references": {"page": {"title": "Page"}}},
}
DEEP = "[" * 100_000
CHAIN = "\n".join(f"  s{n}: &s{n} [{', '.join([f'*s{n - 1}'] * 9)}]" for n in range(1, 9))
BOMB = f"services:\n  s0: &s0 [x]\n{CHAIN}\n  end: {{image: *s8, depends_on: *s8}}\n"
ENTRY = "landscape:\n- name: A\n  subcategories:\n  - name: B\n    items:\n    - name: C\n      "


@pytest.fixture
def run(ask):
    asked = ask(GRAPH)

    def call(*arguments, lang="en"):
        code, printed, told = asked(*arguments, lang=lang)
        if lang == "zh":
            assert english_left(printed + told if arguments[0] == "check" else told) == []
        if lang == "en":  # and whatever it says, it says in Chinese as well
            assert call(*arguments, lang="zh")[0] == code
        return code, printed + told

    return call


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (DEEP, ["JSON"]),
        ("[1, 2]", ["node-link"]),
        ("{}", ["node-link", "'nodes'", "'edges'"]),
        (
            json.dumps({"nodes": [1, {"id": "a"}], "links": [{"source": "a"}, {}]}),
            ["nodes[0]", "links[0]", "links[1]", "source, target"],
        ),
    ],
)
def test_json_that_is_no_graph_is_told_whole(text, words, lang, run, tmp_path):
    (tmp_path / "wrong.json").write_text(text, encoding="utf-8")
    code, said = run("check", "wrong.json", lang=lang)
    assert code == 3
    assert [word for word in words if word not in said] == []
    assert "networkx.node_link_data" in said


@pytest.mark.parametrize("indent", [None, 1])
def test_json_names_the_line_of_what_is_wrong(indent, run, tmp_path):
    nodes = [{"id": "a", "[": ['"}]', 1]}, {"name": "no id"}, {"id": {}}]
    links = [{"source": "a", "target": "a"}, {"source": "a", "target": None}, {"source": "a", "target": "a", "key": []}]
    content = {"links": [], "graph": 5, "multigraph": True, "nodes": nodes}
    text = json.dumps(content, indent=indent).removesuffix("\n}").removesuffix("}")
    text += f', "links":{json.dumps(links, indent=indent)}}}'  # of two fields with one name the later counts
    (tmp_path / "wrong.json").write_text(text, encoding="utf-8")
    code, said = run("check", "wrong.json")
    starts = [
        '{"name"',
        '{"id":{}',
        '{"source":"a","target":null',
        '{"source":"a","target":"a","key"',
        '5,"multigraph"',
    ]
    bare = "".join(text.split())
    offsets = [_offset(text, bare.index(start)) for start in starts]
    wanted = [f"wrong.json:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at)}: " for at in offsets]
    assert code == 3
    assert [line for line in wanted if line not in said] == []
    assert said.count("wrong.json:") == len(wanted)


def _offset(text, number):
    """Return where the letter stands that is `number` when blanks are not counted."""
    return [at for at, letter in enumerate(text) if not letter.isspace()][number]


def test_an_edge_that_leads_nowhere_has_its_line(run, tmp_path):
    text = '{"nodes": [{"id": "a"}],\n"edges": [\n {"source": "a", "target": "b"}]}'
    (tmp_path / "loose.json").write_text(text, encoding="utf-8")
    code, said = run("check", "loose.json")
    assert (code, "loose.json:3:2: " in said) == (3, True)


@pytest.mark.parametrize(
    ("name", "text", "places"),
    [
        ("compose.yaml", "services:\n  a:\n    image: [1]\n    depends_on: 5\n", [":3:5:", ":4:5:"]),
        ("landscape.yml", "landscape:\n- name: A\n  subcategories: 5\n", [":3:3:"]),
        ("landscape.yml", "landscape:\n- name: A\n  subcategories:\n  - name: B\n    items: text\n", [":5:5:"]),
        ("landscape.yml", f"{ENTRY}extra: 3\n      second_path: 4\n      1: x\n", [":7:7:", ":8:7:"]),
    ],
)
def test_a_part_of_the_wrong_shape_is_told_with_its_line(name, text, places, run, tmp_path):
    (tmp_path / name).write_text(text, encoding="utf-8")
    code, said = run("check", name)
    assert code == 3
    assert [place for place in places if f"{name}{place}" not in said] == []
    assert said.count("wrong shape") == len(places)


def test_a_chain_of_aliases_is_refused(run, tmp_path):
    (tmp_path / "compose.yaml").write_text(BOMB, encoding="utf-8")
    code, said = run("check", "compose.yaml")
    assert (code, "unfold" in said) == (3, True)


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("compare", "aa", "bb"), 2, ["'aa'", "'bb'"]),
        (("connection", "aa", "bb"), 2, ["'aa'", "'bb'"]),
        (("connection", "a", "a"), 1, ["has no answer"]),
        (("importance", "--top", "0"), 2, ["--top"]),
        (("connection", "a", "b", "--paths", "0"), 2, ["--paths"]),
        (("lock-in", "--least", "-1"), 2, ["--least"]),
        (("changes", "2020", "2014"), 2, ["earlier date first"]),
        (("lifetimes", "--named-in", "pages"), 2, ["did you mean page?"]),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(arguments, code, words, run):
    got, said = run(*arguments, "--graph", "graph.json")
    assert got == code
    assert [word for word in words if word not in said] == []


def test_a_foreign_graph_with_fields_of_other_shapes_has_a_map(run, tmp_path):
    node = {"id": "a", "aliases": 3, "images": "x", "notes": "seen", "milestones": ["2014"], "attributes": "red"}
    (tmp_path / "foreign.json").write_text(json.dumps({"nodes": [node], "edges": []}), encoding="utf-8")
    code, said = run("map", "foreign.json", "-o", "map.html", "--no-open")
    assert code == 0, said
    assert [field for field in node if field != "id" and f"{field} of 'a'" not in said] == []
