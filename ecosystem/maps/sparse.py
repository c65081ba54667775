"""Sparse columns: the values of an attribute that few rows have, by the row's position."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class SparseRows:
    """The attributes of all nodes, or of all edges; `fields` are those that occur at all."""

    rows: Sequence[Mapping[str, Any]]
    fields: frozenset[Any]

    @classmethod
    def of(cls, rows: Sequence[Mapping[str, Any]]) -> SparseRows:
        """Return rows with the fields that occur in them."""
        return cls(rows, frozenset().union(*rows))

    def column(self, field: str, read: Callable[[Any], Any] = str) -> dict[int, Any]:
        """Return one attribute of the rows that have it."""
        if field not in self.fields:
            return {}
        return {position: read(value) for position, row in enumerate(self.rows) if (value := row.get(field))}
