"""What of somebody else's list is on our map, and what is not."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import kind_of, name_of
from ecosystem.graph import fold

COLUMNS = dict.fromkeys(("name", "kind", "section", "on_map", "matched_by", "ours"), "object") | {"on_map": "bool"}
_SECTIONS = ("concept", "practice")
_SERVICE = "workload"


def overlap(graph: nx.Graph, *, other: nx.Graph) -> pd.DataFrame:
    """Tell which entries of another graph (a landscape, an awesome list) are in this one.

    Definition: an entry of `other` is on the map when it shares with a node of `graph` a container image, a package, a repository,
    a homepage (all compared without scheme, `www.`, case and trailing slash) or, failing these, a name, alias or former name
    (compared without case, accents and a bracketed ending). Concepts of `other` are its sections, not entries. Of a stack
    (a graph with workloads, as a compose file gives) the entries are what its services run, and the services are the sections.

    Parameters: `other`, the graph that is compared with.

    Columns, indexed by `node` (of `other`): `name`, `kind`, `section` (the concept it belongs to first, or the
    services that run it), `on_map` (bool), `matched_by`
    (`identity`, `name` or None), `ours` (id of our node or None).

    Errors: none.

    Direction, weight and parallel edges: of `other`, only `belongs_to` is looked at, for the section, and a service's
    `built_on`.

    Literature: record linkage by exact keys, Fellegi and Sunter, "A theory for record linkage", 1969.

    >>> import networkx as nx
    >>> ours, theirs = nx.MultiDiGraph(), nx.MultiDiGraph()
    >>> ours.add_node("fig", name="Fig", repositories=["https://github.com/docker/fig"])
    >>> theirs.add_node("x", name="fig-tool", homepage="http://GitHub.com/docker/fig/")
    >>> overlap(ours, other=theirs)["ours"].item()
    'fig'
    """
    by_identity = {key: node for node, data in graph.nodes(data=True) for key in _identities(data)}
    by_name = {key: node for node in graph for key in _names(graph, node) if kind_of(graph, node) not in _SECTIONS}
    return node_table((_row(other, node, by_identity, by_name) for node in _entries(other)), COLUMNS)


def _entries(graph: nx.Graph) -> list[Hashable]:
    """Return what a list lists: what the services of a stack run, or else all that is no heading."""
    services = [node for node in graph if kind_of(graph, node) == _SERVICE]
    if services:
        return list(dict.fromkeys(image for service in services for image in _runs(graph, service)))
    return [node for node in graph if kind_of(graph, node) not in _SECTIONS]


def _runs(graph: nx.Graph, service: Hashable) -> list[Hashable]:
    return [target for _, target, edge in graph.edges(service, data=True) if edge.get("predicate") == "built_on"]


def _row(
    other: nx.Graph, node: Hashable, by_identity: Mapping[str, Hashable], by_name: Mapping[str, Hashable]
) -> dict[str, Any]:
    same = next((by_identity[key] for key in _identities(other.nodes[node]) if key in by_identity), None)
    alike = next((by_name[key] for key in _names(other, node) if key in by_name), None)
    return {
        "node": node,
        "name": name_of(other, node).en,
        "kind": kind_of(other, node),
        "section": _section(other, node),
        "on_map": same is not None or alike is not None,
        "matched_by": "identity" if same is not None else "name" if alike is not None else None,
        "ours": same if same is not None else alike,
    }


def _identities(attributes: Mapping[str, Any]) -> Iterator[str]:
    for field in ("images", "packages"):
        yield from (str(value) for value in attributes.get(field) or ())
    addresses = [*(attributes.get("repositories") or ()), attributes.get("homepage")]
    for address in filter(None, addresses):
        bare = re.sub(r"^https?://(www\.)?", "", str(address).casefold()).split("#")[0].rstrip("/").removesuffix(".git")
        if bare:
            yield bare


def _names(graph: nx.Graph, node: Hashable) -> Iterator[str]:
    attributes = graph.nodes[node]
    for name in attributes.get("names") or [name_of(graph, node).en]:
        yield re.sub(r"\s*\([^)]*\)$", "", fold(str(name)))


def _section(graph: nx.Graph, node: Hashable) -> str | None:
    arrivals = graph.in_edges(node) if graph.is_directed() else ()
    services = [name_of(graph, source).en for source, _ in arrivals if kind_of(graph, source) == _SERVICE]
    if services:
        return ", ".join(services)
    for _, target, attributes in graph.edges(node, data=True):
        if attributes.get("predicate") == "belongs_to":
            above = [v for _, v, d in graph.edges(target, data=True) if d.get("predicate") == "broader"]
            names = [name_of(graph, above[0]).en] if above else []
            return " / ".join([*names, name_of(graph, target).en])
    return None
