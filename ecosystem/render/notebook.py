"""A map that displays itself in a notebook: an isolated frame, so that several maps and the notebook do not meet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html import escape

import networkx as nx

from ecosystem.maps import MAPS, MapSpec, ResolvedMap, resolve_map
from ecosystem.maps.channels import Table
from ecosystem.render.page import render_page

_BOX = "display:block;box-sizing:border-box;width:100%;border:1px solid #c5ccd6;border-radius:6px"
# A notebook from elsewhere, not yet trusted, loses its frames and its `hidden`: then this is what there is to see.
_UNTRUSTED = "<p hidden>The map shows once the notebook is trusted, or the cell is run. 信任此笔记本或运行此单元后即可看到地图。</p>"


@dataclass(frozen=True, slots=True)
class MapView:
    """The display of a graph, or of a resolved map, in JupyterLab, Notebook, VS Code and nbconvert's HTML.

    The page sits in a frame's `srcdoc`: no style leaks in or out, no file is written, no request is made. It opens in
    `language` (`en` or `zh`), or in the reader's. `table` holds columns for the spec's channels.
    `ecosystem.render.widget.MapWidget` also gives the selection back.
    """

    subject: ResolvedMap | nx.Graph = field(repr=False)
    spec: MapSpec = field(default=MAPS["ecosystem"], repr=False)
    height: int = 640
    language: str | None = None
    table: Table | None = field(default=None, repr=False)

    def _repr_html_(self) -> str:
        given = self.subject
        resolved = given if isinstance(given, ResolvedMap) else resolve_map(self.spec, given, table=self.table)
        page = escape(render_page(in_language(resolved, self.language), language=self.language or "en"), quote=True)
        title = escape(resolved.payload["map"]["title"][self.language or "en"], quote=True)
        style = f"{_BOX};height:{self.height:d}px"
        sandbox = "allow-scripts allow-downloads allow-popups"
        return f'<iframe title="{title}" style="{style}" sandbox="{sandbox}" srcdoc="{page}"></iframe>{_UNTRUSTED}'


def in_language(resolved: ResolvedMap, language: str | None) -> ResolvedMap:
    """Return a map whose page opens in a language whatever the reader's; with none given, the map as it is."""
    if language is None:
        return resolved
    heading = resolved.payload["map"] | {"language": language}
    return replace(resolved, payload=resolved.payload | {"map": heading})
