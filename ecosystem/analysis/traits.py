"""What a thing is like: the traits that its relations give it, and how much two things share of them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import networkx as nx
import scipy

from ecosystem.analysis.categories import concepts_of, path_to_root
from ecosystem.analysis.life import holds_on, is_stated
from ecosystem.analysis.wording import predicate_of

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
_KEEPERS = frozenset({"made_by", "owned_by"})
_Fact = tuple[Hashable, Hashable, Mapping[str, Any]]


class Trait(NamedTuple):
    """One thing that a node has to do with."""

    part: str
    target: Hashable


class Traits:
    """The traits of all things that have a category, and how rare each trait is."""

    def __init__(self, found: Iterable[tuple[Hashable, Trait, Sequence[str]]]) -> None:
        self._of: dict[Hashable, set[Trait]] = defaultdict(set)
        self._references: dict[tuple[Hashable, Trait], list[str]] = defaultdict(list)
        for node, trait, references in found:
            self._of[node].add(trait)
            self._references[node, trait].extend(references)
        holders = Counter(trait for own in self._of.values() for trait in own)
        self._weight = {trait: math.log((len(self._of) + 1) / count) for trait, count in holders.items()}
        self._column = {trait: place for place, trait in enumerate(self._weight)}
        self._total = {node: self._weigh(own) for node, own in self._of.items()}

    def likeness(self, first: Hashable, second: Hashable) -> float:
        """Return the weighted Ochiai coefficient of two things' traits, 0 to 1: a rare trait weighs more."""
        common = self._weigh(self._of[first] & self._of[second])
        return common / math.sqrt(self._total[first] * self._total[second]) if common else 0.0

    def matrix(self, nodes: Sequence[Hashable]) -> scipy.sparse.csr_array:
        """Return a row a node, a column a trait, such that the product of two rows is `likeness`, but for rounding."""
        cells = [(row, trait) for row, node in enumerate(nodes) for trait in self.of(node)]
        values = [math.sqrt(self._weight[trait] / self._total[nodes[row]]) for row, trait in cells]
        places = [row for row, _ in cells], [self._column[trait] for _, trait in cells]
        return scipy.sparse.csr_array((values, places), shape=(len(nodes), len(self._column)))

    def of(self, node: Hashable) -> set[Trait]:
        """Return the traits of a thing."""
        return self._of.get(node, set())

    def shared(self, first: Hashable, second: Hashable) -> dict[str, list[Trait]]:
        """Return what two things share, by part, the rarest first."""
        common = sorted(self._of[first] & self._of[second], key=lambda trait: (-self._weight[trait], str(trait.target)))
        return {part: [trait for trait in common if trait.part == part] for part in sorted({t.part for t in common})}

    def references(self, node: Hashable, trait: Trait) -> list[str]:
        """Return the evidence that a node has a trait."""
        return self._references[node, trait]

    def _weigh(self, traits: Iterable[Trait]) -> float:
        return math.fsum(map(self._weight.__getitem__, traits))


def traits_of(graph: nx.Graph, day: dt.date) -> Traits:
    """Return the traits that things have on a day, as far as sources state them as facts."""
    return Traits(_found(graph, day))


def memberships(graph: nx.Graph, day: dt.date) -> dict[Hashable, list[Hashable]]:
    """Return the categories of each thing on a day, its own first; of who makes things, also those of what it makes."""
    facts, concepts = _facts(graph, day), set(concepts_of(graph))
    found: dict[Hashable, list[Hashable]] = defaultdict(list)
    for source, target, attributes in facts:
        if predicate_of(attributes) == "belongs_to" and source not in concepts:
            found[source].append(target)
    made = [(maker, found[thing]) for thing, maker, said in facts if predicate_of(said) in _KEEPERS and thing in found]
    for maker, categories in made:
        found[maker] += categories
    return {node: list(dict.fromkeys(categories)) for node, categories in found.items()}


def _found(graph: nx.Graph, day: dt.date) -> Iterator[tuple[Hashable, Trait, Sequence[str]]]:
    members = memberships(graph, day)
    for source, target, attributes in _facts(graph, day):
        predicate, references = predicate_of(attributes), attributes.get("references") or ()
        if predicate in _PART_OF and source in members:
            yield source, Trait(_PART_OF[predicate], target), references
        if predicate in _KEEPING_COMPANY and target in members:
            yield target, Trait("company", source), references
    every = {category for categories in members.values() for category in categories}
    paths = {category: path_to_root(graph, category) for category in every}
    for node, categories in members.items():
        for concept in (wider for category in categories for wider in paths[category][:-1] or [category]):
            yield node, Trait("category", concept), ()
        for word in _WORD.findall(str(graph.nodes[node].get("summary_en") or "").casefold()):
            yield node, Trait("wording", word.removesuffix("s")), ()


def _facts(graph: nx.Graph, day: dt.date) -> list[_Fact]:
    if not graph.is_directed():
        return []
    return [
        (source, target, attributes)
        for source, target, attributes in graph.edges(data=True)
        if source != target and is_stated(attributes) and holds_on(attributes, day)
    ]
