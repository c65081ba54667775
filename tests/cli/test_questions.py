"""Each question is a command: the same rows as from Python, as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json

import networkx as nx
import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from ecosystem.analysis import QUESTIONS as FUNCTIONS
from ecosystem.analysis import alternatives
from ecosystem.cli.app import app
from ecosystem.cli.labels import has_label, label_of
from ecosystem.cli.questions import QUESTIONS
from ecosystem.exchange import read_graph, write_graph
from tests.analysis.test_conventions import arguments

ONLY_IN_PYTHON = {"facts", "find", "changes", "overlap", "stack"}  # these have commands of their own
ARGUMENTS = {"node": ["a"], "nodes": ["a", "b"], "source": ["a"], "target": ["b"]}


@pytest.fixture
def file(tmp_path):
    graph = nx.MultiDiGraph()
    for tool in "ab":
        graph.add_node(tool, name=tool.upper(), kind="tool", since="2014")
        graph.add_edge(tool, "ci", predicate="belongs_to")
    graph.add_edge("a", "vendor", predicate="made_by", since="2014")
    path = tmp_path / "graph.json"
    write_graph(graph, path)
    return str(path)


def run(*arguments):
    return CliRunner().invoke(app, arguments)


def test_every_question_of_the_package_has_a_command():
    assert {question.answer for question in QUESTIONS} == {f for f in FUNCTIONS if f.__name__ not in ONLY_IN_PYTHON}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_answers_in_json(question, file):
    given = [value for parameter in question.parameters for value in ARGUMENTS.get(parameter.name, ())]
    result = run(question.name, *given, "--graph", file, "--format", "json")
    rows = json.loads(result.stdout)
    assert isinstance(rows, list)
    assert result.exit_code == (0 if rows else 1), result.output


@pytest.mark.parametrize(("lang", "said"), [("en", "no answer for 'A'"), ("zh", "没有关于 'A' 的答案")])
def test_no_answer_is_said_and_is_exit_code_1(lang, said, file, monkeypatch):
    monkeypatch.setenv("ECOSYSTEM_LANG", lang)
    for question in ("lineage", "support"):
        result = run(question, "A", "--graph", file)
        assert result.exit_code == 1
        assert said in result.stderr
    assert run("changes", "2030", "--graph", file).exit_code == 1


NAMES = {
    "id-a": "甲",
    "id-b": "乙",
    "id-c": "丙",
    "id-ci": "持续集成",
    "id-top": "顶层",
    "id-v": "厂商",
    "id-w": "商行",
}


@pytest.fixture
def named(tmp_path):
    graph = nx.MultiDiGraph()
    for node, zh in NAMES.items():
        kind = "tool" if len(node) == 4 else "concept"
        graph.add_node(node, name=f"Name of {node[3:]}", name_zh=zh, kind=kind, since="2014")
    graph.nodes["id-c"].update(until="2016", cycles=[{"name": "1", "released": "2014"}])
    for tool in "abc":
        graph.add_edge(f"id-{tool}", "id-ci", predicate="belongs_to")
        graph.add_edge(f"id-{tool}", "id-v" if tool == "a" else "id-w", predicate="made_by", since="2014")
    graph.add_edge("id-ci", "id-top", predicate="broader")
    graph.add_edge("id-c", "id-a", predicate="succeeded_by", since="2016")
    write_graph(graph, tmp_path / "named.json")
    return str(tmp_path / "named.json")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(
    "question",
    [*((one.name, *(p.name for p in one.parameters)) for one in QUESTIONS), ("show", "node"), ("changes 2013",)],
    ids=lambda question: question[0],
)
def test_a_reader_sees_names_not_ids(question, lang, named, monkeypatch):
    monkeypatch.setenv("ECOSYSTEM_LANG", lang)
    wanted = {"node": ["id-c"], "nodes": ["id-b", "id-c"], "source": ["id-c"], "target": ["id-v"]}
    command, *parameters = question
    given = [value for name in parameters for value in wanted.get(name, ())]
    result = run(*command.split(), *given, "--graph", named)
    assert result.exit_code in (0, 1), result.output  # 1: this graph has no answer
    lines = result.stdout.splitlines()
    if {"node", "name"} <= set(result.stdout.split()) or {"节点", "名称"} <= set(
        result.stdout.split()
    ):  # the id beside its name, for the next command
        lines = [line.removeprefix(line.split()[0]) if line.startswith("id-") else line for line in lines]
    assert [line for line in lines if "id-" in line] == []


def test_what_never_ends_is_printed(file):
    assert "∞" in run("half-life", "--graph", file).stdout
    assert json.loads(run("half-life", "--graph", file, "--format", "json").stdout)[0]["half_life"] is None


def test_a_matrix_too_wide_for_eyes_says_so(tmp_path):
    graph = nx.MultiDiGraph()
    for number in range(40):
        graph.add_node(f"t{number}", kind="tool")
        graph.add_node(f"v{number}", name=f"Vendor {number}", kind="vendor")
        graph.add_edge(f"t{number}", "ci", predicate="belongs_to")
        graph.add_edge(f"t{number}", f"v{number}", predicate="made_by")
    write_graph(graph, tmp_path / "wide.json")
    result = run("coverage", "--graph", str(tmp_path / "wide.json"))
    assert "more columns: Vendor" in result.output
    assert "Warning" not in result.output


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_table_fits_the_terminal_and_says_what_does_not(lang, named, monkeypatch):
    monkeypatch.setenv("ECOSYSTEM_LANG", lang)
    monkeypatch.setenv("COLUMNS", "100")
    result = run("importance", "--graph", named)
    assert max(map(cell_len, result.stdout.splitlines())) <= 100
    assert label_of("hub") in result.stdout + result.stderr
    assert label_of("why") in result.stdout.splitlines()[0]
    assert "--columns" in result.stderr
    chosen = run("importance", "--graph", named, "--columns", "node,why,pagerank")
    assert chosen.stdout.split()[:3] == [label_of(name) for name in ("node", "why", "pagerank")]
    assert "--columns" not in chosen.stderr
    wrong = run("importance", "--graph", named, "--columns", "nodes")
    assert wrong.exit_code != 0
    assert "effective_size" in str(wrong.exception)


def test_references_are_counted_for_eyes(tmp_path):
    graph = nx.MultiDiGraph()
    graph.add_node("a", kind="tool", references=["blog#one", "blog#two"])
    write_graph(graph, tmp_path / "cited.json")
    shown = run("list", "--graph", str(tmp_path / "cited.json"), "--columns", "node,references").stdout
    assert shown.split() == ["node", "references", "a", "2"]


@pytest.mark.parametrize("question", FUNCTIONS, ids=lambda question: question.__name__)
def test_every_column_has_a_chinese_label(question, file):
    graph = nx.MultiDiGraph(read_graph(file))
    table = question(graph, **arguments(question, graph)).rename_axis(columns=None)
    names = [*table.index.names, *(() if question.__name__ == "coverage" else table.columns)]
    assert [name for name in names if name and not has_label(str(name))] == []


def test_the_same_answer_as_from_python(file):
    rows = json.loads(run("alternatives", "A", "--graph", file, "--format", "json").stdout)
    table = alternatives(read_graph(file), node="A", top=20)
    assert [row["node"] for row in rows] == table.index.tolist() == ["b"]
    assert rows[0]["score"] == table["score"].iloc[0]
    listed = list(csv.DictReader(io.StringIO(run("alternatives", "A", "--graph", file, "--format", "csv").stdout)))
    assert listed[0]["node"] == "b"


def test_as_of_reaches_the_question(file):
    def degree(*options):
        rows = json.loads(run("degree", "--graph", file, "--format", "json", *options).stdout)
        return {row["node"]: row["degree"] for row in rows}

    assert degree()["a"] == 2
    assert "a" not in degree("--as-of", "2013")


def test_changes_between_dates_and_files(file, tmp_path):
    rows = json.loads(run("changes", "2013", "2014", "--graph", file, "--format", "json").stdout)
    assert {row["change"] for row in rows} == {"added"} | {"related"} & {row["change"] for row in rows}
    newer = read_graph(file).copy()
    newer = nx.MultiDiGraph(newer)
    newer.add_node("c", name="C", kind="tool")
    write_graph(newer, tmp_path / "newer.json")
    notes = run("changes", file, str(tmp_path / "newer.json"), "--notes").stdout
    assert "- C " in notes


def test_changes_of_one_sort(file):
    rows = json.loads(run("changes", "2013", "--change", "related", "--graph", file, "--format", "json").stdout)
    everything = json.loads(run("changes", "2013", "--graph", file, "--format", "json").stdout)
    assert rows == [row for row in everything if row["change"] == "related"] != everything
    assert "relicensed" in str(run("changes", "2013", "--change", "licence", "--graph", file).exception)


def test_a_wrong_grouping_is_a_usage_error(file):
    result = run("half-life", "--by", "colour", "--graph", file)
    assert result.exit_code != 0
    assert "colour" in str(result.exception)
