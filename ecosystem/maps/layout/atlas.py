"""The network as an atlas: each main branch a region of its own, laid out by forces within and beside its neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps.categories import build_categories
from ecosystem.maps.extract import Extract
from ecosystem.maps.importance import radii
from ecosystem.maps.layout.discs import packed_discs
from ecosystem.maps.layout.forces import force_atlas, lengths
from ecosystem.maps.layout.framing import framed
from ecosystem.maps.layout.overlap import GAP, apart
from ecosystem.maps.layout.pivots import pivot_mds
from ecosystem.maps.layout.regions import Regions, homes, regional

Floats = NDArray[np.float64]
STEPS = 150
# Room for one node, as a multiple of its square.
ROOM = 1.15
# How far a region is evened out from its middle outwards, and all around: 0 as the forces have it, 1 the same everywhere.
OUTWARDS, AROUND = 0.8, 0.5
_TINY = 1e-9


def atlas(extract: Extract, importance: NDArray[np.int64]) -> Floats | None:
    """Return positions, region by region; `None` where the branches are no regions."""
    home = homes(extract, build_categories(extract))
    if home is None:
        return None
    joined = regional(extract, home)
    sizes = radii(importance)
    side = len(home) ** 0.5
    start = pivot_mds(joined) * 3 * side + np.random.default_rng(1).normal(0, 0.1 * side, (len(home), 2))
    found = framed(force_atlas(joined, start, steps=STEPS, linlog=True))
    return apart(_laid(found, sizes, home), sizes)


def _laid(found: Floats, sizes: Floats, home: Regions) -> Floats:
    """Return the positions of the forces, each region moved to its disc and spread over it."""
    regions, number = np.unique(home, return_inverse=True)
    count = np.bincount(number)
    middles = np.stack([np.bincount(number, found[:, axis]) / count for axis in (0, 1)], axis=1)
    area = ROOM * (2 * sizes + GAP) ** 2
    extent = np.sqrt(np.bincount(number, area) / np.pi)
    placed = packed_discs(middles, extent)[number]
    for region in range(len(regions)):
        members = np.flatnonzero(number == region)
        placed[members] += filled(found[members] - middles[region], area[members], float(extent[region]))
    return np.round(placed, 2)


def filled(offsets: Floats, area: Floats, extent: float) -> Floats:
    """Return offsets from the middle of a disc, turned and moved out or in until its nodes fill it rather evenly."""
    if len(offsets) == 1:
        return np.zeros((1, 2))
    distance = np.asarray(np.round(lengths(offsets), 6) + _TINY, np.float64)
    even = extent * np.sqrt(_passed(distance, area))
    reach = OUTWARDS * even + (1 - OUTWARDS) * distance * (extent / float(distance.max()))
    angle = np.asarray(np.round(np.arctan2(offsets[:, 1], offsets[:, 0]), 6), np.float64)
    angle = AROUND * (2 * np.pi * _passed(angle, area) - np.pi) + (1 - AROUND) * angle
    spread: Floats = reach[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return spread


def _passed(values: Floats, area: Floats) -> Floats:
    """Return for each node which share of the area lies at lesser values than its own."""
    order = np.argsort(values, kind="stable")
    passed = np.empty(len(values))
    passed[order] = (np.cumsum(area[order]) - area[order] / 2) / area.sum()
    return passed
