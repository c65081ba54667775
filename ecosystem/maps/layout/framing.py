"""A picture as wide as a screen: turned so that it lies along its longest axis, and stretched where it is too tall."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ASPECT = 1.5
_TINY = 1e-9


def framed(positions: Floats) -> Floats:
    """Return positions whose spread across is at least `ASPECT` times their spread from top to bottom."""
    if len(positions) < 3:
        return positions
    centred = positions - positions.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Floats = np.round(centred @ axes[:, ::-1], 3)
    skew = (turned**3).sum(axis=0)
    turned *= np.where(skew < 0, -1.0, 1.0)  # an axis has no direction of its own: the longer tail goes right and down
    across, down = turned.std(axis=0)
    if down < _TINY * max(across, 1.0):
        return turned
    stretch = max(ASPECT * down / across, 1.0) ** 0.5
    turned *= np.array([stretch, 1 / stretch])
    return turned
