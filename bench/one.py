"""One measurement in a process of its own: `python -m bench.one MAKER GRAPH TARGET [LANDSCAPE]` prints it as JSON."""

from __future__ import annotations

import contextlib
import gc
import json
import resource
import sys
import time
from pathlib import Path

from bench.graphs import build
from bench.makers import MAKERS, PLAIN, plain_copy, some_positions


def main(maker: str, name: str, target: str, landscape: str = "") -> None:
    """Make one page once and print seconds, bytes and the peak of memory added."""
    graph = build(name, landscape or None)
    if maker in PLAIN:
        graph = plain_copy(graph)
    positions = some_positions(graph)
    make, path = MAKERS[maker], Path(target)
    warm = path.with_suffix(".warm.html")
    make(graph.__class__([("warm", "up")]), {"warm": (0, 0), "up": (1, 1)}, warm)
    warm.unlink()
    gc.collect()
    before = _forget_the_peak()
    clock, processor = time.perf_counter(), time.process_time()
    make(graph, positions, path)
    measured = {
        "seconds": time.perf_counter() - clock,
        "processor_seconds": time.process_time() - processor,
        "bytes": path.stat().st_size,
        "memory_mb": max(_peak() - before, 0) / 1024,
        "nodes": len(graph),
        "edges": graph.number_of_edges(),
    }
    print(json.dumps(measured))


def _forget_the_peak() -> int:
    """Let the kernel count the peak of memory from now on, where it can, and return where it stands (KiB)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _peak()


def _peak() -> int:
    """Return the largest resident size so far in KiB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


if __name__ == "__main__":
    main(*sys.argv[1:])
