"""How a graph clusters: communities, their names, their agreement with the categories, and who sits between them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import categories, concepts_of
from ecosystem.analysis.measuring import simple_graph
from ecosystem.analysis.tables import keyed_table, node_table, ranks
from ecosystem.analysis.wording import kind_of, listed, name_of, predicate_of
from ecosystem.errors import Text

MEMBERS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "community": "int64",
    "size": "int64",
    "community_en": "object",
    "community_zh": "object",
}
AGREEMENT = {
    "nodes": "int64",
    "communities": "int64",
    "categories": "int64",
    "nmi": "float64",
    "ari": "float64",
    "modularity": "float64",
}
BROKERS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "community": "int64",
    "participation": "float64",
    "communities": "int64",
    "neighbours": "int64",
    "rank": "int64",
    "between_en": "object",
    "between_zh": "object",
}
CLASSIFYING = frozenset({"belongs_to", "broader"})


def communities(
    graph: nx.Graph, *, seed: int = 0, resolution: float = 1.0, without: Collection[str] = ()
) -> pd.DataFrame:
    """Divide the graph into groups that have more to do with themselves than with others.

    Definition: Louvain's method, which raises modularity step by step; a group is named after the concepts that
    most of its members are, or belong to, and that are rarer elsewhere.

    Parameters: `seed`, of the order in which nodes are visited; `resolution`, above 1 for more and smaller groups;
    `without`, predicates to leave out (`CLASSIFYING` to see what forms without the editors' categories).

    Columns, indexed by `node`, largest community first: `name`, `name_zh`, `kind`, `community` (number from 0),
    `size` (of the community, in nodes), `community_en`, `community_zh` (its name).

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Blondel et al., "Fast unfolding of communities in large networks", 2008; Newman, "Modularity and
    community structure in networks", 2006.

    >>> import networkx as nx
    >>> communities(nx.barbell_graph(4, 0))["community"].nunique()
    2
    """
    groups = _groups(_without(graph, without), seed, resolution)
    names = _names(graph, groups)
    rows = []
    for number, group in enumerate(groups):
        for node in sorted(group, key=str):
            name, called = name_of(graph, node), names[number]
            own = {"node": node, "name": name.en, "name_zh": name.zh, "kind": kind_of(graph, node), "community": number}
            rows.append({**own, "size": len(group), "community_en": called.en, "community_zh": called.zh})
    return node_table(rows, MEMBERS)


def community_agreement(graph: nx.Graph, *, seed: int = 0, resolution: float = 1.0) -> pd.DataFrame:
    """Ask whether the groups that form by themselves are those that the editors see.

    Definition: communities of the graph without `belongs_to` and `broader` (otherwise the comparison would be
    circular) against `category` and `branch` of `categories`, over the nodes that have a category and are no
    concept. Normalised mutual information divides by the mean of both entropies; the adjusted Rand index is 0
    by chance and 1 for equal divisions.

    Parameters: `seed`, `resolution`, as for `communities`.

    Columns, keyed by `level` (`category`, `branch`): `nodes`, `communities`, `categories` (counts), `nmi` (0 to
    1), `ari` (-1 to 1), `modularity` (-0.5 to 1, of the communities). NaN where there is nothing to compare.

    Errors: none.

    Direction, weight and parallel edges: as for `communities`.

    Literature: Danon et al., "Comparing community structure identification", 2005; Hubert and Arabie,
    "Comparing partitions", 1985.

    >>> import networkx as nx
    >>> community_agreement(nx.karate_club_graph())["nodes"].tolist()
    [0, 0]
    """
    plain = _without(graph, CLASSIFYING)
    groups = _groups(plain, seed, resolution)
    group_of = {node: number for number, group in enumerate(groups) for node in group}
    quality = nx.community.modularity(plain, groups) if plain.number_of_edges() else math.nan
    belonging, concepts = categories(graph), set(concepts_of(graph))
    rows = []
    for level in ("category", "branch"):
        known = belonging[level].dropna()
        known = known[[node not in concepts and plain.degree(node) > 0 for node in known.index]]
        pairs = [(group_of[node], category) for node, category in known.items()]
        found, given = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        counts = {"nodes": len(pairs), "communities": len(set(found)), "categories": len(set(given))}
        scores = {"nmi": mutual_information(found, given), "ari": adjusted_rand(found, given), "modularity": quality}
        rows.append({"level": level, **counts, **scores})
    return keyed_table(rows, AGREEMENT, ("level",))


def brokers(graph: nx.Graph, *, seed: int = 0, resolution: float = 1.0) -> pd.DataFrame:
    """Find who sits between the communities.

    Definition: `participation` is 1 less the sum over communities of the squared share of a node's neighbours
    that are in it: 0 if all are in one, near 1 if they are spread evenly over many. Ranked by participation
    times neighbours, so that a hub between groups comes before a node with two neighbours.

    Parameters: `seed`, `resolution`, as for `communities`.

    Columns, indexed by `node`, best first: `name`, `name_zh`, `kind`, `community` (its own), `participation` (0
    to 1), `communities` (count among its neighbours), `neighbours` (count), `rank`, `between_en`, `between_zh`
    (names of up to three communities).

    Errors: none.

    Direction, weight and parallel edges: as for `communities`.

    Literature: Guimera and Amaral, "Functional cartography of complex metabolic networks", 2005.

    >>> import networkx as nx
    >>> int(brokers(nx.windmill_graph(3, 4)).index[0])
    0
    """
    members = communities(graph, seed=seed, resolution=resolution)
    group_of = members["community"].to_dict()
    first = members.drop_duplicates("community")
    called = zip(first["community"], first["community_en"], first["community_zh"], strict=True)
    names: dict[int, Text] = {int(number): Text(str(en), str(zh)) for number, en, zh in called}
    simple = simple_graph(graph)
    rows = []
    for node, member in members[["name", "name_zh", "kind", "community"]].to_dict("index").items():
        met = Counter(group_of[other] for other in simple[node])
        own = {str(column): value for column, value in member.items()}
        rows.append({"node": node, **own, **_between(met, names), "rank": 0})
    table = node_table(rows, BROKERS)
    table["rank"] = ranks(table["participation"] * table["neighbours"])
    return table.sort_values("rank", kind="stable")


def mutual_information(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Return the mutual information of two divisions, normalised by the mean of their entropies; NaN where both are empty."""
    if not first:
        return math.nan
    joint, ours, theirs = Counter(zip(first, second, strict=True)), Counter(first), Counter(second)
    total = len(first)
    shared = sum(n / total * math.log(n * total / (ours[a] * theirs[b])) for (a, b), n in joint.items())
    mean = (_entropy(ours.values(), total) + _entropy(theirs.values(), total)) / 2
    return max(shared / mean, 0.0) if mean else 1.0


def adjusted_rand(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index of two divisions; NaN where there are fewer than two things."""
    if len(first) < 2:
        return math.nan
    together = _pairs(Counter(zip(first, second, strict=True)).values())
    ours, theirs = _pairs(Counter(first).values()), _pairs(Counter(second).values())
    by_chance = ours * theirs / math.comb(len(first), 2)
    most = (ours + theirs) / 2
    return (together - by_chance) / (most - by_chance) if most != by_chance else 1.0


def _groups(graph: nx.Graph, seed: int, resolution: float) -> list[set[Hashable]]:
    if not len(graph):
        return []
    found = nx.community.louvain_communities(graph, seed=seed, resolution=resolution, weight=None)
    return sorted(found, key=lambda group: (-len(group), min(map(str, group))))


def _without(graph: nx.Graph, predicates: Collection[str]) -> nx.Graph:
    plain = nx.Graph()
    plain.add_nodes_from(graph)
    kept = ((a, b) for a, b, data in graph.edges(data=True) if a != b and predicate_of(data) not in predicates)
    plain.add_edges_from(kept)
    return plain


def _names(graph: nx.Graph, groups: Sequence[set[Hashable]]) -> list[Text]:
    category = categories(graph)["category"].to_dict()
    everywhere = Counter(category.values())
    names = []
    for group in groups:
        here = Counter(category[node] for node in group if category[node] is not None)
        telling = sorted(here, key=lambda concept: (-(here[concept] ** 2) / everywhere[concept], str(concept)))[:2]
        hub = max(group, key=lambda node: (graph.degree(node), str(node)))
        words = [name_of(graph, node) for node in telling or [hub]]
        names.append(Text(" · ".join(word.en for word in words), " · ".join(word.zh for word in words)))
    return names


def _between(met: Mapping[int, int], names: Mapping[int, Text]) -> dict[str, Any]:
    total = sum(met.values())
    largest = sorted(met, key=lambda group: (-met[group], group))[:3]
    said = listed([Text(f"“{names[group].en}”", f"“{names[group].zh}”") for group in largest])
    return {
        "participation": 1 - sum((count / total) ** 2 for count in met.values()) if total else 0.0,
        "communities": len(met),
        "neighbours": total,
        "between_en": said.en,
        "between_zh": said.zh,
    }


def _entropy(counts: Iterable[int], total: int) -> float:
    return -sum(count / total * math.log(count / total) for count in counts)


def _pairs(counts: Iterable[int]) -> int:
    return sum(math.comb(count, 2) for count in counts)
