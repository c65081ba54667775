"""Where nodes are put: each layout is a function of what is on the map, seeded and stable. Named in `LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps.extract import Extract


def sunflower(extract: Extract, importance: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return positions on a sunflower's spiral, the most important node in the middle."""
    order = np.argsort(-importance, kind="stable")
    turn = np.arange(len(order)) * np.pi * (3 - np.sqrt(5))
    radius = 40 * np.sqrt(np.arange(len(order)))
    positions = np.empty((len(order), 2))
    positions[order] = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    return positions


LAYOUTS: Mapping[str, Callable[[Extract, NDArray[np.int64]], NDArray[np.float64]]] = {"communities": sunflower, "sunflower": sunflower}
