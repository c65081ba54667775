from __future__ import annotations

import networkx as nx

from ecosystem.maps.pinyin import READINGS, file_content, has_chinese, pinyin_forms, readings_of_characters


def test_the_file_is_what_pypinyin_says_today() -> None:
    assert READINGS.read_text(encoding="utf-8") == file_content(), "run: python -m ecosystem.maps.pinyin"


def test_a_name_is_read_syllable_by_syllable_in_each_reading() -> None:
    assert pinyin_forms("容器运行时")[0] == "rong'qi'yun'xing'shi"
    assert "chong'qi" in pinyin_forms("重启")
    assert pinyin_forms("Docker 生态！")[0] == "docker'sheng'tai"


def test_latin_names_have_no_pinyin() -> None:
    assert not has_chinese("Docker")
    assert not has_chinese("Müller")


def test_every_chinese_character_of_the_catalogue_is_known(docker: nx.MultiDiGraph) -> None:
    names = "".join(name for _, node in docker.nodes(data=True) for name in node["names"])
    assert {letter for letter in names if "\u4e00" <= letter <= "\u9fff"} <= readings_of_characters().keys()
