"""What a reader waits for in Chromium: the first picture, a still picture, and frames a second while moving about."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

_PROBE = Path(__file__).with_name("probe.js").read_text(encoding="utf-8")
_QUIET = 1.5
_PROGRAMS = ("chromium", "google-chrome", "chromium-headless-shell")
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def program() -> str | None:
    """Return where the system has a Chromium, if it has one."""
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a headless Chromium: the system's where there is one, else Playwright's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=_ARGUMENTS)
        yield browser
        browser.close()


def measure(browser: Browser, path: Path, fragment: str, cap: float) -> dict[str, float | None]:
    """Open a page and return milliseconds to the first and to a still picture, and frames a second.

    `None` means: not within `cap` seconds. What a page wants from the network is refused at once.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(_PROBE)
    page = context.new_page()
    page.route("http*://**", _refuse)
    try:
        page.goto(path.resolve().as_uri() + fragment, wait_until="commit", timeout=cap * 1000)
        seen = _watch(page, cap)
        if seen["first"] is not None:
            seen |= {"pan": _frames(page, _drag), "zoom": _frames(page, _roll)}
        return seen
    finally:
        context.close()


def _refuse(route: Route) -> None:
    route.abort()


def _watch(page: Page, cap: float) -> dict[str, float | None]:
    """Wait until nothing has changed for a while, or until the cap."""
    end = time.monotonic() + cap
    seen: dict[str, Any] = {"first": None, "changed": None}
    while time.monotonic() < end:
        page.wait_for_timeout(250)
        now = page.evaluate("() => ({...window.bench, now: performance.now()})")
        seen = {"first": now["first"], "changed": now["changed"]}
        if seen["changed"] is not None and now["now"] - seen["changed"] > _QUIET * 1000:
            return {"first": seen["first"], "still": seen["changed"]}
    return {"first": seen["first"], "still": None}


def _frames(page: Page, move: Any) -> float:
    """Return frames a second while the pointer does something for two seconds."""
    page.mouse.move(640, 460)
    before, clock = page.evaluate("window.bench.frames"), time.monotonic()
    move(page, clock + 2)
    seconds = time.monotonic() - clock
    return float((page.evaluate("window.bench.frames") - before) / seconds)


def _drag(page: Page, end: float) -> None:
    page.mouse.down()
    step = 0
    while time.monotonic() < end:
        step += 1
        page.mouse.move(640 + (step * 7) % 240 - 120, 460 + (step * 5) % 160 - 80)
    page.mouse.up()


def _roll(page: Page, end: float) -> None:
    step = 0
    while time.monotonic() < end:
        step += 1
        page.mouse.wheel(0, -60 if step // 12 % 2 == 0 else 60)
        page.wait_for_timeout(16)
