"""CSV: one row a relation, for a spreadsheet."""

from __future__ import annotations

import csv
import io

import networkx as nx

from ecosystem.errors import Text
from ecosystem.exchange.format import Format

_COLUMNS = ("source", "predicate", "target", "since", "until", "modality", "references", "note_en", "note_zh")


def write_table(graph: nx.MultiDiGraph) -> bytes:
    """Return all relations as CSV in UTF-8 with a byte-order mark, which spreadsheets need to show Chinese."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for source, goal, attributes in graph.edges(data=True):
        rest = (attributes.get(column) for column in _COLUMNS[3:])
        writer.writerow([_safe(cell) for cell in (source, attributes.get("predicate"), goal, *rest)])
    return target.getvalue().encode("utf-8-sig")


def _safe(value: object) -> str:
    """Return a cell's text, so that no spreadsheet takes it for a formula."""
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


FORMAT = Format(
    name="CSV",
    suffixes=(".csv",),
    loses=Text("nodes' own fields and nodes without relations", "节点自身的字段，以及没有关系的节点"),
    write=write_table,
)
