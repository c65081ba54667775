"""A map's edges as a symmetric sparse matrix of ones: what layouts work on."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from ecosystem.maps.extract import Extract


def adjacency(extract: Extract) -> sparse.csr_array:
    """Return which nodes are joined, whatever the direction; parallel edges count once, self-loops not at all."""
    size = len(extract.ids)
    apart = extract.source != extract.target
    source, target = extract.source[apart], extract.target[apart]
    ends = (np.concatenate([source, target]), np.concatenate([target, source]))
    matrix = sparse.coo_array((np.ones(len(ends[0])), ends), shape=(size, size)).tocsr()
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix
