"""Channels: how a column of the nodes becomes colour or size, and the legend that says so."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from ecosystem.errors import Text, UsageError
from ecosystem.maps.categories import BRANCH_COLOURS
from ecosystem.maps.extract import Extract
from ecosystem.maps.importance import importance, radii, scaled
from ecosystem.maps.spec import Channel, MapSpec
from ecosystem.maps.words import Label, label, plain_label, used_kinds

# From dark to light without a turn in lightness, so that it reads in grey too (after viridis).
SEQUENCE = ("#440154", "#414487", "#2a788e", "#22a884", "#7ad151", "#fde725")
OTHER = "#9aa5b1"
TITLES: Mapping[str, Label] = {
    "kind": {"en": "Kind", "zh": "类别"},
    "importance": {"en": "Number of relations", "zh": "关系数"},
    "degree": {"en": "Number of relations", "zh": "关系数"},
    "in_degree": {"en": "Relations pointing here", "zh": "指向此处的关系数"},
    "out_degree": {"en": "Relations from here", "zh": "由此出发的关系数"},
}
_SHOWN_VALUES = 12


class Column(Protocol):
    """A column of a table: what a mapping and a pandas Series have in common."""

    def get(self, key: Any, default: Any = None) -> Any:
        """Return a node's value."""


class Table(Protocol):
    """Columns by name, each by node: a mapping of mappings, or a pandas DataFrame indexed by node."""

    def __contains__(self, key: object) -> bool: ...
    def __getitem__(self, key: str, /) -> Any: ...
    def keys(self) -> Any:
        """Return the names of the columns."""


@dataclass(frozen=True, slots=True)
class Colouring:
    """Colours by another column than the kind: the entries of the legend, and which one each node has (-1: none)."""

    title: Label
    entries: list[dict[str, Any]]
    of: list[int]

    def columns(self) -> dict[str, Any]:
        """Return the colouring as plain values."""
        return {"title": self.title, "entries": self.entries, "of": self.of}


def column_values(spec: MapSpec, role: str, channel: Channel, extract: Extract, table: Table | None) -> Sequence[Any]:
    """Return a channel's value for each node (`None`: it has none); raise `UsageError` for a column that nobody has."""
    name = channel.column
    if table is not None and name in table:
        column: Column = table[name]
        return [_value(column.get(node)) for node in extract.ids]
    if name in _MEASURES:
        return _MEASURES[name](extract).tolist()  # type: ignore[no-any-return]
    found = [node.get(name, (node.get("attributes") or {}).get(name)) for node in extract.nodes]
    if name != "kind" and all(value is None for value in found):
        raise _no_such_column(spec, role, name, extract, table)
    return found


def resolve_size(spec: MapSpec, extract: Extract, table: Table | None) -> NDArray[np.int64]:
    """Return how important each node is by the size channel, from 0 to 1000."""
    if spec.size.column == "importance" and (table is None or "importance" not in table):
        return importance(extract)
    values = _numbers(spec, "size", spec.size, column_values(spec, "size", spec.size, extract, table))
    amounts = np.clip(np.nan_to_num(values), 0, None)
    return scaled(np.log1p(amounts) if spec.size.scale == "log" else amounts)


def resolve_colour(spec: MapSpec, extract: Extract, table: Table | None) -> Colouring | None:
    """Return the colours of the nodes, or nothing where each has the colour of its kind."""
    channel = spec.colour
    if channel.column == "kind":
        return None
    values = column_values(spec, "colour", channel, extract, table)
    title = _title(channel)
    if channel.scale == "nominal":
        return _nominal(title, values)
    return _sequential(title, _numbers(spec, "colour", channel, values), logarithmic=channel.scale == "log")


def build_legend(
    spec: MapSpec, extract: Extract, colouring: Colouring | None, weights: NDArray[np.int64], table: Table | None = None
) -> list[Any]:
    """Return what the channels mean: one block for colour, one for size where sizes differ."""
    if colouring:
        colour = {"channel": "colour", "title": colouring.title, "entries": colouring.entries}
    else:
        kinds = [{"label": kind["plural"], **_mark(kind)} for kind in used_kinds(extract)]
        colour = {"channel": "colour", "title": TITLES["kind"], "entries": kinds}
    return [colour, *_size_legend(spec, extract, weights, table)]


def _mark(kind: Mapping[str, Any]) -> dict[str, Any]:
    return {"kind": kind["id"], "colour": kind["colour"], "shape": kind["shape"]}


