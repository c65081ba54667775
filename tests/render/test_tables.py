from __future__ import annotations

import networkx as nx
import pandas as pd

from ecosystem.analysis import describe
from ecosystem.render import render_table

EVIL = "<script>alert(1)</script>"


def graph() -> nx.MultiDiGraph:
    known = {
        "news": {"title": "News & views", "url": "https://example.org/?a=1&b"},
        "odd": {"url": "javascript:alert(1)"},
    }
    found = nx.MultiDiGraph(references=known)
    found.add_edge("fig", "compose", predicate="succeeded_by", references=["news#§ 3", "odd", "unheard-of"])
    return found


def test_references_are_links_with_titles_and_locators() -> None:
    text = render_table(describe(graph(), node="fig"), graph()).to_html()
    assert (
        '<a href="https://example.org/?a=1&amp;b" rel="noopener">News &amp; views</a>, § 3<br>odd<br>unheard-of<'
        in text
    )
    assert "javascript" not in text


def test_what_is_in_a_table_is_text() -> None:
    table = pd.DataFrame({EVIL: [EVIL], "references": [[EVIL]], "list": [[EVIL]]}, index=pd.Index([EVIL], name="n"))
    text = render_table(table, graph()).to_html()
    assert "<script" not in text
    assert text.count("&lt;script") == 5


def test_numbers_stand_on_the_right_and_nothing_is_nothing() -> None:
    table = pd.DataFrame(
        {"name": ["a", None], "share": [0.123456, float("nan")], "alive": [True, False]}, index=["x", "x"]
    )
    text = render_table(table, graph()).to_html()
    assert ".col1 {\n  text-align: right" in text
    assert ".col2" not in text
    assert ">0.1235<" in text
    assert "nan" not in text.lower().replace("name", "")
    assert "None" not in text


def test_the_same_table_has_the_same_text_and_others_keep_their_styles() -> None:
    one, other = pd.DataFrame({"a": [1]}), pd.DataFrame({"b": ["x"]})
    first, second = (render_table(table, graph()).to_html() for table in (one, other))
    assert first == render_table(one, graph()).to_html()
    assert first.split("#T_")[1][:15] != second.split("#T_")[1][:15]
    assert render_table(pd.DataFrame(columns=["references"]), graph()).to_html()
