"""How long what runs is supported: release cycles, and whether they are over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import partial, reference_day
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import name_of
from ecosystem.catalogue import PartialDate
from ecosystem.graph import find_node

SUPPORTED, SECURITY, OVER, OPEN = "supported", "security only", "over", "no end announced"
UNRELEASED = "not yet released"
COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "cycle": "object",
    "released": "object",
    "support_until": "object",
    "security_until": "object",
    "latest": "object",
    "support": "object",
    "seen": "object",
    "references": "object",
}


def support(graph: nx.Graph, *, node: Hashable | None = None, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Tell which releases are still supported.

    Definition: a release cycle is `supported` through the last day of its support, then gets `security only` fixes
    through the last day of these (or until an end is announced), and then is `over`; where its makers have named
    neither end it has `no end announced`. A date that is only a month or a year counts through its last day.

    Parameters: `node`, an id or any name, or None for all that has release cycles; `as_of`, the day on which support is
    asked (see `reference_day`); cycles released later are left out.

    Columns, indexed by `node`, the newest cycle first: `name`, `name_zh`, `cycle` (its name, such as 7.4), `released`,
    `support_until`, `security_until` (partial dates or None), `latest` (its newest release), `support` (`supported`,
    `security only`, `over` or `no end announced`), `seen` (the day on which its newest reference was read, or None: what
    its makers said since is not in it), `references`.

    Errors: `UnknownNodeError`. Empty for what has no release cycles.

    Direction, weight and parallel edges: relations play no part.

    Literature: the product pages of endoflife.date, whose words `support` and `security` these are.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> cycle = {"name": "13", "released": "2020-09-24", "security_until": "2025-11-13"}
    >>> graph.add_node("postgresql", cycles=[cycle])
    >>> support(graph, as_of="2026-01-01")["support"].tolist()
    ['over']
    """
    day = reference_day(graph, as_of)
    nodes = list(graph) if node is None else [find_node(graph, node)]  # type: ignore[arg-type]
    return node_table((row for one in nodes for row in _rows(graph, one, day)), COLUMNS)


def support_on(cycle: Mapping[str, Any], day: dt.date) -> str:
    """Return whether a release cycle is supported on a day, or `not yet released`."""
    released = partial(cycle.get("released"))
    if released and released.earliest > day:
        return UNRELEASED
    full, security = partial(cycle.get("support_until")), partial(cycle.get("security_until"))
    if security and day > security.latest:
        return OVER
    if full and day > full.latest:
        return SECURITY
    return SUPPORTED if full or security else OPEN


def seen(graph: nx.Graph, claim: Mapping[str, Any]) -> PartialDate | None:
    """Return the newest day on which a reference of a claim was read."""
    sources = graph.graph.get("references")
    if not isinstance(sources, Mapping):
        return None
    cited = (sources.get(str(citation).partition("#")[0], {}) for citation in claim.get("references") or ())
    return max((date for date in (partial(source.get("accessed")) for source in cited) if date), default=None)


def _rows(graph: nx.Graph, node: Hashable, day: dt.date) -> Iterator[dict[str, Any]]:
    name = name_of(graph, node)
    cycles = sorted(
        graph.nodes[node].get("cycles") or (), key=lambda cycle: str(cycle.get("released") or ""), reverse=True
    )
    for cycle in cycles:
        if support_on(cycle, day) == UNRELEASED:
            continue
        yield {
            "node": node,
            "name": name.en,
            "name_zh": name.zh,
            "cycle": str(cycle["name"]),
            "released": partial(cycle.get("released")),
            "support_until": partial(cycle.get("support_until")),
            "security_until": partial(cycle.get("security_until")),
            "latest": cycle.get("latest") or None,
            "support": support_on(cycle, day),
            "seen": seen(graph, cycle),
            "references": list(cycle.get("references") or ()),
        }
