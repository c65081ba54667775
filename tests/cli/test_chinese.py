"""Under Chinese every message is Chinese, also what typer, the parsers and the system say."""

from __future__ import annotations

import re
import sys

import pytest

from ecosystem.cli.app import main
from ecosystem.cli.questions import QUESTIONS
from tests.cli.chinese import english_left
from tests.cli.test_commands import WRONG

COMMANDS = ("map", "show", "find", "export", "check", "overlap", "stack", "changes", *(one.name for one in QUESTIONS))
FILES = {
    "tab.yaml": "services:\n\ta: 1\n",
    "colon.yaml": "a: b: c\n",
    "quote.yaml": 'a: "b\n',
    "list.yaml": "a: [1, 2\n",
    "flow.yaml": "a: {1, 2\n",
    "twice.yaml": "a: 1\na: 2\n",
    "alias.yaml": "a: *b\n",
    "tag.yaml": "a: !x 1\n",
    "at.yaml": "a: @b\n",
    "key.yaml": "? {a: 1}\n: 2\n",
    "two.yaml": "---\na: 1\n---\nb: 1\n",
    "escape.yaml": 'a: "\\q"\n',
    "indent.yaml": "a:\n  - 1\n - 2\n",
    "month.yaml": "a: 2014-13-01\n",
    "control.yaml": "a: \x01\n",
    "directive.yaml": "%YAML 9.9\n---\na: 1\n",
    "no-colon.yaml": "a: 1\nb\nc: 2\n",
    "merge.yaml": "a:\n  <<: 3\n",
    "value.json": '{"a": }',
    "colon.json": '{"a" 1}',
    "comma.json": "[1 2]",
    "name.json": "{a: 1}",
    "trailing.json": "[1,]",
    "extra.json": "{} {}",
    "control.json": '["\n"]',
    "escape.json": '["\\q"]',
    "unicode.json": '["\\u12"]',
    "string.json": '["a',
    "empty.json": "",
    "id.json": '{"nodes": [{"id": {}}], "edges": []}',
    "key.json": '{"nodes": [{"id": "a"}], "edges": [{"source": "a", "target": "a", "key": []}]}',
    "graph.json": '{"nodes": [], "edges": [], "graph": 3}',
    "empty.graphml": "",
    "text.graphml": "text",
    "token.graphml": "<graphml><a b></graphml>",
    "open.graphml": "<graphml><node>",
    "tag.graphml": "<graphml><node></graphml>",
    "junk.graphml": "<graphml/><graphml/>",
    "twice.graphml": "<graphml a='1' a='2'/>",
    "entity.graphml": "<graphml>&x;</graphml>",
    "prefix.graphml": "<graphml x:a='1'/>",
    "none.graphml": "<graphml/>",
    "doctype.graphml": "<!DOCTYPE a><graphml/>",
    "encoding.graphml": "<?xml version='1.0' encoding='x'?><graphml/>",
    "number.graphml": "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><key id='d' for='node' attr.name='n' "
    "attr.type='int'/><graph edgedefault='directed'><node id='a'><data key='d'>x</data></node></graph></graphml>",
    "data.graphml": "<graphml xmlns='http://graphml.graphdrawing.org/xmlns'><graph edgedefault='directed'>"
    "<node id='a'><data key='d'>x</data></node></graph></graphml>",
}


@pytest.fixture
def said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ECOSYSTEM_LANG", "zh")

    def call(*arguments):
        monkeypatch.setattr(sys, "argv", ["ecosystem", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return left.value.code, "".join(capsys.readouterr())

    return call


@pytest.mark.parametrize("name", FILES)
def test_what_a_parser_says_is_chinese(name, said, tmp_path):
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    code, text = said("check", name)
    assert (code, english_left(text)) == (3, []), text


@pytest.mark.parametrize(
    "arguments",
    [
        *(arguments for arguments, *_ in WRONG),
        ("show",),
        ("compare",),
        ("show", "fig", "extra"),
        ("show", "fig", "--nope"),
        ("show", "fig", "--formt", "json"),
        ("show", "fig", "--graph"),
        ("show", "fig", "--graph", "."),
        ("map", "--depth", "9"),
        ("map", "--depth", "x"),
        ("map", "--scale", "x"),
        ("map", "--view", "cube"),
        ("map", "--no-open=1"),
        ("importance", "--top", "0"),
        ("--nope",),
        ("chek",),
    ],
    ids=" ".join,
)
def test_what_is_wrong_with_a_command_is_said_in_chinese(arguments, said):
    code, text = said(*arguments)
    assert code in (2, 3)
    assert english_left(text) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_chinese_headings(command, said):
    code, text = said(command, "--help")
    assert code == 0
    assert [
        word for word in ("Usage", "Options:", "OPTIONS", "Arguments:", "Show", "default:", "required") if word in text
    ] == []
    assert "用法" in text


def test_the_list_of_commands_is_chinese(said):
    code, text = said("--help")
    assert code == 0
    assert [word for word in ("Usage", "Options:", "Commands:", "Show this") if word in text] == []
    assert {line.split()[0] for line in text.partition("命令：\n")[2].splitlines()} == set(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words", "codes"),
    [
        (("fate", "fig"), ("工具", "已终止", "后继为"), ("tool", "ended", "succeeded_by")),
        (("support", "kubernetes", "--columns", "node,support"), ("受支持", "已结束"), ("supported", "over")),
        (("removal", "docker-hub"), ("随之消失", "受影响", "服务"), ("goes", "depends", "service")),
        (("chronicle", "drone"), ("首次提交", "被……收购"), ("first_commit", "acquired_by")),
        (("describe", "drone", "--columns", "predicate,direction"), ("指出", "属于"), ("out", "belongs_to")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_words_of_a_table_are_chinese_and_those_for_scripts_are_not(arguments, words, codes, said):
    told = said(*arguments)[1].split()
    assert set(words) <= set(told) and set(codes).isdisjoint(told)
    assert set(codes) <= set(re.findall(r"[\w-]+", said(*arguments[:2], "--format", "csv")[1]))
