"""NetworkX node-link JSON: every field of nodes, edges and the graph itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Text
from ecosystem.exchange.format import Format
from ecosystem.exchange.shapes import drop_misshapen

_REMEDY = Text("give a file that networkx.node_link_data made", "请提供由 networkx.node_link_data 生成的文件")


def read_nodelink(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read what `write_nodelink` or `networkx.node_link_data` wrote (edges under `edges` or `links`)."""
    content = _parsed(path)
    edges = "links" if "links" in content else "edges"
    problems = [*_misshapen(path, content, "nodes", ("id",)), *_misshapen(path, content, edges, ("source", "target"))]
    if problems:
        raise BadInputError(problems)
    try:
        graph = nx.MultiDiGraph(nx.node_link_graph(content, directed=True, multigraph=True, edges=edges))
    except (nx.NetworkXError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInputError([_no_graph(path, Text(str(error), str(error)))]) from None
    misshapen = drop_misshapen(path, graph)
    return nx.freeze(graph), [*_dangling(path, content, edges), *misshapen]


def write_nodelink(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as node-link JSON in UTF-8."""
    content = nx.node_link_data(graph, edges="edges")
    return (json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _dangling(path: Path, content: Any, edges: str) -> list[Problem]:
    known = {str(node.get("id")) for node in content["nodes"]}
    ends = {str(edge[end]) for edge in content[edges] for end in ("source", "target")}
    return [
        Problem(
            "relation-to-nowhere",
            Text(f"an edge leads to {name!r}, which is no node", f"有一条边指向不存在的节点 {name!r}"),
            Text("add the node, or remove the edge", "请补上节点,或删除该边"),
            str(path),
        )
        for name in sorted(ends - known)
    ]


def _parsed(path: Path) -> dict[str, Any]:
    text = read_text(path)
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInputError([_broken(path, error.msg, error.lineno, error.colno)]) from None
    except RecursionError:
        raise BadInputError([_broken(path, "too deep", 1, 1)]) from None
    if not isinstance(content, dict):
        raise BadInputError([_no_graph(path, Text("its top is no object", "顶层不是对象"))])
    return content


def _misshapen(path: Path, content: dict[str, Any], part: str, needed: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what keeps a list of nodes or of edges from being one."""
    listed = content.get(part)
    if not isinstance(listed, list):
        yield _no_graph(path, Text(f"it has no list {part!r}", f"没有列表 {part!r}"))
        return
    for number, one in enumerate(listed):
        missing = [key for key in needed if one.get(key) is None] if isinstance(one, dict) else list(needed)
        if missing:
            words = ", ".join(missing)
            yield _no_graph(path, Text(f"{part}[{number}] has no {words}", f"{part}[{number}] 缺少 {words}"))


def _no_graph(path: Path, reason: Text) -> Problem:
    message = Text(f"is no node-link graph: {reason.en}", f"不是 node-link 图:{reason.zh}")
    return Problem("not-node-link", message, _REMEDY, str(path))


def _broken(path: Path, reason: str, line: int, column: int) -> Problem:
    message = Text(f"is not valid JSON: {reason}", f"不是有效的 JSON:{reason}")
    return Problem("json-syntax", message, _REMEDY, str(path), line, column)


FORMAT = Format(
    name="node-link JSON",
    suffixes=(".json",),
    loses=Text("nothing", "无损"),
    read=read_nodelink,
    write=write_nodelink,
)
