"""Which node a name means, and which names lie near one that no node has."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from ecosystem.errors import Text, UnknownNodeError

_BESIDE_CHINESE = re.compile("(?<=[\u3400-\u9fff]) +| +(?=[\u3400-\u9fff])")
_ALIKE, _NEAR, _SHARED = 0.8, 0.7, 0.6
_SUGGESTED = 4


def fold(text: str) -> str:
    """Return a text as it is compared: without case, width, accents, doubled blanks and blanks beside Chinese."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _BESIDE_CHINESE.sub("", " ".join(kept.casefold().split()))


def find_node(graph: nx.MultiDiGraph, name: str) -> str:
    """Return the id of the node that goes by a name, in any case, language or former form.

    What is called so today comes before what was called so once: Fig is Fig, not the Docker Compose that it became.
    Raises `UnknownNodeError` with the nearest names where there is none.
    """
    if name in graph:
        return name
    wanted = fold(str(name))
    former: str | None = None
    for node, attributes in graph.nodes(data=True):
        own = (str(node), str(attributes.get("name", node)), str(attributes.get("name_zh") or ""))
        if wanted in map(fold, own):
            return str(node)
        if former is None and wanted in map(fold, map(str, attributes.get("names") or ())):
            former = str(node)
    if former is not None:
        return former
    raise UnknownNodeError(_nearest(graph, name))


def find_nodes(graph: nx.MultiDiGraph, names: Iterable[str]) -> list[str]:
    """Return the ids of several nodes; raise `UnknownNodeError` that tells every name that is unknown, not only the first."""
    found: list[str] = []
    unknown: list[Text] = []
    for name in names:
        try:
            found.append(find_node(graph, name))
        except UnknownNodeError as error:
            unknown.append(error.text)
    if unknown:
        raise UnknownNodeError(Text("\n".join(one.en for one in unknown), "\n".join(one.zh for one in unknown)))
    return found


def _nearest(graph: nx.MultiDiGraph, name: str) -> Text:
    wanted = fold(str(name))
    scored = [
        (max(_nearness(form, wanted) for form in _forms(node, data)), str(node))
        for node, data in graph.nodes(data=True)
    ]
    near = [
        node for nearness, node in sorted(scored, key=lambda pair: (-pair[0][0], -pair[0][1], pair[1])) if nearness[0]
    ]
    hint = ", ".join(near[:_SUGGESTED])
    hint_en = f"did you mean {hint}?" if near else "try `ecosystem find TEXT`"
    hint_zh = f"您是不是想找 {hint}？" if near else "请试试 `ecosystem find 文本`"
    return Text(f"there is no node {name!r}: {hint_en}", f"没有节点 {name!r}：{hint_zh}")


def _forms(node: Any, attributes: Mapping[str, Any]) -> Iterator[str]:
    names = (node, attributes.get("name"), attributes.get("name_zh"), *(attributes.get("names") or ()))
    yield from dict.fromkeys(fold(str(one)) for one in names if one not in (None, ""))


def _nearness(form: str, wanted: str) -> tuple[float, float]:
    """Return how near a name is to what was written, and how alike the two are as a whole; zero where it is not near.

    As near as the letters are alike, or as the letters of the words that both have make up what was written.
    """
    whole = difflib.SequenceMatcher(None, form, wanted)
    if whole.real_quick_ratio() < 0.2:
        return 0.0, 0.0
    ratio = whole.ratio() if whole.quick_ratio() >= _NEAR else 0.0
    own, asked = re.findall(r"\w+", form), re.findall(r"\w+", wanted)
    both = sum(len(word) for word in asked if difflib.get_close_matches(word, own, n=1, cutoff=_ALIKE))
    shared = both / max(sum(map(len, asked)), 1)
    near = max(ratio if ratio >= _NEAR else 0.0, _SHARED + 0.3 * shared if shared >= 0.5 else 0.0)
    return near, whole.ratio() if near else 0.0
