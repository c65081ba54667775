"""Who is in which category of a map, the foremost first."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from ecosystem.maps import ResolvedMap
from ecosystem.maps.categories import CategoryTree


def members_of(resolved: ResolvedMap) -> dict[int, list[int]]:
    """Return each category's nodes, the most important first, without the node that heads it."""
    tree: CategoryTree = resolved.tree
    members: dict[int, list[int]] = defaultdict(list)
    for node in np.argsort(-resolved.importance, kind="stable").tolist():
        if tree.categories[tree.of[node]].node != node:
            members[tree.of[node]].append(node)
    return members
