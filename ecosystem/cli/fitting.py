"""A table as wide as the terminal: which columns have room, and how wide each is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as RichText

from ecosystem.cli.labels import base_of, label_of

_READ_FIRST = ("name", "kind", "sentence", "why", "reasons", "reason", "matched", "summary", "label")
_GAP = 2
_WRAPPED = 28  # letters: a text that is longer may be wrapped
_PIPED = 200  # letters, where nobody says how wide


def print_fitting(columns: Mapping[str, Sequence[str]], keys: Sequence[str], *, all_of_them: bool = False) -> list[str]:
    """Print the columns that have room side by side, and return the names of the others.

    First the `keys` have a place, then what is read first (names and sentences), then the others in their order. What is
    longer than 28 letters is wrapped into what room is left.
    """
    room = shutil.get_terminal_size((_PIPED, 24)).columns
    natural = {name: max(map(cell_len, (label_of(name), *cells))) for name, cells in columns.items()}
    least = {name: min(width, _WRAPPED) for name, width in natural.items()}
    chosen = list(columns) if all_of_them else _chosen(list(columns), keys, least, room)
    left = max(0, room - sum(least[name] + _GAP for name in chosen) + _GAP)
    shown = Table(box=None, header_style="bold", pad_edge=False)
    for name in chosen:
        more = min(left, natural[name] - least[name])
        left -= more
        shown.add_column(label_of(name), overflow="fold", width=least[name] + more)
    for row in zip(*(columns[name] for name in chosen), strict=True):
        shown.add_row(*map(RichText, row))
    Console(width=max(room, sum(least[name] + _GAP for name in chosen)), file=sys.stdout).print(shown)
    return [name for name in columns if name not in chosen]


def _chosen(names: Sequence[str], keys: Sequence[str], least: Mapping[str, int], room: int) -> list[str]:
    def place(name: str) -> int:
        return 0 if name in keys else 1 if base_of(name) in _READ_FIRST else 2

    taken: set[str] = set()
    for name in sorted(names, key=place):
        needed = sum(least[one] + _GAP for one in (*taken, name)) - _GAP
        if needed <= room or not taken:
            taken.add(name)
    return [name for name in names if name in taken]
