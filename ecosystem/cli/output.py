"""How a table is printed: for eyes, as JSON, as CSV."""

from __future__ import annotations

import json
import math
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from ecosystem.cli.naming import with_names
from ecosystem.errors import Text, language

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

_WIDE = 200
_MOST_COLUMNS = 24


class OutputFormat(StrEnum):
    """The forms in which a table can be printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def print_table(table: pd.DataFrame, form: OutputFormat, graph: nx.MultiDiGraph) -> None:
    """Print a graph's table with its index: for scripts with ids, as JSON (a list of rows) or CSV; for eyes with names."""
    flat = _flat(table)
    if form is OutputFormat.JSON:
        rows = [{str(key): _plain(value) for key, value in row.items()} for row in flat.to_dict("records")]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n")
    elif form is OutputFormat.CSV:
        cells = flat.map(lambda value: "; ".join(map(str, value)) if isinstance(value, list | tuple) else value)
        sys.stdout.write(cells.to_csv(index=False, lineterminator="\n"))
    else:
        _print_for_eyes(with_names(flat, graph))


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


def _print_for_eyes(table: pd.DataFrame) -> None:
    """Print what a reader in one language needs: without the other language's columns, and the first of very many."""
    other = "_en" if language() == "zh" else "_zh"
    columns = [name for name in table.columns if not str(name).endswith(other)]
    rest = len(columns) - _MOST_COLUMNS
    columns = columns[:_MOST_COLUMNS]
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name in columns:
        shown.add_column(str(name), overflow="fold")
    for row in table[columns].itertuples(index=False):
        shown.add_row(*(RichText(_cell(value)) for value in row))
    console = Console(width=None if sys.stdout.isatty() else _WIDE)
    console.print(shown)
    if rest > 0:
        print_error(str(Text(f"... and {rest} more columns: --format csv", f"……另有 {rest} 列:--format csv")))


def _cell(value: Any) -> str:
    if isinstance(value, float) and math.isinf(value):
        return "∞"
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, list):
        return "; ".join(map(str, plain))
    return f"{plain:.4g}" if isinstance(plain, float) and plain != int(plain) else str(plain)
