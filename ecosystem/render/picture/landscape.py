"""The landscape as a static picture: a card for each category, and in it the foremost nodes of each narrower one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ecosystem.maps import ResolvedMap
from ecosystem.render.picture import svg
from ecosystem.render.picture.members import members_of
from ecosystem.render.picture.network import node_names

_WIDTH, _COLUMNS, _GAP, _MARGIN, _TITLE = 420.0, 4, 18.0, 30.0, 42.0
_PAD, _LINE, _HEAD, _FONT, _SPACE = 14.0, 19.0, 34.0, 12.0, 11.0


@dataclass(frozen=True, slots=True)
class Card:
    """A category's card, as lines of words: a line is a heading, or names one after another."""

    title: str
    count: int
    colour: str
    lines: tuple[tuple[bool, tuple[str, ...]], ...]

    @property
    def height(self) -> float:
        """Return how high the card is."""
        return _HEAD + len(self.lines) * _LINE + _PAD


def draw_landscape(resolved: ResolvedMap, language: str, *, foremost: int = 12) -> str:
    """Return the landscape as an SVG document; `foremost` nodes of each category are named, the others counted."""
    bottoms = [_MARGIN + _TITLE] * _COLUMNS
    body: list[str] = []
    for card in _cards(resolved, language, foremost):
        column = bottoms.index(min(bottoms))
        body += _drawn(card, _MARGIN + column * (_WIDTH + _GAP), bottoms[column])
        bottoms[column] += card.height + _GAP
    title = resolved.payload["map"]["title"][language]
    body.append(svg.text(title, _MARGIN, _MARGIN + 14, size=24, weight=600))
    width = 2 * _MARGIN + _COLUMNS * (_WIDTH + _GAP) - _GAP
    return svg.document(body, box=(0, 0, width, max(bottoms) - _GAP + _MARGIN), title=title, language=language)


def _cards(resolved: ResolvedMap, language: str, foremost: int) -> Iterator[Card]:
    tree, members, names = resolved.tree, members_of(resolved), node_names(resolved, language)

    def lines(category: int) -> Iterator[tuple[bool, tuple[str, ...]]]:
        below = tree.children.get(category, [])
        empty = [heading(child) for child in below if not count(child)]
        yield from ((False, line) for line in _flowed(named(category) + empty))
        for child in filter(count, below):
            yield True, (heading(child),)
            yield from lines(child)

    def named(category: int) -> list[str]:
        inside = members[category]
        rest = [f"+ {len(inside) - foremost}"] if len(inside) > foremost else []
        return [names[node] for node in inside[:foremost]] + rest

    def count(category: int) -> int:
        return len(members[category]) + sum(count(child) for child in tree.children.get(category, ()))

    def heading(category: int) -> str:
        return tree.categories[category].label[language]

    if members[0]:
        own = tuple((False, line) for line in _flowed(named(0)))
        yield Card(heading(0), len(members[0]), tree.categories[0].colour, own)
    for top in tree.children.get(0, ()):
        yield Card(heading(top), count(top), tree.categories[top].colour, tuple(lines(top)))


def _flowed(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words line by line, as many as fit in a card's width."""
    line: list[str] = []
    for word in words:
        if line and _ends([*line, word])[-1] > _WIDTH - 2 * _PAD:
            yield tuple(line)
            line = []
        line.append(word)
    if line:
        yield tuple(line)


def _ends(words: list[str] | tuple[str, ...]) -> list[float]:
    """Return where each word of a line ends."""
    ends, end = [], -_SPACE
    for word in words:
        end += _SPACE + svg.text_width(word, _FONT)
        ends.append(end)
    return ends


def _drawn(card: Card, x: float, y: float) -> list[str]:
    drawn = [
        svg.rectangle((x, y, _WIDTH, card.height), fill=svg.PAPER, stroke=card.colour, corner=6),
        svg.text(_shortened(card.title, 15), x + _PAD, y + 18, size=15, colour=card.colour, weight=600),
        svg.text(str(card.count), x + _WIDTH - _PAD, y + 18, anchor="end", colour=svg.PALE),
    ]
    for number, (heading, words) in enumerate(card.lines):
        middle = y + _HEAD + (number + 0.5) * _LINE
        colour, weight = (card.colour, 600) if heading else (svg.INK, 400)
        for word, end in zip(words, _ends(words), strict=True):
            place = x + _PAD + end - svg.text_width(word, _FONT)
            fitting = _shortened(word, _FONT)
            drawn.append(svg.text(fitting, place, middle, size=_FONT, colour=colour, weight=weight))
    return drawn


def _shortened(words: str, size: float) -> str:
    """Return as much of some words as a card has room for."""
    room = _WIDTH - 2 * _PAD - (40 if size > _FONT else 0)
    if svg.text_width(words, size) <= room:
        return words
    while words and svg.text_width(f"{words}…", size) > room:
        words = words[:-1]
    return f"{words}…"
