"""A catalogue becomes a frozen NetworkX graph whose attributes are plain values (text, numbers, lists, mappings)."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

import networkx as nx

from ecosystem.catalogue import catalogue_folder, load_catalogue
from ecosystem.catalogue.collecting import collector_paused
from ecosystem.catalogue.records import Bilingual, Catalogue, Claim, Node, Relation


def load(name: str | os.PathLike[str] = "docker") -> nx.MultiDiGraph:
    """Return a catalogue as a frozen `networkx.MultiDiGraph`.

    `name` is a catalogue that ships with the package (`docker`) or the path of a catalogue's folder. Attributes are
    described at `build_graph`. Raises `BadInputError` with every problem, file and line.
    """
    return build_graph(load_catalogue(catalogue_folder(os.fspath(name))))


@collector_paused()
def build_graph(catalogue: Catalogue) -> nx.MultiDiGraph:
    """Return the catalogue as a frozen `networkx.MultiDiGraph`.

    Nodes carry `kind`, `name`, `name_zh`, `aliases`, `names` (all of them), `summary_en`, `summary_zh`, `since`, `until`,
    `references`, `homepage`, `repositories`, `packages`, `images`, `attributes`, `milestones`, `figures`, `cycles`,
    `former_names` and `notes`. Edges carry `predicate`, `since`, `until`, `modality`, `references` (each
    `reference-id#locator`), `note_en` and `note_zh`; an edge's key is its predicate, with the start date where the same
    pair repeats. The graph itself carries `name`, `title`, `question`, `vocabulary` and `references`.
    """
    words = catalogue.vocabulary
    graph = nx.MultiDiGraph(
        name=catalogue.name,
        title=words.title.model_dump(),
        question=words.question.model_dump(),
        vocabulary=words.model_dump(mode="json", exclude={"title", "question"}),
        references={key: reference.model_dump(mode="json") for key, reference in catalogue.references.items()},
    )
    graph.add_nodes_from((node.id, node_attributes(node)) for node in catalogue.nodes.values())
    for node in catalogue.nodes.values():
        for relation in node.relations:
            graph.add_edge(
                node.id, relation.target, key=_edge_key(graph, node.id, relation), **edge_attributes(relation)
            )
    return nx.freeze(graph)


def node_attributes(node: Node) -> dict[str, Any]:
    """Return a node's attributes as plain values, in the order in which they are documented."""
    return {
        "kind": node.kind,
        "name": node.name,
        "name_zh": node.name_zh or node.name,
        "aliases": list(node.aliases),
        "names": list(node.names),
        "summary_en": node.summary.en if node.summary else None,
        "summary_zh": node.summary.zh if node.summary else None,
        "since": node.since,
        "until": node.until,
        "references": [str(citation) for citation in node.references],
        "homepage": node.homepage,
        "repositories": list(node.repositories),
        "packages": list(node.packages),
        "images": list(node.images),
        "attributes": dict(node.attributes),
        "milestones": [_claim_attributes(milestone) for milestone in node.milestones],
        "figures": [_claim_attributes(figure) for figure in node.figures],
        "cycles": [_claim_attributes(cycle) for cycle in node.cycles],
        "former_names": [_claim_attributes(former) for former in node.former_names],
        "notes": [_claim_attributes(note) for note in node.notes],
    }


def edge_attributes(relation: Relation) -> dict[str, Any]:
    """Return a relation's attributes as plain values."""
    attributes = _claim_attributes(relation)
    del attributes["target"]
    return attributes


def _claim_attributes(claim: Claim) -> dict[str, Any]:
    return {
        **{name: getattr(claim, name) for name in _own_fields(type(claim))},
        "modality": claim.modality.value,
        "references": [str(citation) for citation in claim.references],
        "note_en": _text(claim.note, "en"),
        "note_zh": _text(claim.note, "zh"),
    }


@cache
def _own_fields(sort: type[Claim]) -> tuple[str, ...]:
    """Return what a sort of claim has beside what every claim has."""
    return tuple(name for name in sort.model_fields if name not in Claim.model_fields)


def _text(note: Bilingual | None, language: str) -> str | None:
    return getattr(note, language) if note else None


def _edge_key(graph: nx.MultiDiGraph, source: str, relation: Relation) -> str:
    key = relation.predicate
    if graph.has_edge(source, relation.target, key=key):
        key = f"{relation.predicate} {relation.since or ''}".strip()
    number = 2
    base = key
    while graph.has_edge(source, relation.target, key=key):
        key = f"{base} ({number})"
        number += 1
    return key
