"""How a graph is said in words: names, dates and relations in English and in Chinese."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import networkx as nx

from ecosystem.analysis.coded import reservation
from ecosystem.errors import Text
from ecosystem.graph import words_of
from ecosystem.graph.life import last_sign_of

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
UNNAMED_PREDICATE = "related_to"
_BLANK = "……"


def name_of(graph: nx.Graph, node: Hashable) -> Text:
    """Return a node's name in both languages; its id where it has none."""
    attributes = graph.nodes[node] if node in graph else {}
    name = str(attributes.get("name") or attributes.get("label") or node)
    return Text(name, str(attributes.get("name_zh") or name))


def kind_of(graph: nx.Graph, node: Hashable) -> str:
    """Return a node's kind, or an empty text where the graph does not say."""
    return str(graph.nodes[node].get("kind") or "")


def predicate_of(attributes: Mapping[str, Any]) -> str:
    """Return an edge's predicate; an edge of a plain graph has the predicate `related_to`."""
    return str(attributes.get("predicate") or UNNAMED_PREDICATE)


def predicate_label(graph: nx.Graph, predicate: str, *, inverse: bool = False) -> Text:
    """Return how a predicate reads from its source or, inversely, from its target."""
    described = words_of(graph.graph, "predicates").get(predicate)
    if described is None:
        plain = predicate.replace("_", " ")
        return Text(f"({plain} of)" if inverse else plain, f"（被）{plain}" if inverse else plain)
    label = described["inverse" if inverse else "label"]
    return Text(label["en"], label["zh"])


def kind_label(graph: nx.Graph, kind: str, *, plural: bool = False) -> Text:
    """Return how a kind is called."""
    described = words_of(graph.graph, "kinds").get(kind)
    if described is None:
        return Text(kind.replace("_", " ") or "node", kind or "节点")
    label = described["plural" if plural else "label"]
    return Text(label["en"], label["zh"])


def event_label(graph: nx.Graph, event: str) -> Text:
    """Return how an event is called."""
    described = words_of(graph.graph, "events").get(event)
    plain = event.replace("_", " ")
    return Text(described["label"]["en"], described["label"]["zh"]) if described else Text(plain, plain)


def measure_label(graph: nx.Graph, measure: str) -> Text:
    """Return what a figure counts."""
    described = words_of(graph.graph, "measures").get(measure)
    plain = measure.replace("_", " ")
    return Text(described["label"]["en"], described["label"]["zh"]) if described else Text(plain, plain)


def date_in_words(date: str | None) -> Text:
    """Return `2015-02-25` as "25 February 2015" and "2015年2月25日", as precise as it is."""
    if not date:
        return Text("", "")
    year, *rest = str(date).split("-")
    if not rest:
        return Text(year, f"{year}年")
    month = int(rest[0])
    if len(rest) == 1:
        return Text(f"{_MONTHS[month - 1]} {year}", f"{year}年{month}月")
    return Text(f"{int(rest[1])} {_MONTHS[month - 1]} {year}", f"{year}年{month}月{int(rest[1])}日")


def silence_in_words(graph: nx.Graph, node: Hashable) -> Text:
    """Return since when a dormant thing has been silent."""
    when = date_in_words(last_sign_of(graph, node))
    return Text(f"no sign of life since {when.en}", f"自{when.zh}以来未见动静")


def on_date(date: str | None) -> Text:
    """Return when something happened: "on 5 July 2022" or "in July 2022", in Chinese without a preposition."""
    when = date_in_words(date)
    return Text(f"{'on' if str(date).count('-') == 2 else 'in'} {when.en}" if date else "", when.zh)


def interval_in_words(since: str | None, until: str | None) -> Text:
    """Return a validity as a phrase in brackets; nothing where no date is known."""
    start, end = date_in_words(since), date_in_words(until)
    if since and until:
        return Text(f" ({start.en} to {end.en})", f"（{start.zh}至{end.zh}）")
    if since:
        return Text(f" ({start.en})", f"（{start.zh}）")
    if until:
        return Text(f" (until {end.en})", f"（至{end.zh}）")
    return Text("", "")


def sentence(
    graph: nx.Graph, source: Hashable, target: Hashable, attributes: Mapping[str, Any], *, inverse: bool = False
) -> Text:
    """Return a relation as one sentence, told from its source or, inversely, from its target."""
    label = predicate_label(graph, predicate_of(attributes), inverse=inverse)
    first, second = name_of(graph, source), name_of(graph, target)
    if inverse:
        first, second = second, first
    when = interval_in_words(attributes.get("since"), attributes.get("until"))
    mood = reservation(attributes.get("modality"))
    opening = Text(f"{mood.en.capitalize()}: " if mood.en else "", f"{mood.zh}：" if mood.zh else "")
    return Text(
        f"{opening.en}{first.en} {label.en} {second.en}{when.en}.".replace("..", "."),
        f"{opening.zh}{_join_zh(first.zh, label.zh, second.zh)}{when.zh}。",
    )


def listed(texts: Sequence[Text]) -> Text:
    """Return an enumeration: "A, B and C" and "A、B 和 C"."""
    if not texts:
        return Text("", "")
    if len(texts) == 1:
        return texts[0]
    return Text(
        f"{', '.join(text.en for text in texts[:-1])} and {texts[-1].en}",
        f"{'、'.join(text.zh for text in texts[:-1])}和{texts[-1].zh}",
    )


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Return "1 tool", "2 tools", "2 categories"."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def _join_zh(first: str, label: str, second: str) -> str:
    if _BLANK in label:
        before, after = label.split(_BLANK, 1)
        return f"{first} {before} {second} {after}".strip()
    return f"{first} {label} {second}"
