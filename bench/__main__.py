"""`uv run python -m bench`: raw pyvis and this package on the same graphs, in one run; see `bench/README.md`."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench import report, working
from bench.browser import chromium, measure
from bench.graphs import landscape_path
from bench.makers import MAKERS
from bench.peers import PEERS

ROOT = Path(__file__).parents[1]
GRAPHS = ("article", "landscape", "synthetic")
# How long a maker may take for its page, and a layout for its positions, in seconds.
MAKING, LAYOUT = 300.0, 60.0
_PAGES = (
    ("raw pyvis, directed", "raw pyvis, directed", ""),
    ("pyvis, lists assigned", "pyvis, lists assigned", ""),
    *((name, name, "") for name in PEERS),
    ("ours, mind map", "ours, layout included", "#view=mindmap"),
    ("ours, network", "ours, layout included", "#view=network"),
)


def main() -> None:
    """Measure, print and write the tables."""
    options = _options()
    path, reason = landscape_path(options.landscape)
    names = [name for name in GRAPHS if name in options.graphs and (path or name != "landscape")]
    parts: list[str] = []

    def say(*texts: str) -> None:
        """Keep and print what was measured; a run that is cut short has shown what it found."""
        parts.extend(texts)
        print(*texts, sep="\n\n", end="\n\n", flush=True)

    say(f"Measured on {report.machine()}." + (f" The landscape was skipped: {reason}." if reason else ""))
    with tempfile.TemporaryDirectory() as folder:
        say("## Making the page", _making(names, path, Path(folder)))
        say("## Layout", _layouts(names, path))
        if not options.no_browser:
            say("## In Chromium", _browsing(names, Path(folder), options.wait))
        if not options.no_browser and options.runs:
            say("## The main thread after the first picture", _main_thread(names, Path(folder), options.runs))
            say("## One change on 5,000 nodes", _changes(Path(folder)))
    report.write("\n\n".join(parts))


def _main_thread(names: list[str], folder: Path, runs: int) -> str:
    pages = {name: _page(folder, "ours, layout included", name) for name in names}
    peers = {name: _page(folder, "pyvis, lists assigned", name) for name in names}
    return working.tasks(pages, peers, runs)


def _changes(folder: Path) -> str:
    dated = _page(folder, "ours, layout included", "dated")
    _child("bench.one", ["ours, layout included", "dated", str(dated)], MAKING)
    return working.changes(dated)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--landscape", metavar="PATH", help="a landscape.yml, or landscape.yml.gz")
    parser.add_argument(
        "--graphs", metavar="NAME", nargs="+", choices=GRAPHS, default=GRAPHS, help="of " + ", ".join(GRAPHS)
    )
    parser.add_argument(
        "--wait",
        type=float,
        default=60.0,
        metavar="SECONDS",
        help="how long to wait for a page's picture (%(default)g)",
    )
    parser.add_argument(
        "--runs", type=int, default=3, help="how often the main thread is watched (0: not); medians count"
    )
    parser.add_argument("--no-browser", action="store_true", help="measure the Python side only")
    return parser.parse_args()


def _making(names: list[str], landscape: str | None, folder: Path) -> str:
    rows = []
    for name in names:
        raw: dict[str, Any] = {}
        for maker in MAKERS:
            target = str(_page(folder, maker, name))
            found = _child("bench.one", [maker, name, target, landscape or ""], MAKING)
            raw = found if maker == "raw pyvis" else raw
            rows.append([name, *_made(maker, found, raw)])
    head = ["graph", "nodes / edges", "maker", "seconds to file", "times faster", "bytes", "bytes a node", "memory, MB"]
    return report.table(head, rows)


def _made(maker: str, found: dict[str, Any], raw: dict[str, Any]) -> list[str]:
    if "problem" in found:
        return ["-", maker, found["problem"], "-", "-", "-", "-"]
    size = f"{found['nodes']:,} / {found['edges']:,}"
    ratio = "-" if raw.get("problem") == "failed" else report.times(raw.get("seconds"), found["seconds"], cap=MAKING)
    weight = [report.number(found["bytes"]), report.number(found["bytes"] / found["nodes"])]
    return [size, maker, report.number(found["seconds"], 3), ratio, *weight, report.number(found["memory_mb"], 1)]


def _layouts(names: list[str], landscape: str | None) -> str:
    rows = []
    for name in names:
        for layout in ("communities", "force_atlas", "pivot_mds", "networkx forceatlas2"):
            found = _child("bench.layout", [layout, name, landscape or ""], LAYOUT)
            seconds = found.get("problem") or report.number(found["seconds"], 2)
            rows.append([name, layout, seconds, report.number(found.get("crossings"), 3)])
    return report.table(["graph", "layout", "seconds", "crossings (random: 1)"], rows)


def _browsing(names: list[str], folder: Path, cap: float) -> str:
    rows = []
    with chromium() as browser:
        for name in names:
            raw: dict[str, Any] = {}
            for page, maker, fragment in _PAGES:
                path = _page(folder, maker, name)
                if path.exists():
                    found = measure(browser, path, fragment, cap)
                    raw = found if page == "raw pyvis, directed" else raw
                    rows.append(_seen(name, page, found, raw, cap))
    head = [
        "graph",
        "page",
        "first picture, ms",
        "times sooner",
        "still, ms",
        "times sooner",
        "pan, frames/s",
        "zoom, frames/s",
    ]
    return report.table(head, rows)


def _seen(name: str, page: str, found: dict[str, Any], raw: dict[str, Any], cap: float) -> list[str]:
    row = [name, page]
    for moment in ("first", "still"):
        row.append(report.number(found.get(moment), missing=f"over {cap * 1000:,.0f}"))
        row.append(report.times(raw.get(moment), found.get(moment), cap=cap * 1000))
    return [*row, report.number(found.get("pan")), report.number(found.get("zoom"))]


def _page(folder: Path, maker: str, name: str) -> Path:
    return folder / f"{name}-{maker.replace(' ', '-').replace(',', '')}.html"


def _child(module: str, arguments: list[str], cap: float) -> dict[str, Any]:
    """Run one measurement in a process of its own; where it fails or takes too long, only the problem comes back."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True, timeout=cap)
    except subprocess.TimeoutExpired:
        return {"problem": f"over {cap:.0f}"}
    except subprocess.CalledProcessError as failure:
        print(f"{' '.join(command[2:])} failed: {failure.stderr.splitlines()[-1]}", file=sys.stderr)
        return {"problem": "failed"}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
