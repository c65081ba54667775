"""Who makes a page of a graph: raw pyvis as its documentation shows it, and this package."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import networkx as nx
import numpy as np
from pyvis.network import Network

from bench.peers import PEERS, Maker, Positions
from ecosystem.maps import MAPS, resolve_map
from ecosystem.render import write_page


def raw_pyvis(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write a page as the documentation of pyvis does (its files inlined); the browser has to find the positions."""
    network = Network(cdn_resources="in_line")
    network.from_nx(graph)
    network.write_html(str(path))


def raw_pyvis_directed(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write the same with `directed=True`, which spares pyvis the walk over all edges at each edge."""
    network = Network(directed=True, cdn_resources="in_line")
    network.from_nx(graph)
    network.write_html(str(path))


def pyvis_lists(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write a page with pyvis's template, its lists filled directly, positions given and physics off."""
    network = Network(directed=True, cdn_resources="in_line")
    network.nodes = [
        {"id": node, "shape": "dot", **attributes, "x": positions[node][0], "y": positions[node][1]}
        for node, attributes in graph.nodes(data=True)
    ]
    network.edges = [{"from": source, "to": target, **rest} for source, target, rest in graph.edges(data=True)]
    network.toggle_physics(False)
    path.write_text(network.generate_html(), encoding="utf-8")


def ours(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write this package's page from given positions."""
    write_page(resolve_map(MAPS["ecosystem"], graph, positions=positions), path)


def ours_with_layout(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write this package's page, positions computed too."""
    write_page(resolve_map(MAPS["ecosystem"], graph), path)


MAKERS: Mapping[str, Maker] = {
    "raw pyvis": raw_pyvis,
    "raw pyvis, directed": raw_pyvis_directed,
    "pyvis, lists assigned": pyvis_lists,
    **PEERS,
    "ours": ours,
    "ours, layout included": ours_with_layout,
}
PLAIN = frozenset(MAKERS) - {"ours", "ours, layout included"}


def plain_copy(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return what raw pyvis can write: labels and titles only, because it fails on dates, lists of records and the like."""
    copy = nx.MultiDiGraph()
    copy.add_nodes_from(
        (node, {"label": str(data.get("name", node)), "title": str(data.get("summary_en") or data.get("name", node))})
        for node, data in graph.nodes(data=True)
    )
    copy.add_edges_from(
        (source, target, {"title": str(data.get("predicate", ""))}) for source, target, data in graph.edges(data=True)
    )
    return copy


def some_positions(graph: nx.MultiDiGraph) -> Positions:
    """Return seeded positions, where positions are given and only the writing is measured."""
    places = np.random.default_rng(1).normal(0, 30 * max(len(graph), 1) ** 0.5, (len(graph), 2))
    return dict(zip(graph, map(tuple, places.tolist()), strict=True))
