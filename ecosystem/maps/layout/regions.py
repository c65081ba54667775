"""Which region of the atlas each node lives in, and how strongly nodes are joined there.

A region is a main branch of the categories. A node that is only there by its kind (a vendor, a person) lives where
most of its relations lead; relations of the background (licences, languages, hosts) say nothing about where that is.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from ecosystem.maps.categories import NONE, CategoryTree
from ecosystem.maps.extract import Extract
from ecosystem.maps.layout.adjacency import adjacency
from ecosystem.maps.words import background_of

Regions = NDArray[np.int64]
# A relation to another region turns a node towards it; one of the background hardly does; neither moves it there.
ABROAD, FAINT = 0.1, 0.01
_FEWEST = 3
_ROUNDS = 4


def homes(extract: Extract, tree: CategoryTree) -> Regions | None:
    """Return each node's region, numbered as the categories; `None` where the branches are no regions."""
    top = tops(tree)
    branches = _region_branches(extract, tree)
    if len(branches) < _FEWEST:
        return None
    settled = np.isin(top, branches)
    home = np.where(settled, top, NONE)
    joined = adjacency(extract, without=background_of(extract))
    for _ in range(_ROUNDS):
        votes = joined @ _members(home, len(tree.categories))
        most = np.asarray(votes.argmax(axis=1)).ravel()
        called = (home == NONE) & (np.asarray(votes.max(axis=1).todense()).ravel() > 0) & (top > 0)
        if not called.any():
            break
        home[called] = most[called]
    return np.where(home == NONE, top, home)


def tops(tree: CategoryTree) -> Regions:
    """Return each node's main branch: the category next to the root; the root's own node has the root."""
    of = np.zeros(len(tree.categories), np.int64)
    for position, category in enumerate(tree.categories):
        of[position] = position if category.parent <= 0 else of[category.parent]
    return of[np.array(tree.of, np.int64)]


def regional(extract: Extract, home: Regions) -> sparse.csr_array:
    """Return how strongly nodes are joined when each region is to lie together."""
    near = adjacency(extract, without=background_of(extract)).tocoo()
    weight = np.where(home[near.row] == home[near.col], near.data, ABROAD)
    joined = sparse.coo_array((weight, (near.row, near.col)), shape=near.shape).tocsr()
    faint = adjacency(extract, only=background_of(extract))
    faint.data[:] = FAINT
    return joined.maximum(faint).tocsr()


def _region_branches(extract: Extract, tree: CategoryTree) -> list[int]:
    """Return the branches that stand for something: those of concepts, else communities; kinds alone are no regions."""
    branches = tree.children.get(0, [])
    of_concepts = [branch for branch in branches if tree.categories[branch].node != NONE]
    return of_concepts or (list(branches) if len(extract.kinds) == 1 else [])


def _members(home: Regions, count: int) -> sparse.csr_array:
    known = np.flatnonzero(home != NONE)
    return sparse.coo_array((np.ones(len(known)), (known, home[known])), shape=(len(home), count)).tocsr()
