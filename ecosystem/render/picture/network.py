"""The network as a static picture: the page's positions, and as many labels as fit."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps import ResolvedMap
from ecosystem.maps.categories import KIND_COLOUR
from ecosystem.maps.importance import radii
from ecosystem.maps.layout import tops
from ecosystem.render.picture import svg
from ecosystem.render.picture.labels import Box, Occupied, first_free
from ecosystem.render.picture.regions import Region, grounds, name_box, name_places, regions, written

_WIDTH, _MARGIN, _LEGEND = 1600.0, 60.0, 200.0
_FONT = 12.0


def draw_network(resolved: ResolvedMap, language: str) -> str:
    """Return the network as an SVG document."""
    places, scale = _fitted(resolved.positions)
    sizes = np.maximum(radii(resolved.importance) * scale, 2.0)
    found = regions(resolved, language)
    entries = _entries(resolved, found, language)
    names, colours = node_names(resolved, language), _colours(resolved, found)
    dots = [
        svg.circle(x, y, size, colour)
        for (x, y), size, colour in zip(places.tolist(), sizes.tolist(), colours, strict=True)
    ]
    body = [*grounds(found, places, sizes, scale), *_edges(resolved, places), *dots]
    body += _names(name_places(found, places, scale), places, sizes, names, resolved.importance)
    body += _legend(entries)
    bottom = float(places[:, 1].max(initial=0.0)) + _MARGIN
    height = max(bottom, _MARGIN + 22.0 * (len(entries) + 1))
    title = resolved.payload["map"]["title"][language]
    return svg.document(body, box=(0, 0, _WIDTH + _legend_width(entries), height), title=title, language=language)


def node_names(resolved: ResolvedMap, language: str) -> list[str]:
    """Return the nodes' names in a language."""
    names = list(resolved.extract.names)
    if language == "zh":
        for position, name in resolved.payload["nodes"]["zh"].items():
            names[position] = name
    return names


def node_colours(resolved: ResolvedMap) -> list[str]:
    """Return the nodes' colours by the map's colour channel."""
    payload = resolved.payload
    if payload["colouring"]:
        entries = [entry["colour"] for entry in payload["colouring"]["entries"]]
        return [entries[entry] if entry >= 0 else "#9aa5b1" for entry in payload["colouring"]["of"]]
    return [payload["kinds"][kind]["colour"] for kind in payload["nodes"]["kind"]]


def _fitted(positions: NDArray[np.int64]) -> tuple[NDArray[np.float64], float]:
    """Return positions within the picture, and what one of their units has become."""
    if not len(positions):
        return np.zeros((0, 2)), 1.0
    low, high = positions.min(axis=0), positions.max(axis=0)
    scale = (_WIDTH - 2 * _MARGIN) / max(float(high[0] - low[0]), 1.0)
    scale = min(scale, 1.5)
    return (positions - low) * scale + _MARGIN, scale


def _colours(resolved: ResolvedMap, found: list[Region]) -> list[str]:
    """Return the nodes' colours as the page first has them: of their branches where these are regions."""
    if resolved.payload["colouring"] or not found:
        return node_colours(resolved)
    return [resolved.tree.categories[branch].colour for branch in tops(resolved.tree).tolist()]


def _edges(resolved: ResolvedMap, places: NDArray[np.float64]) -> list[str]:
    """Return the edges as two paths, faint ones and those of lineage; those of the background are left out, as in the page."""
    extracted, listed = resolved.extract, resolved.payload["predicates"]
    predicate = np.array(resolved.payload["edges"]["predicate"], np.int64)
    background = np.array([one["background"] for one in listed], np.bool_)[predicate]
    lineage = np.array([one["family"] == "lineage" for one in listed], np.bool_)[predicate]
    drawn = ~background if 2 * background.sum() <= len(background) else np.ones(len(background), np.bool_)
    ends = np.rint(np.concatenate([places[extracted.source], places[extracted.target]], axis=1))

    def lines(chosen: NDArray[np.bool_]) -> str:
        return "".join(f"M{x:.0f} {y:.0f}L{u:.0f} {v:.0f}" for x, y, u, v in ends[chosen].tolist())

    return [
        svg.path(lines(drawn & ~lineage), colour="#8794a3", width=0.8, opacity=0.3),
        svg.path(lines(drawn & lineage), colour="#b3363b", width=1.2, opacity=0.45),
    ]


def _names(
    over: list[tuple[Region, float, float]],
    places: NDArray[np.float64],
    sizes: NDArray[np.float64],
    names: list[str],
    importance: NDArray[np.int64],
) -> list[str]:
    """Return the names of regions, then of nodes: hubs may write over lesser dots, all others over none."""
    occupied, drawn = Occupied(), []
    for region, x, y in over:
        if first_free(occupied, [name_box(region, x, y)]):
            drawn.append(written(region, x, y))
    order = np.argsort(-importance, kind="stable").tolist()
    hubs = len(order) // 30 + 10
    for group in (order[:hubs], order[hubs:]):
        for node in group:
            occupied.take(_dot_box(places[node], sizes[node]))
        for node in group:
            box = first_free(occupied, _choices(places[node], sizes[node], names[node]))
            if box:
                drawn.append(svg.text(names[node], box[0] + 2, (box[1] + box[3]) / 2, size=_FONT))
    return drawn


def _dot_box(place: Any, size: float) -> Box:
    x, y, half = float(place[0]), float(place[1]), 0.7 * size
    return x - half, y - half, x + half, y + half


def _choices(place: Any, size: float, name: str) -> list[Box]:
    """Return where a label may stand: right of its node, left, below, above."""
    x, y, gap = float(place[0]), float(place[1]), size + 2
    width, half = svg.text_width(name, _FONT) + 4, 0.6 * _FONT
    boxes = [
        (x + gap, y - half, x + gap + width, y + half),
        (x - gap - width, y - half, x - gap, y + half),
        (x - width / 2, y + gap, x + width / 2, y + gap + 2 * half),
        (x - width / 2, y - gap - 2 * half, x + width / 2, y - gap),
    ]
    return [box for box in boxes if box[0] >= 0 and box[1] >= 0 and box[2] <= _WIDTH]


def _legend_width(entries: list[tuple[str, str]]) -> float:
    return max(_LEGEND, *(svg.text_width(words, _FONT) + 20 for words, _ in entries)) + 20


def _entries(resolved: ResolvedMap, found: list[Region], language: str) -> list[tuple[str, str]]:
    """Return what the colours mean: the words and the colour of each; the first is the title, which has none."""
    block = resolved.payload["legend"][0]
    if resolved.payload["colouring"] or not found:
        listed = [(entry["label"][language], entry["colour"]) for entry in block["entries"]]
        return [(block["title"][language], ""), *listed]
    branches = [resolved.tree.categories[branch] for branch in resolved.tree.children.get(0, [])]
    title = {"en": "Branch", "zh": "分支"}[language]
    return [
        (title, ""),
        *((branch.label[language], branch.colour) for branch in branches if branch.colour != KIND_COLOUR),
    ]


def _legend(entries: list[tuple[str, str]]) -> list[str]:
    x, y = _WIDTH, _MARGIN
    drawn = [svg.text(entries[0][0], x, y, size=13, weight=600)]
    for words, colour in entries[1:]:
        y += 22
        drawn += [svg.circle(x + 6, y, 6, colour), svg.text(words, x + 20, y)]
    return drawn
