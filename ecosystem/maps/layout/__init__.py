"""Where nodes are put: each layout is a function of what is on the map, seeded and stable. Named in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps.extract import Extract
from ecosystem.maps.importance import radii
from ecosystem.maps.layout.adjacency import adjacency
from ecosystem.maps.layout.atlas import atlas as _atlas
from ecosystem.maps.layout.forces import force_atlas as _force_atlas
from ecosystem.maps.layout.framing import framed
from ecosystem.maps.layout.overlap import spaced
from ecosystem.maps.layout.packing import packed
from ecosystem.maps.layout.pivots import pivot_mds as _pivot_mds
from ecosystem.maps.layout.radial import radial_tree
from ecosystem.maps.layout.regions import homes, tops

__all__ = ["LAYOUTS", "atlas", "communities", "force_atlas", "homes", "pivot_mds", "radial_tree", "sunflower", "tops"]
Floats = NDArray[np.float64]
Layout = Callable[[Extract, NDArray[np.int64]], Floats]
STEPS = 150


def atlas(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions that give each main branch a region of its own; a graph without branches has its communities."""
    placed = _atlas(extract, importance)
    return communities(extract, importance) if placed is None else placed


def communities(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions that set communities apart: ForceAtlas2 with LinLog attraction, from pivot MDS."""
    return _forces(extract, importance, linlog=True)


def force_atlas(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions by plain ForceAtlas2, which shows the whole rather than its communities."""
    return _forces(extract, importance, linlog=False)


def pivot_mds(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions whose distances approximate those in the graph."""
    joined = adjacency(extract)
    sizes = radii(importance)
    return packed(spaced(_pivot_mds(joined), sizes), sizes, joined)


def sunflower(extract: Extract, importance: NDArray[np.int64]) -> Floats:
    """Return positions on a sunflower's spiral, the most important node in the middle; edges play no part."""
    order = np.argsort(-importance, kind="stable")
    turn = np.arange(len(order)) * np.pi * (3 - np.sqrt(5))
    radius = 40 * np.sqrt(np.arange(len(order)))
    positions = np.empty((len(order), 2))
    positions[order] = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    return positions


def _forces(extract: Extract, importance: NDArray[np.int64], *, linlog: bool) -> Floats:
    joined = adjacency(extract)
    sizes = radii(importance)
    side = max(len(extract.ids), 1) ** 0.5
    start = _pivot_mds(joined) * 3 * side
    start += np.random.default_rng(1).normal(0, 0.1 * side, start.shape)
    placed = _force_atlas(joined, start, steps=STEPS, linlog=linlog)
    return packed(spaced(framed(placed), sizes), sizes, joined)


LAYOUTS: Mapping[str, Layout] = {
    layout.__name__: layout for layout in (atlas, communities, force_atlas, pivot_mds, radial_tree, sunflower)
}
