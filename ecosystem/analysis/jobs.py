"""Whether two things do the same job: how near their categories lie in the tree of concepts."""

from __future__ import annotations

import functools
import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ecosystem.analysis.categories import path_to_root


class Jobs:
    """The categories of things, and how telling each category is."""

    def __init__(self, graph: nx.Graph, categories: Mapping[Hashable, Sequence[Hashable]]) -> None:
        self._categories = categories
        every = {category for own in categories.values() for category in own}
        self._path = {category: path_to_root(graph, category) for category in every}
        self._members: dict[Hashable, set[Hashable]] = defaultdict(set)
        within: dict[Hashable, set[Hashable]] = defaultdict(set)
        for node, category in ((node, category) for node, own in categories.items() for category in own):
            self._members[category].add(node)
            for concept in self._path[category]:
                within[concept].add(node)
        everything = len(categories) + 1
        self._telling = {concept: math.log(everything / len(held)) for concept, held in within.items()}
        self._around = functools.cache(self._peers_of_category)
        self._nearest: dict[tuple[Hashable, Hashable], tuple[float, Hashable]] = {}

    def peers(self, node: Hashable, least: float) -> set[Hashable]:
        """Return the things of which a category is at least so much alike one of a node's."""
        return {peer for own in self.of(node) for peer in self._around(own, least)} - {node}

    def _peers_of_category(self, category: Hashable, least: float) -> set[Hashable]:
        near = (other for other in self._members if self._compare(category, other)[0] >= least)
        return {peer for other in near for peer in self._members[other]}

    def nearest(self, first: Hashable, second: Hashable) -> tuple[float, Hashable]:
        """Return how alike the nearest two of their categories are, and the narrowest concept above both of these."""
        pairs = (self._compare(ours, theirs) for ours in self.of(first) for theirs in self.of(second))
        return max(pairs, default=(0.0, None), key=lambda pair: pair[0])

    def table(self) -> tuple[dict[Hashable, int], NDArray[np.float64]]:
        """Return the place of each category in a square table, and the table: how alike two categories are."""
        place = {category: at for at, category in enumerate(self._members)}
        return place, np.array([[self._compare(one, other)[0] for other in place] for one in place])

    def likeness(self, first: Hashable, second: Hashable) -> float:
        """Return how alike their categories are on the whole: for each the best match, on average, 0 to 1."""
        ours, theirs = self.of(first), self.of(second)
        if not ours or not theirs:
            return 0.0
        best = [max(self._compare(one, other)[0] for other in theirs) for one in ours]
        best += [max(self._compare(one, other)[0] for other in ours) for one in theirs]
        return math.fsum(best) / len(best)

    def of(self, node: Hashable) -> Sequence[Hashable]:
        """Return the categories of a thing, its own first."""
        return self._categories.get(node, ())

    def _compare(self, first: Hashable, second: Hashable) -> tuple[float, Hashable]:
        if (first, second) not in self._nearest:
            above = set(self._path[second])
            common = next((concept for concept in self._path[first] if concept in above), None)
            both = self._telling[first] + self._telling[second]
            likeness = 2 * self._telling[common] / both if common is not None and both else 0.0
            self._nearest[first, second] = (1.0 if first == second else likeness, common)
        return self._nearest[first, second]
