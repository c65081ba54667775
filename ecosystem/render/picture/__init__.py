"""Static pictures of a map, for papers and README files: SVG, and PNG from it, drawn without a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from ecosystem.errors import Text, UsageError
from ecosystem.exchange import write_whole
from ecosystem.maps import ResolvedMap
from ecosystem.render.picture.landscape import draw_landscape
from ecosystem.render.picture.mindmap import draw_mindmap
from ecosystem.render.picture.network import draw_network
from ecosystem.render.picture.png import png_of

__all__ = ["PICTURES", "render_png", "render_svg", "write_png", "write_svg"]
PICTURES: Mapping[str, Callable[[ResolvedMap, str], str]] = {
    "network": draw_network,
    "mindmap": draw_mindmap,
    "landscape": draw_landscape,
}


def render_svg(resolved: ResolvedMap, *, view: str = "network", language: str = "en") -> str:
    """Return a map's picture as SVG; raise `UsageError` for a view or a language that there is not."""
    if view not in PICTURES:
        known = ", ".join(PICTURES)
        raise UsageError(
            Text(f"there is no picture {view!r}; there are {known}", f"没有图片 {view!r}；可用的有 {known}")
        )
    if language not in ("en", "zh"):
        raise UsageError(Text(f"{language!r}: the languages are en and zh", f"{language!r}：语言只有 en 和 zh"))
    return PICTURES[view](resolved, language)


def write_svg(
    resolved: ResolvedMap, path: str | os.PathLike[str], *, view: str = "network", language: str = "en"
) -> Path:
    """Write a map's picture and return where it is; raise `UnwritableError` where it cannot be."""
    target = Path(path)
    write_whole(target, render_svg(resolved, view=view, language=language).encode("utf-8", "replace"))
    return target


def render_png(resolved: ResolvedMap, *, view: str = "network", language: str = "en", scale: float = 1.0) -> bytes:
    """Return a map's picture as PNG, `scale` pixels for each unit of the SVG; raise `UsageError` as `render_svg` does."""
    return png_of(render_svg(resolved, view=view, language=language), scale=scale)


def write_png(
    resolved: ResolvedMap,
    path: str | os.PathLike[str],
    *,
    view: str = "network",
    language: str = "en",
    scale: float = 1.0,
) -> Path:
    """Write a map's picture as PNG and return where it is; raise `UnwritableError` where it cannot be."""
    target = Path(path)
    write_whole(target, render_png(resolved, view=view, language=language, scale=scale))
    return target
