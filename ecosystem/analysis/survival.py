"""Who survived: lifetimes, Kaplan-Meier curves by category, maker or licence, and the half-life of a cohort."""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Hashable, Iterator
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import categories
from ecosystem.analysis.cohort import GROUPINGS, maker_kind, named_by, openness_of, products_of, restrict
from ecosystem.analysis.life import begin_of, end_of, reference_day, years_between
from ecosystem.analysis.tables import keyed_table, node_table, one_of
from ecosystem.analysis.wording import kind_of, name_of
from ecosystem.catalogue import PartialDate
from ecosystem.errors import MissingExtraError, Text
from ecosystem.graph import day_of

LIVES = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "group": "object",
    "begin": "object",
    "end": "object",
    "years": "float64",
    "ended": "bool",
}
CURVE = {"at_risk": "int64", "ended": "int64", "survival": "float64", "lower": "float64", "upper": "float64"}
HALF = {
    "things": "int64",
    "ended": "int64",
    "share_alive": "float64",
    "half_life": "float64",
    "five_years": "float64",
    "lower": "float64",
    "upper": "float64",
}
ALL = "all"
_HORIZON = 5.0


def lifetimes(
    graph: nx.Graph,
    *,
    by: str | None = None,
    named_in: str | None = None,
    start: str | dt.date | None = None,
    as_of: str | dt.date | None = None,
) -> pd.DataFrame:
    """List how long things lived, ready for survival analysis.

    Definition: products (tools, services, operating systems) with a known start; `years` runs from the start,
    or from the day `start` for those alive then (others are left out), to the end or, if there was none, to
    `as_of` (then the life is censored). What is dormant has not ended: silence is no dated death, and its life is
    censored too, so that survival is an upper estimate. A partial date counts as the middle of what it can mean.

    Parameters: `by`, how to group: `category`, `branch`, `kind`, `maker` (kind of owner, host or maker),
    `licence` (or `openness`); `named_in`, to keep what a reference speaks of (`article-2014`); `start`, a
    common day on which the clock starts, where a start may then be unknown; `as_of`, the day of asking (see
    `reference_day`).

    Columns, indexed by `node`: `name`, `name_zh`, `kind`, `group` (`all` without `by`), `begin`, `end` (partial
    dates or None), `years` (0 and up), `ended` (False: censored).

    Errors: `UsageError` for an unknown grouping, reference or date.

    Direction, weight and parallel edges: relations are only used to group; weights and repetitions are ignored.

    Literature: Klein and Moeschberger, "Survival analysis", chapter 3, on censoring and left truncation.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", kind="tool", since="2013-12-01", until="2015-12-01")
    >>> lifetimes(graph)["years"].round(1).tolist()
    [2.0]
    """
    day = reference_day(graph, as_of)
    clock = day_of(start) if start is not None else None
    group_of = _grouping(graph, by)
    chosen = restrict(products_of(graph), named_by(graph, named_in) if named_in else None)
    rows = [row for node in chosen if (row := _life(graph, node, day, clock))]
    return node_table(({**row, "group": group_of(row["node"])} for row in rows), LIVES)


def survival(
    graph: nx.Graph,
    *,
    by: str | None = None,
    named_in: str | None = None,
    start: str | dt.date | None = None,
    as_of: str | dt.date | None = None,
) -> pd.DataFrame:
    """Estimate the chance of living longer than a time, with Kaplan-Meier curves.

    Definition: at each time at which something ended, the share of those still at risk that lived on,
    multiplied up; the band is the 95 % confidence interval by the exponential Greenwood formula.

    Parameters: `by`, `named_in`, `start`, `as_of`, as for `lifetimes`.

    Columns, keyed by `group` and `years`: `at_risk`, `ended` (counts at that time), `survival`, `lower`,
    `upper` (0 to 1).

    Errors: as `lifetimes`; `MissingExtraError` where the library lifelines (extra `survival`) is not installed.

    Direction, weight and parallel edges: as for `lifetimes`.

    Literature: Kaplan and Meier, "Nonparametric estimation from incomplete observations", 1958.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", kind="tool", since="2013-12-01", until="2015-12-01")
    >>> survival(graph)["survival"].tolist()
    [1.0, 0.0]
    """
    lives = lifetimes(graph, by=by, named_in=named_in, start=start, as_of=as_of)
    rows = []
    for group, _, fitted in _fitted(lives):
        table, band = fitted.event_table, fitted.confidence_interval_
        for years, chance in fitted.survival_function_.iloc[:, 0].items():
            lower, upper = band.loc[years].tolist()
            counts = {"at_risk": int(table.loc[years, "at_risk"]), "ended": int(table.loc[years, "observed"])}
            rows.append({"group": group, "years": years, **counts, "survival": chance, "lower": lower, "upper": upper})
    return keyed_table(rows, CURVE, ("group", "years"))


