"""Where in a JSON text a part stands: asked only when something is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from json import JSONDecoder

Position = tuple[int, int]
_SPACE = re.compile(r"[ \t\n\r]*")
_DECODE = JSONDecoder().raw_decode


class JsonLines:
    """A JSON text with an object at its top, known to be valid; lines and columns count from 1."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, part: str, number: int | None = None) -> Position | None:
        """Return the position of a field of the top object, or of the entry `number` of the list in that field."""
        if part not in self._fields:
            return None
        if number is None:
            return self._position(self._fields[part])
        if part not in self._entries:
            self._entries[part] = list(self._values(self._fields[part]))
        return self._position(self._entries[part][number])

    @cached_property
    def _entries(self) -> dict[str, list[int]]:
        return {}

    @cached_property
    def _fields(self) -> dict[str, int]:
        """Where each field's value begins; of two with one name, the later counts, as it does for `json`."""
        fields: dict[str, int] = {}
        at = self._next(self._next(0) + 1)
        while self.text[at] != "}":
            name, at = _DECODE(self.text, at)
            at = self._next(self._next(at) + 1)
            fields[name] = at
            at = self._after(at)
        return fields

    @cached_property
    def _breaks(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def _values(self, at: int) -> Iterator[int]:
        """Yield where each value of a list begins."""
        at = self._next(at + 1)
        while self.text[at] != "]":
            yield at
            at = self._after(at)

    def _after(self, at: int) -> int:
        """Return where the next thing begins after a value and its comma."""
        at = self._next(_DECODE(self.text, at)[1])
        return self._next(at + 1) if self.text[at] == "," else at

    def _next(self, at: int) -> int:
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    def _position(self, at: int) -> Position:
        before = bisect_left(self._breaks, at)
        return before + 1, at - (self._breaks[before - 1] if before else -1)
