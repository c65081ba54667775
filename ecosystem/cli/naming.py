"""Tables hold the ids of nodes, for scripts and for joins; a reader sees names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ecosystem

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_HOLD_IDS = frozenset(
    "node source target other neighbour successor across members category categories branch group value"
    " licences languages hosts makers".split()
)
_NAMED_BESIDE = frozenset({"source_name", "target_name", "across_en", "across_zh"})


def with_names(table: pd.DataFrame, graph: nx.MultiDiGraph) -> pd.DataFrame:
    """Return a flat table as a reader wants it: names in the user's language in place of ids, and not twice.

    A `node` that has its name beside it keeps its id: it is what other commands take, and tells namesakes apart.
    """
    named = table.drop(columns=[column for column in table.columns if column in _NAMED_BESIDE])
    for column in named.columns:
        if column not in _HOLD_IDS or (column == "node" and "name" in named.columns):
            continue
        values = named[column].tolist()
        if column == "value":  # a fact's own words, or the other end of a relation
            targets = table["target"].tolist() if "target" in table else values[:0]
            told = [_name(graph, one) if one == end else one for one, end in zip(values, targets, strict=False)]
            named[column] = told or values
        else:
            named[column] = [_names(graph, value) for value in values]
    if table.columns.name is not None:  # the columns themselves are nodes
        named.columns = [named.columns[0], *(_name(graph, column) for column in named.columns[1:])]
    return named


def _names(graph: nx.MultiDiGraph, value: Any) -> Any:
    return [_name(graph, one) for one in value] if isinstance(value, list | tuple) else _name(graph, value)


def _name(graph: nx.MultiDiGraph, value: Any) -> Any:
    """Return a node's name, or a value that is no node as it is."""
    known = isinstance(value, str) and value in graph
    return str(ecosystem.analysis.wording.name_of(graph, value)) if known else value
