"""A shortlist side by side: what is known of each thing, in the same words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.cohort import current, openness_of
from ecosystem.analysis.keeping import keepers, rests
from ecosystem.analysis.life import begin_of, end_of, reference_day, state_of
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import kind_of, name_of
from ecosystem.graph import find_nodes

_LISTED = {
    "categories": "belongs_to",
    "licences": "licensed_under",
    "languages": "written_in",
    "implements": "implements",
    "runs_on": "runs_on",
    "built_on": "built_on",
    "integrates_with": "integrates_with",
}
COLUMNS = {
    **dict.fromkeys(("name", "name_zh", "kind", "summary_en", "summary_zh", "status", "since", "until"), "object"),
    "kept_by": "object",
    **dict.fromkeys(_LISTED, "object"),
    "openness": "object",
    "dependents": "int64",
    "relations": "int64",
    "references": "int64",
}


def comparison(graph: nx.Graph, *, nodes: Sequence[Hashable], as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Set a shortlist side by side.

    Definition: for each thing its own fields, who keeps it (owner, else host, else maker), what it points at by
    the relations that matter for a choice, as far as they have not ended, and how much rests on it.

    Parameters: `nodes`, ids or any names, in the order to show; `as_of`, the day of `status` (see `reference_day`).

    Columns, indexed by `node` (transpose to read side by side): `name`, `name_zh`, `kind`, `summary_en`,
    `summary_zh`, `status`, `since`, `until`, `kept_by`, `categories`, `licences`, `languages`, `implements`,
    `runs_on`, `built_on`, `integrates_with` (lists of names), `openness` (`open`, `closed`, `unknown`),
    `dependents` (things that rest on it directly), `relations`, `references` (counts).

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: relations are read in their direction; weights are ignored; in lists
    parallel edges count once.

    Literature: Keeney and Raiffa, "Decisions with multiple objectives", 1976.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("drone", "go", predicate="written_in")
    >>> comparison(graph, nodes=["drone"]).loc["drone", "languages"]
    ['go']
    """
    day = reference_day(graph, as_of)
    known = find_nodes(graph, nodes)  # type: ignore[arg-type]
    return node_table((_row(graph, node, day) for node in dict.fromkeys(known)), COLUMNS)


def _row(graph: nx.Graph, node: Hashable, day: dt.date) -> dict[str, Any]:
    attributes, name = graph.nodes[node], name_of(graph, node)
    lists = {
        column: [name_of(graph, end).en for end in current(graph, node, predicate)]
        for column, predicate in _LISTED.items()
    }
    relations = [*graph.edges(node, data=True), *(graph.in_edges(node, data=True) if graph.is_directed() else ())]
    resting = {a for a, b, data in relations if b == node and rests(graph, a, data, day)}
    cited = {ref for *_, data in relations for ref in data.get("references") or ()} | set(
        attributes.get("references") or ()
    )
    return {
        "node": node,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, node),
        "summary_en": attributes.get("summary_en"),
        "summary_zh": attributes.get("summary_zh"),
        "status": state_of(graph, node, day),
        "since": begin_of(graph, node),
        "until": end_of(graph, node),
        "kept_by": [name_of(graph, keeper).en for keeper in keepers(graph, node, day)],
        **lists,
        "openness": openness_of(graph, node),
        "dependents": len(resting),
        "relations": len(relations),
        "references": len(cited),
    }
