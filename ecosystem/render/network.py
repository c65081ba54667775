"""The map as a pyvis `Network`: the one module that knows pyvis.

Nodes and edges are assigned as lists. pyvis's `from_nx`, its own template and its `write_html` are not used:
`PEERS` in `bench/README.md` shows what they cost.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from pyvis.network import Network

from ecosystem.maps import ResolvedMap
from ecosystem.maps.importance import radii
from ecosystem.render.assets import WEB


def build_network(resolved: ResolvedMap) -> Network:
    """Return the map as a `pyvis.network.Network` to go on with: positions set, physics off, our template."""
    network = _with_our_template(Network(height="100vh", directed=True, cdn_resources="in_line"))
    network.nodes = _nodes(resolved)
    network.edges = _edges(resolved)
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = dict(zip(network.node_ids, network.nodes, strict=True))
    network.toggle_physics(False)
    return network


def page_environment() -> Environment:
    """Return the Jinja2 environment of the page's templates, made by pyvis for our folder, with autoescape on."""
    environment: Environment = _with_our_template(Network()).templateEnv
    return environment


def _with_our_template(network: Network) -> Network:
    network.set_template_dir(str(WEB), "page.html")
    network.templateEnv.autoescape = True
    network.templateEnv.trim_blocks = True
    network.templateEnv.lstrip_blocks = True
    return network


def _nodes(resolved: ResolvedMap) -> list[dict[str, Any]]:
    columns, kinds = resolved.payload["nodes"], resolved.payload["kinds"]
    sizes = radii(resolved.importance).tolist()
    rows = zip(*(columns[name] for name in ("id", "name", "kind", "x", "y")), sizes, strict=True)
    return [
        {
            "id": identity,
            "label": name,
            "shape": kinds[kind]["shape"],
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
