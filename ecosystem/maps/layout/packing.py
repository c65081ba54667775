"""Connected components side by side: the largest where it is, the others on shelves below it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

Floats = NDArray[np.float64]
MARGIN = 24.0


def packed(positions: Floats, radii: Floats, adjacency: sparse.csr_array) -> Floats:
    """Move whole components, keeping their shapes, so that none lies within another's frame."""
    count, component = connected_components(adjacency, directed=False)
    if count < 2:
        return positions
    sizes = np.bincount(component, minlength=count)
    low, high = _frames(positions, radii, component, count)
    order = np.argsort(-sizes, kind="stable")
    shift = np.zeros((count, 2))
    shift[order[1:]] = _shelves(low[order], high[order]) - low[order[1:]]
    placed: Floats = positions + shift[component]
    return placed


def _frames(positions: Floats, radii: Floats, component: NDArray[np.int32], count: int) -> tuple[Floats, Floats]:
    """Return the lower left and the upper right corner of each component's frame."""
    low, high = np.full((count, 2), np.inf), np.full((count, 2), -np.inf)
    np.minimum.at(low, component, positions - radii[:, None])
    np.maximum.at(high, component, positions + radii[:, None])
    return low, high


def _shelves(low: Floats, high: Floats) -> Floats:
    """Return the new lower left corners of all frames but the first, row by row under the first."""
    sizes = high - low + MARGIN
    area = float(np.prod(sizes[1:], axis=1).sum())
    width = max(float(sizes[0, 0]), float(sizes[:, 0].max()), 1.3 * area**0.5)
    left = float(low[0, 0] + high[0, 0]) / 2 - width / 2
    x, y, tallest = left, float(high[0, 1]) + 2 * MARGIN, 0.0
    corners = np.empty((len(low) - 1, 2))
    for corner, size in zip(corners, sizes[1:], strict=True):
        if x + size[0] > left + width and x > left:
            x, y, tallest = left, y + tallest, 0.0
        corner[:] = x, y
        x, tallest = x + size[0], max(tallest, size[1])
    return corners
