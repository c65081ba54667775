"""GraphML, for Gephi, yEd, Cytoscape and igraph."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Text
from ecosystem.errors.borrowed import borrowed
from ecosystem.exchange.format import Format
from ecosystem.exchange.shapes import drop_misshapen

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_graphml(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as GraphML; lists and mappings become JSON text, empty fields are left out."""
    flat = nx.MultiDiGraph(name=str(graph.graph.get("name", "")))
    flat.add_nodes_from((node, _flat(attributes)) for node, attributes in graph.nodes(data=True))
    flat.add_edges_from((u, v, key, _flat(attributes)) for u, v, key, attributes in graph.edges(keys=True, data=True))
    target = io.BytesIO()
    nx.write_graphml_xml(flat, target, encoding="utf-8", prettyprint=True)
    return target.getvalue()


def read_graphml(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read GraphML; JSON text that `write_graphml` made becomes lists and mappings again."""
    text = read_text(path)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise BadInputError([_broken(path, "it declares entities", 1)])
    try:
        flat = nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True)
    except Exception as error:
        line = getattr(error, "position", (1, 0))[0]
        raise BadInputError([_broken(path, str(error), line)]) from None
    graph = nx.MultiDiGraph(flat)
    graph.graph = {"name": path.stem}
    for attributes in (*(data for _, data in graph.nodes(data=True)), *(data for *_, data in graph.edges(data=True))):
        attributes.update({key: _unfold(value) for key, value in attributes.items()})
        attributes.pop("id", None)
    misshapen = drop_misshapen(path, graph)
    return nx.freeze(graph), misshapen


def _flat(attributes: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in attributes.items():
        if value is None or value in ([], {}):
            continue
        if isinstance(value, bool | int | float):
            flat[key] = value
        else:
            text = str(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            flat[key] = _FORBIDDEN.sub("\ufffd", text)
    return flat


def _unfold(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            return value
    return value


def _broken(path: Path, reason: str, line: int) -> Problem:
    said = borrowed(reason)
    message = Text(f"is not valid GraphML: {said.en}", f"不是有效的 GraphML:{said.zh}")
    remedy = Text("export it again as GraphML, without a DOCTYPE", "请重新导出为不含 DOCTYPE 的 GraphML")
    return Problem("graphml-syntax", message, remedy, str(path), line)


FORMAT = Format(
    name="GraphML",
    suffixes=(".graphml",),
    loses=Text(
        "the vocabulary and the references' titles; characters that XML forbids become \ufffd",
        "词表与来源的标题；XML 不允许的字符会变成 \ufffd",
    ),
    read=read_graphml,
    write=write_graphml,
)
