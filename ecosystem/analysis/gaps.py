"""Where the gaps are: who is in which category, white and crowded spots, entries and exits by year."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Hashable
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import categories, targets
from ecosystem.analysis.cohort import current, openness_of, products_of
from ecosystem.analysis.keeping import keepers
from ecosystem.analysis.life import THERE, begin_of, end_of, reference_day, status_of
from ecosystem.analysis.tables import keyed_table, one_of
from ecosystem.analysis.wording import name_of

ACROSS = ("vendor", "licence", "openness", "language")
LEVELS = ("category", "branch")
SPOTS = {
    "name": "object",
    "name_zh": "object",
    "across_en": "object",
    "across_zh": "object",
    "observed": "int64",
    "expected": "float64",
    "residual": "float64",
    "spot": "object",
    "members": "object",
}
FLOW = {"entered": "int64", "ended": "int64", "alive": "int64", "balance": "int64"}
ALL = "all"
_NOTABLE = 1.0


def coverage(
    graph: nx.Graph, *, across: str = "vendor", level: str = "category", as_of: str | dt.date | None = None
) -> pd.DataFrame:
    """Count who is where: a matrix of concepts by vendors, licences, openness or languages.

    Definition: a cell counts the living products that belong to the concept of its row and to the vendor
    (owner, else host, else maker), licence, openness or language of its column; a product in two concepts
    counts in both.

    Parameters: `across`, what the columns are: `vendor`, `licence`, `openness`, `language`; `level`, what the
    rows are: `category` (the concepts that things belong to) or `branch` (those just below the root); `as_of`,
    the day (see `reference_day`).

    Columns, indexed by `node` (the concept, largest first): one column of counts for each vendor (its node id)
    ..., largest first, together named `across`; without products, no row and no column.

    Errors: `UsageError` for another `across` or `level`.

    Direction, weight and parallel edges: relations are read in their direction; weights are ignored; parallel
    edges count once.

    Literature: Zwicky, "Discovery, invention, research through the morphological approach", 1969.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("quay", kind="service")
    >>> _ = graph.add_edge("quay", "registry", predicate="belongs_to")
    >>> _ = graph.add_edge("quay", "coreos", predicate="made_by")
    >>> int(coverage(graph).loc["registry", "coreos"])
    1
    """
    cells = {cell: len(members) for cell, members in _members(graph, across, level, as_of).items()}
    rows, columns = Counter[Hashable](), Counter[Hashable]()
    for (concept, other), count in cells.items():
        rows[concept] += count
        columns[other] += count
    order = [other for other, _ in sorted(columns.items(), key=lambda pair: (-pair[1], str(pair[0])))]
    listed = sorted(rows, key=lambda concept: (-rows[concept], str(concept)))
    table = [{"node": concept, **{str(other): cells.get((concept, other), 0) for other in order}} for concept in listed]
    matrix = keyed_table(table, dict.fromkeys(map(str, order), "int64"), ("node",))
    return matrix.rename_axis(columns=across)


def gaps(
    graph: nx.Graph,
    *,
    across: str = "vendor",
    level: str = "category",
    as_of: str | dt.date | None = None,
    top: int | None = 20,
) -> pd.DataFrame:
    """Find the white spots and the crowded spots of the matrix that `coverage` makes.

    Definition: `expected` is row sum times column sum by total, as if concept and vendor had nothing to do with
    each other; `residual` is (observed - expected) / sqrt(expected). A `white` spot has no product where at
    least one half was expected, a `crowded` one at least two, and a residual above 1.

    Parameters: `across`, `level`, `as_of`, as for `coverage`; `top`, the most rows of each sort (None for all).

    Columns, keyed by `node` (the concept) and `across` (vendor, licence ...), white spots first, the most
    surprising first in each sort: `name`, `name_zh` (of the concept), `across_en`, `across_zh` (names),
    `observed` (count), `expected` (count), `residual` (standard deviations), `spot` (`white`, `crowded`),
    `members` (list of node ids).

    Errors: as `coverage`.

    Direction, weight and parallel edges: as for `coverage`.

    Literature: Pearson 1900; Agresti, "An introduction to categorical data analysis", section 2.4, on residuals
    of tables.

    >>> import networkx as nx
    >>> gaps(nx.MultiDiGraph()).empty
    True
    """
    members = _members(graph, across, level, as_of)
    rows, columns = Counter[Hashable](), Counter[Hashable]()
    for (concept, other), found in members.items():
        rows[concept] += len(found)
        columns[other] += len(found)
    total = sum(rows.values())
    spots = []
    for concept, in_row in rows.items():
        for other, in_column in columns.items():
            found = members.get((concept, other), [])
            spots.append(_spot(graph, (concept, other), found, in_row * in_column / total))
    notable = [spot for spot in spots if spot["spot"]]
    notable.sort(
        key=lambda spot: (spot["spot"] == "crowded", -abs(spot["residual"]), str(spot["node"]), str(spot["across"]))
    )
    table = keyed_table(notable, SPOTS, ("node", "across"))
    return table if top is None else table.groupby("spot", sort=False).head(top)


def entries_and_exits(graph: nx.Graph, *, by: str | None = None, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Count by year what appeared and what ended.

    Definition: products with a known start; a year's `alive` is the number that had begun and not ended by its
    last day.

    Parameters: `by`, None for all together, or `category`, `branch`, `openness`; `as_of`, the last day that
    counts (see `reference_day`).

    Columns, keyed by `group` (`all` without `by`) and `year`, each year from the group's first to that of
    `as_of`: `entered`, `ended`, `alive` (counts), `balance` (entered less ended).

    Errors: `UsageError` for another `by`.

    Direction, weight and parallel edges: relations are only used to group.

    Literature: Dunne, Roberts and Samuelson, "Patterns of firm entry and exit in U.S. manufacturing
    industries", 1988.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", kind="tool", since="2013-12", until="2015-02")
    >>> entries_and_exits(graph, as_of="2015-12-31")["alive"].tolist()
    [1, 1, 0]
    """
    day = reference_day(graph, as_of)
    lives: dict[Hashable, list[tuple[int, int | None]]] = defaultdict(list)
    group_of = _groups(graph, by)
    for thing in products_of(graph):
        begin, end = begin_of(graph, thing), end_of(graph, thing)
        if begin is not None and begin.earliest <= day:
            over = end.earliest.year if end is not None and end.earliest <= day else None
            lives[group_of(thing)].append((begin.earliest.year, over))
    rows = [row for group in sorted(lives, key=str) for row in _flow(group, lives[group], day.year)]
    return keyed_table(rows, FLOW, ("group", "year"))


