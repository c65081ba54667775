"""What typer itself says (usage, help, wrong options), in the user's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from ecosystem.errors import language
from ecosystem.errors.borrowed import borrowed, compiled, translated

WrongUsage: type[Exception] = typer.BadParameter.__base__  # type: ignore[assignment]

_ERRORS = compiled(
    {
        "Missing argument {}.": "缺少参数 {}。",
        "Missing option {}.": "缺少选项 {}。",
        "Missing parameter{}": "缺少参数{}",
        "Missing command.": "缺少命令。",
        "No such command {}. Did you mean {}?": "没有命令 {}。您是不是想写 {}？",
        "No such command {}.": "没有命令 {}。",
        "No such option: {} (Possible options: {})": "没有选项 {}（相近的有：{}）",
        "No such option: {} Did you mean {}?": "没有选项 {} 您是不是想写 {}？",
        "No such option: {}": "没有选项 {}",
        "Got unexpected extra argument{} ({})": "多余的参数：{1}",
        "Option {} requires an argument.": "选项 {} 之后应有一个值。",
        "Option {} requires {} arguments.": "选项 {} 之后应有 {} 个值。",
        "Option {} does not take a value.": "选项 {} 不带值。",
        "Argument {} takes {} values.": "参数 {} 应有 {} 个值。",
    }
)
_WRONG_VALUE = re.compile(r"Invalid value for (.*?): (?:Value error, )?(.*)", re.DOTALL)
_HELP = (
    (re.compile(r"^Usage: ", re.MULTILINE), "用法："),
    (re.compile(r"\[OPTIONS\]"), "[选项]"),
    (re.compile(r"COMMAND \[ARGS\]\.\.\."), "命令 [参数]..."),
    (re.compile(r"^Options:$", re.MULTILINE), "选项："),
    (re.compile(r"^Arguments:$", re.MULTILINE), "参数："),
    (re.compile(r"^Commands:$", re.MULTILINE), "命令："),
    (re.compile(r"Show\s+this\s+message\s+and\s+exit\."), "显示此帮助并退出。"),
    (re.compile(r"\[default:\s+"), "[默认："),
    (re.compile(r"(?<=\[|\s)required\]"), "必填]"),
)
_TYPE = re.compile(r"<(str|path|int|float)( range)?>( *)")
_TYPES = {"str": "文本", "path": "路径", "int": "整数", "float": "小数"}


class Group(TyperGroup):
    """The commands together, with help in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _help(super().get_help(ctx))


class Command(TyperCommand):
    """One command, with help in the user's language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _help(super().get_help(ctx))


class App(typer.Typer):
    """A command line whose commands speak the user's language."""

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Add a command."""
        return super().command(name, cls=Command, **settings)


def explain(error: Any) -> str:
    """Return how to write the command, and what was wrong with the way in which it was written."""
    context, said = getattr(error, "ctx", None), error.format_message()
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(said)
    message = said.replace(": Value error, ", ": ", 1)
    if language() == "zh":
        return _usage(context, "请用 '{} --help' 查看帮助。") + f"错误：{_wrong(said)}"
    return _usage(context, "Try '{} --help' for help.") + f"Error: {message}"


def _usage(context: Any, hint: str) -> str:
    if context is None:
        return ""
    return f"{_help(context.get_usage())}\n{hint.format(context.command_path)}\n\n"


def _wrong(message: str) -> str:
    value = _WRONG_VALUE.fullmatch(message)
    if value:
        return f"{value[1]} 的值无效：{borrowed(value[2]).zh}"
    return translated(message, _ERRORS) or f"原文：{message}"


def _help(text: str) -> str:
    if language() != "zh":
        return text
    for pattern, words in _HELP:
        text = pattern.sub(words, text)
    return _TYPE.sub(_type, text)


def _type(found: re.Match[str]) -> str:
    """Return a type's name as wide as it was: a Chinese letter takes two columns."""
    words = f"<{_TYPES[found[1]]}>"
    return words + " " * max(0, len(found[0]) - len(words) - 2)
