"""Other packages that write a graph as a page; each is measured where it is installed, and none is needed.

`uv run --with gravis --with plotly --with bokeh --with ipysigma python -m bench`
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import networkx as nx

Positions = dict[str, tuple[float, float]]
Maker = Callable[[nx.MultiDiGraph, Positions, Path], None]


def gravis_vis(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write the page of gravis that is drawn by vis-network."""
    import gravis

    figure = gravis.vis(graph, large_graph_threshold=10**9)
    figure.export_html(str(path), overwrite=True)


def plotly_webgl(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write a scatter plot with lines, plotly's script inlined."""
    import plotly.graph_objects as go

    lines: tuple[list[float | None], list[float | None]] = ([], [])
    for source, target in graph.edges():
        for axis in (0, 1):
            lines[axis].extend((positions[source][axis], positions[target][axis], None))
    dots = [[positions[node][axis] for node in graph] for axis in (0, 1)]
    names = [data.get("label", node) for node, data in graph.nodes(data=True)]
    figure = go.Figure(
        [
            go.Scattergl(x=lines[0], y=lines[1], mode="lines", hoverinfo="none"),
            go.Scattergl(x=dots[0], y=dots[1], mode="markers", hovertext=names),
        ]
    )
    figure.write_html(str(path), include_plotlyjs=True)


def bokeh_canvas(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write a bokeh plot, its scripts inlined."""
    from bokeh.plotting import figure, from_networkx, save
    from bokeh.resources import INLINE

    plot = figure(active_scroll="wheel_zoom", sizing_mode="stretch_both")
    plot.renderers.append(from_networkx(graph, positions))
    save(plot, str(path), resources=INLINE, title="bench")


def ipysigma_page(graph: nx.MultiDiGraph, positions: Positions, path: Path) -> None:
    """Write the page of ipysigma, which loads its scripts from a CDN."""
    from ipysigma import Sigma

    Sigma.write_html(graph, str(path), fullscreen=True)


_KNOWN = {"gravis": gravis_vis, "plotly": plotly_webgl, "bokeh": bokeh_canvas, "ipysigma": ipysigma_page}
PEERS: Mapping[str, Maker] = {name: maker for name, maker in _KNOWN.items() if find_spec(name)}
