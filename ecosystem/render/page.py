"""A resolved map becomes one HTML file that needs nothing else: no request, the same bytes from the same input."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment

from ecosystem.exchange import write_whole
from ecosystem.maps import MAPS, ResolvedMap, resolve_map
from ecosystem.render.assets import packed, script, security_policy, styles, vis_network
from ecosystem.render.templates import page_environment
from ecosystem.render.twin import twin_references, twin_sections


def render_page(resolved: ResolvedMap, *, language: str = "en") -> str:
    """Return the page as text. `language` (`en` or `zh`) is what a reader without a preference sees."""
    environment = page_environment()
    heading = resolved.payload["map"]
    code = script()
    return environment.get_template("page.html").render(
        language=language,
        title=heading["title"],
        question=heading["question"],
        csp=security_policy(code),
        css=styles(),
        script=code,
        data=packed(payload_bytes(resolved.payload)),
        vis=vis_network(),
        twin=_twin(environment, resolved),
    )


def write_page(subject: ResolvedMap | nx.Graph, path: str | os.PathLike[str], *, language: str = "en") -> Path:
    """Write the page of a resolved map, or of a graph as the gallery's whole map, and return where it is.

    The file is whole or not there at all. Raises `UnwritableError`.
    """
    resolved = subject if isinstance(subject, ResolvedMap) else resolve_map(MAPS["ecosystem"], subject)
    target = Path(path)
    write_whole(target, render_page(resolved, language=language).encode("utf-8", "replace"))
    return target


def payload_bytes(payload: dict[str, Any]) -> bytes:
    """Return the payload as JSON in UTF-8, a column a line: the page reads line by line, and answers in between.

    A lone surrogate, which UTF-8 cannot say, becomes a question mark.
    """
    return _lines(payload, depth=2).encode("utf-8", "replace")


def _lines(value: Any, depth: int) -> str:
    """Return JSON in which the mappings of the first levels stand open, with one entry a line."""
    if depth and isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_json(key)}:{_lines(entry, depth - 1)}" for key, entry in value.items()) + "\n}"
    return _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _twin(environment: Environment, resolved: ResolvedMap) -> str:
    sections, references = twin_sections(resolved.payload), twin_references(resolved.payload)
    return environment.get_template("twin.html").render(sections=sections, references=references)
