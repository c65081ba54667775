"""How a table is printed: for eyes, as JSON, as CSV."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ecosystem.cli.codes import with_words
from ecosystem.cli.fitting import print_fitting
from ecosystem.cli.labels import base_of, label_of
from ecosystem.cli.naming import with_names
from ecosystem.errors import Text, UsageError, language

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_NAMED = 8


class OutputFormat(StrEnum):
    """The forms in which a table can be printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def print_table(table: pd.DataFrame, form: OutputFormat, graph: nx.MultiDiGraph, columns: str | None = None) -> None:
    """Print a graph's table with its index: for scripts with ids, as JSON (a list of rows) or CSV; for eyes with names.

    In a Chinese table coded words are Chinese.
    `columns` are those to print, with commas between; raises `UsageError` where the table has no such column.
    """
    flat = _flat(table)
    flat = with_words(with_names(flat, graph), graph) if form is OutputFormat.TABLE else flat
    flat = _select(flat, columns) if columns else flat
    if form is OutputFormat.JSON:
        rows = [{str(key): _plain(value) for key, value in row.items()} for row in flat.to_dict("records")]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
    elif form is OutputFormat.CSV:
        cells = flat.map(lambda value: "; ".join(map(str, value)) if isinstance(value, list | tuple) else value)
        sys.stdout.write(cells.to_csv(index=False, lineterminator="\n"))
    else:
        shown = flat if columns else flat[_own_language(flat)]
        _print_for_eyes(shown, [str(name) for name in table.index.names if name], chosen=bool(columns))


def print_error(text: str) -> None:
    """Print a message where messages belong."""
    sys.stderr.write(f"{text}\n")


def _flat(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table with its index as columns, and `None` for what is missing."""
    named = any(name is not None for name in table.index.names)
    flat = table.copy().reset_index() if named else table  # a copy is in one piece, which pandas likes better
    return flat.astype(object).where(flat.notna(), None)


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple | set):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value.item() if hasattr(value, "item") else value


def _print_for_eyes(table: pd.DataFrame, keys: Sequence[str], *, chosen: bool) -> None:
    """Print what a reader in one language needs, as far as there is room, and say which columns were left out."""
    cells = {str(name): [_cell(value, count=name == "references") for value in table[name]] for name in table.columns}
    left_out = [label_of(name) for name in print_fitting(cells, keys, all_of_them=chosen)]
    if left_out:
        named, more = ", ".join(left_out[:_NAMED]), len(left_out) - _NAMED
        rest = Text(f" and {more} more", f" 等 {len(left_out)} 列") if more > 0 else Text("", "")
        said = Text(
            f"no room for {len(left_out)} more columns: {named}{rest.en} (--columns A,B chooses; --format csv or json has all)",
            f"另有 {len(left_out)} 列放不下：{named}{rest.zh}（用 --columns 选列；--format csv 或 json 含全部）",
        )
        print_error(str(said))


def _select(table: pd.DataFrame, columns: str) -> pd.DataFrame:
    """Return the columns of a list with commas, each named as in JSON, without its language, or as its label."""
    known = {name: name for name in map(str, table.columns)}
    for name in reversed(_own_language(table)):
        known = {base_of(name): name, label_of(name): name} | known
    wanted = [name.strip() for name in columns.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in known]
    if unknown or not wanted:
        listed = ", ".join(dict.fromkeys(map(base_of, known.values())))
        raise UsageError(
            Text(
                f"--columns: no column {', '.join(unknown)!r}; there are {listed}",
                f"--columns：没有列 {', '.join(unknown)!r}；有 {listed}",
            )
        )
    return table[[known[name] for name in dict.fromkeys(wanted)]]


def _own_language(table: pd.DataFrame) -> list[str]:
    """Return the columns without those of the other language."""
    names = list(map(str, table.columns))
    other = "_en" if language() == "zh" else "_zh"
    twice = {"name"} if language() == "zh" and "name_zh" in names else set()
    return [name for name in names if not name.endswith(other) and name not in twice]


def _cell(value: Any, *, count: bool = False) -> str:
    if count and isinstance(value, list | tuple):
        return str(len(value))
    if isinstance(value, float) and math.isinf(value):
        return "∞"
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, list):
        return "; ".join(map(str, plain))
    return f"{plain:.4g}" if isinstance(plain, float) and plain != int(plain) else str(plain)
