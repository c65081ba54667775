"""From a spec and a graph to what the page is given: plain JSON in columns, with positions, categories and legends.

The payload's fields are described in `docs/payload.md`. Sparse columns are mappings keyed by position. Edges are sorted
by source, and `source` holds the differences between neighbours, because small numbers deflate well.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from ecosystem.errors import Text, UsageError
from ecosystem.graph.shapes import well_shaped
from ecosystem.maps.categories import CategoryTree, build_categories
from ecosystem.maps.channels import Table, build_legend, resolve_colour, resolve_size
from ecosystem.maps.details import details_column
from ecosystem.maps.evidence import Bibliography
from ecosystem.maps.extract import Extract, extract
from ecosystem.maps.facets import build_facets
from ecosystem.maps.layout import LAYOUTS, Layout
from ecosystem.maps.rivals import rivals_column
from ecosystem.maps.searching import pinyin_column
from ecosystem.maps.sparse import SparseRows
from ecosystem.maps.spec import MapSpec
from ecosystem.maps.stories import dated, told
from ecosystem.maps.words import label, own_label, used_events, used_kinds, used_measures, used_predicates

Positions = Mapping[Any, Sequence[float]]


@dataclass(frozen=True, slots=True)
class ResolvedMap:
    """A map ready to be drawn: the spec it came from, what is on it, the positions, and the payload for the page."""

    spec: MapSpec
    extract: Extract = field(repr=False)
    positions: NDArray[np.int64] = field(repr=False)
    importance: NDArray[np.int64] = field(repr=False)
    tree: CategoryTree = field(repr=False)
    payload: dict[str, Any] = field(repr=False)


def resolve_map(
    spec: MapSpec, graph: nx.Graph, *, positions: Positions | None = None, table: Table | None = None
) -> ResolvedMap:
    """Return a map of a graph, ready to be drawn.

    `graph` is any NetworkX graph; `ecosystem.graph.build_graph` says which attributes are understood. `positions` maps
    nodes to `(x, y)` as in NetworkX and replaces the spec's layout. `table` holds further columns for the channels: a
    DataFrame indexed by node, or a mapping of mappings. What is misshapen (a number as `milestones`) is left out. Same
    input, same result. Raises `UsageError`.
    """
    graph = well_shaped(graph)
    extracted = extract(spec, graph)
    weights = resolve_size(spec, extracted, table)
    colouring = resolve_colour(spec, extracted, table)
    tree = build_categories(extracted)
    placed = _positions(spec, extracted, weights, positions)
    payload = _payload(spec, extracted, tree)
    payload["nodes"] |= {"x": placed[:, 0].tolist(), "y": placed[:, 1].tolist(), "importance": weights.tolist()}
    payload["nodes"]["rivals"] = rivals_column(extracted, graph, spec.as_of)
    payload["colouring"] = colouring.columns() if colouring else None
    payload["legend"] = build_legend(spec, extracted, colouring, weights, table)
    return ResolvedMap(spec, extracted, placed, weights, tree, payload)


def _positions(
    spec: MapSpec, extracted: Extract, weights: NDArray[np.int64], given: Positions | None
) -> NDArray[np.int64]:
    if given is not None:
        placed = np.array([given[node][:2] for node in extracted.ids], np.float64).reshape(-1, 2)
    else:
        placed = _layout(spec)(extracted, weights)
    return np.rint(placed).astype(np.int64)


def _layout(spec: MapSpec) -> Layout:
    if spec.layout not in LAYOUTS:
        known = ", ".join(LAYOUTS)
        raise UsageError(
            Text(
                f"map {spec.id!r} asks for the layout {spec.layout!r}; there are {known}",
                f"地图 {spec.id!r} 要求布局 {spec.layout!r}；可用的有 {known}",
            )
        )
    return LAYOUTS[spec.layout]


def _payload(spec: MapSpec, extracted: Extract, tree: CategoryTree) -> dict[str, Any]:
    bibliography = Bibliography(extracted.graph.get("references", {}))
    nodes = _node_columns(extracted, bibliography.cite) | {"category": tree.of, "pinyin": pinyin_column(extracted)}
    edges = _edge_columns(extracted, bibliography.cite)
    return {
        "map": _heading(spec, extracted, bibliography),
        "kinds": used_kinds(extracted),
        "predicates": used_predicates(extracted),
        "events": used_events(extracted),
        "measures": used_measures(extracted),
        "references": bibliography.entries(),
        "categories": tree.columns(),
        "facets": build_facets(extracted, _evidence(nodes, edges, extracted)),
        "nodes": nodes,
        "edges": edges,
        "story": [
            {"caption": _both(step.caption), "state": dated(step.state, bibliography.newest_access())}
            for step in told(spec.story, nodes["id"])
        ],
    }


def _heading(spec: MapSpec, extracted: Extract, bibliography: Bibliography) -> dict[str, Any]:
    told = extracted.graph
    title = _both(spec.title) or own_label(told.get("title")) or own_label(told.get("name")) or label("Map", "地图")
    return {
        "id": spec.id,
        "title": title,
        "question": _both(spec.question) or own_label(told.get("question")) or title,
        "view": spec.view,
        "asOf": spec.as_of,
        "against": spec.against,
        "today": bibliography.newest_access(),
    }


def _both(text: Any) -> dict[str, str] | None:
    return {"en": text.en, "zh": text.zh} if text else None


def _node_columns(extracted: Extract, cite: Callable[[Any], list[Any]]) -> dict[str, Any]:
    nodes, names = SparseRows.of(extracted.nodes), extracted.names
    chinese = nodes.column("name_zh")
    return {
        "id": [str(node) for node in extracted.ids],
        "kind": _numbers(extracted.kinds, extracted.kind, used_kinds(extracted)),
        "name": list(names),
        "zh": {position: name for position, name in chinese.items() if name != names[position]},
        "summary": nodes.column("summary_en"),
        "summaryZh": nodes.column("summary_zh"),
        "since": extracted.begin,
        "until": extracted.end,
        "known": extracted.known,
        "sign": extracted.sign,
        "more": details_column(extracted.nodes, nodes.fields, cite),
    }


def _edge_columns(extracted: Extract, cite: Callable[[Any], list[Any]]) -> dict[str, Any]:
    edges = SparseRows.of(extracted.edges)
    english, chinese = edges.column("note_en"), edges.column("note_zh")
    return {
        "source": np.diff(extracted.source, prepend=0).tolist(),
        "target": extracted.target.tolist(),
        "predicate": _numbers(extracted.predicates, extracted.predicate, used_predicates(extracted)),
        "since": edges.column("since"),
        "until": edges.column("until"),
        "modality": {edge: word for edge, word in edges.column("modality").items() if word != "stated"},
        "refs": edges.column("references", cite),
        "note": {edge: [english.get(edge), chinese.get(edge)] for edge in sorted(english.keys() | chinese.keys())},
    }


def _numbers(words: tuple[str, ...], codes: NDArray[np.int64], shown: list[dict[str, Any]]) -> list[int]:
    """Return for each code the position of its word in the list that the page shows."""
    place = {one["id"]: number for number, one in enumerate(shown)}
    numbers: list[int] = np.array([place[word] for word in words], np.int64)[codes].tolist()
    return numbers


def _evidence(nodes: dict[str, Any], edges: dict[str, Any], extracted: Extract) -> dict[int, int]:
    """Return how many distinct references say something about each node: its own and those of its relations."""
    cited: dict[int, set[int]] = {}
    for position, detail in nodes["more"].items():
        cited.setdefault(position, set()).update(number for number, _ in detail.get("refs", ()))
    for edge, citations in edges["refs"].items():
        for end in (int(extracted.source[edge]), int(extracted.target[edge])):
            cited.setdefault(end, set()).update(number for number, _ in citations)
    return {position: len(numbers) for position, numbers in cited.items() if numbers}
