"""A map in a notebook whose selection is shared with Python. Needs the extra `notebook` (anywidget)."""

from __future__ import annotations

from collections.abc import Iterable

import anywidget
import networkx as nx
import traitlets

from ecosystem.errors import Text, UnknownNodeError
from ecosystem.maps import MAPS, MapSpec, ResolvedMap, resolve_map
from ecosystem.maps.channels import Table
from ecosystem.render.assets import WEB
from ecosystem.render.notebook import in_language
from ecosystem.render.page import render_page


class MapWidget(anywidget.AnyWidget):
    """The page of a graph or of a resolved map; `selected` is the list of selected node ids, in both directions.

    The parameters are those of `ecosystem.render.MapView`, and `selected`, what is selected at first. A node that is
    not on the map raises `UnknownNodeError`.

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
        table: Table | None = None,
        selected: Iterable[str] = (),
    ) -> None:
        resolved = subject if isinstance(subject, ResolvedMap) else resolve_map(spec, subject, table=table)
        self._known = frozenset(resolved.payload["nodes"]["id"])
        title = resolved.payload["map"]["title"][language or "en"]
        page = render_page(in_language(resolved, language))
        super().__init__(page=page, title=title, height=height, selected=list(selected))

    @traitlets.validate("selected")
    def _on_the_map(self, proposal: traitlets.Bunch) -> list[str]:
        wanted: list[str] = proposal["value"]
        strange = ", ".join(repr(node) for node in wanted if node not in self._known)
        if strange:
            raise UnknownNodeError(Text(f"not on this map: {strange}", f"这张图上没有：{strange}"))
        return wanted
