"""The map in words, for people who cannot or do not want to see the picture, and for pages without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import Any

from ecosystem.analysis.coded import reservation

# Above this many nodes the twin names nodes by category and leaves relations to the table view.
MOST_IN_FULL = 2000
_WORDS = {
    "en": {"heading": "The map in words", "comma": ", ", "stop": "."},
    "zh": {"heading": "地图的文字版", "comma": "、", "stop": "。"},
}


def twin_references(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the references that the sections cite by number; their titles stand in the language they have."""
    full = len(payload["nodes"]["id"]) <= MOST_IN_FULL
    return [_reference(one) for one in payload["references"]] if full else []


def twin_sections(payload: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one section a language: categories, their nodes, and what is said of them."""
    return [_section(payload, language) for language in ("en", "zh")]


def _section(payload: dict[str, Any], language: str) -> dict[str, Any]:
    nodes = payload["nodes"]
    full = len(nodes["id"]) <= MOST_IN_FULL
    names = _names(nodes, language)
    sentences = _sentences(payload, names, language) if full else {}
    summaries = nodes["summary" if language == "en" else "summaryZh"]
    members: dict[int, list[int]] = defaultdict(list)
    for node, category in enumerate(nodes["category"]):
        members[category].append(node)
    return {
        "language": language,
        "words": _WORDS[language],
        "full": full,
        "categories": [
            {
                "label": category["label"][language],
                "names": sorted((names[node] for node in members[position]), key=str.casefold),
                "nodes": [
                    {"name": names[node], "summary": summaries.get(node, ""), "sentences": sentences.get(node, ())}
                    for node in members[position]
                ]
                if full
                else [],
            }
            for position, category in enumerate(payload["categories"])
            if members[position]
        ],
    }


def _names(nodes: dict[str, Any], language: str) -> list[str]:
    if language == "en":
        return list(nodes["name"])
    return [nodes["zh"].get(position, name) for position, name in enumerate(nodes["name"])]


def _sentences(payload: dict[str, Any], names: list[str], language: str) -> dict[int, list[str]]:
    """Return for each node the relations that start at it, those of one predicate in one sentence."""
    edges, comma = payload["edges"], _WORDS[language]["comma"]
    predicates = [one["label"][language] for one in payload["predicates"]]
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, source in enumerate(accumulate(edges["source"])):
        end = names[edges["target"][number]] + _remarks(edges, number, language)
        found[source][predicates[edges["predicate"][number]]].append(end)
    return {
        source: [f"{predicate} {comma.join(ends)}" for predicate, ends in sentences.items()]
        for source, sentences in found.items()
    }


def _remarks(edges: dict[str, Any], number: int, language: str) -> str:
    """Return what qualifies a relation: how it is said, when it held, and who says it, e.g. `(2014 –) [3, § 4.2]`."""
    said = getattr(reservation(edges["modality"].get(number)), language)
    qualified = "; ".join(
        part for part in (said, _period(edges["since"].get(number), edges["until"].get(number))) if part
    )
    cited = "".join(f" [{_citation(*reference)}]" for reference in edges["refs"].get(number, ()))
    return f" ({qualified})" * bool(qualified) + cited


def _period(since: str | None, until: str | None) -> str:
    if since and until:
        return f"{since} – {until}"
    return f"{since} –" if since else f"– {until}" if until else ""


def _citation(reference: int, locator: str) -> str:
    """Return a citation as it stands in brackets: the number in the list of references, and the place in it."""
    section = "§ " if locator[:1].isdigit() else ""
    return f"{reference + 1}, {section}{locator}" if locator else str(reference + 1)


def _reference(reference: dict[str, Any]) -> dict[str, Any]:
    """Return a reference with its address only where that is a web address, and so safe to follow."""
    address = str(reference.get("url", ""))
    return reference | {"url": address if address.startswith(("https://", "http://")) else ""}
