from __future__ import annotations

import networkx as nx

from ecosystem.maps import MAPS, resolve_map
from ecosystem.render import render_page
from ecosystem.render.twin import twin_sections
from tests.maps.graphs import small
from tests.render.page_reader import PageReader


def test_the_twin_says_every_relation_in_both_languages() -> None:
    english, chinese = twin_sections(resolve_map(MAPS["ecosystem"], small()).payload)
    assert (english["language"], chinese["language"]) == ("en", "zh")
    building = next(category for category in english["categories"] if category["label"] == "Building")
    fig = next(node for node in building["nodes"] if node["name"] == "Fig")
    assert fig["sentences"] == ["belongs to Building", "similar to Compose", "succeeded by Compose (forecast) [1, § 3]"]
    assert [category["label"] for category in chinese["categories"]] == ["一切", "构建", "运行", "vendor"]


def test_the_twin_stands_in_the_page_as_text() -> None:
    page = PageReader(render_page(resolve_map(MAPS["ecosystem"], small())))
    assert "Fig" in page.text
    assert "构建" in page.text
    assert {attributes.get("lang") for tag, attributes in page.elements if tag == "section"} >= {"en", "zh"}


def test_only_web_addresses_become_links() -> None:
    graph = small()
    safe, unsafe = "https://example.org/a?b=1&c=2", "javascript:alert(1)"
    for address in (safe, unsafe):
        graph.graph["references"]["news"]["url"] = address
        page = PageReader(render_page(resolve_map(MAPS["ecosystem"], graph)))
        links = [attributes["href"] for tag, attributes in page.elements if tag == "a" and attributes.get("href")]
        assert links == ([address] if address == safe else [])


def test_a_large_map_names_its_nodes_by_category_only() -> None:
    english, _ = twin_sections(
        resolve_map(MAPS["ecosystem"], nx.empty_graph(2001), positions={n: (n, 0) for n in range(2001)}).payload
    )
    assert not english["full"]
    assert sum(len(category["names"]) for category in english["categories"]) == 2001
