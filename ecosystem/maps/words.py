"""The vocabulary of a map: kinds, predicates, events and measures, with labels in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ecosystem.graph import words_of
from ecosystem.maps.extract import Extract

Label = dict[str, str]

# Colours for kinds that no vocabulary colours, told apart by colour-blind people too (after Paul Tol).
SPARE_COLOURS = ("#2f6fde", "#c2570c", "#2e8540", "#7d5fd3", "#0b8a8f", "#b8397a", "#a3741a", "#5f7187")


def label(en: str, zh: str | None = None) -> Label:
    """Return a text in both languages; what has no Chinese form keeps its own."""
    return {"en": en, "zh": zh or en}


def own_label(said: object) -> Label | None:
    """Return what somebody's graph calls itself: in two languages, in one text, or not at all."""
    if isinstance(said, Mapping):
        return label(str(said["en"]), str(said.get("zh") or "")) if said.get("en") else None
    return label(str(said)) if isinstance(said, (str, int, float)) and str(said).strip() else None


def plain_label(word: str) -> Label:
    """Return a label for a word that no vocabulary explains: `made_by` reads `made by`."""
    return label(word.replace("_", " "))


def background_of(extract: Extract) -> frozenset[str]:
    """Return the predicates that the vocabulary calls background.

    Many things have such a relation to few (a licence, a language, a host), so it says little about what hangs together:
    it hardly counts for where a node is put, and the network draws it only where the reader asks for it.
    """
    return frozenset(name for name, words in words_of(extract.graph, "predicates").items() if words.get("background"))


def used_kinds(extract: Extract) -> list[dict[str, Any]]:
    """Return the kinds on the map in the vocabulary's order, then those that it does not know."""
    known = words_of(extract.graph, "kinds")
    used = set(extract.kinds)
    ordered = [kind for kind in known if kind in used] + sorted(used - set(known))
    return [_kind(kind, known.get(kind, {}), number) for number, kind in enumerate(ordered)]


def _kind(kind: str, words: Mapping[str, Any], number: int) -> dict[str, Any]:
    fallback = {"en": "node", "zh": "节点"} if kind == "node" else plain_label(kind)
    return {
        "id": kind,
        "label": words.get("label") or fallback,
        "plural": words.get("plural") or words.get("label") or fallback,
        "colour": words.get("colour") or SPARE_COLOURS[number % len(SPARE_COLOURS)],
        "shape": words.get("shape") or "dot",
        "timeless": bool(words.get("timeless")),
        "momentary": bool(words.get("momentary")),
        "stateless": bool(words.get("stateless")),
        "freshMonths": words.get("fresh_months"),
    }


def used_predicates(extract: Extract) -> list[dict[str, Any]]:
    """Return the predicates on the map in the vocabulary's order, then those that it does not know."""
    known = words_of(extract.graph, "predicates")
    used = set(extract.predicates)
    ordered = [predicate for predicate in known if predicate in used] + sorted(used - set(known))
    return [_predicate(predicate, known.get(predicate, {})) for predicate in ordered]


def _predicate(predicate: str, words: Mapping[str, Any]) -> dict[str, Any]:
    related = predicate == "related_to"
    fallback = {"en": "is related to", "zh": "相关于"} if related else plain_label(predicate)
    return {
        "id": predicate,
        "label": words.get("label") or fallback,
        "inverse": words.get("inverse")
        or (fallback if related else label(f"← {fallback['en']}", f"← {fallback['zh']}")),
        "family": words.get("family") or "other",
        "symmetric": bool(words.get("symmetric", related)),
        "background": bool(words.get("background")),
    }


def used_events(extract: Extract) -> list[dict[str, Any]]:
    """Return the kinds of milestone on the map."""
    known = words_of(extract.graph, "events")
    return [
        {
            "id": event,
            "label": known.get(event, {}).get("label") or plain_label(event),
            "ends": bool(known.get(event, {}).get("ends")),
        }
        for event in _used(extract, "milestones", "event", known)
    ]


def used_measures(extract: Extract) -> list[dict[str, Any]]:
    """Return what the figures on the map count."""
    known = words_of(extract.graph, "measures")
    return [
        {"id": measure, "label": known.get(measure, {}).get("label") or plain_label(measure)}
        for measure in _used(extract, "figures", "measure", known)
    ]


def _used(extract: Extract, field: str, key: str, known: Iterable[str]) -> list[str]:
    used = {str(claim[key]) for node in extract.nodes for claim in node.get(field, ()) if claim.get(key)}
    ordered = [word for word in known if word in used]
    return ordered + sorted(used - set(ordered))
