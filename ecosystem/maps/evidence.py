"""The references that a map cites, numbered; a citation on the map is `[number, locator]`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Citation = list[Any]


class Bibliography:
    """Numbers references in the order in which they are first cited."""

    def __init__(self, known: Mapping[str, Mapping[str, Any]]) -> None:
        self._known = known
        self._numbers: dict[str, int] = {}
        self._citations: dict[str, Citation] = {}

    def cite(self, references: Iterable[Any] | None) -> list[Citation]:
        """Return the citations of a claim, e.g. `["article-2014#5.1.2"]` as `[[0, "5.1.2"]]`."""
        return [self._citation(str(reference)) for reference in references or ()]

    def _citation(self, text: str) -> Citation:
        citation = self._citations.get(text)
        if citation is None:
            reference, _, locator = text.partition("#")
            if text in self._known:
                reference, locator = text, ""
            number = self._numbers.setdefault(reference, len(self._numbers))
            citation = self._citations[text] = [number, locator]
        return citation

    def entries(self) -> list[dict[str, Any]]:
        """Return the cited references in the order of their numbers."""
        return [self._entry(reference) for reference in self._numbers]

    def _entry(self, reference: str) -> dict[str, Any]:
        known = self._known.get(reference, {})
        fields = ("url", "publisher", "author", "date", "accessed", "language")
        entry = {"id": reference, "title": known.get("title") or reference}
        return entry | {field: str(known[field]) for field in fields if known.get(field)}

    def newest_access(self) -> str | None:
        """Return the newest day on which a cited reference was seen: what the map calls today."""
        days = (str(self._known.get(reference, {}).get("accessed") or "") for reference in self._numbers)
        return max(days, default="") or None
