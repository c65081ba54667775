"""Awesome lists: headings become concepts, the links under them become tools."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
from markdown_it import MarkdownIt
from markdown_it.token import Token

from ecosystem.catalogue import Bilingual, Catalogue, Citation, Node, Reference, Relation
from ecosystem.catalogue.yaml_source import read_text
from ecosystem.errors import BadInputError, Problem, Severity, Text
from ecosystem.exchange.format import Format
from ecosystem.exchange.words import foreign_vocabulary
from ecosystem.graph import build_graph

_FILE = "list-file"
_CODE_HOST = re.compile(r"^https?://(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)/[^/]+/[^/#?]+")
_DEAD = ("\N{SKULL}", ":skull:")


def read_awesome(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read a Markdown list of links as a graph.

    Each heading is a concept, broader the heading above it; each list entry's first link is a tool that belongs to it,
    with the rest of the entry as its summary. A skull marks what its makers gave up (`attributes["marked"] = "dead"`).
    An entry without a link and an address that stands twice are reported.
    """
    tokens = MarkdownIt().parse(read_text(path))
    problems: list[Problem] = []
    root = Node.model_construct(id="list", kind="concept", name=path.stem)
    nodes: dict[str, Node] = {"list": root}
    by_address: dict[str, str] = {}
    above: list[tuple[int, str]] = [(0, "list")]
    for position, token in enumerate(tokens):
        if token.type == "heading_open":
            _open_section(nodes, above, int(token.tag[1]), _text(tokens[position + 1]))
        elif token.type == "list_item_open":
            inline = next((after for after in tokens[position : position + 3] if after.type == "inline"), None)
            if inline is not None:
                problems += _add_entry(nodes, by_address, inline, above, path)
    if len(nodes) == 1:
        raise BadInputError([_no_list(path)])
    title = Bilingual(en=path.stem, zh=path.stem)
    reference = Reference(id=_FILE, title=path.name)
    catalogue = Catalogue.model_construct(
        name=path.stem, vocabulary=foreign_vocabulary(title), nodes=nodes, references={_FILE: reference}
    )
    return build_graph(catalogue), problems


def _open_section(nodes: dict[str, Node], above: list[tuple[int, str]], level: int, name: str) -> None:
    while above[-1][0] >= level:
        above.pop()
    identity = _fresh(nodes, name)
    relation = Relation(predicate="broader", target=above[-1][1], references=(Citation(reference=_FILE, locator=name),))
    nodes[identity] = Node.model_construct(id=identity, kind="concept", name=name or identity, relations=(relation,))
    above.append((level, identity))


def _add_entry(
    nodes: dict[str, Node], by_address: dict[str, str], inline: Token, above: list[tuple[int, str]], path: Path
) -> Iterator[Problem]:
    line = (inline.map or [0])[0] + 1
    name, address = _first_link(inline)
    if not address.startswith(("http://", "https://")):
        return
    section = nodes[above[-1][1]]
    cited = (Citation(reference=_FILE, locator=f"{section.name}, line {line}"),)
    relation = Relation(predicate="belongs_to", target=section.id, references=cited)
    key = address.rstrip("/").casefold()
    if key in by_address:
        known = nodes[by_address[key]]
        if all(other.target != section.id for other in known.relations):
            nodes[known.id] = known.model_copy(update={"relations": (*known.relations, relation)})
        message = Text(f"{address} stands twice (also {known.name})", f"{address} 出现了两次（另见 {known.name}）")
        remedy = Text("keep one of the two", "请保留其中一条")
        yield Problem("repeated-address", message, remedy, str(path), line, severity=Severity.WARNING)
        return
    identity = _fresh(nodes, name)
    by_address[key] = identity
    rest = _text(inline).partition(name)[2].strip(" -–—:.·")
    nodes[identity] = Node.model_construct(
        id=identity,
        kind="tool",
        name=name or identity,
        summary=Bilingual(en=rest, zh=rest) if rest else None,
        homepage=address,
        repositories=(address,) if _CODE_HOST.match(address) else (),
        attributes={"marked": "dead"} if any(mark in inline.content for mark in _DEAD) else {},
        references=cited,
        relations=(relation,),
    )


def _first_link(inline: Token) -> tuple[str, str]:
    children = inline.children or []
    for position, child in enumerate(children):
        if child.type == "link_open":
            words = []
            for after in children[position + 1 :]:
                if after.type == "link_close":
                    break
                words.append(after.content)
            return " ".join("".join(words).split()), str(child.attrs.get("href", ""))
    return "", ""


def _text(token: Token) -> str:
    return " ".join("".join(child.content for child in token.children or []).split())


def _fresh(nodes: dict[str, Node], name: str) -> str:
    identity = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "x"
    while identity in nodes:
        identity += "-2"
    return identity


def _no_list(path: Path) -> Problem:
    message = Text("has no headings and no links", "没有标题，也没有链接")
    remedy = Text("give a Markdown list such as awesome-docker's README", "请提供 awesome-docker 那样的 Markdown 列表")
    return Problem("not-a-list", message, remedy, str(path), 1)


FORMAT = Format(
    name="awesome list",
    suffixes=(".md", ".markdown"),
    loses=Text("prose between the lists and badges", "列表之间的文字与徽章"),
    read=read_awesome,
)
