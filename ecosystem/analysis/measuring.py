"""What measures share: who is joined to whom, and a table of values with ranks."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx
import pandas as pd
import scipy

from ecosystem.analysis.tables import node_table, ranks
from ecosystem.analysis.wording import kind_of, name_of

_LABELS = {"name": "object", "name_zh": "object", "kind": "object"}
_RANKS = {"rank": "int64", "rank_in_kind": "int64"}


def simple_graph(graph: nx.Graph) -> nx.Graph:
    """Return who is joined to whom: undirected, without parallel edges, loops and attributes."""
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    simple.add_edges_from((source, target) for source, target in graph.edges() if source != target)
    return simple


def adjacency_matrix(graph: nx.Graph) -> scipy.sparse.csr_array:
    """Return the adjacency matrix of the simple undirected graph, in the order of the nodes."""
    if not len(graph):
        return scipy.sparse.csr_array((0, 0), dtype=float)
    return scipy.sparse.csr_array(nx.to_scipy_sparse_array(simple_graph(graph), dtype=float, weight=None))


def measured(
    graph: nx.Graph, columns: Mapping[str, Mapping[Hashable, Any]], *, by: str, whole: bool = False
) -> pd.DataFrame:
    """Return measures of all nodes as a table, highest first by the column `by`, with ranks; `whole` numbers or not."""
    names = {node: name_of(graph, node) for node in graph}
    rows = [
        {
            "node": node,
            "name": names[node].en,
            "name_zh": names[node].zh,
            "kind": kind_of(graph, node),
            "rank": 0,
            "rank_in_kind": 0,
        }
        | {column: values[node] for column, values in columns.items()}
        for node in graph
    ]
    types = dict.fromkeys(columns, "int64" if whole else "float64")
    table = node_table(rows, {**_LABELS, **types, **_RANKS})
    table["rank"] = ranks(table[by])
    for _, members in table.groupby("kind", sort=False):
        table.loc[members.index, "rank_in_kind"] = ranks(members[by])
    return table.sort_values("rank", kind="stable")
