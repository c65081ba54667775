"""Pinyin, so that a reader finds 容器运行时 by typing `rongqi`, `rqyxs` or a mixture of both.

`pinyin.json` holds the readings of the 6,763 characters of GB 2312; `python -m ecosystem.maps.pinyin` writes it anew
with pypinyin, which nobody needs at run time.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

READINGS = Path(__file__).with_name("pinyin.json")
_WORD = re.compile(r"[^\W_\u4e00-\u9fff]+|[\u4e00-\u9fff]")


@lru_cache
def readings_of_characters() -> Mapping[str, Sequence[str]]:
    """Return the readings of each character, the commonest first; the file groups characters by their readings."""
    groups: dict[str, str] = json.loads(READINGS.read_text(encoding="utf-8"))
    return {character: readings.split() for readings, characters in groups.items() for character in characters}


def pinyin_forms(text: str) -> list[str]:
    """Return how a text reads, with an apostrophe between its syllables: as usual, then one character read otherwise.

    Latin words and digits stay; a character without a known reading stays as well.

    >>> pinyin_forms("镜像 CRI")
    ["jing'xiang'cri"]
    """
    known = readings_of_characters()
    readings = [known.get(word, (word,)) for word in _WORD.findall(text.casefold())]
    usual = [first for first, *_ in readings]
    others = (
        [*usual[:place], other, *usual[place + 1 :]] for place, (_, *others) in enumerate(readings) for other in others
    )
    return list(dict.fromkeys("'".join(form) for form in (usual, *others)))


def has_chinese(text: str) -> bool:
    """Return whether a text has a character whose readings are known."""
    return not readings_of_characters().keys().isdisjoint(text)


def gb2312_characters() -> Iterator[str]:
    """Yield the Chinese characters of GB 2312, which are those of everyday print."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            character = bytes((row, cell)).decode("gb2312", "ignore")
            if character:
                yield character


def grouped_readings() -> dict[str, str]:
    """Return the file's content: for each set of readings, the characters that have them. Needs pypinyin."""
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415 - only those who rewrite the file have it

    groups: dict[str, list[str]] = {}
    for character in gb2312_characters():
        common = lazy_pinyin(character, v_to_u=False)
        readings = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        groups.setdefault(" ".join(dict.fromkeys([*common, *readings])), []).append(character)
    return {readings: "".join(groups[readings]) for readings in sorted(groups)}


def file_content() -> str:
    """Return what `pinyin.json` should hold."""
    return json.dumps(grouped_readings(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    READINGS.write_text(file_content(), encoding="utf-8")
