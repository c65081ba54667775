"""What there is of a sort: the things of a category, kind, licence, language, host, maker and state."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Hashable, Iterator

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import concepts_of, targets
from ecosystem.analysis.cohort import PRODUCTS, named_by, of_kinds, restrict
from ecosystem.analysis.life import (
    ALIVE,
    ENDED,
    UNBORN,
    begin_of,
    end_of,
    holds_on,
    is_stated,
    partial,
    reference_day,
    state_of,
    status_of,
)
from ecosystem.analysis.tables import node_table, one_of
from ecosystem.analysis.wording import kind_of, name_of, predicate_of
from ecosystem.graph import find_node

_POINTED_AT = {
    "categories": ("belongs_to",),
    "licences": ("licensed_under",),
    "languages": ("written_in",),
    "hosts": ("hosted_by",),
    "makers": ("made_by", "owned_by"),
}
COLUMNS = dict.fromkeys(
    ("name", "name_zh", "kind", "status", "since", "until", *_POINTED_AT, "summary_en", "summary_zh", "references"),
    "object",
)


def listing(
    graph: nx.Graph,
    *,
    category: Hashable | None = None,
    kinds: Collection[str] | None = None,
    licence: Hashable | None = None,
    language: Hashable | None = None,
    host: Hashable | None = None,
    maker: Hashable | None = None,
    status: str | None = None,
    named_in: str | None = None,
    as_of: str | dt.date | None = None,
) -> pd.DataFrame:
    """List what there is of a sort; several conditions must all hold.

    Definition: a thing is listed as it is on the day; of what had ended by then, as it was last. What was not there yet
    is left out, unless its state is asked for.

    Parameters: `category`, a concept, met by what belongs to it or to a narrower one (where that is nothing,
    to concepts that have the name as a word: `CI` is in "CI/CD software"); `kinds`, the kinds to list
    (without them the products: tools, services, operating systems; `all` for everything); `licence`; `language`, in which it is written;
    `host`, the foundation that hosts it; `maker`, who made or owns it: each an id, name, alias or former name; `status`,
    `alive`, `ended` or another state that `state_of` knows (a person or an idea has none); `named_in`, a reference that
    speaks of it; `as_of`, the day (see `reference_day`).

    Columns, indexed by `node`, by name: `name`, `name_zh`, `kind`, `status`, `since`, `until` (partial dates; all three or None),
    `categories`, `licences`, `languages`, `hosts`, `makers` (lists of node ids), `summary_en`, `summary_zh`,
    `references`.

    Errors: `UnknownNodeError`; `UsageError` for a state or a reference that there is not.

    Direction, weight and parallel edges: relations are read in their direction; weights are ignored; parallel edges
    count once. Plans and forecasts do not count.

    Literature: Hearst et al., "Finding the flow in web site search", on faceted search, 2002.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from(["quay", "harbor"], kind="tool")
    >>> _ = graph.add_edge("harbor", "cncf", predicate="hosted_by")
    >>> listing(graph, host="CNCF").index.tolist()
    ['harbor']
    """
    day = reference_day(graph, as_of)
    asked = {"categories": category, "licences": licence, "languages": language, "hosts": host, "makers": maker}
    wanted = {
        part: _category(graph, name) if part == "categories" else {_known(graph, name)}
        for part, name in asked.items()
        if name is not None
    }
    nodes = of_kinds(graph, kinds or None, default=PRODUCTS)
    nodes = restrict(nodes, named_by(graph, named_in) if named_in else None)
    states = {node: status_of(graph, node, day) for node in nodes}
    if status is not None:
        one_of("status", status, {ALIVE, ENDED, UNBORN, *(status_of(graph, node, day) for node in graph)})
    said = {node: state_of(graph, node, day) for node in nodes}
    chosen = [node for node in nodes if (said[node] == status if status else states[node] != UNBORN)]
    pointed = {node: _pointed_at(graph, node, day, over=states[node] == ENDED) for node in chosen}
    met = [node for node in chosen if all(ends & set(pointed[node][part]) for part, ends in wanted.items())]
    met.sort(key=lambda node: (name_of(graph, node).en.casefold(), str(node)))
    return node_table((_row(graph, node, said[node]) | pointed[node] for node in met), COLUMNS)


def _known(graph: nx.Graph, name: Hashable) -> Hashable:
    return find_node(graph, name)  # type: ignore[arg-type]


def _category(graph: nx.Graph, name: Hashable) -> set[Hashable]:
    """Return the concept of a name and all that are narrower; where nothing is in these, the concepts with that word."""
    wider = nx.DiGraph((one, above) for one in concepts_of(graph) for above in targets(graph, one, "broader"))
    filled = {end for *_, end, data in graph.edges(data=True) if predicate_of(data) == "belongs_to"}
    own = _narrower(wider, _known(graph, name))
    if own & filled:
        return own
    named = [one for one in concepts_of(graph) if str(name).casefold() in _words(graph, one)]
    return own.union(*(_narrower(wider, one) for one in named))


def _narrower(wider: nx.DiGraph, concept: Hashable) -> set[Hashable]:
    return {concept} | (nx.ancestors(wider, concept) if concept in wider else set())


def _words(graph: nx.Graph, node: Hashable) -> set[str]:
    return set(re.findall(r"\w+", f"{node} {name_of(graph, node).en} {name_of(graph, node).zh}".casefold()))


def _pointed_at(graph: nx.Graph, node: Hashable, day: dt.date, *, over: bool) -> dict[str, list[Hashable]]:
    return {
        part: list(
            dict.fromkeys(end for predicate in predicates for end in _ends(graph, node, predicate, day, over=over))
        )
        for part, predicates in _POINTED_AT.items()
    }


def _ends(graph: nx.Graph, node: Hashable, predicate: str, day: dt.date, *, over: bool) -> Iterator[Hashable]:
    """Yield what a node points at on a day; where its life is `over` and so is all that, what it pointed at last."""
    if not graph.is_directed():
        return
    told = [(end, data) for _, end, data in graph.out_edges(node, data=True) if predicate_of(data) == predicate]
    said = [(end, data) for end, data in told if is_stated(data)]
    holding = [end for end, data in said if holds_on(data, day)]
    ended = [(end, until.earliest) for end, data in said if (until := partial(data.get("until")))]
    last = max((date for _, date in ended if date <= day), default=None)
    yield from holding or ([end for end, date in ended if date == last] if over else [])


def _row(graph: nx.Graph, node: Hashable, status: str | None) -> dict[str, object]:
    attributes, name = graph.nodes[node], name_of(graph, node)
    return {
        "node": node,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, node),
        "status": status,
        "since": begin_of(graph, node),
        "until": end_of(graph, node),
        "summary_en": attributes.get("summary_en"),
        "summary_zh": attributes.get("summary_zh"),
        "references": list(attributes.get("references") or ()),
    }
