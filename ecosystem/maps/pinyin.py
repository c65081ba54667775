"""Pinyin initials, so that a reader finds 容器运行时 by typing `rqyxs`.

`pinyin.json` holds the initials of the 6,763 characters of GB 2312; `python -m ecosystem.maps.pinyin` writes it anew
with pypinyin, which nobody needs at run time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product
from pathlib import Path

INITIALS = Path(__file__).with_name("pinyin.json")
# A name with several characters of two readings has many forms; the first few hold the common ones.
_MOST_FORMS = 8


@lru_cache
def initials_of_characters() -> Mapping[str, str]:
    """Return the pinyin initials of each character, one letter a reading; the file groups characters by initials."""
    groups: dict[str, str] = json.loads(INITIALS.read_text(encoding="utf-8"))
    return {character: initials for initials, characters in groups.items() for character in characters}


def pinyin_initials(text: str) -> list[str]:
    """Return the initials of a text in each reading: of Chinese characters; Latin letters and digits stay.

    >>> pinyin_initials（"容器 CRI"）
    ['rqcri']
    """
    known = initials_of_characters()
    readings = [
        known.get(character, character if character.isalnum() else "") or ("",) for character in text.casefold()
    ]
    return list(dict.fromkeys("".join(reading) for reading in islice(product(*readings), _MOST_FORMS)))


def has_chinese(text: str) -> bool:
    """Return whether a text has a character whose initials are known."""
    return not initials_of_characters().keys().isdisjoint(text)


def gb2312_characters() -> Iterator[str]:
    """Yield the Chinese characters of GB 2312, which are those of everyday print."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", "ignore")
            if character:
                yield character


def grouped_initials() -> dict[str, str]:
    """Return the file's content: for each set of initials, the characters that have them. Needs pypinyin."""
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415 - only those who rewrite the file have it

    groups: dict[str, list[str]] = {}
    for character in gb2312_characters():
        common = lazy_pinyin(character, style=Style.FIRST_LETTER)
        readings = pinyin(character, style=Style.FIRST_LETTER, heteronym=True)[0]
        groups.setdefault("".join(dict.fromkeys([*common, *readings])), []).append(character)
    return {initials: "".join(groups[initials]) for initials in sorted(groups)}


def file_content() -> str:
    """Return what `pinyin.json` should hold."""
    return json.dumps(grouped_initials(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    INITIALS.write_text(file_content(), encoding="utf-8")
