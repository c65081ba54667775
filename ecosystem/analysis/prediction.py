"""What belongs together: similarity of nodes, prediction of missing relations, and how well that works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd
import scipy

from ecosystem.analysis.cohort import PRODUCTS, of_kinds
from ecosystem.analysis.life import partial
from ecosystem.analysis.likeness import METHODS, Score, common_neighbours, score_matrix
from ecosystem.analysis.measuring import adjacency_matrix, simple_graph
from ecosystem.analysis.tables import keyed_table, node_table, one_of, rows_of
from ecosystem.analysis.wording import kind_of, listed, name_of
from ecosystem.errors import Text
from ecosystem.graph import day_of, find_node, relation_view, words_of

SIMILAR = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "similarity": "float64",
    "shared": "int64",
    "why_en": "object",
    "why_zh": "object",
}
PREDICTED = {
    "source_name": "object",
    "target_name": "object",
    "score": "float64",
    "shared": "int64",
    "why_en": "object",
    "why_zh": "object",
}
EVALUATED = {
    "auc": "float64",
    "precision": "float64",
    "k": "int64",
    "hidden": "int64",
    "kept": "int64",
    "baseline": "bool",
}
Pair = tuple[Hashable, Hashable]
_Mask = Callable[[Any, Any], Any]
_TIES = 100
BASELINES = frozenset({"preferential_attachment", "chance"})


def similarity(
    graph: nx.Graph,
    *,
    node: Hashable,
    method: str = "adamic_adar",
    kinds: Collection[str] | None = None,
    top: int = 10,
) -> pd.DataFrame:
    """Find the nodes that have most in common with a node.

    Definition: by `method`: `jaccard` (shared by all neighbours), `common_neighbours` (count), `adamic_adar`
    (each shared neighbour counts 1 / log of its degree), `resource_allocation` (1 / its degree), `local_paths`
    (that, plus .05 times paths of three steps), `preferential_attachment` (product of both degrees). Unlike
    `alternatives`, this knows nothing of what relations mean.

    Parameters: `node`, an id or any name; `method`, as above; `kinds`, which kinds to list (by
    default what can be chosen in its place: products for a product, else nodes of its kind; `all` for every
    node); `top`, the most rows.

    Columns, indexed by `node`, best first: `name`, `name_zh`, `kind`, `similarity` (0 and up; to 1 for
    `jaccard`), `shared` (count of neighbours), `why_en`, `why_zh` (the rarest of them).

    Errors: `UnknownNodeError`; `UsageError` for another method.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Liben-Nowell and Kleinberg, "The link-prediction problem for social networks", 2007; Adamic and
    Adar 2003; Zhou, Lu and Zhang 2009.

    >>> import networkx as nx
    >>> similarity(nx.cycle_graph(4), node=0, method="jaccard")["similarity"].to_dict()
    {2: 1.0}
    """
    one_of("method", method, METHODS)
    known, simple = find_node(graph, node), simple_graph(graph)  # type: ignore[arg-type]
    own = kind_of(graph, known)
    among = of_kinds(graph, kinds, default=PRODUCTS if own in PRODUCTS else {own})
    near = {far for middle in simple[known] for far in simple[middle]}.intersection(among) - {known}
    rows = [_similar(graph, simple, known, other, METHODS[method]) for other in near]
    rows.sort(key=lambda row: (-row["similarity"], str(row["node"])))
    return node_table(rows[:top], SIMILAR)


def predicted_relations(
    graph: nx.Graph,
    *,
    predicates: Collection[str] | None = None,
    kinds: Collection[str] | None = None,
    method: str = "resource_allocation",
    top: int = 20,
) -> pd.DataFrame:
    """Guess which pairs ought to be related but are not: hints for a curator, not facts.

    Definition: of all pairs without a relation that share a neighbour, and that some predicate of the vocabulary may
    join by its domain and range, those with the highest score by `method` (see `similarity`).

    Parameters: `predicates`, the relations to look at; `kinds`, of which kinds both ends must be (by default
    what people choose between: tools, services, operating systems and vendors; `all` for every node); `method`;
    `top`, the most rows.

    Columns, keyed by `source` and `target` (in no particular order), best first: `source_name`, `target_name`,
    `score` (0 and up), `shared` (count of neighbours), `why_en`, `why_zh`.

    Errors: `UsageError` for another method.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: as for `similarity`.

    >>> import networkx as nx
    >>> predicted_relations(nx.cycle_graph(4)).index.tolist()
    [(0, 2), (1, 3)]
    """
    one_of("method", method, METHODS)
    narrowed = graph if predicates is None else relation_view(graph, predicates)
    simple, nodes = simple_graph(narrowed), list(graph)
    chosen = set(of_kinds(graph, kinds))
    wanted = np.array([node in chosen for node in nodes], dtype=bool)
    rows = []
    for first, second in _best_pairs(adjacency_matrix(narrowed), wanted, _joinable(graph, predicates), method, top):
        ends = nodes[first], nodes[second]
        found = _similar(graph, simple, *ends, METHODS[method])
        names = {"source_name": name_of(graph, ends[0]).en, "target_name": name_of(graph, ends[1]).en}
        rows.append({"source": ends[0], "target": ends[1], **names, **found, "score": found["similarity"]})
    rows.sort(key=lambda row: (-row["score"], str(row["source"]), str(row["target"])))
    return keyed_table(rows[:top], PREDICTED, ("source", "target"))


def prediction_quality(
    graph: nx.Graph, *, after: str | dt.date | None = None, share: float = 0.1, seed: int = 0, repeats: int = 5
) -> pd.DataFrame:
    """Measure honestly how well relations can be predicted.

    Definition: a share of the pairs that are related is hidden at random (or, with `after`, those whose first
    relation began after that day); each method scores the hidden pairs and as many unrelated pairs, of which
    one end is the same and the other is drawn from the ends of all relations, so that popularity alone does not
    win. `auc` is the chance that a hidden pair scores higher than an unrelated one (ties count half);
    `precision` is the share of hidden pairs among the k best of both, k their number. Only pairs whose ends
    still have other relations are hidden.

    Parameters: `after`, a day, for a test on later years; `share`, of pairs to hide, 0 to 1; `seed`; `repeats`,
    over which the mean is taken.

    Columns, keyed by `method`, best first: `auc` (0 to 1; .5 is chance), `precision` (0 to 1; .5 is chance),
    `k`, `hidden`, `kept` (counts of pairs), `baseline` (True for `preferential_attachment` and `chance`). Empty
    where nothing can be hidden.

    Errors: `UsageError` for what is no date.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Yang, Lichtenwalter and Chawla, "Evaluating link prediction methods", 2015.

    >>> import networkx as nx
    >>> prediction_quality(nx.complete_graph(8)).empty
    True
    """
    rounds = [_round(graph, after, share, np.random.default_rng(seed + number)) for number in range(repeats)]
    rows = [row for found in rounds for row in found]
    if not rows:
        return keyed_table([], EVALUATED, ("method",))
    means = pd.DataFrame(rows).groupby("method", sort=False).mean().round(6)
    best_first = means.sort_values("auc", ascending=False, kind="stable").reset_index()
    best_first["baseline"] = best_first["method"].isin(list(BASELINES))
    return keyed_table(rows_of(best_first), EVALUATED, ("method",))


def _round(graph: nx.Graph, after: Any, share: float, random: np.random.Generator) -> list[dict[str, Any]]:
    simple = simple_graph(graph)
    hidden = _later(graph, simple, day_of(after)) if after is not None else _sample(simple, share, random)
    rest = simple.copy()
    rest.remove_edges_from(hidden)
    hidden = [pair for pair in hidden if rest.degree(pair[0]) and rest.degree(pair[1])]
    unrelated = _unrelated(simple, hidden, random)
    if not unrelated:
        return []
    counts = {"k": len(hidden), "hidden": len(hidden), "kept": rest.number_of_edges()}
    rows = []
    for method, score in {**METHODS, "chance": lambda *_: random.random()}.items():
        good = np.array([score(rest, *pair) for pair in hidden])
        bad = np.array([score(rest, *pair) for pair in unrelated])
        rows.append({"method": method, "auc": _auc(good, bad), "precision": _precision(good, bad), **counts})
    return rows


def _later(graph: nx.Graph, simple: nx.Graph, day: dt.date) -> list[Pair]:
    first: dict[frozenset[Hashable], dt.date] = {}
    for source, target, data in graph.edges(data=True):
        since = partial(data.get("since"))
        key = frozenset((source, target))
        begun = since.earliest if since else dt.date.min
        first[key] = min(first.get(key, dt.date.max), begun)
    return [pair for pair in simple.edges() if first[frozenset(pair)] > day]


def _sample(simple: nx.Graph, share: float, random: np.random.Generator) -> list[Pair]:
    edges = list(simple.edges())
    chosen = random.permutation(len(edges))[: round(share * len(edges))]
    return [edges[number] for number in chosen]


def _unrelated(simple: nx.Graph, hidden: Sequence[Pair], random: np.random.Generator) -> list[Pair]:
    ends = [end for edge in simple.edges() for end in edge]
    found: list[Pair] = []
    for first, _ in hidden:
        for _attempt in range(50):
            other = ends[random.integers(len(ends))]
            if other != first and not simple.has_edge(first, other):
                found.append((first, other))
                break
    return found


def _auc(good: np.ndarray[Any, Any], bad: np.ndarray[Any, Any]) -> float:
    higher = (good[:, None] > bad[None, :]).mean()
    equal = (good[:, None] == bad[None, :]).mean()
    return float(higher + equal / 2)


def _precision(good: np.ndarray[Any, Any], bad: np.ndarray[Any, Any]) -> float:
    """Return the share of hidden pairs among the k best; pairs that tie at the border count in proportion."""
    wanted, everything = len(good), np.concatenate([good, bad])
    border = np.sort(everything)[::-1][wanted - 1]
    sure, tied = (good > border).sum(), (everything == border).sum()
    room = wanted - (everything > border).sum()
    return float((sure + room * (good == border).sum() / tied) / wanted)


def _similar(graph: nx.Graph, simple: nx.Graph, node: Hashable, other: Hashable, score: Score) -> dict[str, Any]:
    shared = sorted(common_neighbours(simple, node, other), key=lambda near: (simple.degree(near), str(near)))
    name, names = name_of(graph, other), listed([name_of(graph, near) for near in shared[:3]])
    more = Text(f" and {len(shared) - 3} more", f"等 {len(shared)} 个") if len(shared) > 3 else Text("", "")
    return {
        "node": other,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, other),
        "similarity": score(simple, node, other),
        "shared": len(shared),
        "why_en": f"both are related to {names.en}{more.en}",
        "why_zh": f"都与{names.zh}{more.zh}有关",
    }


def _joinable(graph: nx.Graph, predicates: Collection[str] | None) -> _Mask:
    """Return a function that says of pairs of positions whether a predicate may join their kinds, one way or the other."""
    words = words_of(graph.graph, "predicates")
    considered = [word for name, word in words.items() if predicates is None or name in predicates]
    kinds = sorted({kind_of(graph, node) for node in graph})
    number = {kind: position for position, kind in enumerate(kinds)}
    allowed = np.full((len(kinds), len(kinds)), not considered)
    for word in considered:
        domain, range_ = ([not word.get(end) or kind in word[end] for kind in kinds] for end in ("domain", "range"))
        allowed |= np.outer(domain, range_) | np.outer(range_, domain)
    of = np.array([number[kind_of(graph, node)] for node in graph], dtype=int)
    return lambda rows, columns: allowed[of[rows], of[columns]]


def _best_pairs(
    adjacency: scipy.sparse.csr_array, wanted: np.ndarray[Any, Any], joinable: _Mask, method: str, top: int
) -> list[tuple[int, int]]:
    """Return the unrelated pairs that share a neighbour and score highest, with all that tie with the last."""
    scored = score_matrix(adjacency, method)
    scores = scipy.sparse.triu(scored - scored.multiply(adjacency), k=1).tocoo()
    good = (scores.data > 0) & wanted[scores.row] & wanted[scores.col]
    good &= joinable(scores.row, scores.col)
    row, column, data = scores.row[good], scores.col[good], scores.data[good].round(12)
    border = np.sort(data)[::-1][top - 1] if len(data) > top > 0 else -np.inf
    kept = data >= border
    order = np.argsort(-data[kept], kind="stable")[: _TIES + top]
    return list(zip(row[kept][order].tolist(), column[kept][order].tolist(), strict=True))
