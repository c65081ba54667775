"""What a format is: a name, the endings of its files, how it is read or written, and what it loses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from ecosystem.errors import Problem, Text

Reader = Callable[[Path], tuple[nx.MultiDiGraph, list[Problem]]]
Writer = Callable[[nx.MultiDiGraph], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One way to bring a graph in or out.

    A reader returns the graph with the defects of the file that did not stop it, and raises `BadInputError` for those
    that did. `recognises` tells formats with the same suffix apart by the beginning of the text.
    """

    name: str
    suffixes: tuple[str, ...]
    loses: Text
    read: Reader | None = None
    write: Writer | None = None
    recognises: Callable[[str], bool] = lambda _: True
