"""How long a layout takes, and how good it is: `python -m bench.layout LAYOUT GRAPH [LANDSCAPE]` prints it as JSON."""

from __future__ import annotations

import json
import sys
import time

import networkx as nx
import numpy as np

from bench.graphs import build
from ecosystem.maps import MapSpec
from ecosystem.maps.extract import Extract, extract
from ecosystem.maps.importance import importance
from ecosystem.maps.layout import LAYOUTS

_SAMPLES = 200_000


def main(layout: str, name: str, landscape: str = "") -> None:
    """Lay a graph out once and print seconds and the share of crossing edges, relative to random positions."""
    graph = build(name, landscape or None)
    extracted = extract(MapSpec(id="bench"), graph)
    weights = importance(extracted)
    clock = time.perf_counter()
    if layout == "networkx forceatlas2":
        found = nx.forceatlas2_layout(nx.Graph(graph), seed=1)
        positions = np.array([found[node] for node in extracted.ids])
    else:
        positions = LAYOUTS[layout](extracted, weights)
    seconds = time.perf_counter() - clock
    at_random = np.random.default_rng(0).normal(size=positions.shape)
    crossing = crossings(positions, extracted) / max(crossings(at_random, extracted), 1e-9)
    print(json.dumps({"seconds": seconds, "crossings": crossing}))


def crossings(positions: np.ndarray, extracted: Extract) -> float:
    """Return the share of sampled pairs of edges without a common end that cross."""
    random = np.random.default_rng(0)
    ends = np.stack([extracted.source, extracted.target], axis=1)
    one, other = (ends[random.integers(len(ends), size=_SAMPLES)] for _ in range(2))
    apart = ~(one[:, :, None] == other[:, None, :]).any(axis=(1, 2))
    a, b, c, d = (positions[column] for column in (*one[apart].T, *other[apart].T))
    return float(((turn(a, b, c) * turn(a, b, d) < 0) & (turn(c, d, a) * turn(c, d, b) < 0)).mean())


def turn(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> np.ndarray:
    """Return to which side of the line from a to b each c lies."""
    return np.sign((b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
