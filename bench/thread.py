"""What the main thread did after the first picture: the longest task of each thing that a reader does, and one change until it is drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

Step = Callable[[Page], None]
Task = dict[str, float]

VIEWS = ("mindmap", "network", "landscape", "timeline", "table")
_PROBE = Path(__file__).with_name("thread.js").read_text(encoding="utf-8")
_REST = 500
_TASK = "ThreadControllerImpl::RunTask"
_PATIENCE = 60_000


def main_thread(browser: Browser, path: Path, view: str) -> dict[str, list[Task]]:
    """Open a page and do everything in one view; return for each step its tasks of 50 ms or more.

    A task has `wall` milliseconds, as the browser's own observer of long tasks sees it, and `processor` milliseconds, which other
    work on the machine hardly lengthens; where the trace does not tell, these are the same.
    """
    with _opened(browser) as page:
        browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
        found = {step: _step(page, step, act) for step, act in _script(path, view)}
        processor = _processor(json.loads(browser.stop_tracing())["traceEvents"])
    return {
        step: [{"wall": wall, "processor": processor(at, wall)} for at, wall in tasks] for step, tasks in found.items()
    }


def moving(browser: Browser, path: Path) -> dict[str, list[Task]]:
    """Return the tasks of a peer's page while one zooms, pans and clicks: what its page can do, too."""
    with _opened(browser) as page:
        browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
        steps: tuple[tuple[str, Step], ...] = (
            ("open the page", lambda page: _goto(page, path.resolve().as_uri(), "canvas")),
            ("zoom", _zoom),
            ("pan", _pan),
            ("select what it found", lambda page: page.mouse.click(640, 420)),
        )
        found = {step: _step(page, step, act) for step, act in steps}
        processor = _processor(json.loads(browser.stop_tracing())["traceEvents"])
    return {
        step: [{"wall": wall, "processor": processor(at, wall)} for at, wall in tasks] for step, tasks in found.items()
    }


def one_change(browser: Browser, path: Path, view: str, times: int = 8) -> dict[str, tuple[float, float, float]]:
    """Return for no change, a filter set and lifted, and a step of the slider: medians in milliseconds.

    The three are: script, until it is drawn, and the processor's time of the main thread until then.
    """
    with _opened(browser) as page:
        _goto(page, f"{path.resolve().as_uri()}#lang=en&view={view}", "body.ready")
        page.wait_for_timeout(4 * _REST)
        browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing"])
        found = {name: page.evaluate(f"thread.changes('{name}', {times})") for name in ("nothing", "filter", "slider")}
        spent = iter(_until_drawn(json.loads(browser.stop_tracing())["traceEvents"]))
    rows = {name: [(*one, next(spent)) for one in all_] for name, all_ in found.items()}
    rows |= {"filter": rows["filter"][::2], "filter lifted": rows["filter"][1::2]}
    return {name: tuple(map(median, zip(*all_, strict=True))) for name, all_ in rows.items()}  # type: ignore[misc]


def _until_drawn(events: list[dict[str, Any]]) -> list[float]:
    """Return for each change the milliseconds of processor that tasks of its thread took until it was drawn."""
    marks = sorted((event for event in events if event["name"] in ("change", "drawn")), key=lambda event: event["ts"])
    begun, drawn = ([event["ts"] for event in marks if event["name"] == name] for name in ("change", "drawn"))
    thread = marks[0]["pid"], marks[0]["tid"]
    own = [event for event in events if event["name"] == _TASK and (event["pid"], event["tid"]) == thread]
    tasks = [event for event in own if "dur" in event]  # one that was under way at the end has none
    return [
        sum(task.get("tdur", task["dur"]) for task in tasks if task["ts"] + task["dur"] > start and task["ts"] < end)
        / 1000
        for start, end in zip(begun, drawn, strict=True)
    ]


