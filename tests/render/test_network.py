from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
from pyvis.network import Network

from ecosystem.maps import MAPS, resolve_map
from ecosystem.render import build_network, render_page
from tests.maps.graphs import small


def test_the_network_is_pyviss_with_every_parallel_edge() -> None:
    resolved = resolve_map(MAPS["ecosystem"], small())
    network = build_network(resolved)
    assert isinstance(network, Network)
    assert network.num_nodes() == len(small())
    assert network.num_edges() == small().number_of_edges()
    assert network.get_node("fig")["label"] == "Fig"
    assert {"from": "fig", "to": "compose", "title": "succeeded by", "arrows": "to"} in network.edges
    assert not network.options.physics.enabled


def test_a_caller_can_go_on_with_it() -> None:
    network = build_network(resolve_map(MAPS["ecosystem"], small()))
    network.add_node("new", label="New")
    network.add_edge("new", "fig")
    assert network.neighbors("new") == {"fig"}


def test_its_page_is_ours(tmp_path: Path) -> None:
    resolved = resolve_map(MAPS["ecosystem"], small())
    network = build_network(resolved)
    network.write_html(tmp_path / "map.html")
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == render_page(resolved) == network.generate_html()


@pytest.mark.parametrize("graph", [nx.Graph(), nx.DiGraph([((1, 2), 3.5)])], ids=len)
def test_odd_graphs_have_a_network(graph: nx.Graph) -> None:
    assert build_network(resolve_map(MAPS["ecosystem"], graph)).num_nodes() == len(graph)
