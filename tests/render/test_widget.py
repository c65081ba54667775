from __future__ import annotations

import networkx as nx
import pytest

from ecosystem.errors import UnknownNodeError
from ecosystem.maps import Channel, MapSpec
from tests.maps.graphs import small
from tests.render.page_reader import PageReader


def test_the_widget_carries_the_page_and_a_selection() -> None:
    pytest.importorskip("anywidget", reason="anywidget is not installed; the group `dev` has it")
    from ecosystem.render.widget import MapWidget

    widget = MapWidget(small(), height=300, language="zh")
    heard: list[list[str]] = []
    widget.observe(lambda change: heard.append(change.new), "selected")
    widget.selected = ["fig"]
    assert heard == [["fig"]]
    assert widget.page.startswith("<!doctype html>")
    assert widget.title == "small"


def test_the_widget_takes_what_a_view_takes_and_refuses_what_is_not_on_the_map() -> None:
    pytest.importorskip("anywidget", reason="anywidget is not installed; the group `dev` has it")
    from ecosystem.render.widget import MapWidget

    spec = MapSpec(id="m", size=Channel("rank", scale="linear"))
    widget = MapWidget(nx.path_graph(2), spec, table={"rank": {0: 1.0, 1: 4.0}}, selected=["1"])
    assert widget.selected == ["1"]
    assert PageReader(widget.page).payload["nodes"]["importance"] == [250, 1000]
    with pytest.raises(UnknownNodeError, match="'2'"):
        widget.selected = ["0", "2"]
    assert widget.selected == ["1"]
