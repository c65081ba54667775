"""An answer as a person reads it in a notebook: texts on the left and whole, references as links with their titles."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping
from functools import partial
from html import escape
from typing import Any

import networkx as nx
import pandas as pd
from pandas.api.types import is_bool_dtype, is_numeric_dtype
from pandas.io.formats.style import Styler

_READ: Any = {
    "selector": "th, td",
    "props": "text-align:left;vertical-align:top;white-space:normal;overflow-wrap:break-word;max-width:26em",
}


def render_table(table: pd.DataFrame, graph: nx.Graph) -> Styler:
    """Return an answer as a table to look at; `graph`, which it came from, knows the titles and addresses of references.

    What is in the table is shown as text, never as HTML. The result is a pandas `Styler`: style it further, or export it.
    """
    known = graph.graph.get("references") or {}
    cited = partial(_cited, references=known)
    formats = {column: cited if column == "references" else _text for column in table.columns}
    figures: list[Any] = [
        {"selector": f".col{number}", "props": "text-align:right"}
        for number, kind in enumerate(table.dtypes)
        if is_numeric_dtype(kind) and not is_bool_dtype(kind)
    ]
    # Tables of the same columns look the same; others must not take over their styles.
    name = f"answer-{zlib.crc32(repr(list(table.dtypes.items())).encode()):08x}"
    shown = Styler(table, uuid=name, cell_ids=False).format(formats)  # type: ignore[arg-type]
    shown = shown.format_index(_text, axis=0).format_index(_text, axis=1)
    return shown.set_table_styles([_READ, *figures])


def _cited(value: Any, references: Mapping[str, Any]) -> str:
    if not isinstance(value, list | tuple):
        return _text(value)
    return "<br>".join(_reference(str(one), references) for one in value)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple | set):
        return escape(", ".join(map(str, value)))
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return ""
    return escape(f"{value:,.4g}" if isinstance(value, float) else str(value))


def _reference(cited: str, references: Mapping[str, Any]) -> str:
    identity, _, locator = cited.partition("#")
    source = references.get(identity) or {}
    title, address = escape(str(source.get("title") or identity)), str(source.get("url") or "")
    named = f'<a href="{escape(address)}" rel="noopener">{title}</a>' if address.startswith("http") else title
    return f"{named}, {escape(locator)}" if locator else named
