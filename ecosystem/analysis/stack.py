"""What you run, judged: for each service of a compose file what it rests on, how that stands, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.alternatives import alternatives
from ecosystem.analysis.life import ENDED, UNENDED, holds_on, is_stated, reference_day, status_of
from ecosystem.analysis.support import seen, support_on
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.tag import meaning_of
from ecosystem.analysis.verdict import KEEP, LOOK, REPLACE, UPGRADE, no_product, verdict
from ecosystem.analysis.wording import kind_of, name_of, predicate_of
from ecosystem.catalogue.images import image_of

WORKLOAD = "workload"
COLUMNS = {
    "name": "object",
    "image": "object",
    "product": "object",
    "status": "object",
    "cycle": "object",
    "support": "object",
    "security_until": "object",
    "licences": "object",
    "owners": "object",
    "decision": "object",
    "reason_en": "object",
    "reason_zh": "object",
    "instead": "object",
    "seen": "object",
    "references": "object",
}
_ORDER = {REPLACE: 0, UPGRADE: 1, LOOK: 2, KEEP: 3}


def stack(graph: nx.Graph, *, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Judge the services of a compose file: replace, upgrade, look or keep.

    Definition: a service (a node of kind `workload`) rests on the product whose image it runs. If that has ended, or its
    image is no official image any more, the decision is `replace`; else, if the release cycle that the image's tag
    means is out of support, `upgrade`; `look` if the catalogue does not know the image, if the tag names no cycle that
    it knows or one not yet released, if the product is dormant, or if no end of support is announced and newer cycles
    exist or the product was deprecated; else `keep`: nothing is called safe that was not looked at. A tag such as 7
    floats: it is read as the newest 7.x that is not over.

    Parameters: `as_of`, the day on which is judged (see `reference_day`).

    Columns, indexed by `node`, what is most urgent first: `name`, `image` (as the file says), `product` (a node, or
    None), `status` (`alive`, `dormant`, `ended`, `not yet`), `cycle` (the release cycle of the tag, or None), `support` (see
    `support`), `security_until` (partial date or None), `licences` and `owners` (nodes, on that day), `decision`
    (`replace`, `upgrade`, `look`, `keep`), `reason_en`, `reason_zh`, `instead` (only to replace: its living successors,
    then up to three living alternatives; the product itself where only its image ended), `seen` (the day on which the
    reference of the cycle was read, or None), `references`.

    Errors: none. Empty where there is no workload.

    Direction, weight and parallel edges: relations are read along their direction; parallel edges count once.

    Literature: the four rings of a technology radar (Thoughtworks: adopt, trial, assess, hold), of which this is the
    plain form for what already runs.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_node("base", kind="workload", name="base", attributes={"image": "centos:7"})
    >>> graph.add_node("centos", kind="operating_system", until="2024-06-30")
    >>> _ = graph.add_edge("base", "centos", predicate="built_on")
    >>> stack(graph, as_of="2026")["decision"].tolist()
    ['replace']
    """
    day = reference_day(graph, as_of)
    rows = [_row(graph, node, day) for node in graph if kind_of(graph, node) == WORKLOAD]
    return node_table(sorted(rows, key=lambda row: _ORDER[row["decision"]]), COLUMNS)


def _row(graph: nx.Graph, node: Hashable, day: dt.date) -> dict[str, Any]:
    service = graph.nodes[node].get("attributes") or {}
    text = str(service.get("image") or "")
    image = image_of(text)
    product = next(_targets(graph, node, "built_on", day), None)
    cycles = [] if product is None else graph.nodes[product].get("cycles") or []
    meaning = meaning_of(image.tag, cycles, day)
    cycle = meaning.cycle
    status = None if product is None else status_of(graph, product, day)
    decision, reason = no_product(service) if product is None else verdict(graph, product, image, meaning, day)
    return {
        "node": node,
        "name": name_of(graph, node).en,
        "image": text,
        "product": product,
        "status": status,
        "cycle": cycle and str(cycle["name"]),
        "support": cycle and support_on(cycle, day),
        "security_until": cycle and cycle.get("security_until"),
        "licences": [] if product is None else list(_targets(graph, product, "licensed_under", day)),
        "owners": [] if product is None else list(_targets(graph, product, "owned_by", day)),
        "decision": decision,
        "reason_en": reason.en,
        "reason_zh": reason.zh,
        "instead": _instead(graph, product, status, day) if decision == REPLACE else [],
        "seen": cycle and seen(graph, cycle),
        "references": _references(graph, product, cycle),
    }


def _instead(graph: nx.Graph, product: Hashable | None, status: str | None, day: dt.date) -> list[Hashable]:
    if status != ENDED:  # the product lives, only this image of it does not
        return [] if product is None else [product]
    heirs = [heir for heir in _targets(graph, product, "succeeded_by", day) if status_of(graph, heir, day) in UNENDED]
    return [*heirs, *alternatives(graph, node=product, top=3, alive=True, as_of=day).index]


def _targets(graph: nx.Graph, node: Hashable | None, predicate: str, day: dt.date) -> Iterator[Hashable]:
    for _, target, attributes in graph.out_edges(node, data=True) if graph.is_directed() else ():
        if predicate_of(attributes) == predicate and is_stated(attributes) and holds_on(attributes, day):
            yield target


def _references(graph: nx.Graph, product: Hashable | None, cycle: Mapping[str, Any] | None) -> list[str]:
    own = [] if product is None else graph.nodes[product].get("references") or ()
    return list(dict.fromkeys([*((cycle or {}).get("references") or ()), *own]))
