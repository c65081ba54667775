"""Fields whose shape the graph prescribes: a foreign file that has something else there loses it, and is told so."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import networkx as nx

from ecosystem.errors import Problem, Severity, Text
from ecosystem.graph.shapes import misfits


def drop_misshapen(path: Path, graph: nx.MultiDiGraph) -> list[Problem]:
    """Remove the fields of nodes and relations that have a shape they cannot have; return a warning for each field."""
    losers: dict[str, list[str]] = defaultdict(list)
    for owner, fields, field in list(misfits(graph)):
        del fields[field]
        losers[field].append(owner)
    return [_left_out(path, field, owners) for field, owners in sorted(losers.items())]


def _left_out(path: Path, field: str, owners: list[str]) -> Problem:
    shape = {"attributes": ("a mapping", "映射")}.get(field, ("a list", "列表"))
    message = Text(
        f"{field} of {owners[0]!r} is not {shape[0]} as it should be; left out ({len(owners)} times)",
        f"{owners[0]!r} 的 {field} 不是应有的{shape[1]}；已略去（{len(owners)} 处）",
    )
    remedy = Text(
        "rename the field, or write it as `ecosystem export` does", "请改用别的字段名，或按 `ecosystem export` 的写法"
    )
    return Problem("invalid-field", message, remedy, str(path), severity=Severity.WARNING)
