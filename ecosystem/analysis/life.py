"""When a thing began and ended, and whether it is alive on a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx

from ecosystem.catalogue import PartialDate
from ecosystem.graph import day_of

ALIVE, ENDED, UNBORN = "alive", "ended", "not yet"
_BEGINNING = frozenset({"announced", "open_sourced", "first_commit", "first_release", "founded", "published", "held"})
_ENDING = frozenset({"archived", "retired", "shut_down", "discontinued", "dissolved"})


def reference_day(graph: nx.Graph, as_of: str | dt.date | None = None) -> dt.date:
    """Return the day on which "now" is asked: `as_of`, or the newest day on which a reference of the graph was read.

    A graph without references has the newest date that stands in it; one without dates, the first day of the year 1,
    on which nothing has ended. So the same graph gives the same answer on any day.
    """
    if as_of is not None:
        return day_of(as_of)
    references = graph.graph.get("references")
    read = [entry.get("accessed") for entry in references.values()] if isinstance(references, Mapping) else []
    dates = [date for date in map(partial, read) if date] or list(_dates(graph))
    return max((date.latest for date in dates), default=dt.date.min)


def begin_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return the start of a node's life: `since`, or else the earliest milestone of a kind that begins one."""
    attributes = graph.nodes[node]
    since = partial(attributes.get("since"))
    dates = [date for event, date in milestones(attributes) if event in _BEGINNING]
    return since or min(dates, default=None, key=lambda date: date.earliest)


def end_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return the end of a node's life: `until`, else its last milestone that ends a life, else the day of its merger."""
    attributes = graph.nodes[node]
    until = partial(attributes.get("until"))
    dates = [date for event, date in milestones(attributes) if event in ending_events(graph)]
    return until or max(dates or _mergers(graph, node), default=None, key=lambda date: date.latest)


def status_of(graph: nx.Graph, node: Hashable, day: dt.date) -> str:
    """Return `alive`, `ended` or `not yet` for a node on a day; a partial end counts as passed from its first day."""
    begin, end = begin_of(graph, node), end_of(graph, node)
    if end is not None and end.earliest <= day:
        return ENDED
    if begin is not None and begin.earliest > day:
        return UNBORN
    attributes = graph.nodes[node].get("attributes")
    archived = isinstance(attributes, Mapping) and attributes.get("maturity") == "archived"
    return ENDED if archived and end is None else ALIVE


def holds_on(attributes: Mapping[str, Any], day: dt.date) -> bool:
    """Return whether a relation, as far as its dates say, holds on a day."""
    since, until = partial(attributes.get("since")), partial(attributes.get("until"))
    return (since is None or since.earliest <= day) and (until is None or until.earliest > day)


def is_stated(attributes: Mapping[str, Any]) -> bool:
    """Return whether a source says this as a fact, not as a plan, a forecast or advice."""
    return attributes.get("modality") in (None, "", "stated")


def milestones(attributes: Mapping[str, Any]) -> list[tuple[str, PartialDate]]:
    """Return a node's milestones that are facts, as (event, date)."""
    listed = attributes.get("milestones") or ()
    dated = [(str(entry.get("event")), partial(entry.get("date"))) for entry in listed if is_stated(entry)]
    return [(event, date) for event, date in dated if date]


def ending_events(graph: nx.Graph) -> frozenset[str]:
    """Return the kinds of milestone that end a life."""
    words = graph.graph.get("vocabulary")
    events = words.get("events") if isinstance(words, Mapping) else None
    return frozenset(event for event, entry in events.items() if entry.get("ends")) if events else _ENDING


def partial(value: Any) -> PartialDate | None:
    """Return a value as a partial date; nothing where it is none."""
    try:
        return PartialDate(value) if value else None
    except ValueError:
        return None


def years_between(start: dt.date, end: dt.date) -> float:
    """Return a length of time in years of 365.25 days."""
    return (end - start).days / 365.25


def _dates(graph: nx.Graph) -> Iterable[PartialDate]:
    holders = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    for attributes in holders:
        yield from (date for date in (partial(attributes.get("since")), partial(attributes.get("until"))) if date)
        yield from (date for _, date in milestones(attributes))


def _mergers(graph: nx.Graph, node: Hashable) -> list[PartialDate]:
    edges = graph.out_edges(node, data=True) if graph.is_directed() else ()
    stated = [data.get("since") for *_, data in edges if data.get("predicate") == "merged_into" and is_stated(data)]
    return [date for date in map(partial, stated) if date]
