"""The map and the widget in a real JupyterLab, driven as a person does it: the server, the kernel and the page are real."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, Timer
from typing import Any

import nbformat
import pytest

from tests.browser.conftest import without

# A server, a kernel, and pandas on a machine that does other things, too. Each step has so long for itself.
PATIENCE = 120_000
CELLS = (
    """
    import ecosystem, ipywidgets
    from ecosystem.maps.gallery import neighbourhood
    from ecosystem.render import MapView
    from ecosystem.render.widget import MapWidget
    g = ecosystem.load("docker")
    """,
    "MapView(g, neighbourhood('kubernetes'), language='zh')",
    """
    told = ipywidgets.Label("nothing yet")
    widget = MapWidget(g, neighbourhood("fig"), language="en", selected=["docker-compose"])
    widget.observe(lambda change: setattr(told, "value", "selected: " + ", ".join(change.new)), "selected")
    ipywidgets.VBox([told, widget])
    """,
    "other = MapWidget(g, neighbourhood('drone'), language='en')\nother",
)
OPTIONS = (
    "--no-browser",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port=0",
    "--ServerApp.allow_root=True",
    "--IdentityProvider.token=",
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.extension_manager=readonly",
    "--LabApp.news_url=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)
FOLDERS = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
)
KERNEL = "window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel"
# "Run all cells" runs the cells that are there: none in a notebook that is still being opened.
OPENED = f"""(cells) => {{
    const kernel = {KERNEL};
    const {{ content, context }} = window.jupyterapp?.shell?.currentWidget ?? {{}};
    return context?.isReady && content.widgets.length === cells && kernel?.connectionStatus === "connected" && kernel.status === "idle";
}}"""
RUN_ALL = "() => window.jupyterapp.commands.execute('notebook:run-all-cells').then(() => null)"
ASK = f"""async (code) => {{
    const asked = {KERNEL}.requestExecute({{ code }});
    const said = [];
    asked.onIOPub = ({{ content }}) => said.push(content.text ?? content.evalue ?? "");
    await asked.done;
    return said.join("").trim();
}}"""
MAPS = ".jp-OutputArea iframe"
ERROR = ".jp-OutputArea-output[data-mime-type*=error]"
SHOWN = f"""() => document.querySelector("{ERROR}") || document.querySelectorAll("{MAPS}").length === 3"""
STYLE = """['body', '.jp-Notebook', '.jp-Toolbar', '.jp-Cell-inputArea'].map((name) => {
    const { color, fontFamily, fontSize, margin, padding, backgroundColor } = getComputedStyle(document.querySelector(name));
    return [color, fontFamily, fontSize, margin, padding, backgroundColor];
})"""

FITS = f"""[...document.querySelectorAll("{MAPS}")].map((frame) => {{
    const cell = frame.closest(".jp-OutputArea-child");
    return frame.getBoundingClientRect().right <= cell.getBoundingClientRect().right && frame.clientWidth > 600;
}})"""


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with three maps of the Docker catalogue."""
    path = tmp_path_factory.mktemp("lab") / "maps.ipynb"
    sources = [re.sub(r"^ {4}", "", cell, flags=re.MULTILINE).strip() for cell in CELLS]
    written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    written.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(written, path)
    return path


@pytest.fixture(scope="module")
def lab(notebook: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A JupyterLab of our own, on a port that was free, with nobody's settings: its address."""
    if not all(importlib.util.find_spec(name) for name in ("jupyterlab", "anywidget")):
        without("JupyterLab")
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {name: str(home / name.lower()) for name in FOLDERS} | {"JUPYTER_NO_CONFIG": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *OPTIONS, f"--ServerApp.root_dir={notebook.parent}"],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    impatient = Timer(PATIENCE / 1000, server.kill)
    impatient.start()
    log: list[str] = []
    # A server that nobody listens to stops when the pipe is full.
    listening = Thread(target=log.extend, args=(server.stderr,), daemon=True)
    try:
        for line in server.stderr:
            log.append(line)
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                impatient.cancel()
                listening.start()
                yield found[0]
                return
        pytest.fail("JupyterLab did not start:\n" + "".join(log))
    finally:
        impatient.cancel()
        server.terminate()
        server.wait()


def test_maps_in_jupyterlab_share_their_selection_with_python(browser: Any, lab: str) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 2400})
    page.set_default_timeout(PATIENCE)
    asked, problems = _listen(page)
    page.goto(f"{lab}/lab/tree/maps.ipynb?reset")
    page.wait_for_function(OPENED, arg=len(CELLS))
    before = page.evaluate(STYLE)
    page.evaluate(RUN_ALL)
    page.wait_for_function(SHOWN)
    assert page.locator(ERROR).all_inner_texts() == []
    # In the order of the cells: which of two widgets is there first, nobody knows.
    view, fig, drone = (page.locator(MAPS).nth(cell).content_frame for cell in range(3))
    for frame in (view, fig, drone):
        frame.locator("body.ready").wait_for()

    # Selected in Python before the map was there.
    fig.locator("#panel h2", has_text="Docker Compose").wait_for()
    # Selected in the page: Python knows, and so does an observer.
    fig.get_by_role("tab", name="Mind map").click()
    fig.get_by_role("button", name="Fit to the window").click()
    fig.locator(".mm-item", has_text=re.compile(r"^\s*Fig")).click()
    page.wait_for_selector(".widget-label >> text='selected: fig'")
    assert page.evaluate(ASK, "print(widget.selected, other.selected)") == "['fig'] []"
    # Selected in Python: the page shows it, the other maps do not.
    page.evaluate(ASK, "widget.selected = ['docker-inc']")
    fig.locator("#panel h2", has_text="Docker, Inc.").wait_for()
    page.wait_for_selector(".widget-label >> text='selected: docker-inc'")
    assert "not on this map: 'nobody'" in page.evaluate(ASK, "widget.selected = ['nobody']")
    assert [frame.locator("#panel h2").count() for frame in (view, fig, drone)] == [0, 1, 0]
    page.evaluate(ASK, "other.selected = ['drone']")
    drone.locator("#panel h2", has_text="Drone").wait_for()
    assert fig.locator("#panel h2").inner_text().startswith("Docker, Inc.")

    # A notebook puts cells aside and back, which loads their frames anew: the selection is still there.
    held = page.locator(MAPS).nth(1)
    held.evaluate("(frame) => frame.parentElement.append(frame)")
    fig.locator("#panel h2", has_text="Docker, Inc.").wait_for()

    assert [frame.locator("html").get_attribute("lang")[:2] for frame in (view, drone)] == ["zh", "en"]
    assert page.evaluate(FITS) == [True, True, True]
    assert page.evaluate(STYLE) == before
    assert [url for url in asked if not re.match(r"(https?|ws)://127\.0\.0\.1:|data:|blob:|about:", url)] == []
    assert problems == []
    page.close()


def _listen(page: Any) -> tuple[list[str], list[str]]:
    asked: list[str] = []
    problems: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.on("pageerror", lambda error: problems.append(str(error)))
    return asked, problems
