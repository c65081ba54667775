"""Pivot MDS (Brandes and Pich 2007): classical scaling of the distances to a few pivots; the start of other layouts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import dijkstra

Floats = NDArray[np.float64]
PIVOTS = 30
_TOO_FEW = 3


def pivot_mds(adjacency: sparse.csr_array, *, pivots: int = PIVOTS, seed: int = 1) -> Floats:
    """Return two-dimensional positions whose distances approximate graph distances, scaled to unit spread."""
    size = adjacency.shape[0]
    if size < _TOO_FEW:
        return np.array([[0.0, 0.0], [1.0, 0.0]])[:size]
    squared = pivot_distances(adjacency, min(pivots, size), seed).T ** 2
    centred = -0.5 * (squared - squared.mean(0) - squared.mean(1)[:, None] + squared.mean())
    _, vectors = np.linalg.eigh(centred.T @ centred)
    positions = _without_mirror(centred @ vectors[:, [-1, -2]])
    spread = float(positions.std())
    return np.round(positions / spread, 6) if spread > 0 else positions


def pivot_distances(adjacency: sparse.csr_array, pivots: int, seed: int) -> Floats:
    """Return hop distances from pivots that lie far apart; the unreachable is two hops beyond the farthest."""
    random = np.random.default_rng(seed)
    pivot = int(np.argmax(np.diff(adjacency.indptr)))
    nearest = np.full(adjacency.shape[0], np.inf)
    distances = np.empty((pivots, adjacency.shape[0]))
    for row in distances:
        row[:] = dijkstra(adjacency, indices=pivot, unweighted=True)
        row[np.isinf(row)] = row[np.isfinite(row)].max() + 2
        nearest = np.minimum(nearest, row)
        pivot = int(random.choice(np.flatnonzero(nearest == nearest.max())))
    return distances


def _without_mirror(positions: Floats) -> Floats:
    """Fix the sign that an eigenvector leaves open, so that the same graph is not mirrored elsewhere."""
    farthest = np.abs(positions).argmax(axis=0)
    signs = np.sign(positions[farthest, [0, 1]])
    return positions * np.where(signs == 0, 1, signs)
