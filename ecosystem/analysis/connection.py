"""How two things are connected: the best few paths between them, each step a sentence with its evidence."""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import is_stated
from ecosystem.analysis.measuring import simple_graph
from ecosystem.analysis.relations import TOLD, told
from ecosystem.analysis.tables import relation_table
from ecosystem.analysis.wording import predicate_of
from ecosystem.graph import find_nodes, words_of

COLUMNS = {"path": "int64", "step": "int64", "cost": "float64", **TOLD}
_TELLING = {
    "lineage": 1.0,
    "people": 1.0,
    "structure": 1.0,
    "use": 1.2,
    "evidence": 1.6,
    "category": 1.8,
    "other": 1.2,
}
_UNSTATED = 1.5


def connection(graph: nx.Graph, *, source: Hashable, target: Hashable, paths: int = 3) -> pd.DataFrame:
    """Say how two things are connected: first what is said of the two, then by which others they are connected best.

    Definition: first every relation between the two, now or once, each a path of one step, the most telling first; then
    the `paths` paths of lowest cost without a node twice. A step costs 1 for lineage, people and
    structure, 1.2 for use, 1.6 for evidence, 1.8 for categories (half as much again for a plan, a forecast or
    advice); each node passed on the way adds log2(neighbours) / 2, since a path through a hub says little:
    almost everything is under the Apache licence.

    Parameters: `source`, `target`, ids or any names; `paths`, the most paths by way of others.

    Columns, keyed by source, predicate, target (the relation as it stands in the graph, in whichever direction
    it is walked), path by path: `path` (1 is the best), `step` (from 1), `cost` (of the whole path),
    `sentence_en`, `sentence_zh`, `since`, `until`, `modality`, `references`. Empty where there is no path, and
    where both are the same.

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: relations are walked both ways and read aloud as they stand; weights
    are ignored; of parallel relations on the way the most telling is told.

    Literature: Yen, "Finding the k shortest loopless paths in a network", 1971; Fang et al., "REX: explaining
    relationships between entity pairs", 2011.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("flynn", "omega", predicate="implements")
    >>> _ = graph.add_edge("google", "omega", predicate="made")
    >>> connection(graph, source="flynn", target="google")["sentence_en"].tolist()
    ['flynn implements omega.', 'google made omega.']
    """
    first, last = find_nodes(graph, (source, target))  # type: ignore[arg-type]
    if first == last:
        return relation_table([], COLUMNS)
    between = sorted(_between(graph, first, last), key=lambda edge: _step_cost(graph, edge[2]))
    direct = [
        {**told(graph, *edge), "path": number, "step": 1, "cost": round(_step_cost(graph, edge[2]), 4)}
        for number, edge in enumerate(between, start=1)
    ]
    costs = _cost_graph(graph)
    if direct:
        costs.remove_edge(first, last)
    found = itertools.islice(_best_paths(costs, first, last), paths)
    rows = [
        row
        for number, nodes in enumerate(found, start=len(direct) + 1)
        for row in _steps(graph, nodes, number, nx.path_weight(costs, nodes, "cost"))
    ]
    return relation_table([*direct, *rows], COLUMNS)


def _best_paths(costs: nx.Graph, first: Hashable, last: Hashable) -> Iterator[list[Hashable]]:
    try:
        yield from nx.shortest_simple_paths(costs, first, last, weight="cost")
    except nx.NetworkXNoPath:
        return


def _cost_graph(graph: nx.Graph) -> nx.Graph:
    costs = simple_graph(graph)
    passing = {node: math.log2(max(neighbours, 1)) / 4 for node, neighbours in costs.degree()}
    for first, second in costs.edges():
        _, cheapest = _most_telling(graph, first, second)
        costs.edges[first, second]["cost"] = cheapest + passing[first] + passing[second]
    return costs


def _steps(graph: nx.Graph, nodes: Sequence[Hashable], number: int, cost: float) -> Iterator[dict[str, Any]]:
    for step, (first, second) in enumerate(itertools.pairwise(nodes), start=1):
        (source, target, attributes), _ = _most_telling(graph, first, second)
        yield {**told(graph, source, target, attributes), "path": number, "step": step, "cost": round(cost, 4)}


def _most_telling(graph: nx.Graph, first: Hashable, second: Hashable) -> tuple[tuple[Any, Any, Any], float]:
    priced = [(edge, _step_cost(graph, edge[2])) for edge in _between(graph, first, second)]
    return min(priced, key=lambda pair: pair[1])


def _between(graph: nx.Graph, first: Hashable, second: Hashable) -> list[tuple[Any, Any, Any]]:
    ways = [(first, second)] + ([(second, first)] if graph.is_directed() else [])
    return [(*way, data) for way in ways if graph.has_edge(*way) for data in _parallel(graph, *way)]


def _parallel(graph: nx.Graph, source: Hashable, target: Hashable) -> list[Any]:
    found = graph.get_edge_data(source, target)
    return list(found.values()) if graph.is_multigraph() else [found]


def _step_cost(graph: nx.Graph, attributes: Any) -> float:
    described = words_of(graph.graph, "predicates").get(predicate_of(attributes)) or {}
    cost = _TELLING.get(str(described.get("family")), _TELLING["other"])
    return cost if is_stated(attributes) else cost * _UNSTATED
