"""What a panel tells about one node beyond its columns: links, names, milestones, figures, release cycles, notes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

Claim = Mapping[str, Any]
_LISTS = ("repositories", "packages", "images", "aliases")


def details_column(
    nodes: Sequence[Mapping[str, Any]], fields: Collection[str], cite: Callable[[Any], list[Any]]
) -> dict[int, dict[str, Any]]:
    """Return the details of those nodes that have any; `fields` are the attributes that occur at all."""
    if _ALL.isdisjoint(fields):
        return {}
    return {position: details for position, node in enumerate(nodes) if (details := node_details(node, cite))}


def node_details(attributes: Mapping[str, Any], cite: Callable[[Any], list[Any]]) -> dict[str, Any]:
    """Return a node's details without the empty ones; `cite` numbers the references."""
    details: dict[str, Any] = {}
    if attributes.get("homepage"):
        details["homepage"] = str(attributes["homepage"])
    for field in _LISTS:
        if attributes.get(field):
            details[field] = [str(value) for value in attributes[field]]
    if attributes.get("attributes"):
        details["attributes"] = {str(key): str(value) for key, value in attributes["attributes"].items()}
    for field, name, row in _CLAIMS:
        claims = attributes.get(field)
        if claims:
            details[name] = [row(claim, cite) for claim in claims]
    if attributes.get("references"):
        details["refs"] = cite(attributes["references"])
    return details


def _former(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    return [claim.get("name"), _text(claim, "until"), cite(claim.get("references"))]


def _milestone(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    return [claim.get("event"), _text(claim, "date"), *_modality(claim, cite)]


def _figure(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    value = claim.get("value")
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    return [claim.get("measure"), number, claim.get("qualifier") or "", _text(claim, "date"), *_modality(claim, cite)]


def _cycle(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    dates = [_text(claim, field) for field in ("released", "support_until", "security_until")]
    codename = f" ({claim['codename']})" if claim.get("codename") else ""
    return [f"{claim.get('name')}{codename}", *dates, claim.get("latest") or "", cite(claim.get("references"))]


def _note(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    return [claim.get("note_en"), claim.get("note_zh"), cite(claim.get("references"))]


def _modality(claim: Claim, cite: Callable[[Any], list[Any]]) -> list[Any]:
    """Return modality, references and the note: how most claims end."""
    return [
        claim.get("modality") or "stated",
        cite(claim.get("references")),
        claim.get("note_en"),
        claim.get("note_zh"),
    ]


def _text(claim: Claim, field: str) -> str | None:
    return str(claim[field]) if claim.get(field) else None


_CLAIMS = (
    ("former_names", "former", _former),
    ("milestones", "milestones", _milestone),
    ("figures", "figures", _figure),
    ("cycles", "cycles", _cycle),
    ("notes", "notes", _note),
)
_ALL = frozenset({"homepage", "attributes", "references", *_LISTS, *(field for field, _, _ in _CLAIMS)})
