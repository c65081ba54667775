"""Parts of a graph that copy nothing: what held on a day, some kinds of node, some kinds of relation."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import networkx as nx

from ecosystem.catalogue.dates import PartialDate, valid_on
from ecosystem.errors import FieldError, Text, UnknownNodeError, UsageError
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


def find_node(graph: nx.MultiDiGraph, name: str) -> str:
    """Return the id of the node that goes by a name, in any case, language or former form.

    What is called so today comes before what was called so once: Fig is Fig, not the Docker Compose that it became.
    Raises `UnknownNodeError` with the nearest names where there is none.
    """
    if name in graph:
        return name
    wanted = str(name).casefold().strip()
    former: str | None = None
    for node, attributes in graph.nodes(data=True):
        own = (str(node), str(attributes.get("name", node)), str(attributes.get("name_zh") or ""))
        if wanted in (known.casefold() for known in own):
            return str(node)
        if former is None and wanted in (str(known).casefold() for known in attributes.get("names") or ()):
            former = str(node)
    if former is not None:
        return former
    raise UnknownNodeError(_nearest(graph, name))


def find_nodes(graph: nx.MultiDiGraph, names: Iterable[str]) -> list[str]:
    """Return the ids of several nodes; raise `UnknownNodeError` that tells every name that is unknown, not only the first."""
    found: list[str] = []
    unknown: list[Text] = []
    for name in names:
        try:
            found.append(find_node(graph, name))
        except UnknownNodeError as error:
            unknown.append(error.text)
    if unknown:
        raise UnknownNodeError(Text("\n".join(one.en for one in unknown), "\n".join(one.zh for one in unknown)))
    return found


def _nearest(graph: nx.MultiDiGraph, name: str) -> Text:
    folded = {str(node).casefold(): str(node) for node in graph}
    folded |= {str(data.get("name", node)).casefold(): str(node) for node, data in graph.nodes(data=True)}
    near = dict.fromkeys(
        folded[found] for found in difflib.get_close_matches(str(name).casefold(), folded, n=4, cutoff=0.6)
    )
    hint_en = f"did you mean {', '.join(near)}?" if near else "try `ecosystem find TEXT`"
    hint_zh = f"您是不是想找 {', '.join(near)}?" if near else "请试试 `ecosystem find 文本`"
    return Text(f"there is no node {name!r}: {hint_en}", f"没有节点 {name!r}:{hint_zh}")


def _date(value: Any) -> PartialDate | None:
    if not value:
        return None
    return value if isinstance(value, PartialDate) else PartialDate(value)
