"""The commands that everybody needs: map, show, find, check, export."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Annotated

import networkx as nx
import pandas as pd
import typer

from ecosystem import __version__, load
from ecosystem.analysis.facts import facts
from ecosystem.analysis.search import find as find_nodes
from ecosystem.cli import checking, mapping, questions
from ecosystem.cli.output import OutputFormat, print_error, print_table
from ecosystem.errors import EcosystemError, ExitCode, Text
from ecosystem.exchange import read_graph, write_graph
from ecosystem.graph import as_of_view


def say(en: str, zh: str) -> str:
    """Return a help text in the user's language."""
    return str(Text(en, zh))


app = typer.Typer(
    name="ecosystem",
    help=say(
        "Ask the graph of the Docker ecosystem, and see it as one interactive file.",
        "查询 Docker 生态系统图谱,并以一个可交互的文件查看。",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

FormatOption = Annotated[OutputFormat, typer.Option("--format", help=say("how to print it", "输出形式"))]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say("as it was then: 2014, 2014-06, 2014-06-09", "截至某日:2014、2014-06、2014-06-09"),
    ),
]
GraphOption = Annotated[
    str,
    typer.Option(
        "--graph",
        metavar="NAME|FILE",
        help=say("a catalogue, or a file: .json .graphml .yml .md", "目录名,或文件:.json .graphml .yml .md"),
    ),
]


def open_graph(name: str, as_of: str | None = None) -> nx.MultiDiGraph:
    """Return a catalogue or the graph in a file, as of a date where one is given."""
    graph = read_graph(name) if Path(name).is_file() else load(name)
    return as_of_view(graph, as_of) if as_of else graph


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("print the version", "显示版本"))
    ] = False,
) -> None: ...


@app.command(help=say("Everything known of a node, with references.", "显示某节点的一切已知信息及来源。"))
def show(
    node: str, as_of: AsOfOption = None, graph: GraphOption = "docker", form: FormatOption = OutputFormat.TABLE
) -> None:
    """Print everything that is known of a node."""
    print_table(facts(open_graph(graph, as_of), node=node), form)


@app.command(help=say("Find nodes by any name, English or Chinese.", "按任意名称(中英文、别名)查找节点。"))
def find(
    text: str, as_of: AsOfOption = None, graph: GraphOption = "docker", form: FormatOption = OutputFormat.TABLE
) -> None:
    """Print the nodes that a text can mean; exit code 1 where there is none."""
    found: pd.DataFrame = find_nodes(open_graph(graph, as_of), text)
    print_table(found, form)
    if found.empty:
        print_error(str(Text(f"nothing is called {text!r}", f"没有名为 {text!r} 的节点")))
        raise typer.Exit(ExitCode.FINDINGS)


@app.command(help=say("Write the graph to FILE; the suffix says the format.", "把图谱写入文件,格式由后缀决定。"))
def export(file: Path, as_of: AsOfOption = None, graph: GraphOption = "docker") -> None:
    """Write a graph to a file."""
    write_graph(open_graph(graph, as_of), file)
    typer.echo(str(file))


mapping.register(app)
checking.register(app)
questions.register(app)


def main() -> None:
    """Run the command line; turn every expected error into a clean message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    code: int = ExitCode.FINE
    try:
        app()
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else ExitCode.FINE
    except EcosystemError as error:
        print_error(str(error))
        code = error.exit_code
    except BrokenPipeError:
        code = ExitCode.FINDINGS
    except OSError as error:
        print_error(str(Text(f"the answer cannot be written: {error.strerror}", f"无法输出结果:{error.strerror}")))
        code = ExitCode.BAD_INPUT
    _leave(code)


def _leave(code: int) -> None:
    """End without a second complaint where the output has nowhere to go."""
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError) and code == ExitCode.FINE:
            print_error(str(Text(f"the answer cannot be written: {error.strerror}", f"无法输出结果:{error.strerror}")))
            code = ExitCode.BAD_INPUT
    sys.exit(code)
