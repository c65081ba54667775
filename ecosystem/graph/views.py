"""Parts of a graph that copy nothing: what held on a day, some kinds of node, some kinds of relation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import networkx as nx

from ecosystem.catalogue.dates import PartialDate, valid_on
from ecosystem.errors import FieldError, UsageError
from ecosystem.graph.life import begin_of, end_of, known_of


def as_of_view(graph: nx.MultiDiGraph, date: str | dt.date) -> nx.MultiDiGraph:
    """Return the graph as it was on a date.

    `date` may be partial: `2014` means the last day of 2014. A node or relation is in the view when its beginning can lie
    on or before that day and its end does not certainly lie before it. A node begins with `since` or its first
    milestone; where nobody dated that, it is in the view from the first day on which a source speaks of it. Ideas,
    places and languages are always there. A relation without dates is there when both its ends are; one that ended
    with its start (an acquisition is an event) has no `until` and stays.
    """
    day = day_of(date)

    def there(node: Any) -> bool:
        return valid_on(day, begin_of(graph, node) or known_of(graph, node), end_of(graph, node))

    def holds(attributes: Mapping[str, Any]) -> bool:
        return valid_on(day, _date(attributes.get("since")), _date(attributes.get("until")))

    nodes = {node for node in graph if there(node)}
    return nx.subgraph_view(
        graph,
        filter_node=nodes.__contains__,
        filter_edge=lambda source, target, key: holds(graph.edges[source, target, key]),
    )


def kind_view(graph: nx.MultiDiGraph, kinds: Collection[str]) -> nx.MultiDiGraph:
    """Return the nodes of some kinds, with the relations between them."""
    return nx.subgraph_view(graph, filter_node=lambda node: graph.nodes[node].get("kind") in kinds)


def relation_view(graph: nx.MultiDiGraph, predicates: Collection[str]) -> nx.MultiDiGraph:
    """Return all nodes, with the relations of some predicates."""
    return nx.subgraph_view(
        graph, filter_edge=lambda source, target, key: graph.edges[source, target, key].get("predicate") in predicates
    )


def day_of(date: str | dt.date) -> dt.date:
    """Return the last day that a date can mean; raise `UsageError` for what is no date."""
    try:
        return PartialDate(date).latest
    except FieldError as error:
        raise UsageError(error.text) from None


def _date(value: Any) -> PartialDate | None:
    if not value:
        return None
    return value if isinstance(value, PartialDate) else PartialDate(value)
