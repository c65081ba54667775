"""Who matters: several measures of importance side by side, with a sentence that says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import categories
from ecosystem.analysis.centrality import betweenness, degree, eigenvector, hits, pagerank
from ecosystem.analysis.cohesion import core_number, structural_holes
from ecosystem.analysis.cohort import ALL, of_kinds
from ecosystem.analysis.relations import relations_of
from ecosystem.analysis.tables import keyed_table, ranks
from ecosystem.analysis.wording import counted, kind_label, listed, name_of, predicate_label, predicate_of
from ecosystem.errors import Text
from ecosystem.graph import relation_view

MEASURES = ("degree", "pagerank", "betweenness", "eigenvector", "authority", "core", "effective_size")
COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "score": "float64",
    "rank": "int64",
    "rank_in_kind": "int64",
    "degree": "int64",
    "pagerank": "float64",
    "betweenness": "float64",
    "eigenvector": "float64",
    "hub": "float64",
    "authority": "float64",
    "core": "int64",
    "constraint": "float64",
    "effective_size": "float64",
    **{f"{measure}_rank": "int64" for measure in MEASURES},
    "why_en": "object",
    "why_zh": "object",
}


def importance(
    graph: nx.Graph,
    *,
    kinds: Collection[str] | None = None,
    predicates: Collection[str] | None = None,
    top: int | None = None,
) -> pd.DataFrame:
    """Rank nodes by what many measures of importance agree on, and say why.

    Definition: `score` is the mean, over degree, PageRank and betweenness, of the share of nodes that a node is
    not outranked by (1: first in all three). All measures are of the whole graph (or of the given predicates);
    `kinds` only picks rows: ranks are those among all nodes.

    Parameters: `kinds`, which kinds to list (by default what people choose between: tools, services, operating
    systems and vendors; `all` for every node, also licences and languages); `predicates`, which relations to look at; `top`, the most rows.

    Columns, indexed by `node`, most important first: `name`, `name_zh`, `kind`, `score` (0 to 1), `rank` (by
    score), `rank_in_kind`, the measures of `centrality` and `cohesion` under their own names, each with its
    rank in `..._rank` (1 is the highest), and `why_en`, `why_zh`: its place, what most of its relations say,
    and which branches of the classification it joins.

    Errors: none; an unknown kind or predicate gives no rows or no relations.

    Direction, weight and parallel edges: as each measure says; PageRank and authority follow direction, degree
    and both count parallel edges, the others do not.

    Literature: see the measures; on comparing them, Borgatti, "Centrality and network flow", 2005.

    >>> import networkx as nx
    >>> importance(nx.star_graph(4)).index[0]
    0
    """
    narrowed = graph if predicates is None else relation_view(graph, predicates)
    table = _measures(narrowed)
    chosen = table[table.index.isin(of_kinds(graph, kinds))]
    chosen = chosen.head(top) if top is not None else chosen
    reasons = _reasons(narrowed, chosen, table["kind"].value_counts().to_dict())
    rows = [{"node": node, **row, **reasons[node]} for node, row in chosen.to_dict("index").items()]
    return keyed_table(rows, COLUMNS, ("node",))


# The column that each measure ranks by; all take a graph and return a table.
_OTHERS: Mapping[str, Callable[..., pd.DataFrame]] = {
    "pagerank": pagerank,
    "betweenness": betweenness,
    "eigenvector": eigenvector,
    "authority": hits,
    "core": core_number,
    "effective_size": structural_holes,
}


def _measures(graph: nx.Graph) -> pd.DataFrame:
    table = degree(graph)[["name", "name_zh", "kind", "degree", "rank"]].rename(columns={"rank": "degree_rank"})
    for by, measure in _OTHERS.items():
        found = (measure(graph, kinds=ALL) if measure is structural_holes else measure(graph)).drop(
            columns=["name", "name_zh", "kind", "rank_in_kind"]
        )
        table = table.join(found.rename(columns={"rank": f"{by}_rank"}))
    outranking = table[["degree_rank", "pagerank_rank", "betweenness_rank"]] - 1
    table["score"] = 1 - outranking.mean(axis=1) / max(len(table), 1)
    table["rank"] = ranks(table["score"])
    table["rank_in_kind"] = table.groupby("kind")["rank"].rank(method="min").astype("int64")
    return table.sort_values("rank", kind="stable")


def _reasons(graph: nx.Graph, chosen: pd.DataFrame, counts: Mapping[Hashable, int]) -> dict[Hashable, dict[str, str]]:
    branches = categories(graph)["branch"].to_dict()
    reasons = {}
    for node, kind, rank in zip(chosen.index, chosen["kind"], chosen["rank_in_kind"], strict=True):
        said = _why(graph, node, rank, counts[kind], branches)
        reasons[node] = {"why_en": said.en, "why_zh": said.zh}
    return reasons


def _why(graph: nx.Graph, node: Hashable, rank: int, of: int, branches: Mapping[Hashable, Any]) -> Text:
    kind = kind_label(graph, str(graph.nodes[node].get("kind") or ""), plural=of != 1)
    relations = list(relations_of(graph, node))
    place = Text(f"number {rank} of {of} {kind.en.lower()}", f"{kind.zh}中第 {rank}（共 {of}）")
    if not relations:
        return Text(f"{place.en}; no relations", f"{place.zh}；没有关系")
    said = Counter((predicate_of(data), source != node) for source, _, data in relations)
    (predicate, inverse), number = said.most_common(1)[0]
    label = predicate_label(graph, predicate, inverse=inverse)
    joined = _joined(graph, node, relations, branches)
    return Text(
        f"{place.en}: {counted(len(relations), 'relation')}, most often “{label.en}” ({number}){joined.en}",
        f"{place.zh}：{len(relations)} 条关系，最多的是“{label.zh}”（{number} 条）{joined.zh}",
    )


def _joined(graph: nx.Graph, node: Hashable, relations: list[Any], branches: Mapping[Hashable, Any]) -> Text:
    ends = {target if source == node else source for source, target, _ in relations} - {node}
    met = Counter(branches[end] for end in ends if branches.get(end) is not None)
    if len(met) < 2:
        return Text("", "")
    names = listed([name_of(graph, branch) for branch, _ in met.most_common(3)])
    return Text(f"; joins {names.en}", f"；连接{names.zh}")
