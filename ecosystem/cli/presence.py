"""Whether what a command asks of was there on the day that it names; if not, when it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import ecosystem
from ecosystem.errors import Text, UsageError

if TYPE_CHECKING:
    import networkx as nx


def refuse_absent(graph: nx.MultiDiGraph, names: Iterable[str], as_of: str | None) -> None:
    """Raise `UsageError` that says of each name whose node was not there on the day when it was."""
    said = told_absent(graph, names, as_of)
    if said:
        raise UsageError(said)


def told_absent(graph: nx.MultiDiGraph, names: Iterable[str], as_of: str | None) -> Text | None:
    """Return what is to be said of the named nodes that were not there on a day; nothing where all were, or no day is given.

    Raises `UnknownNodeError` for every name that no node has at any time.
    """
    if not as_of:
        return None
    there = ecosystem.as_of_view(graph, as_of)
    absent = [node for node in ecosystem.graph.find_nodes(graph, names) if node not in there]
    said = [_absence(graph, node, as_of) for node in absent]
    return Text("\n".join(one.en for one in said), "\n".join(one.zh for one in said)) if said else None


def _absence(graph: nx.MultiDiGraph, node: str, as_of: str) -> Text:
    fields = graph.nodes[node]
    name, zh = fields.get("name") or node, fields.get("name_zh") or fields.get("name") or node
    day = ecosystem.graph.day_of(as_of)
    begin, end = ecosystem.graph.begin_of(graph, node), ecosystem.graph.end_of(graph, node)
    if begin is not None and begin.earliest > day:
        return Text(
            f"{name} began on {begin}, after {as_of}: give a later --as-of, or leave it out",
            f"{zh} 始于 {begin}，晚于 {as_of}：请给出更晚的 --as-of，或不写",
        )
    if end is not None and end.latest <= day:
        return Text(
            f"{name} ended on {end}, by {as_of} it was gone: give an earlier --as-of, or leave it out",
            f"{zh} 已于 {end} 终止，到 {as_of} 已不存在：请给出更早的 --as-of，或不写",
        )
    known = ecosystem.graph.known_of(graph, node)
    return Text(
        f"nobody dated the beginning of {name}, and no source speaks of it before {known}: "
        f"give a later --as-of than {as_of}, or leave it out",
        f"{zh} 的起始日期无人记录，最早提及它的来源为 {known}：请给出晚于 {as_of} 的 --as-of，或不写",
    )
