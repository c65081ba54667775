"""Who is asked about: products, the things that a source named, and what they have in common."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from ecosystem.analysis.categories import targets
from ecosystem.analysis.wording import kind_of, predicate_of
from ecosystem.catalogue import did_you_mean
from ecosystem.errors import Text, UsageError

PRODUCTS = frozenset({"tool", "service", "operating_system"})
CHOSEN = PRODUCTS | {"vendor"}
ALL = ("all",)
GROUPINGS = ("category", "branch", "kind", "maker", "licence", "openness")
_CLOSED = frozenset({"proprietary", "bsl-1.1", "sspl-1.0", "elastic-2.0", "rsalv2"})


def products_of(graph: nx.Graph) -> list[Hashable]:
    """Return the things that can live and die: tools, services, operating systems; all nodes where kinds are not known."""
    found = [node for node in graph if kind_of(graph, node) in PRODUCTS]
    return found if found or any(kind_of(graph, node) for node in graph) else list(graph)


def of_kinds(graph: nx.Graph, kinds: Collection[str] | None, *, default: Collection[str] = CHOSEN) -> list[Hashable]:
    """Return the nodes of some kinds (`all` for every node); without `kinds`, those of the default, or all if there are none."""
    wanted = default if kinds is None else kinds
    found = list(graph) if "all" in wanted else [node for node in graph if kind_of(graph, node) in wanted]
    return found or (list(graph) if kinds is None else [])


def named_by(graph: nx.Graph, reference: str) -> set[Hashable]:
    """Return the nodes that a reference speaks of: cited at the node, or at a relation that begins there.

    Raises `UsageError` for a reference that the graph does not have.
    """
    known = graph.graph.get("references")
    if isinstance(known, Mapping) and reference not in known:
        hint = did_you_mean(reference, known)
        raise UsageError(
            Text(f"there is no reference {reference!r}: {hint.en}", f"没有参考来源 {reference!r}：{hint.zh}")
        )
    cited = {node for node, data in graph.nodes(data=True) if _cites(data.get("references"), reference)}
    told = {source for source, _, data in graph.edges(data=True) if _cites(data.get("references"), reference)}
    return cited | told


def openness_of(graph: nx.Graph, node: Hashable) -> str:
    """Return `open`, `source-available or closed` or `unknown`, by the licence that a thing is under now, or was last."""
    licences = list(current(graph, node, "licensed_under"))
    if not licences:
        return "unknown"
    return "closed" if all(str(licence) in _CLOSED for licence in licences) else "open"


def maker_kind(graph: nx.Graph, node: Hashable) -> str:
    """Return the kind of whoever stands behind a thing (owner, host, else maker): `vendor`, `organisation`, `person`, `unknown`."""
    for predicate in ("hosted_by", "owned_by", "made_by"):
        kinds = [kind_of(graph, target) for target in current(graph, node, predicate)]
        if kinds:
            return kinds[-1] or "unknown"
    return "unknown"


def current(graph: nx.Graph, node: Hashable, predicate: str) -> Iterator[Hashable]:
    """Yield what a node points at by a predicate and that has not been ended; if all has, what it pointed at."""
    if not graph.is_directed():
        return
    found = [(end, data) for _, end, data in graph.out_edges(node, data=True) if predicate_of(data) == predicate]
    lasting = [end for end, data in found if not data.get("until")]
    yield from dict.fromkeys(lasting or targets(graph, node, predicate))


def _cites(references: Iterable[Any] | None, wanted: str) -> bool:
    return any(str(reference).split("#", 1)[0] == wanted for reference in references or ())


def restrict(nodes: Iterable[Hashable], to: Collection[Hashable] | None) -> list[Hashable]:
    """Return the nodes that are in `to`, or all."""
    return [node for node in nodes if to is None or node in to]
