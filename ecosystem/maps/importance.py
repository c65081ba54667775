"""How much room a node deserves: whose label is kept when there is room for one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps.extract import Extract

MOST = 1000
# The radius of a node of no importance and of the most important, in the units of positions.
LEAST, LARGEST = 4.0, 30.0
# What a landscape file itself says about standing, in relations that it is worth.
STANDING = {"graduated": 8, "incubating": 4, "sandbox": 1}


def importance(extract: Extract) -> NDArray[np.int64]:
    """Return 0 to 1000 for each node: the logarithm of its degree and of the standing that its source gives it."""
    worth = extract.degree.astype(np.float64)
    for position, attributes in enumerate(extract.nodes):
        own = attributes.get("attributes")
        if own:
            worth[position] += STANDING.get(str(own.get("maturity")), 0)
    return scaled(np.log1p(worth))


def scaled(values: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return values from 0 to 1000 in proportion, the largest at 1000; all zero where nothing is."""
    largest = float(values.max(initial=0.0))
    if largest <= 0:
        return np.zeros(len(values), np.int64)
    return np.rint(values * (MOST / largest)).astype(np.int64)


def radii(importance: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how large nodes are drawn, in the units of their positions: hubs stand out, since few are near the most."""
    return LEAST + np.floor((LARGEST - LEAST) * (importance / MOST) ** 2 + 0.5)
