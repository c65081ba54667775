"""Facets: the columns by which a reader narrows a map (licence, language, vendor, maturity, evidence ...).

Kind, category and status are computed in the page, because they are columns already or depend on the date chosen there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from ecosystem.maps.extract import Extract
from ecosystem.maps.words import Label, label, plain_label

RELATION_FACETS: tuple[tuple[str, Label, frozenset[str]], ...] = (
    ("vendor", {"en": "Vendor", "zh": "厂商"}, frozenset({"made_by", "owned_by"})),
    ("licence", {"en": "Licence", "zh": "许可证"}, frozenset({"licensed_under"})),
    ("language", {"en": "Language", "zh": "编程语言"}, frozenset({"written_in"})),
    ("host", {"en": "Foundation", "zh": "基金会"}, frozenset({"hosted_by"})),
)
ATTRIBUTE_LABELS: Mapping[str, Label] = {
    "maturity": {"en": "Maturity", "zh": "成熟度"},
    "country": {"en": "Country", "zh": "国家"},
}
VALUE_LABELS: Mapping[str, Label] = {
    "graduated": {"en": "graduated", "zh": "已毕业"},
    "incubating": {"en": "incubating", "zh": "孵化中"},
    "sandbox": {"en": "sandbox", "zh": "沙箱"},
    "archived": {"en": "archived", "zh": "已归档"},
}
EVIDENCE: tuple[Label, ...] = (
    {"en": "no reference", "zh": "无出处"},
    {"en": "one reference", "zh": "一处出处"},
    {"en": "several references", "zh": "多处出处"},
)
# An attribute with more values than this names things apart rather than together.
_MOST_VALUES = 60
_SHOWN_AS_CATEGORY = frozenset({"category", "subcategory"})


def build_facets(extract: Extract, evidence: Mapping[int, int] | None) -> list[dict[str, Any]]:
    """Return the facets that have something to say; `evidence` counts the distinct references about each node."""
    facets = [_relation_facet(extract, *facet) for facet in RELATION_FACETS]
    facets += _attribute_facets(extract)
    if evidence:
        levels = {node: [min(evidence.get(node, 0), 2)] for node in range(len(extract.ids))}
        facets.append(
            {"id": "evidence", "label": {"en": "Evidence", "zh": "出处"}, "values": list(EVIDENCE), "of": levels}
        )
    return [facet for facet in facets if facet["of"]]


def _relation_facet(extract: Extract, name: str, heading: Label, predicates: frozenset[str]) -> dict[str, Any]:
    """Return a facet whose values are the nodes at the other end of some relations."""
    ends: dict[int, list[int]] = defaultdict(list)
    for source, target in extract.ends_of(predicates):
        if target not in ends[source]:
            ends[source].append(target)
    targets = {target for found in ends.values() for target in found}
    values = {target: label(extract.names[target], extract.nodes[target].get("name_zh")) for target in targets}
    return _facet(name, heading, ends, values)


def _attribute_facets(extract: Extract) -> Iterable[dict[str, Any]]:
    """Return a facet for each attribute that groups nodes."""
    found: dict[str, dict[int, list[str]]] = defaultdict(dict)
    for node, attributes in enumerate(extract.nodes):
        for key, value in (attributes.get("attributes") or {}).items():
            if value not in (None, "") and key not in _SHOWN_AS_CATEGORY:
                found[str(key)][node] = [str(value)]
    for key, of in found.items():
        values = {value: VALUE_LABELS.get(value, label(value)) for one in of.values() for value in one}
        if len(values) <= _MOST_VALUES:
            yield _facet(key, ATTRIBUTE_LABELS.get(key, plain_label(key)), of, values)


def _facet(name: str, heading: Label, of: Mapping[int, list[Any]], values: Mapping[Any, Label]) -> dict[str, Any]:
    """Return a facet whose values are numbered, the most frequent first, then by name; `of` is in node order."""
    counts = Counter(value for found in of.values() for value in found)
    order = sorted(values, key=lambda value: (-counts[value], values[value]["en"].casefold(), str(value)))
    number = {value: position for position, value in enumerate(order)}
    return {
        "id": name,
        "label": heading,
        "values": [values[value] for value in order],
        "of": {node: sorted([number[value] for value in found]) for node, found in of.items()},
    }
