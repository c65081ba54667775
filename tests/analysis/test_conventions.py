"""Every question keeps the same promises: its form, its docstring, its columns, and that it changes nothing."""

from __future__ import annotations

import doctest
import importlib
import inspect
import re

import networkx as nx
import pandas as pd
import pytest

from ecosystem.analysis import QUESTIONS

SECTIONS = ("Definition:", "Columns", "Errors:", "Direction, weight and parallel edges:", "Literature:", ">>>")
NEEDS_A_NODE = {"node", "source", "target", "nodes"}
KEYS = {
    "node",
    "source",
    "predicate",
    "target",
    "change",
    "group",
    "years",
    "year",
    "section",
    "key",
    "level",
    "method",
    "across",
    "date",
}


def _plain_graphs() -> dict[str, nx.Graph]:
    one = nx.MultiDiGraph()
    one.add_node("x")
    loop = nx.MultiDiGraph([("a", "a"), ("a", "b"), ("a", "b")])
    return {
        "empty": nx.MultiDiGraph(),
        "one node": one,
        "loop and parallel": loop,
        "karate": nx.karate_club_graph(),
        "directed": nx.DiGraph([(1, 2), (2, 3), (3, 1), (3, 4)]),
    }


def arguments(question, graph):
    wanted = inspect.signature(question).parameters
    first = next(iter(graph), None)
    values = {
        "node": first,
        "source": first,
        "target": list(graph)[-1] if len(graph) else None,
        "nodes": list(graph)[:2],
    }
    given = {name: values[name] for name in NEEDS_A_NODE & set(wanted)}
    if question.__name__ == "changes":
        given["since"] = "2014"
    if question.__name__ == "overlap":
        given["other"] = graph
    if question.__name__ == "find":
        given["text"] = "a"
    return given


def _ask(question, graph):
    return question(graph, **arguments(question, graph))


def _can_be_asked(question, graph) -> bool:
    needs = NEEDS_A_NODE & set(inspect.signature(question).parameters)
    return bool(len(graph)) or not needs - {"nodes"} or question.__name__ == "fate"


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
class TestQuestion:
    def test_takes_the_graph_first_and_the_rest_by_keyword(self, question):
        first, *rest = inspect.signature(question).parameters.values()
        assert first.name == "graph"
        allowed = {"text"} if question.__name__ == "find" else set()
        assert all(one.kind is inspect.Parameter.KEYWORD_ONLY for one in rest if one.name not in allowed)

    def test_has_a_textbook_docstring(self, question):
        for section in SECTIONS:
            assert section in question.__doc__, section
        optional = set(inspect.signature(question).parameters) - {"graph"}
        assert not optional or "Parameters:" in question.__doc__

    def test_docstring_names_every_parameter(self, question):
        for name in set(inspect.signature(question).parameters) - {"graph"}:
            assert f"`{name}`" in question.__doc__, name

    def test_docstring_names_every_column(self, question, ecosystem_graph):
        table = _ask(question, ecosystem_graph)
        told = question.__doc__
        for column in table.columns:
            base = re.sub(r"_rank$", "", str(column))
            own = f"`{column}`" in told or (base != column and "..._rank" in told)
            inherited = question.__name__ in ("importance", "coverage")
            assert own or inherited, column

    def test_runs_on_any_graph_with_the_same_columns(self, question, ecosystem_graph):
        expected = list(_ask(question, ecosystem_graph).columns)
        for name, graph in _plain_graphs().items():
            if _can_be_asked(question, graph):
                table = _ask(question, graph)
                assert isinstance(table, pd.DataFrame), name
                assert set(table.index.names) <= KEYS, name
                if question.__name__ != "coverage":
                    assert list(table.columns) == expected, name

    def test_changes_nothing_and_repeats_itself(self, question, ecosystem_graph):
        before = nx.node_link_data(ecosystem_graph, edges="links")
        first, second = _ask(question, ecosystem_graph), _ask(question, ecosystem_graph)
        assert first is not second
        pd.testing.assert_frame_equal(first, second)
        assert nx.node_link_data(ecosystem_graph, edges="links") == before

    def test_runs_on_a_view(self, question, ecosystem_graph):
        view = nx.subgraph_view(ecosystem_graph, filter_node=lambda node: node != "quay")
        assert isinstance(_ask(question, view), pd.DataFrame)

    def test_example_runs(self, question):
        module = importlib.import_module(question.__module__)
        finder = doctest.DocTestFinder(recurse=False)
        for example in finder.find(question, question.__name__, module=module, globs=vars(module).copy()):
            assert doctest.DocTestRunner(verbose=False).run(example).failed == 0
