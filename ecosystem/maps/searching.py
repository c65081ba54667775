"""The other forms under which the page's search finds a node: its Chinese names as they are typed, in pinyin."""

from __future__ import annotations

from ecosystem.maps.extract import Extract
from ecosystem.maps.pinyin import has_chinese, pinyin_forms


def pinyin_column(extract: Extract) -> dict[int, str]:
    """Return the pinyin of those nodes that have a Chinese name, the forms separated by blanks."""
    forms = (
        _forms([name, node.get("name_zh") or "", *(node.get("aliases") or ())])
        for name, node in zip(extract.names, extract.nodes, strict=True)
    )
    return {position: found for position, found in enumerate(forms) if found}


def _forms(names: list[str]) -> str:
    chinese = (name for name in map(str, names) if has_chinese(name))
    return " ".join(dict.fromkeys(form for name in chinese for form in pinyin_forms(name)))
