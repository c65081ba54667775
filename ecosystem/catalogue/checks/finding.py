"""What a rule says of a record, before it is known in which line that stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ecosystem.catalogue.records import Catalogue
from ecosystem.errors import Severity, Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`owner` is the id of a node or a reference, `location` the place in its file (empty: the whole)."""

    owner: str
    location: tuple[str | int, ...]
    message: Text
    remedy: Text
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check over a whole catalogue."""

    name: str
    find: Callable[[Catalogue], Iterator[Finding]]
