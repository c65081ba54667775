"""What kind of graph this is: counts, density, components, degrees, and how well it is sourced, named and dated."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import partial, reference_day, state_of, years_between
from ecosystem.analysis.measuring import simple_graph
from ecosystem.analysis.tables import keyed_table
from ecosystem.analysis.wording import kind_label, kind_of, predicate_label, predicate_of
from ecosystem.errors import Text

COLUMNS = {"value": "float64", "label_en": "object", "label_zh": "object"}
_LABELS = {
    "nodes": Text("nodes", "节点"),
    "relations": Text("relations", "关系"),
    "density": Text("share of possible pairs that are related", "相关节点对所占比例"),
    "components": Text("connected pieces", "连通部分"),
    "largest_component": Text("share of nodes in the largest piece", "最大连通部分的节点比例"),
    "isolated": Text("nodes without a relation", "没有关系的节点"),
    "clustering": Text("mean clustering coefficient", "平均聚类系数"),
    "mean_degree": Text("mean number of relations of a node", "节点平均关系数"),
    "median_degree": Text("median number of relations", "关系数中位数"),
    "highest_degree": Text("highest number of relations", "最大关系数"),
    "nodes_with_reference": Text("share of nodes with a reference", "有来源的节点比例"),
    "relations_with_reference": Text("share of relations with a reference", "有来源的关系比例"),
    "relations_not_stated": Text(
        "share of relations that are plan, forecast or advice", "属于计划、预测或建议的关系比例"
    ),
    "references": Text("different references cited", "被引用的不同来源"),
    "nodes_with_chinese_name": Text("share of nodes with a Chinese name of their own", "有独立中文名的节点比例"),
    "nodes_with_summary_en": Text("share of nodes with an English summary", "有英文简介的节点比例"),
    "nodes_with_summary_zh": Text("share of nodes with a Chinese summary", "有中文简介的节点比例"),
    "nodes_with_date": Text("share of nodes with a start", "有开始日期的节点比例"),
    "relations_with_date": Text("share of relations with a start", "有开始日期的关系比例"),
    "median_age": Text("median age of dated facts, in years", "有日期事实的年龄中位数（年）"),
}


def profile(graph: nx.Graph, *, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Describe a graph in numbers: what it holds, how it hangs together, how well it is sourced, named and dated.

    Definition: one number a row, in sections. Shares are 0 to 1 and 0 where there is nothing. Density,
    components and clustering are of the simple undirected graph. The age of a fact is counted from `since` or
    the date of a milestone to `as_of`.

    Parameters: `as_of`, the day of status and age (see `reference_day`).

    Columns, keyed by `section` (`whole`, `structure`, `evidence`, `language`, `time`, `kind`, `status`,
    `predicate`, `degree`) and `key`: `value` (a count, a share, or years), `label_en`, `label_zh`.

    Errors: none.

    Direction, weight and parallel edges: relations and degrees count each parallel edge, a loop twice in
    degrees; direction and weights are ignored.

    Literature: Newman, "The structure and function of complex networks", 2003; Zaveri et al., "Quality
    assessment for linked data: a survey", 2016.

    >>> import networkx as nx
    >>> float(profile(nx.path_graph(3)).loc[("whole", "relations"), "value"])
    2.0
    """
    day = reference_day(graph, as_of)
    sections = {
        "whole": {"nodes": len(graph), "relations": graph.number_of_edges()},
        "structure": _structure(graph),
        "evidence": _evidence(graph),
        "language": _language(graph),
        "time": _time(graph, day),
    }
    rows = [
        _row(section, key, value, _LABELS[key]) for section, values in sections.items() for key, value in values.items()
    ]
    return keyed_table([*rows, *_counts(graph, day)], COLUMNS, ("section", "key"))