@contextmanager
def _opened(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    context.add_init_script(_PROBE)
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    try:
        yield page
    finally:
        context.close()


def longest(runs: list[list[Task]], clock: str) -> float:
    """Return the longest task of a step, as the median over some runs; 0 where all were short."""
    return median(max((task[clock] for task in tasks), default=0.0) for tasks in runs)


def over(runs: list[list[Task]], limit: float, clock: str) -> float:
    """Return how many tasks of a step were longer than a limit, as the median over some runs."""
    return median(sum(task[clock] > limit for task in tasks) for tasks in runs)


def _script(path: Path, view: str) -> Iterator[tuple[str, Step]]:
    other = "table" if view != "table" else "mindmap"
    address = path.resolve().as_uri()
    yield "open the page", lambda page: _goto(page, f"{address}#lang=en&view={other}", "body.ready")
    yield "open the view", _click(f"#tab-{view}")
    if view == "mindmap":
        yield "unfold all", _click(".view-mindmap .view-tools button:nth-child(2)")
        yield "zoom, all unfolded", _zoom
        yield "fold all", _click(".view-mindmap .view-tools button:nth-child(3)")
    yield "type a search", _search
    yield "select what it found", lambda page: page.keyboard.press("Enter")
    yield "close the panel", _click("#panel .close")
    yield "click a facet", _click('[data-facet="kind"] li:not([hidden]) button')
    yield "click it again", _click('[data-facet="kind"] li:not([hidden]) button')
    yield "ten steps of the slider", _slide
    yield "all times again", _click(".preset")
    yield "zoom", _zoom
    yield "pan", _pan
    yield "other language", lambda page: page.keyboard.press("l")
    yield "other theme", lambda page: page.keyboard.press("t")
    yield "view left and opened again", _again(view, other)


def _goto(page: Page, address: str, sign: str) -> None:
    """Open a page and wait for a sign, without Playwright's own selectors: they walk through everything that is in the page."""
    page.goto(address)
    page.wait_for_function("(sign) => document.querySelector(sign)", arg=sign, polling=50)


def _search(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("kube", delay=60)
    if not page.evaluate("Boolean(document.querySelector('#search-hits .kind'))"):
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("12", delay=60)


def _click(selector: str) -> Step:
    """Click without looking for what is in the way: that costs the page more than the click."""
    return lambda page: page.evaluate(f"document.querySelector({json.dumps(selector)}).click()")


def _slide(page: Page) -> None:
    page.evaluate("document.querySelector('#time').focus()")
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(30)
    page.evaluate("document.activeElement.blur()")


def _zoom(page: Page) -> None:
    page.mouse.move(640, 420)
    for step in range(24):
        page.mouse.wheel(0, -60 if step < 12 else 60)
        page.wait_for_timeout(16)


def _pan(page: Page) -> None:
    page.mouse.move(640, 420)
    page.mouse.down()
    for step in range(40):
        page.mouse.move(640 + (step * 7) % 240 - 120, 420 + (step * 5) % 160 - 80)
    page.mouse.up()
    page.keyboard.press("Escape")


def _again(view: str, other: str) -> Step:
    def act(page: Page) -> None:
        _click(f"#tab-{other}")(page)
        page.wait_for_timeout(_REST)
        _click(f"#tab-{view}")(page)

    return act


def _step(page: Page, name: str, act: Step) -> list[tuple[float, float]]:
    """Do one thing, wait until the thread has rested for a while, and return start and length of the long tasks in between."""
    first = page.url == "about:blank"
    if not first:
        page.evaluate("thread.tasks.length = 0")
    act(page)
    before = None
    while before != (before := page.evaluate("thread.tasks.length")):
        page.wait_for_timeout(_REST)
    tasks = page.evaluate("thread.tasks")
    page.evaluate(f"performance.mark({json.dumps('end: ' + name)})")
    return [(at, wall) for at, wall in tasks if not first or at > _first_picture(page)]


def _first_picture(page: Page) -> float:
    return float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))


def _processor(events: list[dict[str, Any]]) -> Callable[[float, float], float]:
    """Return a function from a task's start and length on the page's clock to its milliseconds of processor."""
    marks = [event for event in events if event.get("cat") == "blink.user_timing" and event["name"].startswith("end: ")]
    if not marks:
        return lambda at, wall: wall
    thread, zero = (marks[0]["pid"], marks[0]["tid"]), marks[0]["ts"] - marks[0]["args"]["data"]["startTime"] * 1000
    tasks = [event for event in events if (event["pid"], event["tid"]) == thread and event.get("dur", 0) > 40_000]

    def processor(at: float, wall: float) -> float:
        spent = [
            event.get("tdur", event["dur"]) / 1000
            for event in tasks
            if abs((event["ts"] - zero) / 1000 - at) < 5 and abs(event["dur"] / 1000 - wall) < 10
        ]
        return max(spent, default=wall)

    return processor
