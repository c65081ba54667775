"""Which labels there is room for: the most important first, and none over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
_CELL = 80.0


@dataclass(slots=True)
class Occupied:
    """The boxes (left, top, right, bottom) taken so far, found by the cells of a grid."""

    cells: dict[tuple[int, int], list[Box]] = field(default_factory=lambda: defaultdict(list))

    def is_free(self, box: Box) -> bool:
        """Return whether a box touches none of those taken."""
        return not any(_overlap(box, taken) for cell in _cells(box) for taken in self.cells.get(cell, ()))

    def take(self, box: Box) -> None:
        """Take a box."""
        for cell in _cells(box):
            self.cells[cell].append(box)


def first_free(occupied: Occupied, choices: Iterable[Box]) -> Box | None:
    """Take the first of some boxes that is free, or none."""
    for box in choices:
        if occupied.is_free(box):
            occupied.take(box)
            return box
    return None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _cells(box: Box) -> Iterable[tuple[int, int]]:
    left, top, right, bottom = (int(value // _CELL) for value in box)
    return ((column, row) for column in range(left, right + 1) for row in range(top, bottom + 1))
