"""The tree of categories that the mind map, the landscape grid and the text twin share: concepts, then kinds.

A concept that is nobody's narrower concept and has the most below it is the root. A node sits in the category of the
first concept it belongs to; one that belongs to none sits under its kind's category. A graph from elsewhere, of one
kind and without categories, branches by its communities.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from ecosystem.graph import words_of
from ecosystem.maps.extract import Extract
from ecosystem.maps.grouping import community_branches
from ecosystem.maps.words import Label, label, own_label, plain_label

NONE = -1
# Hues for the branches, dark enough for white text and light enough for dark paper, neighbours far apart.
BRANCH_COLOURS = (
    "#2f6fde", "#c2570c", "#0b8a8f", "#b8397a", "#2e8540", "#7d5fd3", "#a3741a", "#1f7fa8",
    "#c0392b", "#4f7d2f", "#8a4fa3", "#6b6f1d", "#a14a5e", "#3c5fa8", "#0f7d63", "#8c5a2b",
)  # fmt: skip
# Branches that only gather a kind (people, languages, ...) stand back.
KIND_COLOUR = "#5f7187"


@dataclass(slots=True)
class Category:
    """One branch: its label, its parent's position (-1: the root), the node that it stands for (-1: none)."""

    label: Label
    parent: int = NONE
    node: int = NONE
    side: int = 1
    colour: str = KIND_COLOUR


@dataclass(slots=True)
class CategoryTree:
    """The categories, parents first, and the category of each node (a heading's node is in the category it heads)."""

    categories: list[Category]
    of: list[int]
    children: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, category: Category) -> int:
        """Append a category and return its position."""
        self.categories.append(category)
        position = len(self.categories) - 1
        if category.parent != NONE:
            self.children[category.parent].append(position)
        return position

    def columns(self) -> list[dict[str, Any]]:
        """Return the categories as plain values."""
        return [
            {"label": one.label, "parent": one.parent, "node": one.node, "side": one.side, "colour": one.colour}
            for one in self.categories
        ]


def build_categories(extract: Extract) -> CategoryTree:
    """Return the tree of categories of what is on a map."""
    broader, belongs = _hierarchy(extract)
    narrower: dict[int, list[int]] = defaultdict(list)
    for concept, above in sorted(broader.items()):
        narrower[above].append(concept)
    tree = CategoryTree([], [NONE] * len(extract.ids))
    root = _root(broader, narrower)
    tree.add(Category(_root_label(extract, root), node=root))
    _grow(tree, extract, narrower, root)
    if not broader and not belongs and len(extract.kinds) == 1:
        _branch_by_community(tree, extract)
    _place(tree, extract, belongs)
    _colour_and_balance(tree)
    return tree


def _hierarchy(extract: Extract) -> tuple[dict[int, int], dict[int, int]]:
    """Return each concept's first broader concept and each node's first category, following the order of the edges."""
    broader: dict[int, int] = {}
    belongs: dict[int, int] = {}
    for predicate, chosen in (("broader", broader), ("belongs_to", belongs)):
        for source, target in extract.ends_of((predicate,)):
            if source != target:
                chosen.setdefault(source, target)
    return broader, belongs


def _root(broader: dict[int, int], narrower: dict[int, list[int]]) -> int:
    """Return the concept at the top of the largest hierarchy."""

    def below(concept: int, seen: frozenset[int] = frozenset()) -> int:
        inside = seen | {concept}
        return 1 + sum(below(child, inside) for child in narrower.get(concept, ()) if child not in inside)

    tops = [concept for concept in narrower if concept not in broader]
    return max(tops, key=lambda top: (below(top), -top), default=NONE)


def _root_label(extract: Extract, root: int) -> Label:
    if root != NONE:
        return label(extract.names[root], extract.nodes[root].get("name_zh"))
    own = own_label(extract.graph.get("title")) or own_label(extract.graph.get("name"))
    return own or label("The graph", "图")


def _grow(tree: CategoryTree, extract: Extract, narrower: dict[int, list[int]], root: int) -> None:
    """Add the concepts breadth first, so that parents come before their children."""
    queue = []
    if root != NONE:
        tree.of[root] = 0
        queue.append((root, 0))
    for concept, parent in queue:
        for child in narrower.get(concept, ()):
            if tree.of[child] == NONE:
                heading = label(extract.names[child], extract.nodes[child].get("name_zh"))
                tree.of[child] = tree.add(Category(heading, parent=parent, node=child))
                queue.append((child, tree.of[child]))


def _branch_by_community(tree: CategoryTree, extract: Extract) -> None:
    """Give a graph of one kind and without categories the branches that its relations suggest."""
    for heading, group in community_branches(extract):
        branch = tree.add(Category(heading, parent=0))
        for node in group:
            tree.of[node] = branch


def _place(tree: CategoryTree, extract: Extract, belongs: dict[int, int]) -> None:
    """Put each node into its concept's category, else into its kind's."""
    headings = {category.node: position for position, category in enumerate(tree.categories) if category.node != NONE}
    by_label: dict[str, int] = {}
    words = words_of(extract.graph, "kinds")
    kinds = [_kind_heading(words.get(kind, {}), kind) for kind in extract.kinds]
    for node, kind in enumerate(extract.kind.tolist()):
        if tree.of[node] != NONE:
            continue
        tree.of[node] = headings.get(belongs.get(node, NONE), NONE)
        if tree.of[node] == NONE:
            heading = kinds[kind]
            if heading["en"] not in by_label:
                by_label[heading["en"]] = tree.add(Category(heading, parent=0))
            tree.of[node] = by_label[heading["en"]]


def _kind_heading(words: dict[str, Any], kind: str) -> Label:
    if kind == "node":
        return {"en": "Nodes", "zh": "节点"}
    return words.get("category") or words.get("plural") or plain_label(kind)


def _colour_and_balance(tree: CategoryTree) -> None:
    """Give each branch a colour, and the two sides of the mind map about the same height, in reading order.

    A folded branch is one line high and an open one as high as its leaves: the square root stands between the two.
    """
    leaves = Counter(tree.of)
    branches = tree.children.get(0, [])
    weights = {branch: 6 + math.sqrt(_weight(tree, branch, leaves)) for branch in branches}
    half, filled = sum(weights.values()) / 2, 0.0
    colours = _branch_colours(tree, branches)
    for branch in branches:
        side = 1 if filled + weights[branch] / 2 <= half else -1
        filled += weights[branch]
        _paint(tree, branch, side, colours[branch])


def _branch_colours(tree: CategoryTree, branches: list[int]) -> dict[int, str]:
    """Return a hue for each branch; where some stand for concepts, those that only gather a kind are grey."""
    of_concepts = [branch for branch in branches if tree.categories[branch].node != NONE]
    hues = {branch: BRANCH_COLOURS[at % len(BRANCH_COLOURS)] for at, branch in enumerate(of_concepts or branches)}
    return {branch: hues.get(branch, KIND_COLOUR) for branch in branches}


def _weight(tree: CategoryTree, branch: int, leaves: Counter[int]) -> int:
    return 1 + leaves[branch] + sum(_weight(tree, child, leaves) for child in tree.children.get(branch, ()))


def _paint(tree: CategoryTree, branch: int, side: int, colour: str) -> None:
    tree.categories[branch].side, tree.categories[branch].colour = side, colour
    for child in tree.children.get(branch, ()):
        _paint(tree, child, side, colour)
