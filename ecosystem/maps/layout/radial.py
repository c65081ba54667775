"""The tree of categories as rings around its root: each branch a wedge as wide as it has leaves."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps.categories import CategoryTree, build_categories
from ecosystem.maps.extract import Extract

Floats = NDArray[np.float64]
_ARC = 46.0


def radial_tree(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions on rings: categories inside, their nodes outside, ordered as in the mind map."""
    tree = build_categories(extract)
    leaves: dict[int, list[int]] = defaultdict(list)
    for node in np.argsort(-importance, kind="stable").tolist():
        category = tree.of[node]
        if tree.categories[category].node != node:
            leaves[category].append(node)
    weights = _weights(tree, leaves)
    depth = _depths(tree)
    step = max(120.0, _ARC * weights[0] / (2 * np.pi * (max(depth) + 1)))
    positions = np.zeros((len(extract.ids), 2))
    spans = {0: (0.0, 2 * np.pi)}
    for category, heading in enumerate(tree.categories):
        begin, end = spans[category]
        if heading.node >= 0:
            positions[heading.node] = _polar(depth[category] * step, (begin + end) / 2)
        turn = (end - begin) / weights[category]
        for node in leaves[category]:
            positions[node] = _polar((depth[category] + 1) * step, begin + turn / 2)
            begin += turn
        for child in tree.children.get(category, ()):
            spans[child] = (begin, begin + turn * weights[child])
            begin += turn * weights[child]
    return positions


def _weights(tree: CategoryTree, leaves: dict[int, list[int]]) -> list[int]:
    """Return how many leaves each category has below it, at least one; children come after their parents."""
    weights = [len(leaves[category]) for category in range(len(tree.categories))]
    for category in range(len(weights) - 1, -1, -1):
        weights[category] = max(weights[category], 1)
        if category:
            weights[tree.categories[category].parent] += weights[category]
    return weights


def _depths(tree: CategoryTree) -> list[int]:
    depths: list[int] = []
    for category in tree.categories:
        depths.append(depths[category.parent] + 1 if category.parent >= 0 else 0)
    return depths


def _polar(radius: float, angle: float) -> tuple[float, float]:
    return radius * float(np.cos(angle)), radius * float(np.sin(angle))
