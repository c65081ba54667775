"""Which release cycle the tag of an image means: by its version or its code name; a tag of fewer digits floats."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ecosystem.analysis.support import OPEN, OVER, SECURITY, SUPPORTED, UNRELEASED, support_on

Cycle = Mapping[str, Any]
_VERSION = re.compile(r"(?:v|ltsc)?(\d+(?:\.\d+)*)")
_COMMIT = re.compile(r"(?=\d*[a-f])[0-9a-f]{7,40}")


@dataclass(frozen=True)
class Meaning:
    """What a tag says: a version or a code name (empty where it says none), its cycle, and whether it floats.

    A tag floats where several cycles lie within its version: `7` stands for the newest 7.x that is published.
    """

    version: str = ""
    codename: str = ""
    cycle: Cycle | None = None
    floats: bool = False


def meaning_of(tag: str, cycles: Sequence[Cycle], day: dt.date) -> Meaning:
    """Return what a tag means among a product's cycles on a day.

    `7.17.9` is of 7.17, `buster-slim` of the cycle with the code name Buster. A registry moves a floating tag to the
    newest release that is still published, and publishers drop lines that are over; so `7` is the newest of the 7.x
    that is not over on that day, and only where all are over the newest of all.
    """
    words = re.split(r"[-_+]", tag)
    for cycle in cycles:
        own = str(cycle.get("codename") or "").casefold().split(" ")[0]
        if own and own in map(str.casefold, words):
            return Meaning(codename=own, cycle=cycle)
    found = _VERSION.match(tag)
    if found is None or _COMMIT.fullmatch(tag) or tag[found.end() :].lstrip(".").startswith("${"):
        return Meaning()
    version = found[1]
    named = next((cycle for cycle in cycles if str(cycle["name"]) in (version, words[0].casefold())), None)
    if named is not None:
        return Meaning(version, cycle=named)
    wanted = version.split(".")
    parts = [(str(cycle["name"]).split("."), cycle) for cycle in cycles]
    around = [(own, cycle) for own, cycle in parts if wanted[: len(own)] == own]
    if around:
        return Meaning(version, cycle=max(around, key=lambda pair: len(pair[0]))[1])
    below = [cycle for own, cycle in parts if own[: len(wanted)] == wanted]
    return Meaning(version, cycle=_floating(below, day), floats=len(below) > 1)


def newest_supported(cycles: Sequence[Cycle], day: dt.date) -> Cycle | None:
    """Return the newest cycle that has support or no end announced, else one with security fixes; nothing otherwise."""
    for states in ((SUPPORTED, OPEN), (SECURITY,)):
        fitting = [cycle for cycle in cycles if support_on(cycle, day) in states]
        if fitting:
            return max(fitting, key=order)
    return None


def newest_released(cycles: Sequence[Cycle], day: dt.date) -> Cycle | None:
    """Return the newest cycle that was released by a day."""
    return max((cycle for cycle in cycles if support_on(cycle, day) != UNRELEASED), key=order, default=None)


def order(cycle: Cycle) -> tuple[int, ...]:
    """Return a cycle's place in the order of versions."""
    return digits(str(cycle["name"]))


def digits(version: str) -> tuple[int, ...]:
    """Return the numbers in a version: 7.17.9 is 7, 17, 9."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))


def _floating(cycles: Sequence[Cycle], day: dt.date) -> Cycle | None:
    released = [cycle for cycle in cycles if support_on(cycle, day) != UNRELEASED]
    published = [cycle for cycle in released if support_on(cycle, day) != OVER]
    return max(published or released or cycles, key=order, default=None)
