"""Who a thing belongs to, and what it rests on, on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict, deque
from collections.abc import Hashable, Mapping
from typing import Any

import networkx as nx

from ecosystem.analysis.cohort import products_of
from ecosystem.analysis.life import THERE, begin_of, holds_on, is_stated, partial, status_of
from ecosystem.analysis.wording import kind_of, predicate_of

_KEEPING = ("owned_by", "acquired_by", "hosted_by", "made_by")
_RESTING = frozenset({"depends_on", "built_on", "part_of", "runs_on"})
_HOLDERS = frozenset({"vendor", "organisation"})


def keepers(graph: nx.Graph, node: Hashable, day: dt.date) -> list[Hashable]:
    """Return who a thing, a vendor or an organisation belongs to on a day.

    Its owners; where no owner was ever named, who acquired it; else the foundation that hosts it; else its makers.
    """
    if not graph.is_directed():
        return []
    said = [(predicate_of(data), end, data) for _, end, data in graph.out_edges(node, data=True) if is_stated(data)]
    owned = any(predicate == "owned_by" for predicate, *_ in said)
    for wanted in _KEEPING:
        found = [end for predicate, end, data in said if predicate == wanted and holds_on(data, day)]
        if found and not (owned and wanted == "acquired_by"):
            return list(dict.fromkeys(found))
    return []


def going_with(graph: nx.Graph, node: Hashable, day: dt.date) -> dict[Hashable, Hashable]:
    """Return what goes if a node goes, each with its keeper: the living that are its own, and what is theirs in turn.

    The node itself comes first. What has ended does not go, but what belongs to it does, with whoever owns it now.
    """
    things = dict.fromkeys(products_of(graph)) | {one: None for one in graph if kind_of(graph, one) in _HOLDERS}
    kept: dict[Hashable, list[Hashable]] = defaultdict(list)
    for thing in things:
        for keeper in keepers(graph, thing, day):
            kept[keeper].append(thing)
    found, queue = {node: node}, deque([node])
    while queue:
        keeper = queue.popleft()
        for thing in kept[keeper]:
            if thing not in found:
                found[thing] = keeper
                queue.append(thing)
    return {one: keeper for one, keeper in found.items() if one == node or status_of(graph, one, day) in THERE}


def rests(graph: nx.Graph, source: Hashable, attributes: Mapping[str, Any], day: dt.date) -> bool:
    """Return whether a relation that begins at `source` makes it rest, on a day, on what the relation points at.

    It depends on it, is built on it, runs on it, or is part of it. A part that joined on a day of its own, not that of
    its beginning, can be without the whole: Go is published as an official image since 2014, but does not rest on that.
    """
    if predicate_of(attributes) not in _RESTING or not is_stated(attributes) or not holds_on(attributes, day):
        return False
    joined, begin = partial(attributes.get("since")), begin_of(graph, source)
    if predicate_of(attributes) != "part_of" or joined is None:
        return True
    return begin is not None and begin.earliest == joined.earliest
