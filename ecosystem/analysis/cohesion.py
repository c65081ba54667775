"""Measures of how a node sits among its neighbours: in the dense core, or across the holes between groups."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import numpy as np
import pandas as pd
import scipy

from ecosystem.analysis.cohort import of_kinds
from ecosystem.analysis.measuring import adjacency_matrix, measured, simple_graph


def core_number(graph: nx.Graph) -> pd.DataFrame:
    """Peel the graph: how deep in its dense core does each node lie?

    Definition: the largest k for which a node is in a subgraph in which all have k neighbours or more.

    Columns, indexed by `node`, deepest first: `name`, `name_zh`, `kind`, `core` (count of neighbours, 0 and
    up), `rank`, `rank_in_kind`.

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Seidman, "Network structure and minimum degree", 1983; Batagelj and Zaversnik 2003.

    >>> import networkx as nx
    >>> core_number(nx.complete_graph(4))["core"].tolist()
    [3, 3, 3, 3]
    """
    return measured(graph, {"core": nx.core_number(simple_graph(graph))}, by="core", whole=True)


def structural_holes(graph: nx.Graph, *, kinds: Collection[str] | None = None) -> pd.DataFrame:
    """Find the brokers: nodes whose neighbours would not meet without them.

    Definition: with p(i, j) the share of i's neighbourhood that is j (1 / number of neighbours), `constraint`
    is the sum over neighbours j of (p(i, j) + sum over q of p(i, q) p(q, j)) squared; `effective_size` is the
    number of neighbours less the mean number of ties that a neighbour has to the others; `efficiency` is
    `effective_size` per neighbour. All are measured in the whole graph; `kinds` only picks rows.

    Parameters: `kinds`, which kinds to list (by default what people choose between: tools, services, operating
    systems and vendors; `all` for every node, also licences and languages).

    Columns, indexed by `node`, the freest broker first: `name`, `name_zh`, `kind`, `constraint` (low: many
    holes; NaN without neighbours), `effective_size` (0 to number of neighbours), `efficiency` (0 to 1, NaN
    without neighbours), `rank`, `rank_in_kind` (by effective size).

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Burt, "Structural holes", 1992; Borgatti, "Structural holes: unpacking Burt's redundancy
    measures", 1997.

    >>> import networkx as nx
    >>> structural_holes(nx.star_graph(4)).loc[0, ["constraint", "effective_size"]].tolist()
    [0.25, 4.0]
    """
    adjacency = adjacency_matrix(graph)
    neighbours = np.asarray(adjacency.sum(axis=1)).ravel()
    divisor = np.where(neighbours > 0, neighbours, 1)
    share = scipy.sparse.diags_array(1 / divisor) @ adjacency
    direct = (share + (share @ share).multiply(adjacency)).multiply(adjacency)
    constraint = np.asarray(direct.power(2).sum(axis=1)).ravel()
    triangles = np.asarray((adjacency @ adjacency).multiply(adjacency).sum(axis=1)).ravel()
    effective = neighbours - triangles / divisor
    alone = neighbours == 0
    columns = {
        "constraint": np.where(alone, np.nan, constraint),
        "effective_size": effective,
        "efficiency": np.where(alone, np.nan, effective / divisor),
    }
    named = {name: dict(zip(graph, values.tolist(), strict=True)) for name, values in columns.items()}
    table = measured(graph, named, by="effective_size")
    return table[table.index.isin(of_kinds(graph, kinds))]
