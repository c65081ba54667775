"""Graphs in and out of files: one format a module, all of them listed in `FORMATS`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import networkx as nx

from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Text, UnwritableError, UsageError
from ecosystem.errors.borrowed import borrowed
from ecosystem.exchange import awesome, compose, graphml, landscape, nodelink, table
from ecosystem.exchange.format import Format, Writer

FORMATS: tuple[Format, ...] = (
    nodelink.FORMAT,
    graphml.FORMAT,
    table.FORMAT,
    landscape.FORMAT,
    compose.FORMAT,
    awesome.FORMAT,
)
__all__ = ["FORMATS", "Format", "read_graph", "read_graph_with_problems", "write_graph", "write_whole", "writer_of"]


def read_graph(path: str | os.PathLike[str]) -> nx.MultiDiGraph:
    """Return the graph in a file, whatever its format; raise `BadInputError` where it cannot be used."""
    return read_graph_with_problems(Path(path))[0]


def read_graph_with_problems(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Return the graph in a file together with the defects that did not stop the reading."""
    text = read_text(path)
    candidates = [form for form in FORMATS if form.read and path.suffix.lower() in form.suffixes]
    for form in candidates:
        if form.read and form.recognises(text):
            return form.read(path)
    if candidates and candidates[0].read:
        return candidates[0].read(path)
    raise BadInputError([_unknown_format(path)])


def write_graph(graph: nx.MultiDiGraph, path: str | os.PathLike[str]) -> None:
    """Write a graph in the format that the file's suffix names; raise `UsageError` for a suffix that none has."""
    target = Path(path)
    write_whole(target, writer_of(target)(graph))


def writer_of(path: Path) -> Writer:
    """Return the writer of the format that a file's suffix names; raise `UsageError` for a suffix that none has."""
    for form in FORMATS:
        if form.write and path.suffix.lower() in form.suffixes:
            return form.write
    known = ", ".join(suffix for form in FORMATS if form.write for suffix in form.suffixes)
    raise UsageError(Text(f"{path.name}: the suffix must be one of {known}", f"{path.name}：后缀须为 {known} 之一"))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either whole or not there: beside its place first, then renamed."""
    beside = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as target:
            beside = Path(target.name)
            target.write(content)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        reason = borrowed(error.strerror or str(error))
        raise UnwritableError(
            Text(
                f"{path} cannot be written: {reason.en}. Choose another place, or make room.",
                f"无法写入 {path}：{reason.zh}。请换一个位置，或腾出空间。",
            )
        ) from None


def _unknown_format(path: Path) -> Problem:
    known = ", ".join(dict.fromkeys(suffix for form in FORMATS if form.read for suffix in form.suffixes))
    message = Text(
        f"the suffix {path.suffix!r} is of no format that can be read", f"后缀 {path.suffix!r} 不属于任何可读格式"
    )
    remedy = Text(f"give a file that ends in {known}", f"请提供以 {known} 结尾的文件")
    return Problem("unknown-format", message, remedy, str(path))
