"""The tables: printed, and written between the markers of `bench/README.md`."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from pathlib import Path

README = Path(__file__).with_name("README.md")
BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def number(value: float | None, digits: int = 0, *, missing: str = "-") -> str:
    """Return a number for a reader, with thousands apart."""
    return missing if value is None else f"{value:,.{digits}f}"


def times(theirs: float | None, own: float | None, *, cap: float | None = None) -> str:
    """Return how many times less we need; at least that many where they hit a cap."""
    if not own:
        return "-"
    if theirs is None:
        return f"over {cap / own:,.0f}" if cap else "-"
    return f"{theirs / own:,.0f}" if theirs / own >= 10 else f"{theirs / own:,.1f}"


def machine() -> str:
    """Return what the figures were measured on, as far as it matters and tells nothing else."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    return (
        f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}, load {load:.1f} at the start"
    )


def write(text: str) -> None:
    """Put the tables into the README between the markers."""
    page = README.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
