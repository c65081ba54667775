from __future__ import annotations

import networkx as nx

from ecosystem.maps.pinyin import INITIALS, file_content, has_chinese, initials_of_characters, pinyin_initials


def test_the_file_is_what_pypinyin_says_today() -> None:
    assert INITIALS.read_text(encoding="utf-8") == file_content(), "run: python -m ecosystem.maps.pinyin"


def test_initials_are_read_letter_by_letter_in_each_reading() -> None:
    assert pinyin_initials("容器运行时")[0] == "rqyxs"
    assert "cq" in pinyin_initials("重启")
    assert pinyin_initials("Docker 生态！")[0] == "dockerst"


def test_latin_names_have_no_initials() -> None:
    assert not has_chinese("Docker")
    assert not has_chinese("Müller")


def test_every_chinese_character_of_the_catalogue_is_known(docker: nx.MultiDiGraph) -> None:
    names = "".join(name for _, node in docker.nodes(data=True) for name in node["names"])
    assert {letter for letter in names if "\u4e00" <= letter <= "\u9fff"} <= initials_of_characters().keys()
