"""The map as a pyvis `Network`, for callers who want to go on with one.

Nodes and edges are assigned as lists. pyvis's `from_nx`, `add_edge`, template and writing are not used: `add_edge` walks
all edges at each call, `from_nx` drops parallel edges and changes the caller's graph, and every page loads from a CDN.
"""

from __future__ import annotations

import os
import webbrowser
from pathlib import Path
from typing import Any

from pyvis.network import Network

from ecosystem.maps import ResolvedMap
from ecosystem.maps.importance import radii
from ecosystem.render.page import render_page, write_page
from ecosystem.render.templates import with_our_template


class MapNetwork(Network):  # type: ignore[misc]
    """A pyvis network of a resolved map. Its page is ours: to change what the page shows, change the graph."""

    def __init__(self, resolved: ResolvedMap) -> None:
        super().__init__(height="100vh", directed=True, cdn_resources="in_line")
        self.resolved = resolved
        self.nodes = _nodes(resolved)
        self.edges = _edges(resolved)
        self.node_ids = [node["id"] for node in self.nodes]
        self.node_map = dict(zip(self.node_ids, self.nodes, strict=True))
        self.toggle_physics(False)
        with_our_template(self)

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the map's page; the parameters are pyvis's and change nothing."""
        self.html = render_page(self.resolved)
        return self.html

    def write_html(
        self, name: str | os.PathLike[str], local: bool = True, notebook: bool = False, open_browser: bool = False
    ) -> None:
        """Write the map's page in UTF-8, whole or not at all."""
        target = write_page(self.resolved, name)
        if open_browser:
            webbrowser.open(Path(target).resolve().as_uri())


def build_network(resolved: ResolvedMap) -> MapNetwork:
    """Return the map as a `pyvis.network.Network`: positions set, physics off, every parallel edge kept."""
    return MapNetwork(resolved)


# vis-network knows few shapes: those of the page that it does not know are drawn as those that it does.
_SHAPES = {
    "spark": "diamond",
    "pawn": "star",
    "arrow": "box",
    "page": "box",
    "bowtie": "triangle",
    "slant": "triangle",
    "shield": "triangleDown",
    "pin": "dot",
    "plus": "star",
}


def _nodes(resolved: ResolvedMap) -> list[dict[str, Any]]:
    columns, kinds = resolved.payload["nodes"], resolved.payload["kinds"]
    sizes = radii(resolved.importance).tolist()
    rows = zip(*(columns[name] for name in ("id", "name", "kind", "x", "y")), sizes, strict=True)
    return [
        {
            "id": identity,
            "label": name,
            "shape": _SHAPES.get(kinds[kind]["shape"], kinds[kind]["shape"]),
            "color": kinds[kind]["colour"],
            "size": size,
            "x": x,
            "y": y,
        }
        for identity, name, kind, x, y, size in rows
    ]


def _edges(resolved: ResolvedMap) -> list[dict[str, Any]]:
    payload, extracted = resolved.payload, resolved.extract
    ids = payload["nodes"]["id"]
    labels = [one["label"]["en"] for one in payload["predicates"]]
    ends = zip(extracted.source.tolist(), extracted.target.tolist(), payload["edges"]["predicate"], strict=True)
    return [
        {"from": ids[source], "to": ids[target], "title": labels[predicate], "arrows": "to"}
        for source, target, predicate in ends
    ]