def half_life(
    graph: nx.Graph,
    *,
    by: str | None = None,
    named_in: str | None = None,
    start: str | dt.date | None = None,
    as_of: str | dt.date | None = None,
) -> pd.DataFrame:
    """Say after how many years half of a group is gone.

    Definition: the median of the Kaplan-Meier curve: the first time at which at most half are alive; infinite where
    more than half still are. Differences between groups are associations, not causes.

    Parameters: `by`, `named_in`, `start`, `as_of`, as for `lifetimes`.

    Columns, keyed by `group`, largest first: `things`, `ended` (counts), `share_alive` (0 to 1, plain share),
    `half_life` (years, may be infinite), `five_years`, `lower`, `upper` (chance to live longer than five years,
    0 to 1, with its 95 % interval).

    Errors: as `survival`.

    Direction, weight and parallel edges: as for `lifetimes`.

    Literature: Klein and Moeschberger, "Survival analysis", section 4.5.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("fig", kind="tool", since="2013-12-01", until="2015-12-01")
    >>> half_life(graph)["half_life"].round(1).tolist()
    [2.0]
    """
    lives = lifetimes(graph, by=by, named_in=named_in, start=start, as_of=as_of)
    rows = []
    for group, members, fitted in _fitted(lives):
        lower, upper = fitted.confidence_interval_.loc[:_HORIZON].iloc[-1].tolist()
        counts = {"things": len(members), "ended": int(members["ended"].sum())}
        chances = {"five_years": float(fitted.predict(_HORIZON)), "lower": lower, "upper": upper}
        share = 1 - counts["ended"] / counts["things"]
        half = float(fitted.median_survival_time_)
        rows.append({"group": group, **counts, "share_alive": share, "half_life": half, **chances})
    table = keyed_table(rows, HALF, ("group",))
    return table.sort_values("things", ascending=False, kind="stable")


def _life(graph: nx.Graph, node: Hashable, day: dt.date, clock: dt.date | None) -> dict[str, Any] | None:
    begin, end = begin_of(graph, node), end_of(graph, node)
    born = _middle(begin) if begin else clock
    died = _middle(end) if end else None
    if born is None or born > day or (clock and (born > clock or (died and died <= clock))):
        return None
    origin = max(born, clock) if clock else born
    ended = died is not None and died <= day
    last = died if died is not None and ended else day
    name = name_of(graph, node)
    shown = {"node": node, "name": name.en, "name_zh": name.zh, "kind": kind_of(graph, node)}
    return {**shown, "begin": begin, "end": end, "years": max(years_between(origin, last), 0.0), "ended": ended}


def _middle(date: PartialDate) -> dt.date:
    return date.earliest + (date.latest - date.earliest) / 2


def _grouping(graph: nx.Graph, by: str | None) -> Any:
    if by is None:
        return lambda _: ALL
    one_of("by", by, GROUPINGS)
    if by in ("category", "branch"):
        belonging = categories(graph)[by].to_dict()
        return lambda node: "unknown" if belonging[node] is None else belonging[node]
    if by in ("licence", "openness"):
        return lambda node: openness_of(graph, node)
    return lambda node: (maker_kind if by == "maker" else kind_of)(graph, node)


def _fitted(lives: pd.DataFrame) -> Iterator[tuple[Any, pd.DataFrame, Any]]:
    """Yield each group with its members and their Kaplan-Meier curve."""
    for group, members in lives.groupby("group"):
        yield group, members, _fit(members)


def _fit(members: pd.DataFrame) -> Any:
    try:
        lifelines = importlib.import_module("lifelines")
    except ImportError:
        raise MissingExtraError(Text("a survival curve", "生存曲线"), "survival") from None
    return lifelines.KaplanMeierFitter().fit(members["years"], members["ended"])
