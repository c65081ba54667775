"""The two-sided mind map as a static picture: categories on both sides of the root, each with its foremost nodes."""

from __future__ import annotations

from dataclasses import dataclass, field

from ecosystem.maps import ResolvedMap
from ecosystem.render.picture import svg
from ecosystem.render.picture.members import members_of
from ecosystem.render.picture.network import node_names

_ROW, _GAP, _FONT, _MARGIN = 18.0, 36.0, 12.0, 30.0


@dataclass(slots=True)
class Branch:
    """A category or a node in the picture: its words, its colour, what hangs on it, and its place."""

    words: str
    colour: str
    heading: bool = True
    children: list[Branch] = field(default_factory=list)
    x: float = 0.0
    y: float = 0.0

    @property
    def width(self) -> float:
        """Return how wide the branch's words are."""
        return svg.text_width(self.words, _FONT) * (1.06 if self.heading else 1) + 6


def draw_mindmap(resolved: ResolvedMap, language: str, *, foremost: int = 4) -> str:
    """Return the mind map as an SVG document; `foremost` nodes are named in each category, the others counted."""
    sides = _sides(resolved, language, foremost)
    heights = [_stack(branches) for branches in sides]
    height = max(*heights, 6 * _ROW)
    title = resolved.tree.categories[0].label[language]
    half = svg.text_width(title, 20) / 2 + 18
    body: list[str] = []
    edges = [0.0, 0.0]
    for number, (side, branches) in enumerate(zip((1, -1), sides, strict=True)):
        shift = (height - heights[number]) / 2
        edges[number] = _spread(branches, side, half + _GAP, shift)
        body += _drawn(branches, side, (side * half, height / 2))
    body += _root(title, half, height / 2)
    left, right = -max(edges[1], half) - _MARGIN, max(edges[0], half) + _MARGIN
    box = (left, -_MARGIN, right - left, height + 2 * _MARGIN)
    return svg.document(body, box=box, title=resolved.payload["map"]["title"][language], language=language)


def _sides(resolved: ResolvedMap, language: str, foremost: int) -> tuple[list[Branch], list[Branch]]:
    tree, members = resolved.tree, members_of(resolved)
    names = node_names(resolved, language)

    def grown(category: int) -> Branch:
        one = tree.categories[category]
        branch = Branch(one.label[language], one.colour)
        branch.children = [grown(child) for child in tree.children.get(category, ())]
        inside = members[category]
        branch.children += [Branch(names[node], one.colour, heading=False) for node in inside[:foremost]]
        if len(inside) > foremost:
            branch.children.append(Branch(f"+ {len(inside) - foremost}", one.colour, heading=False))
        return branch

    tops = tree.children.get(0, [])
    right = [grown(top) for top in tops if tree.categories[top].side > 0]
    left = [grown(top) for top in tops if tree.categories[top].side < 0]
    return right, left


def _stack(branches: list[Branch], top: float = 0.0) -> float:
    """Give each leaf a row and each parent the middle of its children; return where the stack ends."""
    for branch in branches:
        if branch.children:
            bottom = _stack(branch.children, top)
            branch.y = (branch.children[0].y + branch.children[-1].y) / 2
            top = bottom + (0.4 * _ROW if branch.heading else 0)
        else:
            branch.y = top + _ROW / 2
            top += _ROW
    return top


def _spread(branches: list[Branch], side: int, start: float, shift: float) -> float:
    """Give each level its column, clear of the widest words of the level before; return the outer edge."""
    level, edge = branches, start
    while level:
        for branch in level:
            branch.x, branch.y = side * edge, branch.y + shift
        end = edge + max(branch.width for branch in level)
        level = [child for branch in level for child in branch.children]
        edge = end + _GAP if level else end
    return edge


def _drawn(branches: list[Branch], side: int, start: tuple[float, float]) -> list[str]:
    drawn: list[str] = []
    anchor = "start" if side > 0 else "end"
    for branch in branches:
        drawn.append(_curve(start, (branch.x - side * 4, branch.y), branch))
        weight, colour = (600, branch.colour) if branch.heading else (400, svg.INK)
        drawn += _drawn(branch.children, side, (branch.x + side * branch.width, branch.y))
        drawn.append(
            svg.text(branch.words, branch.x, branch.y, size=_FONT, anchor=anchor, colour=colour, weight=weight)
        )
    return drawn


def _curve(start: tuple[float, float], end: tuple[float, float], branch: Branch) -> str:
    middle = svg.number((start[0] + end[0]) / 2)
    x, y, u, v = (svg.number(value) for value in (*start, *end))
    data = f"M{x} {y}C{middle} {y} {middle} {v} {u} {v}"
    return svg.path(data, colour=branch.colour, width=2 if branch.heading else 1, opacity=0.75)


def _root(title: str, half: float, y: float) -> list[str]:
    box = f'x="{svg.number(-half)}" y="{svg.number(y - 20)}" width="{svg.number(2 * half)}" height="40" rx="20"'
    frame = f'<rect {box} fill="{svg.PAPER}" stroke="{svg.INK}" stroke-width="2"/>'
    return [frame, svg.text(title, 0, y, size=20, anchor="middle", weight=600)]
