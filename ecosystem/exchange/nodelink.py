"""NetworkX node-link JSON: every field of nodes, edges and the graph itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Text
from ecosystem.errors.borrowed import borrowed
from ecosystem.exchange.format import Format
from ecosystem.exchange.json_lines import JsonLines
from ecosystem.exchange.shapes import drop_misshapen

_REMEDY = Text("give a file that networkx.node_link_data made", "请提供由 networkx.node_link_data 生成的文件")


def read_nodelink(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read what `write_nodelink` or `networkx.node_link_data` wrote (edges under `edges` or `links`)."""
    text = read_text(path)
    content, lines = _parsed(path, text), JsonLines(text)
    edges = "links" if "links" in content else "edges"
    problems = [
        *_misshapen(path, content, lines, "nodes", ("id",)),
        *_misshapen(path, content, lines, edges, ("source", "target")),
        *_misshapen_graph(path, content, lines),
    ]
    if problems:
        raise BadInputError(problems)
    try:
        graph = nx.MultiDiGraph(nx.node_link_graph(content, directed=True, multigraph=True, edges=edges))
    except (nx.NetworkXError, KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadInputError([_no_graph(path, borrowed(str(error)), (1, 1))]) from None
    misshapen = drop_misshapen(path, graph)
    return nx.freeze(graph), [*_dangling(path, content, lines, edges), *misshapen]


def write_nodelink(graph: nx.MultiDiGraph) -> bytes:
    """Return the graph as node-link JSON in UTF-8."""
    content = nx.node_link_data(graph, edges="edges")
    return (json.dumps(content, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _dangling(path: Path, content: Any, lines: JsonLines, edges: str) -> list[Problem]:
    known = {str(node.get("id")) for node in content["nodes"]}
    lost: dict[str, int] = {}
    for number, edge in enumerate(content[edges]):
        for end in ("source", "target"):
            if str(edge[end]) not in known:
                lost.setdefault(str(edge[end]), number)
    return [
        Problem(
            "relation-to-nowhere",
            Text(f"an edge leads to {name!r}, which is no node", f"有一条边指向不存在的节点 {name!r}"),
            Text("add the node, or remove the edge", "请补上节点，或删除该边"),
            str(path),
            *(lines.of(edges, number) or (1, 1)),
        )
        for name, number in lost.items()
    ]


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadInputError([_broken(path, error.msg, error.lineno, error.colno)]) from None
    except (RecursionError, ValueError) as error:
        reason = "too deep" if isinstance(error, RecursionError) else str(error)
        raise BadInputError([_broken(path, reason, 1, 1)]) from None
    if not isinstance(content, dict):
        raise BadInputError([_no_graph(path, Text("its top is no object", "顶层不是对象"), (1, 1))])
    return content


def _misshapen(
    path: Path, content: dict[str, Any], lines: JsonLines, part: str, needed: tuple[str, ...]
) -> Iterator[Problem]:
    """Yield what keeps a list of nodes or of edges from being one."""
    listed = content.get(part)
    if not isinstance(listed, list):
        yield _no_graph(path, Text(f"it has no list {part!r}", f"没有列表 {part!r}"), lines.of(part) or (1, 1))
        return
    for number, one in enumerate(listed):
        fields = one if isinstance(one, dict) else {}
        missing = [key for key in needed if fields.get(key) is None]
        wrong = [key for key in needed if not _can_name(fields.get(key))]
        wrong += ["key"] * isinstance(fields.get("key"), list | dict)
        if missing or wrong:
            en = [f"no {', '.join(missing)}"] * bool(missing) + [f"a {key} that is no text" for key in wrong]
            zh = [f"缺少 {', '.join(missing)}"] * bool(missing) + [f"{key} 不是文本" for key in wrong]
            reason = Text(f"{part}[{number}] has {' and '.join(en)}", f"{part}[{number}] {','.join(zh)}")
            yield _no_graph(path, reason, lines.of(part, number) or (1, 1))


def _misshapen_graph(path: Path, content: dict[str, Any], lines: JsonLines) -> Iterator[Problem]:
    """Yield what keeps the graph's own fields from being read."""
    if not isinstance(content.get("graph", {}), dict):
        yield _no_graph(path, Text("its 'graph' is no object", "其 'graph' 不是对象"), lines.of("graph") or (1, 1))


def _can_name(value: Any) -> bool:
    """Return whether a value can name a node: text, a number, or (as NetworkX writes a tuple) a list of these."""
    if isinstance(value, list):
        return all(_can_name(part) for part in value)
    return not isinstance(value, dict)


def _no_graph(path: Path, reason: Text, position: tuple[int, int]) -> Problem:
    message = Text(f"is no node-link graph: {reason.en}", f"不是 node-link 图：{reason.zh}")
    return Problem("not-node-link", message, _REMEDY, str(path), *position)


def _broken(path: Path, reason: str, line: int, column: int) -> Problem:
    said = borrowed(reason)
    message = Text(f"is not valid JSON: {said.en}", f"不是有效的 JSON:{said.zh}")
    return Problem("json-syntax", message, _REMEDY, str(path), line, column)


FORMAT = Format(
    name="node-link JSON",
    suffixes=(".json",),
    loses=Text("nothing", "无损"),
    read=read_nodelink,
    write=write_nodelink,
)
