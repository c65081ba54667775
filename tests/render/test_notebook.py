from __future__ import annotations

from html.parser import HTMLParser

import networkx as nx

from ecosystem.maps import MAPS, Channel, MapSpec, resolve_map
from ecosystem.render import MapView, render_page
from tests.maps.graphs import small
from tests.render.page_reader import PageReader


class Frames(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.frames: list[dict[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "iframe":
            self.frames.append({"tag": tag, **dict(attrs)})


def test_a_cell_shows_the_page_in_a_frame_of_its_own() -> None:
    (frame,) = Frames(MapView(small())._repr_html_()).frames
    assert frame["tag"] == "iframe"
    assert frame["srcdoc"] == render_page(resolve_map(MAPS["ecosystem"], small()))
    assert "allow-same-origin" not in str(frame["sandbox"])


def test_a_table_sizes_the_nodes() -> None:
    spec = MapSpec(id="m", size=Channel("rank", scale="linear"))
    (frame,) = Frames(MapView(nx.path_graph(2), spec, table={"rank": {0: 1.0, 1: 4.0}})._repr_html_()).frames
    assert PageReader(str(frame["srcdoc"])).payload["nodes"]["importance"] == [250, 1000]


def test_several_maps_stand_in_one_notebook() -> None:
    views = [
        MapView(small()),
        MapView(resolve_map(MAPS["lineage"], small()), language="zh", height=300),
        MapView(nx.Graph()),
    ]
    frames = Frames("".join(view._repr_html_() for view in views)).frames
    assert [frame["title"] for frame in frames] == ["small", "后来怎样了", "Map"]


def test_where_a_notebook_is_not_trusted_a_word_is_left() -> None:
    text = MapView(nx.Graph())._repr_html_()
    assert "<p hidden>The map shows once the notebook is trusted" in text
    assert repr(MapView(nx.path_graph(2))) == "MapView(height=640, language=None)"
