"""A picture as PNG, by resvg: no browser, no system library. Needs the extra `picture` (resvg-py)."""

from __future__ import annotations

import importlib
import re
from typing import Any

from ecosystem.errors import MissingExtraError, Text, UsageError

_SIZE = re.compile(r' (?:width|height)="([0-9.]+)"')
_LARGEST = 16_000  # pixels a side; a square of them takes a gigabyte


def resvg() -> Any:
    """Return the library; raise `MissingExtraError`, with what to install, where it is not there."""
    try:
        return importlib.import_module("resvg_py")
    except ImportError:
        raise MissingExtraError(
            Text("a PNG (a .svg needs nothing)", "生成 PNG（改写为 .svg 则不需要）"), "picture"
        ) from None


def png_of(svg: str, *, scale: float = 1.0) -> bytes:
    """Return one of our SVG documents as PNG, `scale` pixels for each of its units; raise `UsageError` where too large."""
    longest = max(float(side) for side in _SIZE.findall(svg.partition(">")[0]))
    if not 0 < scale * longest <= _LARGEST:
        most = f"{_LARGEST / longest:.2g}"
        raise UsageError(
            Text(
                f"at scale {scale:g} the picture is {scale * longest:.0f} pixels long: give a scale up to {most}",
                f"比例为 {scale:g} 时图片长 {scale * longest:.0f} 像素：请给出不超过 {most} 的比例",
            )
        )
    return bytes(resvg().svg_to_bytes(svg_string=svg, zoom=scale))
