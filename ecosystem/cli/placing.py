"""A question's answer on a map: `--colour communities`, `--size betweenness`, `--colour lifetimes:years`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ecosystem
from ecosystem.cli.questions import QUESTIONS, Question
from ecosystem.errors import Text, UsageError

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from ecosystem.maps import Channel

_NOT_A_RESULT = {"name", "name_zh", "kind"}


def placed(graph: nx.MultiDiGraph, role: str, asked: str) -> tuple[Channel, pd.Series[Any]]:
    """Return the channel that `question[:column]` asks for, and its values by node; raise `UsageError`."""
    name, _, column = asked.partition(":")
    question = _question(role, name)
    every = {"kinds": ["all"]} if any(one.name == "kinds" for one in question.parameters) else {}
    table = question.answer(graph, **every)
    if table.index.names != ["node"]:
        raise _refused(role, f"the answer to {name!r} is not one row a node", f"{name!r} 的结果不是每个节点一行")
    shown = [str(one) for one in table.columns if one not in _NOT_A_RESULT]
    column = column or next(one for one in (f"{shown[0]}_en", shown[0]) if one in table)
    if column not in table:
        known = ", ".join(shown)
        raise _refused(
            role, f"{name!r} has no column {column!r}; it has {known}", f"{name!r} 没有列 {column!r}；有 {known}"
        )
    numeric = table[column].dtype.kind in "iuf"
    if role == "size" and not numeric:
        raise _refused(
            role, f"the column {column!r} holds words; size needs numbers", f"列 {column!r} 是文字；大小需要数字"
        )
    stem = column.removesuffix("_en").removesuffix("_zh")
    title = Text(f"{question.help.en} ({stem})", f"{question.help.zh}（{stem}）")
    channel = ecosystem.maps.Channel(f"{name}:{column}", "linear" if numeric else "nominal", title)
    return channel, table[column] if numeric else _words(graph, table, column)


def _question(role: str, name: str) -> Question:
    known = {one.name: one for one in QUESTIONS if all(p.default is not p.signature.empty for p in one.parameters)}
    if name not in known:
        names = ", ".join(known)
        raise _refused(role, f"there is no such question {name!r}; there are {names}", f"没有问题 {name!r}；有 {names}")
    return known[name]


def _words(graph: nx.MultiDiGraph, table: pd.DataFrame, column: str) -> pd.Series[Any]:
    """Return a column of words in both languages: its twin's where the table has one, and names where it holds nodes."""
    pair = [f"{column[:-3]}_en", f"{column[:-3]}_zh"]
    if column.endswith(("_en", "_zh")) and set(pair) <= set(table):
        return table[pair].apply(lambda words: Text(*words) if isinstance(words.iloc[0], str) else None, axis=1)
    named = ecosystem.analysis.wording.name_of
    return table[column].map(lambda one: named(graph, one) if isinstance(one, str) and one in graph else one)


def _refused(role: str, en: str, zh: str) -> UsageError:
    return UsageError(Text(f"--{role}: {en}", f"--{role}：{zh}"))
