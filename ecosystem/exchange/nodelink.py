"""NetworkX node-link JSON: every field of nodes, edges and the graph itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Text
from ecosystem.exchange.format import Format


def read_nodelink(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read what `write_nodelink` or `networkx.node_link_data` wrote (edges under `edges` or `links`)."""
    try:
        content = json.loads(read_text(path))
        edges = "links" if "links" in content else "edges"
        graph = nx.MultiDiGraph(nx.node_link_graph(content, directed=True, multigraph=True, edges=edges))
    except json.JSONDecodeError as error:
        raise BadInputError([_broken(path, error.msg, error.lineno, error.colno)]) from None
    except (nx.NetworkXError, KeyError, TypeError, AttributeError) as error:
        raise BadInputError([_broken(path, f"no node-link graph ({error})", 1, 1)]) from None
    return nx.freeze(graph), _dangling(path, content, edges)


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


def _broken(path: Path, reason: str, line: int, column: int) -> Problem:
    message = Text(f"is not valid JSON: {reason}", f"不是有效的 JSON:{reason}")
    remedy = Text("give a file that networkx.node_link_data made", "请提供由 networkx.node_link_data 生成的文件")
    return Problem("json-syntax", message, remedy, str(path), line, column)


FORMAT = Format(
    name="node-link JSON",
    suffixes=(".json",),
    loses=Text("nothing", "无损"),
    read=read_nodelink,
    write=write_nodelink,
)
