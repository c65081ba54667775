"""What you run, judged: for each service of a compose file what it rests on, how that stands, and what to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.alternatives import alternatives
from ecosystem.analysis.life import ALIVE, DORMANT, ENDED, end_of, holds_on, is_stated, reference_day, status_of
from ecosystem.analysis.support import OVER, SECURITY, cycle_of, support_on
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import date_in_words, kind_of, name_of, predicate_of, silence_in_words
from ecosystem.errors import Text

WORKLOAD = "workload"
REPLACE, UPGRADE, KEEP, LOOK = "replace", "upgrade", "keep", "look"
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
    "references": "object",
}
_ORDER = {REPLACE: 0, UPGRADE: 1, LOOK: 2, KEEP: 3}


def stack(graph: nx.Graph, *, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Judge the services of a compose file: replace, upgrade, look or keep.

    Definition: a service (a node of kind `workload`) rests on the product whose image it runs. If that has ended, the
    decision is `replace`; else, if the release cycle that the image's tag means is out of support, `upgrade`; if the
    catalogue does not know the image, the tag names no cycle that it knows, or the product is dormant, `look`; else `keep`: nothing is called
    safe that was not looked at.

    Parameters: `as_of`, the day on which is judged (see `reference_day`).

    Columns, indexed by `node`, what is most urgent first: `name`, `image` (as the file says), `product` (a node, or
    None), `status` (`alive`, `dormant`, `ended`, `not yet`), `cycle` (the release cycle of the tag, or None), `support` (see
    `support`), `security_until` (partial date or None), `licences` and `owners` (nodes, on that day), `decision`
    (`replace`, `upgrade`, `look`, `keep`), `reason_en`, `reason_zh`, `instead` (only to replace: its living successors,
    then up to three living alternatives), `references`.

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
    image = str((graph.nodes[node].get("attributes") or {}).get("image") or "")
    product = next(_targets(graph, node, "built_on", day), None)
    cycle = None if product is None else cycle_of(graph.nodes[product].get("cycles") or [], _tag(image))
    status = None if product is None else status_of(graph, product, day)
    decision, reason = _decision(graph, product, cycle, day)
    return {
        "node": node,
        "name": name_of(graph, node).en,
        "image": image,
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
        "instead": _instead(graph, product, day) if decision == REPLACE else [],
        "references": _references(graph, product, cycle),
    }


def _decision(
    graph: nx.Graph, product: Hashable | None, cycle: dict[str, Any] | None, day: dt.date
) -> tuple[str, Text]:
    if product is None:
        return LOOK, Text("it names no image", "没有写明镜像")
    name = name_of(graph, product)
    if status_of(graph, product, day) == ENDED:
        end = date_in_words(end_of(graph, product))
        return REPLACE, Text(f"{name.en} ended on {end.en}".removesuffix(" on "), f"{name.zh}已于{end.zh}终止")
    if not graph.nodes[product].get("kind") or not any(graph.out_edges(product)):
        return LOOK, Text(f"the catalogue does not know {name.en}", f"目录不认识 {name.zh}")
    if status_of(graph, product, day) == DORMANT:
        silent = silence_in_words(graph, product)
        return LOOK, Text(f"{name.en}: {silent.en}", f"{name.zh}：{silent.zh}")
    return _by_support(name, cycle, day)


def _by_support(name: Text, cycle: dict[str, Any] | None, day: dt.date) -> tuple[str, Text]:
    if cycle is None:
        unknown = Text("its tag names no release cycle that is known", "标签没有指明已知的版本周期")
        return LOOK, Text(f"{name.en} lives; {unknown.en}", f"{name.zh}仍在；{unknown.zh}")
    version = f"{name.en} {cycle['name']}"
    state = support_on(cycle, day)
    if state == OVER:
        end = date_in_words(cycle.get("security_until"))
        return UPGRADE, Text(f"support of {version} ended on {end.en}", f"{version} 的支持已于{end.zh}终止")
    if state == SECURITY:
        return KEEP, Text(f"{version} gets security fixes only", f"{version} 只有安全修复")
    return KEEP, Text(f"{version} is supported", f"{version} 仍在支持期内")


def _instead(graph: nx.Graph, product: Hashable | None, day: dt.date) -> list[Hashable]:
    heirs = [heir for heir in _targets(graph, product, "succeeded_by", day) if status_of(graph, heir, day) == ALIVE]
    return [*heirs, *alternatives(graph, node=product, top=3, alive=True, as_of=day).index]


def _targets(graph: nx.Graph, node: Hashable | None, predicate: str, day: dt.date) -> Iterator[Hashable]:
    for _, target, attributes in graph.out_edges(node, data=True) if graph.is_directed() else ():
        if predicate_of(attributes) == predicate and is_stated(attributes) and holds_on(attributes, day):
            yield target


def _tag(image: str) -> str:
    return image.split("@", maxsplit=1)[0].rpartition("/")[2].partition(":")[2]


def _references(graph: nx.Graph, product: Hashable | None, cycle: dict[str, Any] | None) -> list[str]:
    own = [] if product is None else graph.nodes[product].get("references") or ()
    return list(dict.fromkeys([*((cycle or {}).get("references") or ()), *own]))
