"""What is left in English where Chinese was asked for."""

from __future__ import annotations

import re

_NAMES = re.compile(r"`[^`]*`|'[^']*'|\"[^\"]*\"|\[[a-z-]+\]|\([^()]*\)|https?://\S+|--[a-z-]+ \w+|^用法.*")
_ENGLISH = re.compile(r"[A-Za-z]{2,} +[A-Za-z]{2,}")
_CHINESE = re.compile("[\u3400-\u9fff]")


def english_left(said: str) -> list[str]:
    """Return the lines that hold no Chinese, or an English phrase that is no name (names are quoted or in brackets)."""
    lines = [line for line in said.splitlines() if line.strip()]
    return [
        line for line in lines if not _CHINESE.search(line) or _ENGLISH.search(_NAMES.sub("", line)) or "原文" in line
    ]
