"""The other forms under which the page's search finds a node: pinyin initials, and names that no panel lists."""

from __future__ import annotations

from ecosystem.maps.extract import Extract
from ecosystem.maps.pinyin import has_chinese, pinyin_initials


def search_column(extract: Extract) -> dict[int, str]:
    """Return the search forms of those nodes that have any, separated by blanks."""
    forms = (
        _forms([name, node.get("name_zh") or "", *(node.get("aliases") or ())])
        for name, node in zip(extract.names, extract.nodes, strict=True)
    )
    return {position: found for position, found in enumerate(forms) if found}


def _forms(names: list[str]) -> str:
    foreign = [str(name) for name in names if not str(name).isascii()]
    initials = (form for name in foreign if has_chinese(name) for form in pinyin_initials(name))
    return " ".join(dict.fromkeys(initials)) if foreign else ""
