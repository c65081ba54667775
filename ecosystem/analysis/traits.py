"""What a thing is like: the traits that its relations give it, and how much two things share of them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import networkx as nx

from ecosystem.analysis.categories import concepts_of, path_to_root, targets
from ecosystem.analysis.life import holds_on, is_stated
from ecosystem.analysis.wording import predicate_of

PARTS = ("category", "company", "wording", "function", "standards", "platform", "language", "licence")
_PART_OF = {
    "belongs_to": "category",
    "used_for": "function",
    "supports": "function",
    "integrates_with": "function",
    "implements": "standards",
    "built_on": "platform",
    "runs_on": "platform",
    "written_in": "language",
    "licensed_under": "licence",
}
_WORD = re.compile(r"[a-z]{3,}")
_KEEPING_COMPANY = frozenset({"supports", "integrates_with", "runs_on", "built_on", "depends_on"})
_RIVALRY = frozenset({"competes_with", "similar_to"})


class Trait(NamedTuple):
    """One thing that a node has to do with; `direct` if a relation says so, not a concept above."""

    part: str
    target: Hashable
    direct: bool = True


class Traits:
    """The traits of all things that have a category."""

    def __init__(self, concepts: Iterable[Hashable]) -> None:
        self._concepts = set(concepts)
        self._of: dict[Hashable, dict[tuple[str, Hashable], bool]] = defaultdict(dict)
        self._holders: dict[tuple[str, Hashable], set[Hashable]] = defaultdict(set)
        self._references: dict[tuple[Hashable, str, Hashable], list[str]] = defaultdict(list)
        self._rivals: dict[frozenset[Hashable], list[dict[str, Any]]] = defaultdict(list)

    def add(self, node: Hashable, trait: Trait, references: Iterable[str] = ()) -> None:
        """Give a node a trait, with its evidence."""
        key = (trait.part, trait.target)
        self._of[node][key] = self._of[node].get(key, False) or trait.direct
        self._holders[key].add(node)
        self._references[node, *key].extend(references)

    def add_rivals(self, first: Hashable, second: Hashable, said: Mapping[str, Any]) -> None:
        """Note that a source names two things as alternatives."""
        self._rivals[frozenset((first, second))].append({**said, "predicate": predicate_of(said)})

    def memberships(self) -> Iterator[tuple[Hashable, Hashable]]:
        """Yield each thing with each of its direct categories."""
        for node, keys in self._of.items():
            yield from ((node, target) for (part, target), direct in keys.items() if part == "category" and direct)

    def candidates(self, node: Hashable) -> list[Hashable]:
        """Return the things that share a category with a node, or the one above it, or are named as its alternatives."""
        if node in self._concepts:
            return []
        own = [key for key in self._of.get(node, {}) if key[0] == "category"]
        same = {other for key in own for other in self._holders[key]}
        rivals = {other for pair in self._rivals if node in pair for other in pair}
        return sorted((same | rivals) - self._concepts - {node}, key=str)

    def similarity(self, first: Hashable, second: Hashable, part: str) -> float:
        """Return the weighted Dice coefficient of two things' traits of one part: 0 where either has none."""
        ours, theirs = self._keys(first, part), self._keys(second, part)
        both = sum(map(self._weight, ours)) + sum(map(self._weight, theirs))
        return 2 * sum(map(self._weight, ours & theirs)) / both if both else 0.0

    def shared(self, first: Hashable, second: Hashable, part: str) -> list[Trait]:
        """Return the traits of one part that two things share, the rarest first."""
        common = self._keys(first, part) & self._keys(second, part)
        ordered = sorted(common, key=lambda key: (-self._weight(key), str(key[1])))
        return [Trait(*key, direct=self._of[first][key] and self._of[second][key]) for key in ordered]

    def references(self, node: Hashable, trait: Trait) -> list[str]:
        """Return the evidence that a node has a trait."""
        return self._references.get((node, trait.part, trait.target), []) if trait.direct else []

    def named(self, first: Hashable, second: Hashable) -> list[dict[str, Any]]:
        """Return what sources say where they name two things as alternatives."""
        return self._rivals.get(frozenset((first, second)), [])

    def _keys(self, node: Hashable, part: str) -> set[tuple[str, Hashable]]:
        return {key for key in self._of.get(node, {}) if key[0] == part}

    def _weight(self, key: tuple[str, Hashable]) -> float:
        return -math.log(len(self._holders[key]) / (len(self._of) + 1))


def traits_of(graph: nx.Graph, day: dt.date) -> Traits:
    """Return the traits that things have on a day, as far as sources state them as facts."""
    traits = Traits(concepts_of(graph))
    for source, target, attributes in graph.edges(data=True):
        if source == target or not is_stated(attributes) or not holds_on(attributes, day):
            continue
        predicate = predicate_of(attributes)
        cited = attributes.get("references") or ()
        if predicate in _RIVALRY:
            traits.add_rivals(source, target, attributes)
        elif predicate in _PART_OF:
            traits.add(source, Trait(_PART_OF[predicate], target), cited)
    for node in dict(traits.memberships()):
        _add_wider_concepts(graph, traits, node)
        _add_company(graph, traits, node, day)
        _add_wording(graph, traits, node)
    return traits


def _add_wider_concepts(graph: nx.Graph, traits: Traits, node: Hashable) -> None:
    for concept in targets(graph, node, "belongs_to"):
        for wider in path_to_root(graph, concept)[1:-1]:
            traits.add(node, Trait("category", wider, direct=False))


def _add_company(graph: nx.Graph, traits: Traits, node: Hashable, day: dt.date) -> None:
    incoming = graph.in_edges(node, data=True) if graph.is_directed() else ()
    for source, _, attributes in incoming:
        keeps = predicate_of(attributes) in _KEEPING_COMPANY and is_stated(attributes) and holds_on(attributes, day)
        if keeps and source != node:
            traits.add(node, Trait("company", source), attributes.get("references") or ())


def _add_wording(graph: nx.Graph, traits: Traits, node: Hashable) -> None:
    summary = str(graph.nodes[node].get("summary_en") or "").casefold()
    for word in _WORD.findall(summary):
        traits.add(node, Trait("wording", word.removesuffix("s"), direct=False))
