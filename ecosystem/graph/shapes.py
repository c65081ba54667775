"""Fields whose shape the graph prescribes, and those that have another: a graph from elsewhere may mean something else by a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

_WORDS = frozenset({"aliases", "names", "repositories", "packages", "images", "references"})
_CLAIMS = frozenset({"former_names", "milestones", "figures", "cycles", "notes"})
_SHAPED = _WORDS | _CLAIMS | {"attributes"}


def misfits(graph: nx.Graph) -> Iterable[tuple[str, dict[str, Any], str]]:
    """Yield each field that has a shape which it cannot have: whose it is, all fields there, its name."""
    for owner, fields in _owners(graph):
        for field in _SHAPED.intersection(fields):
            if fields[field] is not None and not _fits(field, fields[field]):
                yield owner, fields, field
    sources = graph.graph.get("references")
    if sources is not None and not (isinstance(sources, Mapping) and _are(Mapping, sources.values())):
        yield "graph", graph.graph, "references"


def well_shaped(graph: nx.Graph) -> nx.Graph:
    """Return the graph, or where fields are misshapen a copy without these; the graph itself stays as it is."""
    if next(iter(misfits(graph)), None) is None:
        return graph
    copy = graph.copy()
    for _, fields, field in list(misfits(copy)):
        del fields[field]
    return copy


def _owners(graph: nx.Graph) -> Iterable[tuple[str, dict[str, Any]]]:
    yield from ((str(node), fields) for node, fields in graph.nodes(data=True))
    yield from ((f"{source} → {target}", fields) for source, target, fields in graph.edges(data=True))


def _fits(field: str, value: Any) -> bool:
    if field == "attributes":
        return isinstance(value, Mapping)
    if not isinstance(value, list | tuple):
        return False
    if field in _WORDS:
        return _are(str, value)
    return _are(Mapping, value) and all(_fits("references", claim.get("references") or ()) for claim in value)


def _are(kind: type, values: Iterable[Any]) -> bool:
    return all(isinstance(one, kind) for one in values)
