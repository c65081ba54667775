"""The commands that everybody needs: map, show, find, check, export."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

import ecosystem
from ecosystem.cli import checking, mapping, questions
from ecosystem.cli.options import AsOfOption, ColumnsOption, FormatOption, GraphOption, open_graph, say
from ecosystem.cli.output import OutputFormat, print_error, print_table
from ecosystem.cli.presence import told_absent
from ecosystem.cli.wording import App, Group, WrongUsage, explain
from ecosystem.errors import EcosystemError, ExitCode, Text
from ecosystem.errors.borrowed import borrowed

app = App(
    name="ecosystem",
    cls=Group,
    help=say(
        "Ask the graph of the Docker ecosystem, and see it as one interactive file.",
        "查询 Docker 生态系统图谱，并以一个可交互的文件查看。",
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(ecosystem.__version__)
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=say("print the version", "显示版本"))
    ] = False,
) -> None: ...


@app.command(help=say("Everything known of a node, with references.", "显示某节点的一切已知信息及来源。"))
def show(
    node: Annotated[
        str,
        typer.Argument(metavar="NODE", help=say("id, name, alias or former name", "标识、名称、别名或曾用名")),
    ],
    as_of: AsOfOption = None,
    graph: GraphOption = "docker",
    form: FormatOption = OutputFormat.TABLE,
    columns: ColumnsOption = None,
) -> None:
    """Print everything that is known of a node."""
    opened = open_graph(graph, as_of, [node])
    print_table(ecosystem.analysis.facts(opened, node=node, as_of=as_of), form, opened, columns)


@app.command(help=say("Find nodes by any name, English or Chinese.", "按任意名称（中英文、别名）查找节点。"))
def find(
    text: Annotated[str, typer.Argument(metavar="TEXT", help=say("any part of a name", "名称的任意部分"))],
    as_of: AsOfOption = None,
    graph: GraphOption = "docker",
    form: FormatOption = OutputFormat.TABLE,
    columns: ColumnsOption = None,
) -> None:
    """Print the nodes that a text can mean; exit code 1 where there is none."""
    if as_of:
        ecosystem.graph.day_of(as_of)
    whole = open_graph(graph)
    found = ecosystem.analysis.find(ecosystem.as_of_view(whole, as_of).copy() if as_of else whole, text)
    print_table(found, form, whole, columns)
    if found.empty:
        later = ecosystem.analysis.find(whole, text).index[:1] if as_of else ()
        nothing = Text(f"nothing is called {text!r}", f"没有名为 {text!r} 的节点")
        print_error(str(told_absent(whole, later, as_of) or nothing))
        raise typer.Exit(ExitCode.FINDINGS)


@app.command(help=say("Write the graph to FILE; the suffix says the format.", "把图谱写入文件，格式由后缀决定。"))
def export(file: Path, as_of: AsOfOption = None, graph: GraphOption = "docker") -> None:
    """Write a graph to a file."""
    ecosystem.exchange.writer_of(file)
    ecosystem.exchange.write_graph(open_graph(graph, as_of), file)
    typer.echo(str(file))


@app.command(name="overlap", help=say("What of another list is on the map.", "另一份清单中有哪些已在图上。"))
def overlap_with(
    file: Path, graph: GraphOption = "docker", form: FormatOption = OutputFormat.TABLE, columns: ColumnsOption = None
) -> None:
    """Print which entries of a landscape or list are on the map."""
    ours = open_graph(graph)
    print_table(ecosystem.analysis.overlap(ours, other=open_graph(str(file))), form, ours, columns)


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
        code = app(prog_name="ecosystem", standalone_mode=False) or ExitCode.FINE
    except WrongUsage as error:
        print_error(explain(error))
        code = ExitCode.USAGE
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else ExitCode.FINE
    except EcosystemError as error:
        print_error(str(error))
        code = error.exit_code
    except BrokenPipeError:
        code = ExitCode.FINDINGS
    except OSError as error:
        print_error(_unwritten(error))
        code = ExitCode.BAD_INPUT
    _leave(code)


def _unwritten(error: OSError) -> str:
    reason = borrowed(error.strerror or str(error))
    return str(Text(f"the answer cannot be written: {reason.en}", f"无法输出结果：{reason.zh}"))


def _leave(code: int) -> None:
    """End without a second complaint where the output has nowhere to go."""
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError) and code == ExitCode.FINE:
            print_error(_unwritten(error))
            code = ExitCode.BAD_INPUT
    sys.exit(code)
