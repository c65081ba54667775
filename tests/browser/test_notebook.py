"""Maps in notebook cells: frames of their own, in the language asked for, their selection shared."""

from __future__ import annotations

import base64
import importlib.util
from pathlib import Path
from typing import Any

import nbformat
import networkx as nx

from ecosystem.maps import MAPS, resolve_map
from ecosystem.render import MapView, render_page
from tests.browser.conftest import PATIENCE, WEB
from tests.maps.graphs import small

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
_READY = "() => document.body.classList.contains('ready')"


def test_two_maps_in_one_notebook_work_and_ask_for_nothing(browser: Any) -> None:
    page = browser.new_page()
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.set_content(MapView(small(), language="zh")._repr_html_() + MapView(nx.karate_club_graph())._repr_html_())
    frames = page.frames[1:]
    for frame in frames:
        frame.wait_for_function(_READY, timeout=PATIENCE)
    assert [frame.evaluate("document.documentElement.lang")[:2] for frame in frames] == ["zh", "en"]
    assert not problems
    assert not [url for url in asked if url.startswith("http")]
    page.close()


def test_an_exported_notebook_shows_its_maps_and_asks_for_nothing(browser: Any, tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("render", NOTEBOOKS / "render.py")
    render = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(render)
    shown = nbformat.v4.new_output("display_data", {"text/html": MapView(small(), language="zh")._repr_html_()})
    cells = [nbformat.v4.new_markdown_cell("# $x$"), nbformat.v4.new_code_cell("MapView(graph)", outputs=[shown])]
    path = tmp_path / "exported.html"
    path.write_text(render.page(nbformat.v4.new_notebook(cells=cells)), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    page.locator("iframe").scroll_into_view_if_needed()
    page.frames[1].wait_for_selector("body.ready")
    assert page.frames[1].locator("h1").inner_text() == "small"
    assert not [url for url in asked if url.startswith("http")]
    page.close()


def test_the_widget_shares_the_selection_in_both_directions(browser: Any) -> None:
    page = browser.new_page()
    code = base64.b64encode((WEB / "widget.js").read_bytes()).decode()
    page.set_content("<div id=cell></div>")
    page.evaluate(
        """async ([code, html]) => {
          const values = { page: html, title: "A map", height: 500, selected: [] };
          const listeners = {};
          window.model = {
            get: (name) => values[name],
            set: (name, value) => { values[name] = value; },
            save_changes: () => { window.saved = values.selected; },
            on: (event, listener) => { listeners[event] = listener; },
            off: () => {},
            select: (ids) => { values.selected = ids; listeners["change:selected"](); },
          };
          const widget = await import("data:text/javascript;base64," + code);
          window.close_widget = widget.default.render({ model: window.model, el: document.getElementById("cell") });
        }""",
        [code, render_page(resolve_map(MAPS["ecosystem"], small()))],
    )
    frame = page.frames[1]
    frame.wait_for_function(_READY, timeout=PATIENCE)
    page.evaluate("window.model.select(['fig', 'nobody'])")
    frame.wait_for_function("() => document.body.textContent.includes('Compose')", timeout=PATIENCE)
    frame.evaluate("parent.postMessage({ type: 'ecosystem:selected', selected: ['acme'] }, '*')")
    page.wait_for_function("() => window.saved?.[0] === 'acme'", timeout=PATIENCE)
    page.evaluate(
        """new Promise((heard) => {  // after the widget, whose listener was there before
          window.addEventListener("message", () => heard(), { once: true });
          window.postMessage({ type: "ecosystem:selected", selected: ["forged"] }, "*");
        })"""
    )
    assert page.evaluate("window.saved") == ["acme"]
    page.evaluate("window.close_widget()")
    page.close()
