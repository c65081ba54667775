"""The regions of the network's still picture: a ground for each main branch that lies together, with its name above it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecosystem.maps import ResolvedMap
from ecosystem.maps.layout import homes, tops
from ecosystem.render.picture import svg

Floats = NDArray[np.float64]
# How far the ground reaches beyond a node, and the coast beyond the ground, in units of the positions; as in the page.
SHORE, COAST = 17.0, 2.5
_FEWEST, _LOOSE = 4, 1.5
_NAME = 20.0


@dataclass(frozen=True, slots=True)
class Region:
    """A main branch: its name, its colour and its nodes."""

    name: str
    colour: str
    nodes: NDArray[np.int64]


def regions(resolved: ResolvedMap, language: str) -> list[Region]:
    """Return the branches that lie together, the largest first; none where branches are no regions."""
    if homes(resolved.extract, resolved.tree) is None:
        return []
    top = tops(resolved.tree)
    found = [
        Region(
            resolved.tree.categories[branch].label[language],
            resolved.tree.categories[branch].colour,
            np.flatnonzero(top == branch),
        )
        for branch in resolved.tree.children.get(0, [])
    ]
    lying = [one for one in found if _lies_together(one.nodes, resolved.positions.astype(np.float64))]
    return sorted(lying, key=lambda one: -len(one.nodes))


def _lies_together(nodes: NDArray[np.int64], positions: Floats) -> bool:
    """Return whether nodes lie not much farther from their middle than if all nodes filled the whole evenly."""
    if len(nodes) < _FEWEST:
        return False
    across, down = positions.max(axis=0) - positions.min(axis=0)
    even = float(np.sqrt(across * down * len(nodes) / len(positions) / np.pi))
    away = positions[nodes] - positions[nodes].mean(axis=0)
    return float(np.sqrt((away**2).sum(axis=1)).mean()) < _LOOSE * 2 / 3 * even


def grounds(found: Iterable[Region], places: Floats, sizes: Floats, scale: float) -> list[str]:
    """Return the grounds as SVG, all coasts below all grounds."""
    layers = ((SHORE + COAST, 0.68), (SHORE, 0.88))
    return [
        _ground(region, places, sizes + reach * scale, svg.paler(region.colour, share))
        for reach, share in layers
        for region in found
    ]


def _ground(region: Region, places: Floats, sizes: Floats, colour: str) -> str:
    rows = np.column_stack([places, sizes])[region.nodes].tolist()
    discs = "".join(
        f"M{x - r:.0f} {y:.0f}a{r:.0f} {r:.0f} 0 1 0 {2 * r:.0f} 0a{r:.0f} {r:.0f} 0 1 0 {-2 * r:.0f} 0z"
        for x, y, r in rows
    )
    return f'<path d="{discs}" fill="{colour}"/>'


def name_places(found: Iterable[Region], places: Floats, scale: float) -> list[tuple[Region, float, float]]:
    """Return where the name of each region stands: over the middle of its upper coast."""
    return [
        (region, float(places[region.nodes, 0].mean()), float(places[region.nodes, 1].min()) - SHORE * scale - 8)
        for region in found
    ]


def written(region: Region, x: float, y: float) -> str:
    """Return a region's name as SVG."""
    return svg.text(region.name, x, y, size=_NAME, anchor="middle", colour=region.colour, weight=700)


def name_box(region: Region, x: float, y: float) -> tuple[float, float, float, float]:
    """Return the room that a region's name takes."""
    half = svg.text_width(region.name, _NAME) / 2
    return x - half, y - 0.6 * _NAME, x + half, y + 0.6 * _NAME
