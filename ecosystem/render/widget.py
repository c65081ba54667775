"""A map in a notebook whose selection is shared with Python. Needs the extra `notebook` (anywidget)."""

from __future__ import annotations

import anywidget
import networkx as nx
import traitlets

from ecosystem.maps import MAPS, MapSpec, ResolvedMap, resolve_map
from ecosystem.render.assets import WEB
from ecosystem.render.notebook import in_language
from ecosystem.render.page import render_page


class MapWidget(anywidget.AnyWidget):  # type: ignore[misc]
    """The page of a graph or of a resolved map; `selected` is the list of selected node ids, in both directions.

    >>> widget = MapWidget(graph)  # doctest: +SKIP
    >>> widget.selected = ["docker"]  # doctest: +SKIP
    >>> widget.observe(lambda change: print(change.new), "selected")  # doctest: +SKIP
    """

    _esm = WEB / "widget.js"
    page = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    height = traitlets.Int(640).tag(sync=True)
    selected = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(
        self,
        subject: ResolvedMap | nx.Graph,
        spec: MapSpec = MAPS["ecosystem"],
        *,
        height: int = 640,
        language: str | None = None,
    ) -> None:
        resolved = subject if isinstance(subject, ResolvedMap) else resolve_map(spec, subject)
        title = resolved.payload["map"]["title"][language or "en"]
        super().__init__(page=render_page(in_language(resolved, language)), title=title, height=height)
