"""The tables of the main thread: what each thing that a reader does keeps it busy for, and one change until it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench import report
from bench.browser import chromium
from bench.thread import VIEWS, Task, longest, main_thread, moving, one_change, over

LIMITS: Mapping[str, float] = {"article": 50.0, "landscape": 100.0}
"""Milliseconds that no task may be longer than, on the maps that have such a promise."""
_OTHERS = 100.0
_FRAME = 1000 / 60


def tasks(pages: Mapping[str, Path], peers: Mapping[str, Path], runs: int) -> str:
    """Return one table a graph: a row a step, a column a view."""
    parts = []
    with chromium() as browser:
        for name, path in pages.items():
            limit = LIMITS.get(name, _OTHERS)
            seen = {view: [main_thread(browser, path, view) for _ in range(runs)] for view in VIEWS}
            peer = [moving(browser, peers[name]) for _ in range(runs)] if peers[name].exists() else []
            parts.append(
                f"{name}: milliseconds of the longest task / of processor in it / tasks over {limit:.0f} ms. {_sum(seen, limit)}"
            )
            parts.append(_table(seen, peer, limit))
    return "\n\n".join(parts)


def changes(path: Path) -> str:
    """Return a table of a filter set and lifted, and one step of the slider, beside a change of nothing."""
    rows = []
    with chromium() as browser:
        for view in VIEWS:
            found = one_change(browser, path, view)
            for name, measured in found.items():
                frames = [max(0.0, measured[at] - found["nothing"][at]) / _FRAME for at in (1, 2)]
                later = ["-", "-"] if name == "nothing" else [report.number(one, 1) for one in frames]
                rows.append([view, name, *(report.number(one, 1) for one in measured), *later])
    head = [
        "view",
        "change",
        "script, ms",
        "until drawn, ms",
        "of processor, ms",
        "frames later than nothing",
        "frames of processor",
    ]
    return report.table(head, rows)


def _table(seen: Mapping[str, list[dict[str, list[Task]]]], peer: list[dict[str, list[Task]]], limit: float) -> str:
    steps = list(dict.fromkeys(step for runs in seen.values() for step in runs[0]))
    rows = [
        [step, *(_cell([run[step] for run in runs if step in run], limit) for runs in (*seen.values(), peer))]
        for step in steps
    ]
    return report.table(["step", *seen, "pyvis, lists assigned"], rows)


def _cell(runs: list[list[Task]], limit: float) -> str:
    if not runs:
        return "-"
    wall = longest(runs, "wall")
    if not wall:
        return "under 50"
    return f"{wall:.0f} / {longest(runs, 'processor'):.0f} / {over(runs, limit, 'wall'):.0f}"


def _sum(seen: Mapping[str, list[dict[str, list[Task]]]], limit: float) -> str:
    """Return in one sentence whether the promise is kept, by both clocks."""
    steps = [[run[step] for run in runs] for runs in seen.values() for step in runs[0]]
    wall, processor = (sum(longest(runs, clock) > limit for runs in steps) for clock in ("wall", "processor"))
    return (
        f"Of {len(steps)} steps, {wall} have a task over the limit by the wall clock, {processor} by the processor's."
    )
