"""The last step of a layout: picture units, and nodes pushed apart until none covers another."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import KDTree

Floats = NDArray[np.float64]
GAP = 6.0
_ROUNDS = 60


def spaced(positions: Floats, radii: Floats, *, seed: int = 1) -> Floats:
    """Return positions in picture units: as near to each other as the nodes' sizes allow, and without overlap."""
    if len(positions) < 2:
        return np.zeros_like(positions)
    jitter = np.random.default_rng(seed).normal(0, 1e-4, positions.shape)
    centred = positions - positions.mean(axis=0)
    spread = float(centred.std()) or 1.0
    wanted = 0.9 * np.sqrt(float(((2 * radii + 2 * GAP) ** 2).sum()))
    return apart((centred / spread + jitter) * wanted, radii)


def apart(positions: Floats, radii: Floats) -> Floats:
    """Push overlapping nodes apart, half the overlap each, the larger node less, until none is left or it is enough."""
    placed = positions.copy()
    for _ in range(_ROUNDS):
        pairs = KDTree(placed).query_pairs(2 * float(radii.max()) + GAP, output_type="ndarray")
        between = placed[pairs[:, 1]] - placed[pairs[:, 0]]
        distance = np.sqrt((between**2).sum(axis=1))
        lacking = radii[pairs].sum(axis=1) + GAP - distance
        close = lacking > 0.5
        if not close.any():
            break
        push = between[close] * (0.6 * lacking[close] / np.maximum(distance[close], 1e-6))[:, None]
        _move(placed, radii, pairs[close], push)
    return placed


def _move(placed: Floats, radii: Floats, pairs: NDArray[np.int64], push: Floats) -> None:
    first, second = pairs.T
    share = (radii[second] / (radii[first] + radii[second]))[:, None]
    for axis in (0, 1):
        placed[:, axis] -= np.bincount(first, (push * share)[:, axis], len(placed))
        placed[:, axis] += np.bincount(second, (push * (1 - share))[:, axis], len(placed))
