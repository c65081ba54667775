"""Regions as discs beside each other, each as large as what lives in it, near those that it has much to do with."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
# How much wider than tall the whole is to be, and how far discs keep apart.
ASPECT, GAP = 1.8, 46.0
_ROUNDS, _PUSHES = 240, 6
_TINY = 1e-9


def packed_discs(middles: Floats, radii: Floats) -> Floats:
    """Return where the discs' middles come to lie: around the origin, close together, in the order they were in.

    They fall towards the middle, faster from above and below than from the sides, and push each other apart.
    """
    placed = _spread(middles, radii)
    order = np.arange(len(radii))
    pull = np.array([1.0, ASPECT**2]) * 0.03
    for step in range(_ROUNDS):
        placed = placed - placed * pull * (1 - step / _ROUNDS)
        for _ in range(_PUSHES):
            placed = _pushed(placed, radii, order)
    for _ in range(400):
        placed = _pushed(placed, radii, order)
    return np.round(placed, 2)


def _spread(middles: Floats, radii: Floats) -> Floats:
    """Return the middles scaled so that the discs have room, still far from each other."""
    weight = radii**2 / (radii**2).sum()
    centred = middles - weight @ middles
    extent = float(np.sqrt((weight[:, None] * centred**2).sum()))
    wanted = 1.3 * float(np.sqrt((radii**2).sum()))
    jitter = np.random.default_rng(1).normal(0, 1e-3, middles.shape)
    spread: Floats = centred * (wanted / max(extent, _TINY)) + jitter
    return spread


def _pushed(placed: Floats, radii: Floats, order: NDArray[np.int64]) -> Floats:
    """Return the middles after each pair that is too near has given way, the smaller disc more."""
    between = placed[None, :, :] - placed[:, None, :]
    distance = np.sqrt((between**2).sum(axis=2)) + _TINY
    lacking = np.maximum(radii[:, None] + radii[None, :] + GAP - distance, 0.0)
    lacking[order, order] = 0.0
    share = radii[None, :] ** 2 / (radii[:, None] ** 2 + radii[None, :] ** 2)
    moves = -(between / distance[:, :, None]) * (0.5 * share * lacking)[:, :, None]
    pushed: Floats = placed + moves.sum(axis=1)
    return pushed
