"""The best few rivals of every node, without judging all pairs: a bound on each score, then the promising ones exactly."""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ecosystem.analysis.cohort import PRODUCTS
from ecosystem.analysis.life import ENDED, UNBORN
from ecosystem.analysis.rivalry import NEAR_ENOUGH, NOW, Parts, Rivalry
from ecosystem.analysis.wording import kind_of

_ROUNDING = 1e-9
_ROWS = 256
_Numbers = NDArray[np.float64]
_Places = NDArray[np.intp]


class Shortlist:
    """For each of some nodes the head of `Rivalry.ranked`, with what is not among these nodes left out.

    Whatever is alike in all that counts (twins) is judged once. Things of one kind in the same categories (a group) have the same
    peers. All parts of the score but `named` are computed for all peers at once, in numpy, and judged exactly from the best down.
    """

    def __init__(self, graph: nx.Graph, rivalry: Rivalry, nodes: Collection[Hashable]) -> None:
        self._rivalry, self._nodes = rivalry, list(nodes)
        self._kind = {node: kind_of(graph, node) for node in nodes}
        twins: dict[Hashable, list[Hashable]] = defaultdict(list)
        for node in nodes:
            if rivalry.jobs.of(node) and rivalry.status(node) != UNBORN:
                twins[self._kind[node], rivalry.features(node)].append(node)
        self._twins = [sorted(same, key=str) for same in twins.values()]
        first = [same[0] for same in self._twins]
        self._kinds = np.array([self._kind[node] for node in first], dtype=str)
        self._known = np.array([rivalry.known(node) for node in first])
        self._lives = np.array([self._life(node) for node in first]).reshape(-1, 4).T
        self._traits = rivalry.traits.matrix(self._nodes)
        row = {node: at for at, node in enumerate(self._nodes)}
        self._theirs = self._traits[[row[node] for node in first]].T.tocsc()
        self._place, self._alike = rivalry.jobs.table()
        self._categories = np.array(
            [self._place[own] for node in first for own in rivalry.jobs.of(node)], dtype=np.intp
        )
        self._count = np.array([len(rivalry.jobs.of(node)) for node in first], dtype=np.intp)

    def best(self, most: int) -> Iterator[tuple[Hashable, list[Hashable]]]:
        """Yield each node with its best rivals, at most so many, the best first."""
        groups: dict[tuple[str, tuple[Hashable, ...]], list[int]] = defaultdict(list)
        for at, node in enumerate(self._nodes):
            groups[self._kind[node], tuple(self._rivalry.jobs.of(node))].append(at)
        for (kind, categories), group in groups.items():
            peers, jobs = self._peers(kind, [self._place[category] for category in categories])
            theirs, same = self._theirs[:, peers], jobs + self._known[peers]
            for start in range(0, len(group), _ROWS):
                some = group[start : start + _ROWS]
                likeness = (self._traits[some] @ theirs).toarray()
                for node, alike in zip((self._nodes[at] for at in some), likeness, strict=True):
                    score = (same + alike + self._shared_lives(node, peers)) / len(Parts._fields)
                    yield node, self._head(node, peers, score + _ROUNDING, most)

    def _peers(self, kind: str, own: list[int]) -> tuple[_Places, _Numbers]:
        """Return which twins may replace things in some categories, and how near their jobs are."""
        if not own or not self._twins:
            return np.empty(0, dtype=np.intp), np.empty(0)
        starts = np.cumsum(self._count) - self._count
        match = self._alike[own][:, self._categories]
        best = match.max(axis=0)
        nearest = np.maximum.reduceat(best, starts)
        kinds = np.isin(self._kinds, [*PRODUCTS]) if kind in PRODUCTS else self._kinds == kind
        peers = np.flatnonzero((nearest >= NEAR_ENOUGH) & kinds)
        if kind != "vendor":
            return peers, nearest[peers]
        whole = np.maximum.reduceat(match, starts, axis=1).sum(axis=0) + np.add.reduceat(best, starts)
        return peers, (whole / (self._count + len(own)))[peers]

    def _head(self, node: Hashable, peers: _Places, bounds: _Numbers, most: int) -> list[Hashable]:
        """Judge exactly, from the highest bound down, until nothing that is left can be among the best."""
        rivalry = self._rivalry
        named = rivalry.named_with(node)
        barred = rivalry.kin(node) | rivalry.strangers(node) | named
        told = rivalry.candidates(node) & named & self._kind.keys() if named else ()
        found = sorted(self._judged(node, other) for other in told if rivalry.status(other) != UNBORN)
        for at in np.argsort(-bounds):
            if len(found) >= most and -found[most - 1][0] > bounds[at]:
                break
            same = [other for other in self._twins[peers[at]] if other not in barred][:most]
            if same:
                score = self._judged(node, same[0])[0]
                for other in same:
                    bisect.insort(found, (score, str(other), other))
        return [other for _, _, other in found[:most]]

    def _judged(self, node: Hashable, other: Hashable) -> tuple[float, str, Hashable]:
        return -self._rivalry.parts(node, other).score, str(other), other

    def _life(self, node: Hashable) -> tuple[float, float, float, bool]:
        (begin, end), status = self._rivalry.span(node), self._rivalry.status(node)
        return begin.toordinal() if begin else np.nan, end.toordinal(), NOW.get(status, 0.0), status == ENDED

    def _shared_lives(self, node: Hashable, peers: _Places) -> _Numbers:
        """Return what `Rivalry` calls `life`, for many."""
        (begin, end, _, over), (begins, ends, now, gone) = self._life(node), self._lives[:, peers]
        began = np.where(np.isnan(begins), np.minimum(end, ends), begins) if np.isnan(begin) else begin
        others = np.where(np.isnan(begins), end if np.isnan(begin) else begin, begins)
        together = np.minimum(end, ends) - np.maximum(began, others)
        shared = np.maximum(together, 0) / np.sqrt(np.maximum(end - began, 1) * np.maximum(ends - others, 1))
        past = np.where(over | (gone > 0), shared, 1.0)
        lived: _Numbers = (past + now) / 2
        return lived