def _structure(graph: nx.Graph) -> dict[str, float]:
    simple = simple_graph(graph)
    pieces = sorted(map(len, nx.connected_components(simple)), reverse=True)
    degrees = pd.Series(dict(graph.degree()), dtype="float64")
    return {
        "density": nx.density(simple),
        "components": len(pieces),
        "largest_component": _share(pieces[0] if pieces else 0, len(graph)),
        "isolated": sum(degree == 0 for _, degree in simple.degree()),
        "clustering": nx.average_clustering(simple) if len(simple) else 0.0,
        "mean_degree": degrees.mean() if len(degrees) else 0.0,
        "median_degree": degrees.median() if len(degrees) else 0.0,
        "highest_degree": degrees.max() if len(degrees) else 0.0,
    }


def _evidence(graph: nx.Graph) -> dict[str, float]:
    nodes, relations = _attributes(graph)
    cited = {str(ref).split("#", 1)[0] for data in (*nodes, *relations) for ref in data.get("references") or ()}
    unstated = sum(data.get("modality") not in (None, "", "stated") for data in relations)
    return {
        "nodes_with_reference": _share_with(nodes, "references"),
        "relations_with_reference": _share_with(relations, "references"),
        "relations_not_stated": _share(unstated, len(relations)),
        "references": len(cited),
    }


def _language(graph: nx.Graph) -> dict[str, float]:
    nodes, _ = _attributes(graph)
    own = sum(bool(data.get("name_zh")) and data.get("name_zh") != data.get("name") for data in nodes)
    return {
        "nodes_with_chinese_name": _share(own, len(nodes)),
        "nodes_with_summary_en": _share_with(nodes, "summary_en"),
        "nodes_with_summary_zh": _share_with(nodes, "summary_zh"),
    }


def _time(graph: nx.Graph, day: dt.date) -> dict[str, float]:
    nodes, relations = _attributes(graph)
    stated = [data.get("since") for data in (*nodes, *relations)]
    stated += [entry.get("date") for data in nodes for entry in data.get("milestones") or ()]
    dates = [date for date in map(partial, stated) if date]
    ages = pd.Series([years_between(date.earliest, day) for date in dates if date.earliest <= day], dtype="float64")
    return {
        "nodes_with_date": _share_with(nodes, "since"),
        "relations_with_date": _share_with(relations, "since"),
        "median_age": ages.median() if len(ages) else 0.0,
    }


def _counts(graph: nx.Graph, day: dt.date) -> Iterator[dict[str, Any]]:
    for kind, count in Counter(kind_of(graph, node) for node in graph).most_common():
        yield _row("kind", kind or "node", count, kind_label(graph, kind, plural=True))
    states = (state_of(graph, node, day) for node in graph)
    for status, count in Counter(state for state in states if state is not None).most_common():
        yield _row("status", status, count, _STATUS[status])
    for predicate, count in Counter(predicate_of(data) for *_, data in graph.edges(data=True)).most_common():
        yield _row("predicate", predicate, count, predicate_label(graph, predicate))
    for low, high in _BINS:
        count = sum(low <= degree <= high for _, degree in graph.degree())
        key = f"{low}" if low == high else f"{low}–{high}" if high < _MOST else f"{low}+"
        yield _row("degree", key, count, Text(f"nodes with {key} relations", f"关系数为 {key} 的节点"))


def _row(section: str, key: Hashable, value: float, label: Text) -> dict[str, Any]:
    return {"section": section, "key": key, "value": float(value), "label_en": label.en, "label_zh": label.zh}


def _attributes(graph: nx.Graph) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    return [data for _, data in graph.nodes(data=True)], [data for *_, data in graph.edges(data=True)]


def _share_with(holders: list[Mapping[str, Any]], field: str) -> float:
    return _share(sum(bool(data.get(field)) for data in holders), len(holders))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


_MOST = 10**9
_BINS = ((0, 0), (1, 1), (2, 3), (4, 7), (8, 15), (16, 31), (32, 63), (64, _MOST))
_STATUS = {
    "alive": Text("alive", "仍在"),
    "dormant": Text("dormant", "沉寂"),
    "ended": Text("ended", "已终止"),
    "not yet": Text("not yet begun", "尚未出现"),
    "unknown": Text("unknown", "未知"),
}
