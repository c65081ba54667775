"""`ecosystem map`: make the map and open it."""

from __future__ import annotations

import dataclasses
import os
import sys
import webbrowser
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

import ecosystem
from ecosystem.cli.options import read_source, say
from ecosystem.cli.output import print_error
from ecosystem.cli.placing import placed
from ecosystem.cli.presence import refuse_absent
from ecosystem.errors import Problem, Text, UsageError, language

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from ecosystem.maps import MapSpec, ResolvedMap

_SHOWN_PROBLEMS = 5
_PICTURES = (".svg", ".png")


class View(StrEnum):
    """What a reader of the page sees first."""

    MINDMAP = "mindmap"
    NETWORK = "network"
    LANDSCAPE = "landscape"
    TIMELINE = "timeline"
    TABLE = "table"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        name="map", help=say("Make a map as one HTML file and open it.", "生成单个 HTML 文件形式的地图并打开。")
    )(make_map)


def make_map(
    source: Annotated[
        str,
        typer.Argument(
            help=say(
                "a catalogue, or a file (landscape.yml, list.md, compose.yaml, .json, .graphml)",
                "目录名，或文件（landscape.yml、list.md、compose.yaml、.json、.graphml）",
            )
        ),
    ] = "docker",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=say("where to write it: .html, or .svg or .png for a picture", "写到哪里：.html，或 .svg、.png 图片"),
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help=say("open it as of a date", "以某日的状态打开"))
    ] = None,
    view: Annotated[View | None, typer.Option("--view", help=say("what to see first", "首先看到的视图"))] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="NODE", help=say("only this node's neighbourhood", "只显示此节点的邻域")),
    ] = None,
    depth: Annotated[
        int, typer.Option("--depth", min=1, max=6, help=say("steps around --focus", "--focus 周围的步数"))
    ] = 1,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="DATE", help=say("colour what changed since a date", "标出自某日以来的变化")),
    ] = None,
    size: Annotated[
        str | None,
        typer.Option("--size", metavar="QUESTION[:COLUMN]", help=say("size by an answer", "按某问题的结果定大小")),
    ] = None,
    colour: Annotated[
        str | None,
        typer.Option("--colour", metavar="QUESTION[:COLUMN]", help=say("colour by an answer", "按某问题的结果着色")),
    ] = None,
    scale: Annotated[
        float, typer.Option("--scale", help=say("pixels of a .png for each unit", ".png 图片的放大倍数"))
    ] = 1.0,
    open_it: Annotated[
        bool | None,
        typer.Option(
            "--open/--no-open",
            help=say("open it in a browser (default: if there is a screen)", "在浏览器中打开（默认：有屏幕时）"),
        ),
    ] = None,
) -> None:
    """Write the page of a catalogue or of a file, say where it is, and open it where there is a screen."""
    target = output or Path(f"{_stem(source)}-map.html")
    _check_target(target, view, against)
    for date in filter(None, (as_of, against)):
        ecosystem.graph.day_of(date)
    graph, problems = read_source(source)
    if focus:
        refuse_absent(graph, [focus], as_of)
    if as_of and _is_picture(target):
        graph = _on_the_day(graph, as_of)
    if view is None and (size or colour):
        view = View.NETWORK  # the view in which an answer is seen
    spec = dataclasses.replace(_spec(graph, as_of, view, focus, depth), against=against)
    spec, table = _with_answers(spec, graph, size, colour)
    _write(ecosystem.maps.resolve_map(spec, graph, table=table), target, scale)
    _report(problems, source)
    typer.echo(str(target.resolve()))
    if open_it or (open_it is None and _has_screen()):
        webbrowser.open(target.resolve().as_uri())


def _is_picture(target: Path) -> bool:
    return target.suffix.lower() in _PICTURES


def _check_target(target: Path, view: View | None, against: str | None) -> None:
    """Refuse, before anything is read, what cannot be written."""
    suffix = target.suffix.lower()
    if suffix not in (".html", ".htm", *_PICTURES):
        raise UsageError(
            Text(
                f"{target.name}: a map ends in .html, .svg or .png; for other formats use `ecosystem export`",
                f"{target.name}：地图文件须以 .html、.svg 或 .png 结尾；其他格式请用 `ecosystem export`",
            )
        )
    if against and _is_picture(target):
        raise UsageError(
            Text(
                "a picture does not show --against: write a .html, or two pictures with --as-of",
                "图片不能显示 --against：请写成 .html，或用 --as-of 生成两张图片",
            )
        )
    if _is_picture(target) and view in (View.TIMELINE, View.TABLE):
        raise UsageError(
            Text(
                f"there is no picture of the {view}: use --view mindmap, network or landscape, or write a .html",
                f"{view} 没有图片：请用 --view mindmap、network 或 landscape，或写成 .html",
            )
        )
    if suffix == ".png":
        ecosystem.render.resvg()


def _write(resolved: ResolvedMap, target: Path, scale: float) -> None:
    """Write a page or, where the suffix says so, a picture that needs no browser."""
    suffix, view = target.suffix.lower(), resolved.spec.view
    if suffix == ".png":
        ecosystem.render.write_png(resolved, target, view=view, language=language(), scale=scale)
    elif suffix == ".svg":
        ecosystem.render.write_svg(resolved, target, view=view, language=language())
    else:
        ecosystem.render.write_page(resolved, target, language=language())


def _on_the_day(graph: nx.MultiDiGraph, date: str) -> nx.MultiDiGraph:
    """Return the graph as it was, with the date in its title: a picture has no slider that says it."""
    then = ecosystem.as_of_view(graph, date).copy()
    title = then.graph.get("title") or dict.fromkeys(("en", "zh"), str(then.graph.get("name") or ""))
    then.graph["title"] = {language: f"{words} · {date}".removeprefix(" · ") for language, words in title.items()}
    return then


def _stem(source: str) -> str:
    return Path(source).name.split(".")[0] or "ecosystem"


def _spec(graph: nx.MultiDiGraph, as_of: str | None, view: View | None, focus: str | None, depth: int) -> MapSpec:
    spec = ecosystem.maps.MAPS["ecosystem"]
    if as_of:
        spec = dataclasses.replace(spec, as_of=as_of)
    if view:
        spec = dataclasses.replace(spec, view=view.value)
    if focus:
        spec = dataclasses.replace(spec, focus=ecosystem.find_node(graph, focus), depth=depth)
    return spec


def _with_answers(
    spec: MapSpec, graph: nx.MultiDiGraph, size: str | None, colour: str | None
) -> tuple[MapSpec, dict[str, pd.Series[Any]]]:
    """Return a spec whose channels show the answers that were asked for, and the table that holds them."""
    table: dict[str, pd.Series[Any]] = {}
    if size:
        channel, table[channel.column] = placed(graph, "size", size)
        spec = dataclasses.replace(spec, size=channel)
    if colour:
        channel, table[channel.column] = placed(graph, "colour", colour)
        spec = dataclasses.replace(spec, colour=channel)
    return spec, table


def _report(problems: list[Problem], source: str) -> None:
    for problem in problems[:_SHOWN_PROBLEMS]:
        print_error(str(problem))
    if len(problems) > _SHOWN_PROBLEMS:
        rest = len(problems) - _SHOWN_PROBLEMS
        print_error(
            str(
                Text(
                    f"... and {rest} more: `ecosystem check {source}`", f"……另有 {rest} 处：`ecosystem check {source}`"
                )
            )
        )


def _has_screen() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
