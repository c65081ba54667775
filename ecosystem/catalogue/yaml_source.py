"""One YAML file as plain values that still know their line: strict, bounded, and refused with every reason at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ecosystem.catalogue.foreign_yaml import MOST_UNFOLDED, foreign_tree, unfolds_too_far
from ecosystem.catalogue.yaml_loader import compose, value_of
from ecosystem.errors import BadInputError, Problem, Text
from ecosystem.errors.borrowed import borrowed

MAX_BYTES = 32 * 1024 * 1024
_ALIAS = re.compile(r"(?m)(?:^|[\s\[{,])\*[^\s*]")


@dataclass
class YamlSource:
    """A file's content and the way back from a value to its line."""

    path: Path
    value: Any
    tree: yaml.Node | None

    def line_of(self, location: Sequence[str | int]) -> tuple[int, int]:
        """Return line and column (from 1) of the value at `location`, or of the nearest thing above it."""
        node, mark = self.tree, None
        for step in location:
            found = _step(node, step)
            if found is None:
                break
            mark, node = found
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read_yaml(path: Path, *, foreign: bool = False) -> YamlSource:
    """Read one file as YAML 1.2; raise `BadInputError` with the place of what is wrong.

    `foreign` says that the file is written for another program, which allows more: anchors, several documents and tags
    of its own. In a catalogue anchors may not be used at all, since a chain of them can unfold to more than any machine
    holds; in a foreign file they may not unfold too far.
    """
    text = read_text(path)
    try:
        tree = _foreign_tree(path, text) if foreign else _own_tree(path, text)
        return YamlSource(path, value_of(tree, own_tags=foreign), tree)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise BadInputError([_broken(path, error.problem or error.context or "", line, column)]) from None
    except yaml.YAMLError as error:  # a character that may not stand in YAML: libyaml tells its byte
        line = text.encode()[: getattr(error, "position", 0)].count(b"\n") + 1
        raise BadInputError([_broken(path, str(error), line, None)]) from None


def _own_tree(path: Path, text: str) -> yaml.Node | None:
    _refuse_aliases(path, text)
    return compose(text)


def _foreign_tree(path: Path, text: str) -> yaml.Node | None:
    tree = foreign_tree(text)
    if tree is not None and unfolds_too_far(tree):
        message = Text(
            f"its aliases (*name) unfold to over {MOST_UNFOLDED:,} values",
            f"别名（*name）展开后超过 {MOST_UNFOLDED:,} 个值",
        )
        remedy = Text("write the values out where they are used", "请在使用处直接写出这些值")
        raise BadInputError([Problem("yaml-alias", message, remedy, str(path), 1)])
    return tree


def read_text(path: Path) -> str:
    """Return a file's text (UTF-8, with or without a byte-order mark); raise `BadInputError` where that fails."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInputError([_too_large(path, size)])
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        message = Text("there is no such file", "没有这个文件")
        remedy = Text(
            "check the path; `ecosystem map` alone shows the Docker catalogue",
            "请检查路径；只写 `ecosystem map` 会显示 Docker 目录",
        )
        raise BadInputError([Problem("missing-file", message, remedy, str(path))]) from None
    except OSError as error:
        message = Text(f"cannot be read: {error.strerror}", f"无法读取：{borrowed(error.strerror or str(error)).zh}")
        remedy = Text("give a file that you may read", "请提供有读取权限的文件")
        raise BadInputError([Problem("unreadable-file", message, remedy, str(path))]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = Text("is not UTF-8 text", "不是 UTF-8 文本")
        remedy = Text("save the file as UTF-8", "请将文件另存为 UTF-8")
        raise BadInputError([Problem("not-utf8", message, remedy, str(path), line)]) from None


def _step(node: Any, step: str | int) -> tuple[Any, Any] | None:
    """Return where `step` of a YAML node begins, and the node it leads to."""
    children = getattr(node, "value", None)
    if not isinstance(children, list):
        return None
    if isinstance(node, yaml.MappingNode):
        return next(((key.start_mark, value) for key, value in children if key.value == str(step)), None)
    if isinstance(step, int) and step < len(children):
        return children[step].start_mark, children[step]
    return None


def _refuse_aliases(path: Path, text: str) -> None:
    if not _ALIAS.search(text):
        return
    for event in yaml.parse(text):
        if isinstance(event, yaml.AliasEvent):
            line = event.start_mark.line + 1
            message = Text("uses an alias (*name)", "使用了别名（*name）")
            remedy = Text("write the value out where it is used", "请在使用处直接写出该值")
            raise BadInputError([Problem("yaml-alias", message, remedy, str(path), line)])


def _broken(path: Path, reason: str, line: int, column: int | None) -> Problem:
    said = borrowed(reason)
    message = Text(f"is not valid YAML: {said.en}", f"不是有效的 YAML:{said.zh}")
    remedy = Text("correct the line; quote text that holds : or #", "请修正此行；含有 : 或 # 的文本要加引号")
    return Problem("yaml-syntax", message, remedy, str(path), line, column)


def _too_large(path: Path, size: int) -> Problem:
    message = Text(f"has {size:,} bytes, more than {MAX_BYTES:,}", f"有 {size:,} 字节，超过上限 {MAX_BYTES:,}")
    remedy = Text("split the file", "请拆分文件")
    return Problem("file-too-large", message, remedy, str(path))
