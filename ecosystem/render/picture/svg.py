"""The few SVG elements that a picture needs, and how wide a text will be without asking a font."""

from __future__ import annotations

import unicodedata
from html import escape

FONT = "system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Zen Hei', sans-serif"
INK, PALE, PAPER = "#1d2733", "#66717e", "#ffffff"
_NARROW = frozenset("iljftrI.,;:'!|()[] ")


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is, rather too much than too little."""
    return size * sum(_share(letter) for letter in text)


def _share(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.0
    if letter in _NARROW:
        return 0.36
    return 0.7 if letter.isupper() or not letter.isascii() else 0.58


def clean(text: str) -> str:
    """Return a text as it may stand in XML: escaped, without characters that XML forbids."""
    allowed = (letter for letter in text if letter in "\t\n" or (letter >= " " and not _forbidden(ord(letter))))
    return escape("".join(allowed), quote=True)


def _forbidden(code: int) -> bool:
    return 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF)


def number(value: float) -> str:
    """Return a coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def document(body: list[str], *, box: tuple[float, float, float, float], title: str, language: str) -> str:
    """Return a whole picture; `box` is left, top, width and height."""
    view = " ".join(number(value) for value in box)
    left, top, width, height = (number(value) for value in box)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}" width="{width}" height="{height}"'
    return "\n".join(
        [
            f'{head} role="img" lang="{language}" font-family="{FONT}">',
            f"<title>{clean(title)}</title>",
            f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{PAPER}"/>',
            *body,
            "</svg>",
            "",
        ]
    )


def text(
    words: str, x: float, y: float, *, size: float = 12, anchor: str = "start", colour: str = INK, weight: int = 400
) -> str:
    """Return a line of text with a pale edge that keeps it readable over lines; `y` is its middle."""
    place = f'x="{number(x)}" y="{number(y + 0.35 * size)}" font-size="{number(size)}" text-anchor="{anchor}"'
    edge = f'stroke="{PAPER}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    return f'<text {place} font-weight="{weight}" fill="{colour}" {edge}>{clean(words)}</text>'


def paler(colour: str, share: float) -> str:
    """Return a colour `share` of the way to the paper's white."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * share):02x}" for part in parts)


def circle(x: float, y: float, radius: float, colour: str) -> str:
    """Return a node's dot."""
    place = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {place} fill="{clean(colour)}" stroke="{PAPER}"/>'


def rectangle(box: tuple[float, float, float, float], *, fill: str, stroke: str, corner: float = 0) -> str:
    """Return a rectangle; `box` is left, top, width and height."""
    x, y, width, height = (number(value) for value in box)
    place = f'x="{x}" y="{y}" width="{width}" height="{height}" rx="{number(corner)}"'
    return f'<rect {place} fill="{clean(fill)}" stroke="{clean(stroke)}" stroke-width="1.5"/>'


def path(data: str, *, colour: str, width: float = 1, opacity: float = 1) -> str:
    """Return a line along a path."""
    stroke = f'stroke="{clean(colour)}" stroke-width="{number(width)}" stroke-opacity="{opacity:g}"'
    return f'<path d="{data}" fill="none" {stroke} stroke-linecap="round"/>'
