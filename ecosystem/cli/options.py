"""Options that commands share, and how a command gets its graph."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import ecosystem
from ecosystem.cli.output import OutputFormat
from ecosystem.cli.presence import refuse_absent
from ecosystem.errors import Problem, Text

if TYPE_CHECKING:
    import networkx as nx


def say(en: str, zh: str) -> str:
    """Return a help text in the user's language."""
    return str(Text(en, zh))


FormatOption = Annotated[OutputFormat, typer.Option("--format", help=say("how to print it", "输出形式"))]
ColumnsOption = Annotated[
    str | None,
    typer.Option("--columns", metavar="A,B", help=say("only these columns", "仅这些列")),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say("as it was then: 2014, 2014-06, 2014-06-09", "截至某日：2014、2014-06、2014-06-09"),
    ),
]
GraphOption = Annotated[
    str,
    typer.Option(
        "--graph",
        metavar="NAME|FILE",
        help=say("a catalogue, or a file: .json .graphml .yml .md", "目录名，或文件：.json .graphml .yml .md"),
    ),
]


def open_graph(name: str, as_of: str | None = None, nodes: Iterable[str] = ()) -> nx.MultiDiGraph:
    """Return a catalogue or the graph in a file; as of a date, as a copy, so that the view's filters are asked once.

    Raises `UsageError` where one of the `nodes` that are asked of was not there on that date.
    """
    if as_of:
        ecosystem.graph.day_of(as_of)
    graph, _ = read_source(name)
    refuse_absent(graph, nodes, as_of)
    return ecosystem.as_of_view(graph, as_of).copy() if as_of else graph


def read_source(name: str) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Return a catalogue or the graph in a file, with the defects of the file that did not stop the reading."""
    if names_a_file(name):
        return ecosystem.exchange.read_graph_with_problems(Path(name))
    return ecosystem.load(name), []


def names_a_file(name: str) -> bool:
    """Return whether a name means a file: a folder is a catalogue, what exists or ends like a format is a file."""
    suffixes = tuple(suffix for form in ecosystem.exchange.FORMATS for suffix in form.suffixes)
    return Path(name).is_file() or (name.lower().endswith(suffixes) and not Path(name).is_dir())
