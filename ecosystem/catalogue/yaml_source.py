"""One YAML file as plain values that still know their line: strict, bounded, and refused with every reason at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from ecosystem.errors import BadInputError, Problem, Text

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 40


@dataclass(frozen=True)
class YamlSource:
    """A file's content and the way back from a value to its line."""

    path: Path
    text: str
    value: Any

    def line_of(self, location: Sequence[str | int]) -> tuple[int | None, int | None]:
        """Return line and column (from 1) of the value at `location`, or of the nearest thing above it that has one."""
        marked = YAML().load(self.text)
        line, column = 1, 1
        for step in location:
            position = getattr(marked, "lc", None)
            try:
                found = position.key(step) if isinstance(marked, dict) else position.item(step)
                marked = marked[step]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
            line, column = found[0] + 1, found[1] + 1
        return line, column


def read_yaml(path: Path, *, aliases: bool = False) -> YamlSource:
    """Read one file as YAML 1.2; raise `BadInputError` with the place of what is wrong.

    `aliases` says whether anchors may be used at all: in a catalogue they may not, since a chain of them can unfold
    to more than any machine holds.
    """
    text = read_text(path)
    try:
        if not aliases:
            _refuse_aliases(path, text)
        value = YAML(typ="safe").load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = " ".join((error.problem or error.context or "").split())
        raise BadInputError([_broken(path, reason, line, column)]) from None
    except (YAMLError, ValueError, RecursionError) as error:
        raise BadInputError([_broken(path, " ".join(str(error).split()) or "too deep", 1, 1)]) from None
    return YamlSource(path, text, value)


def read_text(path: Path) -> str:
    """Return a file's text (UTF-8, with or without a byte-order mark); raise `BadInputError` where that fails."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInputError([_too_large(path, size)])
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = Text("there is no such file", "没有这个文件")
        remedy = Text("check the path; `ecosystem map` alone shows the Docker catalogue", "请检查路径;只写 `ecosystem map` 会显示 Docker 目录")
        raise BadInputError([Problem("missing-file", message, remedy, str(path))]) from None
    except OSError as error:
        message = Text(f"cannot be read: {error.strerror}", f"无法读取:{error.strerror}")
        remedy = Text("give a file that you may read", "请提供有读取权限的文件")
        raise BadInputError([Problem("unreadable-file", message, remedy, str(path))]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = Text("is not UTF-8 text", "不是 UTF-8 文本")
        remedy = Text("save the file as UTF-8", "请将文件另存为 UTF-8")
        raise BadInputError([Problem("not-utf8", message, remedy, str(path), line)]) from None


def plain(value: Any) -> Any:
    """Return a value with dates as text, as JSON has it."""
    if isinstance(value, dict):
        return {str(key): plain(content) for key, content in value.items()}
    if isinstance(value, list):
        return [plain(content) for content in value]
    return value.isoformat() if isinstance(value, dt.date | dt.datetime) else value


def _refuse_aliases(path: Path, text: str) -> None:
    if "*" not in text and "&" not in text and text.count("\n ") < 100_000:
        return
    depth = 0
    for event in YAML(typ="safe", pure=False).parse(text):
        name = type(event).__name__
        depth += name.endswith(("MappingStartEvent", "SequenceStartEvent"))
        depth -= name.endswith(("MappingEndEvent", "SequenceEndEvent"))
        if name == "AliasEvent" or depth > MAX_DEPTH:
            line = event.start_mark.line + 1
            message = Text("uses an alias (*name) or nests too deeply", "使用了别名(*name)或嵌套过深")
            remedy = Text("write the value out where it is used", "请在使用处直接写出该值")
            raise BadInputError([Problem("yaml-alias", message, remedy, str(path), line)])


def _broken(path: Path, reason: str, line: int, column: int) -> Problem:
    message = Text(f"is not valid YAML: {reason}", f"不是有效的 YAML:{reason}")
    remedy = Text("correct the line; quote text that holds : or #", "请修正此行;含有 : 或 # 的文本要加引号")
    return Problem("yaml-syntax", message, remedy, str(path), line, column)


def _too_large(path: Path, size: int) -> Problem:
    message = Text(f"has {size:,} bytes, more than {MAX_BYTES:,}", f"有 {size:,} 字节,超过上限 {MAX_BYTES:,}")
    remedy = Text("split the file", "请拆分文件")
    return Problem("file-too-large", message, remedy, str(path))