def _members(
    graph: nx.Graph, across: str, level: str, as_of: str | dt.date | None
) -> dict[tuple[Hashable, Hashable], list[Hashable]]:
    one_of("across", across, ACROSS)
    one_of("level", level, LEVELS)
    day = reference_day(graph, as_of)
    branch = categories(graph)["branch"].to_dict()
    cells: dict[tuple[Hashable, Hashable], list[Hashable]] = defaultdict(list)
    for thing in products_of(graph):
        if status_of(graph, thing, day) not in THERE:
            continue
        own = list(targets(graph, thing, "belongs_to"))
        concepts = own if level == "category" else list(dict.fromkeys(branch[concept] for concept in own))
        for concept in concepts:
            for other in _across(graph, thing, across, day):
                cells[concept, other].append(thing)
    return cells


def _across(graph: nx.Graph, thing: Hashable, across: str, day: dt.date) -> list[Hashable]:
    if across == "vendor":
        return keepers(graph, thing, day)
    if across == "openness":
        return [openness_of(graph, thing)]
    return list(current(graph, thing, "licensed_under" if across == "licence" else "written_in"))


def _spot(graph: nx.Graph, cell: tuple[Hashable, Hashable], found: list[Hashable], expected: float) -> dict[str, Any]:
    residual = (len(found) - expected) / math.sqrt(expected)
    white = not found and expected >= 0.5
    crowded = len(found) >= 2 and residual > _NOTABLE
    concept, other = name_of(graph, cell[0]), name_of(graph, cell[1])
    return {
        "node": cell[0],
        "across": cell[1],
        "name": concept.en,
        "name_zh": concept.zh,
        "across_en": other.en,
        "across_zh": other.zh,
        "observed": len(found),
        "expected": round(expected, 4),
        "residual": round(residual, 4),
        "spot": "white" if white else "crowded" if crowded else "",
        "members": found,
    }


def _groups(graph: nx.Graph, by: str | None) -> Any:
    if by is None:
        return lambda _: ALL
    one_of("by", by, (*LEVELS, "openness"))
    if by == "openness":
        return lambda node: openness_of(graph, node)
    belonging = categories(graph)[by].to_dict()
    return lambda node: "unknown" if belonging[node] is None else belonging[node]


def _flow(group: Hashable, lives: list[tuple[int, int | None]], last: int) -> list[dict[str, Any]]:
    entered, ended = Counter(begin for begin, _ in lives), Counter(end for _, end in lives if end is not None)
    alive, rows = 0, []
    for year in range(min(entered), last + 1):
        balance = entered[year] - ended[year]
        alive += balance
        counts = {"entered": entered[year], "ended": ended[year], "alive": alive, "balance": balance}
        rows.append({"group": group, "year": year, **counts})
    return rows
