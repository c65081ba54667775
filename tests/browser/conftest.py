"""One Chromium for all browser tests, and maps to open in it. No Chromium: a skip with the reason, in CI a failure."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import networkx as nx
import pytest

from tests.machine import browser_path

WEB = Path(__file__).parents[2] / "ecosystem" / "render" / "web"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A condition is met at once on an idle machine; a busy one takes its time.
PATIENCE = 30_000
# Eight frames in a row, and longer than any pause of the page itself, in which neither the document, nor a scroll position, nor the
# address, nor the network's camera and nodes changed, and nothing is animated. All work of the page goes on from frame to frame.
_SETTLED = """
async () => {
  const [FRAMES, PAUSE] = [8, 350];
  let [frames, since, before] = [0, performance.now(), ""];
  const stirred = () => { [frames, since] = [0, performance.now()]; };
  const observer = new MutationObserver(stirred);
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener("scroll", stirred, { capture: true, passive: true });
  while (frames < FRAMES || performance.now() - since < PAUSE) {
    await new Promise(requestAnimationFrame);
    frames += 1;
    const { network } = window;
    const camera = network && [network.getScale(), network.getViewPosition(), network.body.data.nodes.getIds()];
    const seen = JSON.stringify([location.hash, camera]);
    const starting = document.querySelector(".view-network:not([hidden]) .network-stage:empty");
    if (seen !== before || starting || document.getAnimations().some((one) => one.playState === "running")) stirred();
    before = seen;
  }
  observer.disconnect();
  document.removeEventListener("scroll", stirred, { capture: true });
  return true;
}
"""

Open = Callable[..., Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


def without(need: str) -> None:
    """Skip, or fail in CI, for want of something that the tests need."""
    reason = f"there is no {need}; `python -m tests` installs it"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason)
    pytest.skip(reason)


def settled(page: Any) -> None:
    """Wait until nothing moves any more: what was to come of the last thing done is there, and what is not there does not come."""
    page.wait_for_function(_SETTLED, timeout=PATIENCE)


def fragment(page: Any) -> str:
    """What the address bar says of the state, after the page had its turn to write it."""
    return unquote(page.evaluate("new Promise((tell) => setTimeout(() => tell(location.hash)))"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A running Chromium."""
    path = browser_path()
    if path is None:
        without("Chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def docker_page(docker: nx.MultiDiGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the Docker catalogue."""
    from ecosystem.render import write_page

    return write_page(docker, tmp_path_factory.mktemp("page") / "docker.html")


@pytest.fixture
def open_page(browser: Any, docker_page: Path) -> Iterator[Open]:
    """Open a map as a file, offline, in a context of its own. Errors, and requests for anything but the file, fail the test."""
    contexts, complaints = [], []

    def complain(kind: str) -> Callable[[Any], None]:
        return lambda what: complaints.append(
            f"{kind}: {getattr(what, 'text', None) or getattr(what, 'url', None) or what}"
        )

    def opened(
        fragment: str = "lang=en", *, path: Path = docker_page, width: int = 1280, height: int = 800, **options: Any
    ) -> Any:
        context = browser.new_context(
            viewport={"width": width, "height": height}, offline=True, accept_downloads=True, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", complain("error"))
        page.on("console", lambda message: complain("console")(message) if message.type == "error" else None)
        page.on("request", lambda sent: complain("request")(sent) if sent.url.startswith(("http", "ws")) else None)
        page.goto(f"{path.as_uri()}#{fragment}")
        page.wait_for_selector("body.ready")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checker axe-core."""
    source = WEB / "node_modules" / "axe-core" / "axe.min.js"
    if not source.exists():
        without("axe-core")
    return source.read_text(encoding="utf-8")


def shown(page):
    """How many nodes the page says it shows."""
    return int(re.search(r"\d[\d,]*", page.locator(".count").inner_text().split("·")[-1])[0].replace(",", ""))
