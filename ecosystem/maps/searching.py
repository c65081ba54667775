"""The other forms under which the page's search finds a node: pinyin initials, and names that no panel lists."""

from __future__ import annotations

from typing import Any

from ecosystem.maps.extract import Extract
from ecosystem.maps.pinyin import has_chinese, pinyin_initials


def search_column(extract: Extract) -> dict[int, str]:
    """Return the search forms of those nodes that have any, separated by blanks."""
    return {
        position: forms
        for position, node in enumerate(extract.nodes)
        if (forms := _forms(node, extract.names[position]))
    }


def _forms(node: Any, name: str) -> str:
    names = [name, node.get("name_zh") or "", *(node.get("aliases") or ())]
    initials = (form for one in names if has_chinese(str(one)) for form in pinyin_initials(str(one)))
    return " ".join(dict.fromkeys(initials))
