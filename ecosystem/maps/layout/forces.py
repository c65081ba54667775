"""ForceAtlas2 (Jacomy et al. 2014) whose repulsion is a convolution on a grid: a step costs n + m + g² log g.

Repulsion between all pairs, `mass_i mass_j / distance`, is the slope of a potential `-mass log distance`. Masses are
spread onto a grid (cloud in cell), convolved with that potential by FFT, and the slope is read back at each node.
LinLog attraction (Noack 2007), `log(1 + distance)` instead of `distance`, sets communities apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft, sparse

Floats = NDArray[np.float64]
REPULSION = 2.0
GRAVITY = 1.0
_TINY = 1e-9
# Processors differ in the last digit of a logarithm; rounding each step keeps that from growing into another picture.
_DECIMALS = 2


def force_atlas(adjacency: sparse.csr_array, start: Floats, *, steps: int = 120, linlog: bool = True) -> Floats:
    """Return the positions after some steps of ForceAtlas2 from `start`, centred on the origin."""
    positions = start.astype(np.float64).copy()
    if len(positions) < 2:
        return positions
    mass = np.diff(adjacency.indptr) + 1.0
    springs = Springs.of(adjacency, linlog=linlog)
    repulsion = GridRepulsion.of_size(grid_size(len(positions)))
    pace = Pace(mass)
    for _ in range(steps):
        forces = REPULSION * repulsion.forces(positions, mass) + springs.forces(positions)
        forces -= GRAVITY * mass[:, None] * positions / (lengths(positions) + _TINY)[:, None]
        positions = np.round(positions + pace.displacement(forces), _DECIMALS)
    centred: Floats = positions - positions.mean(axis=0)
    return centred


def grid_size(nodes: int) -> int:
    """Return how many cells a side the grid has; more than this shows in no picture."""
    return 96 if nodes <= 1500 else 160 if nodes <= 6000 else 256


def lengths(vectors: Floats) -> Floats:
    """Return the Euclidean length of each row."""
    length: Floats = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    return length


@dataclass(frozen=True, slots=True)
class Springs:
    """Attraction along the edges, each edge once, in proportion to its weight."""

    source: NDArray[np.int32]
    target: NDArray[np.int32]
    weight: Floats
    linlog: bool

    @classmethod
    def of(cls, adjacency: sparse.csr_array, *, linlog: bool) -> Springs:
        """Return the springs of a symmetric matrix."""
        upper = sparse.triu(adjacency, 1).tocoo()
        return cls(upper.row, upper.col, upper.data, linlog)

    def forces(self, positions: Floats) -> Floats:
        """Return the pull on each node."""
        pull = positions[self.target] - positions[self.source]
        if self.linlog:
            length = lengths(pull) + _TINY
            pull *= (self.weight * np.log1p(length) / length)[:, None]
        else:
            pull *= self.weight[:, None]
        return np.stack([self._gathered(pull[:, axis], len(positions)) for axis in (0, 1)], axis=1)

    def _gathered(self, pull: Floats, size: int) -> Floats:
        gathered: Floats = np.bincount(self.source, pull, size).astype(np.float64)
        gathered -= np.bincount(self.target, pull, size)
        return gathered


@dataclass(frozen=True, slots=True)
class GridRepulsion:
    """Repulsion of all nodes by all nodes, by way of a square grid; `kernel` is the transformed potential."""

    size: int
    padded: int
    kernel: NDArray[np.complex128]

    @classmethod
    def of_size(cls, size: int) -> GridRepulsion:
        """Return the repulsion on a grid of `size` cells a side, padded so that opposite edges do not meet."""
        padded = int(fft.next_fast_len(2 * size, real=True))
        steps = np.arange(padded)
        away = np.minimum(steps, padded - steps).astype(np.float64)
        potential = -0.5 * np.log(away[:, None] ** 2 + away[None, :] ** 2 + 0.25)
        return cls(size, padded, fft.rfft2(potential))

    def forces(self, positions: Floats, mass: Floats) -> Floats:
        """Return the push on each node, proportional to its mass."""
        low = positions.min(axis=0)
        cell = max(float((positions.max(axis=0) - low).max()) / (self.size - 4), _TINY)
        place = (positions - low) / cell + 1.0
        corner = place.astype(np.int64)
        inside = place - corner
        corners = corner[:, 0] * self.padded + corner[:, 1]
        weights = _corner_weights(inside)
        offsets = (0, self.padded, 1, self.padded + 1)
        potential = self._potential(corners, weights, offsets, mass)
        slopes = _slopes(potential)
        pushes = [
            sum(slope[corners + offset] * weight for offset, weight in zip(offsets, weights, strict=True))
            for slope in slopes
        ]
        return np.stack(pushes, axis=1) * (-mass / cell)[:, None]

    def _potential(
        self, corners: NDArray[np.int64], weights: tuple[Floats, ...], offsets: tuple[int, ...], mass: Floats
    ) -> Floats:
        """Return the potential on the grid of all masses, each spread over the four corners of its cell."""
        cells = self.padded * self.padded
        spread = np.zeros(cells)
        for offset, weight in zip(offsets, weights, strict=True):
            spread += np.bincount(corners + offset, weight * mass, cells)
        transformed = fft.rfft2(spread.reshape(self.padded, self.padded))
        potential: Floats = fft.irfft2(transformed * self.kernel, (self.padded, self.padded))
        return potential


def _corner_weights(inside: Floats) -> tuple[Floats, ...]:
    x, y = inside[:, 0], inside[:, 1]
    return (1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y


def _slopes(potential: Floats) -> tuple[Floats, Floats]:
    """Return the central differences of a potential along both axes, flat."""
    along_x, along_y = np.zeros_like(potential), np.zeros_like(potential)
    along_x[1:-1] = (potential[2:] - potential[:-2]) / 2
    along_y[:, 1:-1] = (potential[:, 2:] - potential[:, :-2]) / 2
    return along_x.ravel(), along_y.ravel()


class Pace:
    """ForceAtlas2's rule for step lengths: fast while forces agree with the last step's, slow where nodes swing."""

    def __init__(self, mass: Floats) -> None:
        self._mass = mass
        self._before: Floats = np.zeros((len(mass), 2))
        self._speed = 1.0
        self._efficiency = 1.0

    def displacement(self, forces: Floats) -> Floats:
        """Return how far each node goes this step."""
        swing = lengths(forces - self._before)
        swinging = float(self._mass @ swing)
        tracking = float(self._mass @ lengths(forces + self._before)) / 2
        self._adapt(swinging, tracking)
        self._before = forces
        return forces * (self._speed / (1 + np.sqrt(self._speed * self._mass * swing)))[:, None]

    def _adapt(self, swinging: float, tracking: float) -> None:
        size = len(self._mass)
        tolerance = 0.05 * size**0.5
        jitter = max(tolerance**0.5, min(10.0, tolerance * tracking / size**2))
        if swinging > 2 * tracking:
            self._efficiency = max(self._efficiency * 0.5, 0.05)
            jitter = max(jitter, 1.0)
        wanted = jitter * self._efficiency * tracking / max(swinging, _TINY)
        if swinging > jitter * tracking:
            self._efficiency = max(self._efficiency * 0.7, 0.05)
        elif self._speed < 1000:
            self._efficiency *= 1.3
        self._speed += min(wanted - self._speed, 0.5 * self._speed)
