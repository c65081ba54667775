"""A map's edges as a symmetric sparse matrix of weights: what layouts work on."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ecosystem.maps.extract import Extract

# How much more a category holds its members together than any other relation does.
CATEGORY = 2.0
_CATEGORISING = frozenset({"broader", "belongs_to"})


def adjacency(
    extract: Extract, *, only: Collection[str] | None = None, without: Collection[str] = ()
) -> sparse.csr_array:
    """Return how strongly nodes are joined, whatever the direction: parallel edges count once, self-loops not at all.

    `only` takes the edges of some predicates, `without` leaves those of some out.
    """
    chosen = extract.source != extract.target
    if only is not None:
        chosen &= _of(extract, only)
    chosen &= ~_of(extract, without)
    return _joined(extract, chosen) + (CATEGORY - 1) * _joined(extract, chosen & _of(extract, _CATEGORISING))


def _of(extract: Extract, predicates: Collection[str]) -> NDArray[np.bool_]:
    """Return which edges are of some predicates."""
    codes = [code for code, predicate in enumerate(extract.predicates) if predicate in predicates]
    found: NDArray[np.bool_] = np.isin(extract.predicate, codes)
    return found


def _joined(extract: Extract, chosen: NDArray[np.bool_]) -> sparse.csr_array:
    """Return ones where any of the chosen edges joins two nodes."""
    size = len(extract.ids)
    source, target = extract.source[chosen], extract.target[chosen]
    ends = (np.concatenate([source, target]), np.concatenate([target, source]))
    matrix = sparse.coo_array((np.ones(len(ends[0])), ends), shape=(size, size)).tocsr()
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix
