"""When a node began, last stirred and ended, and since when it is known to be there: read off its dates, milestones and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import networkx as nx

from ecosystem.catalogue.dates import PartialDate
from ecosystem.graph.vocabulary import words_of

Attributes = Mapping[str, Any]
_BEGINNING = frozenset({"open_sourced", "first_commit", "first_release", "founded", "published", "held"})
_ENDING = frozenset({"archived", "retired", "shut_down", "discontinued", "dissolved"})
_LAST_SEEN = frozenset({"last_commit", "last_release"})
_NO_SIGN = frozenset({"announced", "deprecated", "bankrupt"})


def begin_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return the start of a node's life: `since`, or else the earliest milestone of a kind that begins one.

    What was announced may be the thing itself, its sale or its end: it begins a life only where nothing earlier is known.
    """
    attributes = graph.nodes[node]
    since = partial(attributes.get("since"))
    if since:
        return since
    happened = milestones(attributes)
    begun = min((date for event, date in happened if event in _BEGINNING), default=None, key=lambda date: date.earliest)
    announced = min((date for event, date in happened if event == "announced"), default=None)
    if announced is None or (begun is not None and begun.earliest <= announced.earliest):
        return begun
    known = known_of(graph, node)
    return begun if known is not None and known.earliest < announced.earliest else announced


def end_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return the end of a node's life: `until`, else its last milestone that ends a life, else the day of its merger."""
    attributes = graph.nodes[node]
    until = partial(attributes.get("until"))
    happened = milestones(attributes)
    ending = ending_events(graph) if happened else frozenset()
    dates = [date for event, date in happened if event in ending]
    return until or max(dates or _mergers(graph, node), default=None, key=lambda date: date.latest)


def known_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return since when a node whose beginning nobody dated is known to be there; nothing where that cannot be said.

    It is the earliest date in what a source states of it, or the earliest day on which such a source was published, or
    else read. Kinds that the vocabulary calls timeless (ideas, places, languages) are always there, and so is
    everything in a graph without references.
    """
    kinds = words_of(graph.graph, "kinds")
    kind = kinds.get(str(graph.nodes[node].get("kind")), {})
    sources = graph.graph.get("references")
    if kind.get("timeless") or not isinstance(sources, Mapping) or not sources:
        return None
    return partial(min(_evidence(graph, node, sources), default=None))


def last_sign_of(graph: nx.Graph, node: Hashable) -> PartialDate | None:
    """Return the newest sign of life of a node, where the catalogue says that nothing was seen after it; else nothing.

    Signs are milestones that are facts (not those that end a life, nor mere announcements), releases of its cycles, and the
    date of the reference that is its own first repository. Only the milestones `last_commit` and `last_release` say that they
    were the last: a repository's date is the newest commit in the copy that somebody read, which may have been an old copy.
    """
    happened = milestones(graph.nodes[node])
    last = [date for event, date in happened if event in _LAST_SEEN]
    if not last:
        return None
    unlike = _NO_SIGN | ending_events(graph)
    signs = [date for event, date in happened if event not in unlike] + list(_releases_and_commits(graph, node))
    newest = max(last, key=lambda date: date.latest)
    return newest if all(sign.earliest <= newest.latest for sign in signs) else None


def fresh_until(graph: nx.Graph, node: Hashable) -> dt.date | None:
    """Return the last day on which a node's last sign of life is as fresh as its kind asks for (`fresh_months`)."""
    months = words_of(graph.graph, "kinds").get(str(graph.nodes[node].get("kind")), {}).get("fresh_months")
    sign = last_sign_of(graph, node) if months else None
    if not months or sign is None:
        return None
    years, month = divmod(sign.latest.month - 1 + months, 12)
    return dt.date(sign.latest.year + years, month + 1, 1) + dt.timedelta(days=sign.latest.day - 1)


def is_stated(attributes: Attributes) -> bool:
    """Return whether a source says this as a fact, not as a plan, a forecast or advice, and no better evidence disputes it."""
    return attributes.get("modality") in (None, "", "stated")


def milestones(attributes: Attributes) -> list[tuple[str, PartialDate]]:
    """Return a node's milestones that are facts, as (event, date)."""
    listed = attributes.get("milestones") or ()
    dated = [(str(entry.get("event")), partial(entry.get("date"))) for entry in listed if is_stated(entry)]
    return [(event, date) for event, date in dated if date]


def ending_events(graph: nx.Graph) -> frozenset[str]:
    """Return the kinds of milestone that end a life."""
    events = words_of(graph.graph, "events")
    return frozenset(event for event, entry in events.items() if entry.get("ends")) if events else _ENDING


def partial(value: Any) -> PartialDate | None:
    """Return a value as a partial date; nothing where it is none."""
    try:
        return PartialDate(value) if value else None
    except ValueError:
        return None


def _evidence(graph: nx.Graph, node: Hashable, sources: Mapping[str, Attributes]) -> Iterable[str]:
    """Yield the dates of all that sources state of a node, and those of the sources."""
    attributes = graph.nodes[node]
    claims: list[Attributes] = [attributes, *(data for *_, data in _relations(graph, node))]
    claims += [claim for part in ("milestones", "figures", "cycles") for claim in attributes.get(part) or ()]
    for claim in filter(is_stated, claims):
        yield from (str(claim[field]) for field in ("since", "until", "date", "released") if claim.get(field))
        for citation in claim.get("references") or ():
            source = sources.get(str(citation).partition("#")[0], {})
            yield from (str(source[field]) for field in ("date", "accessed") if source.get(field))


def _releases_and_commits(graph: nx.Graph, node: Hashable) -> Iterable[PartialDate]:
    """Yield when release cycles of a node came out, and the dates of the references that are its own first repository."""
    attributes, sources = graph.nodes[node], graph.graph.get("references") or {}
    cited = [*(attributes.get("references") or ())]
    for part in ("milestones", "cycles"):
        cited += [citation for claim in attributes.get(part) or () for citation in claim.get("references") or ()]
    dates = [cycle.get("released") for cycle in filter(is_stated, attributes.get("cycles") or ())]
    own = [_address(address) for address in (attributes.get("repositories") or ())[:1]]
    for source in (sources.get(str(citation).partition("#")[0], {}) for citation in cited):
        dates += [source.get("date")] if _address(source.get("url")) in own else []
    yield from filter(None, map(partial, dates))


def _address(url: Any) -> str:
    return str(url or "").casefold().rstrip("/").removesuffix(".git")


def _relations(graph: nx.Graph, node: Hashable) -> Iterable[Any]:
    yield from graph.edges(node, data=True)
    if graph.is_directed():
        yield from graph.in_edges(node, data=True)


def _mergers(graph: nx.Graph, node: Hashable) -> list[PartialDate]:
    edges = graph.out_edges(node, data=True) if graph.is_directed() else ()
    stated = [data.get("since") for *_, data in edges if data.get("predicate") == "merged_into" and is_stated(data)]
    return [date for date in map(partial, stated) if date]
