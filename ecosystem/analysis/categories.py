"""Where a thing belongs: its concept, and the branch of concepts above it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import is_stated
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import predicate_of

COLUMNS = {"category": "object", "branch": "object", "depth": "int64", "categories": "object"}


def categories(graph: nx.Graph) -> pd.DataFrame:
    """Say where each node belongs.

    Definition: a node's `category` is the target of its first `belongs_to` (a concept's, itself); its `branch` is the
    concept that one reaches from there along `broader`, one below the root. A root has no `broader`.

    Columns, indexed by `node`: `category` (node id or None), `branch` (node id or None), `depth` (steps along
    `broader` from the category to its root; 0 for a root, -1 where there is no category), `categories` (list of
    all).

    Errors: none; a circle of concepts is followed once.

    Direction, weight and parallel edges: `belongs_to` and `broader` are followed forwards; weights and
    repetitions are ignored.

    Literature: Miles and Bechhofer, "SKOS simple knowledge organization system reference", W3C 2009.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("flynn", "paas", predicate="belongs_to")
    >>> _ = graph.add_edge("paas", "all", predicate="broader")
    >>> categories(graph).loc["flynn", "branch"]
    'paas'
    """
    concepts = set(concepts_of(graph))
    rows = []
    for node in graph:
        own = [node] if node in concepts else list(targets(graph, node, "belongs_to"))
        path = path_to_root(graph, own[0]) if own else []
        branch = path[-2] if len(path) > 1 else (path[0] if path else None)
        row = {"category": own[0] if own else None, "branch": branch, "depth": len(path) - 1, "categories": own}
        rows.append({"node": node, **row})
    return node_table(rows, COLUMNS)


def targets(graph: nx.Graph, node: Hashable, predicate: str) -> Iterator[Hashable]:
    """Yield what a node points at by a predicate, each once, in order; facts only."""
    if not graph.is_directed():
        return
    found = (
        end for _, end, data in graph.out_edges(node, data=True) if predicate_of(data) == predicate and is_stated(data)
    )
    yield from dict.fromkeys(found)


def path_to_root(graph: nx.Graph, concept: Hashable) -> list[Hashable]:
    """Return a concept and those above it, the root last."""
    path = [concept]
    while above := [wider for wider in targets(graph, path[-1], "broader") if wider not in path]:
        path.append(above[0])
    return path


def concepts_of(graph: nx.Graph) -> Iterator[Hashable]:
    """Yield the nodes that classify others: ends of `broader`, targets of `belongs_to`, and nodes of the kind concept."""
    found: dict[Hashable, None] = {}
    if graph.is_directed():
        for source, target, data in graph.edges(data=True):
            if predicate_of(data) == "broader":
                found.update({source: None, target: None})
            elif predicate_of(data) == "belongs_to":
                found[target] = None
    found.update({node: None for node, kind in graph.nodes(data="kind") if kind == "concept"})
    yield from found
