from __future__ import annotations

import pytest

from tests.maps.graphs import small


def test_the_widget_carries_the_page_and_a_selection() -> None:
    pytest.importorskip("anywidget", reason="the extra `notebook` is not installed")
    from ecosystem.render.widget import MapWidget

    widget = MapWidget(small(), height=300, language="zh")
    heard: list[list[str]] = []
    widget.observe(lambda change: heard.append(change.new), "selected")
    widget.selected = ["fig"]
    assert heard == [["fig"]]
    assert widget.page.startswith("<!doctype html>")
    assert widget.title == "small"
