"""The graphs that both sides draw: the article's catalogue, a landscape file, and 10,000 synthetic nodes."""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

import networkx as nx
import numpy as np

import ecosystem
from ecosystem.exchange import read_graph

SYNTHETIC_NODES, SYNTHETIC_EDGES = 10_000, 30_000
DATED_NODES, DATED_EDGES, _AREAS = 5_000, 10_000, 60
_KINDS = ("tool", "service", "vendor", "concept")
_PREDICATES = ("depends_on", "made_by", "integrates_with")


def article() -> nx.MultiDiGraph:
    """Return the catalogue that ships with the package."""
    return ecosystem.load("docker")


def landscape(path: str) -> nx.MultiDiGraph:
    """Return a landscape file as a graph; the file may be gzipped."""
    if not path.endswith(".gz"):
        return read_graph(path)
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "landscape.yml"
        plain.write_bytes(gzip.decompress(Path(path).read_bytes()))
        return read_graph(plain)


def synthetic() -> nx.MultiDiGraph:
    """Return 10,000 nodes and 30,000 edges whose in-degrees are as unequal as those of real dependencies."""
    random = np.random.default_rng(2026)
    graph = nx.MultiDiGraph(name="synthetic")
    graph.add_nodes_from(
        (f"node-{number}", {"name": f"Node {number}", "kind": _KINDS[number % len(_KINDS)]})
        for number in range(SYNTHETIC_NODES)
    )
    targets = (SYNTHETIC_NODES * random.random(SYNTHETIC_EDGES) ** 3).astype(int)
    sources = random.integers(SYNTHETIC_NODES, size=SYNTHETIC_EDGES)
    graph.add_edges_from(
        (f"node-{source}", f"node-{target}", {"predicate": _PREDICATES[number % len(_PREDICATES)]})
        for number, (source, target) in enumerate(zip(sources.tolist(), targets.tolist(), strict=True))
    )
    return graph


def dated() -> nx.MultiDiGraph:
    """Return 5,000 nodes in 60 categories with lives of their own, and 15,000 relations: what is filtered and put back in time."""
    random = np.random.default_rng(2026)
    graph = nx.MultiDiGraph(name="dated")
    graph.add_nodes_from((f"area-{area}", {"name": f"Area {area}", "kind": "concept"}) for area in range(_AREAS))
    for number in range(_AREAS, DATED_NODES):
        since = int(random.integers(2006, 2026))
        ended = random.random() < 0.3
        graph.add_node(
            f"node-{number}",
            name=f"Node {number}",
            kind=_KINDS[number % 3],
            since=f"{since}-{int(random.integers(1, 13)):02}",
            **({"until": f"{int(random.integers(since + 1, 2028))}"} if ended else {}),
        )
        graph.add_edge(f"node-{number}", f"area-{int(_AREAS * random.random() ** 1.5)}", predicate="belongs_to")
    targets = _AREAS + ((DATED_NODES - _AREAS) * random.random(DATED_EDGES) ** 3).astype(int)
    sources = random.integers(_AREAS, DATED_NODES, size=DATED_EDGES)
    graph.add_edges_from(
        (f"node-{source}", f"node-{target}", {"predicate": _PREDICATES[number % len(_PREDICATES)]})
        for number, (source, target) in enumerate(zip(sources.tolist(), targets.tolist(), strict=True))
        if source != target
    )
    return graph


def landscape_path(given: str | None) -> tuple[str | None, str]:
    """Return the landscape file to measure, or the reason why there is none."""
    path = given or os.environ.get("LANDSCAPE_YML")
    if not path:
        return None, "no landscape file: give --landscape PATH or set LANDSCAPE_YML"
    return (path, "") if Path(path).is_file() else (None, f"no landscape file: {path} is not there")


def build(name: str, path: str | None) -> nx.MultiDiGraph:
    """Return a graph by the name under which the table lists it."""
    if name == "landscape":
        return landscape(str(path))
    return {"article": article, "synthetic": synthetic, "dated": dated}[name]()
