"""Who could take whose place: the candidates, and how well each would do, in five parts from 0 to 1."""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx

from ecosystem.analysis.cohort import PRODUCTS
from ecosystem.analysis.jobs import Jobs
from ecosystem.analysis.kinship import Kinship
from ecosystem.analysis.life import (
    ALIVE,
    DORMANT,
    ENDED,
    UNBORN,
    UNENDED,
    UNKNOWN,
    begin_of,
    end_of,
    is_stated,
    status_of,
)
from ecosystem.analysis.traits import memberships, traits_of
from ecosystem.analysis.wording import kind_of, predicate_of

_RIVALRY = {"competes_with": 1.0, "similar_to": 0.5, "forked_from": 1.0}
NEAR_ENOUGH = 0.7
# How well a thing could serve on the day itself: half of `life`; the other half is the past that two things share.
NOW = {ALIVE: 1.0, UNKNOWN: 1.0, DORMANT: 0.5}


class Parts(NamedTuple):
    """How well one thing would take the place of another, each part from 0 to 1."""

    job: float
    likeness: float
    known: float
    life: float
    named: float

    @property
    def score(self) -> float:
        """Return the mean of the parts."""
        return math.fsum(self) / len(self)


class Said(NamedTuple):
    """What a source says of two things: `source` is the one from which the relation is told."""

    source: Hashable
    attributes: Mapping[str, Any]


class Rivalry:
    """Rivals in one graph on one day."""

    def __init__(self, graph: nx.Graph, day: dt.date) -> None:
        self._graph, self._day = graph, day
        self.traits, self.jobs = traits_of(graph, day), Jobs(graph, memberships(graph, day))
        self._kinship = Kinship(graph)
        self._said: dict[Hashable, dict[Hashable, list[Said]]] = defaultdict(lambda: defaultdict(list))
        for source, target, attributes in graph.edges(data=True):
            if predicate_of(attributes) in _RIVALRY and is_stated(attributes):
                self._said[source][target].append(Said(source, attributes))
                self._said[target][source].append(Said(source, attributes))
        self._claims = _claims(graph)
        self._most = math.log1p(max(self._claims.values(), default=1))
        self.status = functools.cache(functools.partial(status_of, graph, day=day))
        self.span = functools.cache(self._lifespan)

    def ranked(self, node: Hashable, *, alive: bool = False) -> list[tuple[Hashable, Parts]]:
        """Return what could take a node's place, the best first; with `alive`, only what is alive."""
        there = [other for other in self.candidates(node) if self.status(other) != UNBORN]
        found = [(other, self.parts(node, other)) for other in there if not alive or self.status(other) in UNENDED]
        return sorted(found, key=lambda one: (-one[1].score, str(one[0])))

    def parts(self, node: Hashable, other: Hashable) -> Parts:
        """Return how well another thing would take a node's place."""
        return Parts(
            job=self._same_job(node, other),
            likeness=self.traits.likeness(node, other),
            known=self.known(other),
            life=self._shared_life(node, other),
            named=max((self._weight(said, other) for said in self.said(node, other)), default=0.0),
        )

    def _weight(self, said: Said, other: Hashable) -> float:
        """Return how much it counts that a source says something of two things; a fork counts while it lives."""
        over = predicate_of(said.attributes) == "forked_from" and self.status(other) == ENDED
        return 0.0 if over else _RIVALRY[predicate_of(said.attributes)]

    def said(self, node: Hashable, other: Hashable) -> Sequence[Said]:
        """Return what sources say where they name two things as rivals or alike, or one as a fork of the other."""
        return self._said[node][other] if other in self._said.get(node, ()) else ()

    def known(self, node: Hashable) -> float:
        """Return how much is known of a thing, against the best known one."""
        return math.log1p(self._claims[node]) / self._most

    def _same_job(self, node: Hashable, other: Hashable) -> float:
        """Return how near the nearest categories of two things are; a vendor is judged on all that it makes."""
        if kind_of(self._graph, node) == "vendor":
            return self.jobs.likeness(node, other)
        return self.jobs.nearest(node, other)[0]

    def candidates(self, node: Hashable) -> set[Hashable]:
        """Return what could take a node's place, whether it is there yet or not."""
        found = (self.jobs.peers(node, NEAR_ENOUGH) - self.strangers(node) | self._named(node)) - self.kin(node)
        return {other for other in found if self._may_replace(node, other)}

    def strangers(self, node: Hashable) -> set[Hashable]:
        """Return what works together with a node and shares no category with it."""
        complements = self._kinship.complements(node)
        return complements - self.jobs.peers(node, 1) if complements else complements

    def named_with(self, node: Hashable) -> set[Hashable]:
        """Return what a source names together with a node, as a rival, as similar or as a fork."""
        return set(self._said.get(node, ()))

    def _named(self, node: Hashable) -> set[Hashable]:
        """Return what a source names as a rival of a node."""
        return {other for other, said in self._said.get(node, {}).items() if any(map(_is_rivalry, said))}

    def kin(self, node: Hashable) -> set[Hashable]:
        """Return what belongs together with a node, and the node."""
        return self._kinship.of(node)

    def features(self, node: Hashable) -> Hashable:
        """Return all that `parts` looks at in a thing that no source names: things alike in these do equally well."""
        categories, traits = tuple(self.jobs.of(node)), frozenset(self.traits.of(node))
        return categories, traits, self._claims[node], self.status(node), self.span(node)

    def _may_replace(self, node: Hashable, other: Hashable) -> bool:
        kinds = {kind_of(self._graph, node), kind_of(self._graph, other)}
        return len(kinds) == 1 or kinds <= PRODUCTS

    def _shared_life(self, node: Hashable, other: Hashable) -> float:
        """Return the mean of the day (1 for what is alive, 1/2 for what is dormant, 0 for what has ended) and the shared past.

        The past is the time in which both lived against the mean of their lifetimes (Ochiai), 1 if neither has ended.
        """
        now = NOW.get(self.status(other), 0.0)
        if ENDED not in (self.status(node), self.status(other)):
            return (1 + now) / 2
        (began, ended), (other_began, other_ended) = self.span(node), self.span(other)
        began, other_began = began or other_began or min(ended, other_ended), other_began or began or ended
        together = (min(ended, other_ended) - max(began, other_began)).days
        lived = max((ended - began).days, 1) * max((other_ended - other_began).days, 1)
        return (max(together, 0) / math.sqrt(lived) + now) / 2

    def _lifespan(self, node: Hashable) -> tuple[dt.date | None, dt.date]:
        begin, end = begin_of(self._graph, node), end_of(self._graph, node)
        return begin.earliest if begin else None, min(end.earliest, self._day) if end else self._day


def _claims(graph: nx.Graph) -> dict[Hashable, int]:
    """Count what is known of each node: its relations, its milestones, and the sources that speak of it."""
    sources: dict[Hashable, set[str]] = {node: _cited(attributes) for node, attributes in graph.nodes(data=True)}
    for source, target, attributes in graph.edges(data=True):
        for end in (source, target):
            sources[end] |= _cited(attributes)
    return {
        node: graph.degree(node) + len(graph.nodes[node].get("milestones") or ()) + len(cited)
        for node, cited in sources.items()
    }


def _cited(attributes: Mapping[str, Any]) -> set[str]:
    return {str(reference).split("#", 1)[0] for reference in attributes.get("references") or ()}


def _is_rivalry(said: Said) -> bool:
    return predicate_of(said.attributes) == "competes_with"
