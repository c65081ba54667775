"""Whether a thing is alive on a day, and which day is "now"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx

from ecosystem.catalogue import PartialDate
from ecosystem.graph import day_of, words_of
from ecosystem.graph.life import (
    begin_of,
    end_of,
    ending_events,
    fresh_until,
    is_stated,
    known_of,
    last_sign_of,
    milestones,
    partial,
)

__all__ = [
    "ALIVE", "DORMANT", "ENDED", "THERE", "UNBORN", "UNENDED", "UNKNOWN", "begin_of", "end_of", "ending_events",
    "holds_on", "is_stated", "known_of", "last_sign_of", "milestones", "partial", "reference_day", "state_of",
    "status_of", "years_between",
]  # fmt: skip

ALIVE, DORMANT, ENDED, UNBORN, UNKNOWN = "alive", "dormant", "ended", "not yet", "unknown"
# As far as anybody knows it goes on; and that, or it is at least still there.
UNENDED = frozenset({ALIVE, UNKNOWN})
THERE = UNENDED | {DORMANT}


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


def status_of(graph: nx.Graph, node: Hashable, day: dt.date) -> str:
    """Return `alive`, `dormant`, `ended`, `not yet` or `unknown` on a day; a partial end counts as passed from its first day.

    A thing whose beginning nobody dated is `not yet` there before the first day that a source speaks of (`known_of`).
    `dormant` is what has not ended, but whose last sign of life (`last_sign_of`) lies further back than its kind's
    `fresh_months`; where the catalogue does not say what the last sign was, a thing is `alive`: no end is known. Of what has
    neither a dated beginning nor an end, nothing is known: the page calls it `unknown`, too.
    """
    born, end = begin_of(graph, node), end_of(graph, node)
    begin = born or known_of(graph, node)
    if end is not None and end.earliest <= day:
        return ENDED
    if begin is not None and begin.earliest > day:
        return UNBORN
    attributes = graph.nodes[node].get("attributes")
    archived = isinstance(attributes, Mapping) and attributes.get("maturity") == "archived"
    if archived and end is None:
        return ENDED
    fresh = fresh_until(graph, node)
    if fresh is not None and fresh < day:
        return DORMANT
    return ALIVE if born is not None else UNKNOWN


def state_of(graph: nx.Graph, node: Hashable, day: dt.date) -> str | None:
    """Return the status of a node as tables say it: nothing for what has no life of its own, though it is there.

    That is a person, a conference or a paper on or after its day, and an idea, a place or a language that nobody dated.
    """
    kind = words_of(graph.graph, "kinds").get(str(graph.nodes[node].get("kind")), {})
    status = status_of(graph, node, day)
    if kind.get("stateless") or (kind.get("momentary") and status != UNBORN):
        return None
    return None if kind.get("timeless") and status == UNKNOWN else status


def holds_on(attributes: Mapping[str, Any], day: dt.date) -> bool:
    """Return whether a relation, as far as its dates say, holds on a day."""
    since, until = partial(attributes.get("since")), partial(attributes.get("until"))
    return (since is None or since.earliest <= day) and (until is None or until.earliest > day)


def years_between(start: dt.date, end: dt.date) -> float:
    """Return a length of time in years of 365.25 days."""
    return (end - start).days / 365.25


def _dates(graph: nx.Graph) -> Iterable[PartialDate]:
    holders = [data for _, data in graph.nodes(data=True)] + [data for *_, data in graph.edges(data=True)]
    for attributes in holders:
        yield from (date for date in (partial(attributes.get("since")), partial(attributes.get("until"))) if date)
        yield from (date for _, date in milestones(attributes))