def _size_legend(
    spec: MapSpec, extract: Extract, weights: NDArray[np.int64], table: Table | None
) -> list[dict[str, Any]]:
    """Return the smallest, a middling and the largest of the nodes that have a value, with what it is and its radius."""
    if spec.size.column == "importance" and (table is None or "importance" not in table):
        title, values = TITLES["degree"], extract.degree.astype(np.float64)
    else:
        given = column_values(spec, "size", spec.size, extract, table)
        title, values = _title(spec.size), _numbers(spec, "size", spec.size, given)
    known = np.flatnonzero(np.isfinite(values))
    order = known[np.argsort(weights[known], kind="stable")]
    if len(set(weights[order].tolist())) < 2:
        return []
    sizes = radii(weights)[order]
    middling = int(np.abs(sizes - (sizes[0] + sizes[-1]) / 2).argmin())
    entries = [
        {"label": label(f"{values[order[place]]:.4g}"), "radius": int(sizes[place])}
        for place in dict.fromkeys((0, middling, len(order) - 1))
    ]
    return [{"channel": "size", "title": title, "entries": entries}]


def _nominal(title: Label, values: Sequence[Any]) -> Colouring:
    words = [None if value in (None, "") else _label(value) for value in values]
    counts = Counter(word["en"] for word in words if word is not None)
    labels = {word["en"]: word for word in words if word is not None}
    order = sorted(counts, key=lambda word: (-counts[word], word))
    shown = order[:_SHOWN_VALUES]
    entries = [{"label": labels[word], "colour": BRANCH_COLOURS[number]} for number, word in enumerate(shown)]
    if len(order) > len(shown):
        entries.append({"label": label("other", "其他"), "colour": OTHER})
    number = {word: min(position, _SHOWN_VALUES) for position, word in enumerate(order)}
    return Colouring(title, entries, [-1 if word is None else number[word["en"]] for word in words])


def _label(value: Any) -> Label:
    return label(value.en, value.zh) if isinstance(value, Text) else label(str(value))


def _sequential(title: Label, values: NDArray[np.float64], *, logarithmic: bool) -> Colouring:
    """Return classes of equal width (of equal ratio on a logarithmic scale), dark for little and light for much."""
    known = values[np.isfinite(values)]
    if not len(known):
        return Colouring(title, [], [-1] * len(values))
    low, high = float(known.min()), float(known.max())
    if logarithmic:
        limits = np.expm1(np.linspace(np.log1p(max(low, 0)), np.log1p(max(high, 0)), len(SEQUENCE) + 1))
    else:
        limits = np.linspace(low, high, len(SEQUENCE) + 1)
    classes = np.clip(np.searchsorted(limits, values, side="right") - 1, 0, len(SEQUENCE) - 1)
    spans = [f"{begin:.4g} – {end:.4g}" for begin, end in pairwise(limits.tolist())]
    entries = [{"label": label(span), "colour": colour} for span, colour in zip(spans, SEQUENCE, strict=True)]
    return Colouring(title, entries, np.where(np.isfinite(values), classes, -1).tolist())


def _title(channel: Channel) -> Label:
    if channel.title:
        return label(channel.title.en, channel.title.zh)
    return TITLES.get(channel.column) or plain_label(channel.column)


def _value(value: Any) -> Any:
    return None if isinstance(value, float) and math.isnan(value) else value


def _numbers(spec: MapSpec, role: str, channel: Channel, values: Sequence[Any]) -> NDArray[np.float64]:
    try:
        return np.array([np.nan if value is None else float(value) for value in values], np.float64)
    except (TypeError, ValueError):
        message = (
            f"map {spec.id!r}, {role}: the column {channel.column!r} holds words; a {channel.scale} scale needs numbers"
        )
        chinese = f"地图 {spec.id!r} 的 {role}：列 {channel.column!r} 是文字，{channel.scale} 刻度需要数字"
        raise UsageError(Text(message, chinese)) from None


def _no_such_column(spec: MapSpec, role: str, name: str, extract: Extract, table: Table | None) -> UsageError:
    own = {
        str(field) for node in extract.nodes for field, value in node.items() if isinstance(value, str | int | float)
    }
    own |= {str(field) for node in extract.nodes for field in node.get("attributes") or ()}
    known = sorted(own | set(_MEASURES) | {str(column) for column in (table.keys() if table is not None else ())})
    return UsageError(
        Text(
            f"map {spec.id!r}, {role}: there is no column {name!r}; there are {', '.join(known)}",
            f"地图 {spec.id!r} 的 {role}：没有列 {name!r}；现有 {', '.join(known)}",
        )
    )


def _counted(ends: NDArray[np.int64], extract: Extract) -> NDArray[np.int64]:
    return np.bincount(ends, minlength=len(extract.ids)).astype(np.int64)


_MEASURES: Mapping[str, Callable[[Extract], NDArray[np.int64]]] = {
    "importance": importance,
    "degree": lambda extract: extract.degree,
    "in_degree": lambda extract: _counted(extract.target, extract),
    "out_degree": lambda extract: _counted(extract.source, extract),
}
