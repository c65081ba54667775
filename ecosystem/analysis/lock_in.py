"""How hard it is to leave a vendor: an index with a definition that can be disputed."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import targets
from ecosystem.analysis.cohort import of_kinds, openness_of, products_of
from ecosystem.analysis.keeping import keepers, rests
from ecosystem.analysis.life import THERE, reference_day, status_of
from ecosystem.analysis.tables import node_table, ranks
from ecosystem.analysis.wording import counted, kind_of, name_of

COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "lock_in": "float64",
    "things": "int64",
    "dependents": "int64",
    "closed": "float64",
    "unknown": "float64",
    "without_rival": "int64",
    "rank": "int64",
    "why_en": "object",
    "why_zh": "object",
}
_OPEN_DISCOUNT = 0.5


def lock_in(
    graph: nx.Graph,
    *,
    as_of: str | dt.date | None = None,
    least: int = 1,
    kinds: Collection[str] | None = None,
) -> pd.DataFrame:
    """Measure how much a vendor holds its users.

    Definition: for each living thing of a vendor, 1 / (1 + living rivals), where rivals share a category with
    it and belong to others; times one half if its licence is open, since then it can be forked. `lock_in` is
    the mean over the vendor's things, each weighted with 1 + the number of living things of others that rest on
    it (depends_on, built_on, part_of, runs_on). 1: nobody else does what it does, and nothing of it is open.

    Parameters: `as_of`, the day (see `reference_day`); `least`, the fewest things that a vendor must have to be
    listed; `kinds`, which kinds to list (by default vendors; `all` for organisations and persons too).

    Columns, indexed by `node` (vendor, organisation or person), highest first: `name`, `name_zh`, `kind`,
    `lock_in` (0 to 1), `things` (count of living things), `dependents` (count of things of others that rest on
    them), `closed` (share under no open licence, 0 to 1), `unknown` (share whose licence is not known, 0 to 1;
    in `lock_in` they count in full, since nobody knows that they can be forked), `without_rival` (count), `rank`
    (among all), `why_en`, `why_zh`.

    Errors: none.

    Direction, weight and parallel edges: relations are read in their direction; weights are ignored; parallel
    edges count once.

    Literature: Shapiro and Varian, "Information rules", chapter 5, 1999; Opara-Martins, Sahandi and Tian,
    "Critical analysis of vendor lock-in and its impact on cloud computing migration", 2016.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("quay", kind="service")
    >>> _ = graph.add_edge("quay", "coreos", predicate="owned_by")
    >>> float(lock_in(graph).loc["coreos", "lock_in"])
    1.0
    """
    day = reference_day(graph, as_of)
    living = [thing for thing in products_of(graph) if status_of(graph, thing, day) in THERE]
    owners = {thing: set(keepers(graph, thing, day)) for thing in living}
    rivals, resting = _rivals(graph, owners), _resting(graph, owners, day)
    kept: dict[Hashable, list[Hashable]] = defaultdict(list)
    for thing, holders in owners.items():
        for holder in holders:
            kept[holder].append(thing)
    rows = [_row(graph, holder, things, rivals, resting) for holder, things in kept.items() if len(things) >= least]
    table = node_table(rows, COLUMNS)
    table["rank"] = ranks(table["lock_in"])
    shown = table[table.index.isin(of_kinds(graph.subgraph(table.index), kinds, default={"vendor"}))]
    return shown.sort_values(["rank", "things"], ascending=[True, False], kind="stable")


def _row(
    graph: nx.Graph,
    holder: Hashable,
    things: list[Hashable],
    rivals: dict[Hashable, set[Hashable]],
    resting: dict[Hashable, set[Hashable]],
) -> dict[str, Any]:
    openness = {thing: openness_of(graph, thing) for thing in things}
    discount = {thing: _OPEN_DISCOUNT if openness[thing] == "open" else 1.0 for thing in things}
    hold = {thing: discount[thing] / (1 + len(rivals[thing])) for thing in things}
    weight = {thing: 1 + len(resting[thing]) for thing in things}
    index = sum(hold[thing] * weight[thing] for thing in things) / sum(weight.values())
    alone = sum(not rivals[thing] for thing in things)
    dependents = len(set().union(*(resting[thing] for thing in things)))
    name, counts = name_of(graph, holder), Counter(openness.values())
    closed, unknown = counts["closed"] / len(things), counts["unknown"] / len(things)
    return {
        "node": holder,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, holder),
        "lock_in": index,
        "things": len(things),
        "dependents": dependents,
        "closed": closed,
        "unknown": unknown,
        "without_rival": alone,
        "rank": 0,
        "why_en": f"{counted(len(things), 'thing')}, {alone} without a living rival, {closed:.0%} closed, "
        f"{unknown:.0%} of unknown licence; "
        f"{dependents} of others rest on them",
        "why_zh": f"{len(things)} 个产品，其中 {alone} 个没有仍在的对手，{closed:.0%} 不开源、{unknown:.0%} 许可证未知；"
        f"有 {dependents} 个他人的产品依赖它们",
    }


def _rivals(graph: nx.Graph, owners: dict[Hashable, set[Hashable]]) -> dict[Hashable, set[Hashable]]:
    members: dict[Hashable, set[Hashable]] = defaultdict(set)
    for thing in owners:
        for concept in targets(graph, thing, "belongs_to"):
            members[concept].add(thing)
    rivals: dict[Hashable, set[Hashable]] = {}
    for thing, mine in owners.items():
        near = set().union(*(members[concept] for concept in targets(graph, thing, "belongs_to")))
        rivals[thing] = {other for other in near - {thing} if not owners[other] & mine}
    return rivals


def _resting(graph: nx.Graph, owners: dict[Hashable, set[Hashable]], day: dt.date) -> dict[Hashable, set[Hashable]]:
    resting: dict[Hashable, set[Hashable]] = defaultdict(set)
    for source, target, attributes in graph.edges(data=True):
        apart = source in owners and target in owners and not owners[source] & owners[target]
        if apart and rests(graph, source, attributes, day):
            resting[target].add(source)
    return resting
