"""The few coded words that answers hold (a kind, an event, a verdict): a Chinese table says them in Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ecosystem
from ecosystem.cli.labels import label_of
from ecosystem.errors import language

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_STATES = {"alive": "存续", "dormant": "沉寂", "ended": "已终止", "not yet": "尚未出现", "unknown": "未知"}
_FIELDS = {
    "id": "标识",
    "name_zh": "中文名称",
    "summary_en": "英文简介",
    "summary_zh": "中文简介",
    "alias": "别名",
    "aliases": "别名",
    "homepage": "主页",
    "repositories": "代码仓库",
    "repository": "代码仓库",
    "packages": "软件包",
    "package": "软件包",
    "images": "镜像",
    "former_name": "曾用名",
    "former name": "曾用名",
    "cycle": "版本周期",
}
_ZH = {
    "status": _STATES,
    "fate": _STATES,
    "direction": {"out": "指出", "in": "指入", "both": "双向"},
    "effect": {"goes": "随之消失", "depends": "受影响"},
    "spot": {"crowded": "拥挤", "white": "空白"},
    "support": {"supported": "受支持", "security only": "仅安全更新", "over": "已结束", "no end announced": "未公布终止日"},
    "decision": {"replace": "替换", "upgrade": "升级", "look": "查看", "keep": "保留"},
    "matched_by": {"identity": "标识", "name": "名称"},
    "group": {"all": "全部"},
    "field": _FIELDS,
    "fact": _FIELDS,
}  # fmt: skip
_VOCABULARY = {
    "kind": ("kinds",),
    "event": ("events", "predicates"),
    "fate": ("events", "predicates"),
    "predicate": ("predicates",),
    "fact": ("events", "predicates", "measures"),
}
# The columns whose words the analysis says itself, in both languages.
_CODED = {"modality": "MODALITIES", "change": "CHANGES"}
_OF_FIELDS = frozenset({"fact", "field"})
_TRUTH = {True: "是", False: "否"}


def with_words(table: pd.DataFrame, graph: nx.MultiDiGraph) -> pd.DataFrame:
    """Return a flat table as a reader of the user's language wants it: in English the words are what Python has."""
    if language() != "zh":
        return table
    said = table.copy()
    for column in table.columns.intersection([*_ZH, *_CODED, *_VOCABULARY]):
        words = _vocabulary(str(column), graph) | _own(str(column))
        told = label_of if column in _OF_FIELDS else str
        said[column] = [words.get(one) or told(one) if isinstance(one, str) else one for one in table[column]]
    return said.map(lambda value: _TRUTH[value] if isinstance(value, bool) else value)


def _own(column: str) -> dict[str, str]:
    if column in _CODED:
        return {word: said.zh for word, said in getattr(ecosystem.analysis.coded, _CODED[column]).items()}
    return _ZH.get(column, {})


def _vocabulary(column: str, graph: nx.MultiDiGraph) -> dict[str, str]:
    """Return what the graph's own vocabulary calls the words of a column in Chinese."""
    words = {}
    for part in _VOCABULARY.get(column, ()):
        for word, about in ecosystem.graph.words_of(graph.graph, part).items():
            words[word] = about["label"]["zh"]
            words[f"inverse {word}"] = (about.get("inverse") or {}).get("zh", "")
    return words
