"""The words that a graph explains itself with; a graph from elsewhere may have none, or something else by that name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def words_of(graph: Mapping[str, Any], part: str) -> Mapping[str, Any]:
    """Return what a graph's attributes say of its `kinds`, `predicates`, `events` or `measures`, by word; else nothing."""
    vocabulary = graph.get("vocabulary")
    words = vocabulary.get(part) if isinstance(vocabulary, Mapping) else None
    return words if isinstance(words, Mapping) else {}
