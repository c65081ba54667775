"""Lives, fates, lineage, survival and change: expected values by hand or from a textbook."""

from __future__ import annotations

import datetime as dt
import sys

import networkx as nx
import pytest

from ecosystem.analysis import (
    change_counts,
    changes,
    chronicle,
    fate,
    half_life,
    lifetimes,
    lineage,
    release_notes,
    survival,
)
from ecosystem.analysis.life import reference_day, status_of
from ecosystem.errors import UsageError

# Remission in weeks of the 21 patients given 6-MP (Freireich et al. 1963); negative: censored.
FREIREICH = (6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35)
TODAY = dt.date(2020, 1, 1)


def test_now_is_when_references_were_read(ecosystem_graph):
    assert reference_day(ecosystem_graph) == dt.date(2020, 12, 31)
    assert reference_day(nx.Graph()) == dt.date.min
    assert reference_day(ecosystem_graph, "2014") == dt.date(2014, 12, 31)


@pytest.mark.parametrize(
    ("node", "day", "status"),
    [
        ("fig", "2014", "alive"),
        ("fig", "2015-02-24", "alive"),
        ("fig", "2015-02-25", "ended"),
        ("strider", "2018", "alive"),
        ("strider", "2019", "ended"),
        ("compose", "2014", "not yet"),
    ],
)
def test_status(ecosystem_graph, node, day, status):
    assert status_of(ecosystem_graph, node, reference_day(ecosystem_graph, day)) == status


def silent(milestones=(), cycles=(), read=None, kind="tool"):
    """Return a tool of 2013 with an archive address, and what the catalogue saw of it; `read`: its repository's date."""
    sources = {
        "repo": {"url": "https://x.org/a/b/", "date": read},
        "other": {"url": "https://x.org/a/c", "date": "2024"},
    }
    graph = nx.MultiDiGraph(vocabulary={"kinds": {"tool": {"fresh_months": 24}}}, references=sources)
    events = [{"event": "first_commit", "date": "2013-06-01"}, *({"event": e, "date": d} for e, d in milestones)]
    fields = {"repositories": ["https://x.org/A/b.git"], "references": ["repo#README.md", "other"]}
    graph.add_node("a", kind=kind, milestones=events, cycles=[{"name": "1", "released": d} for d in cycles], **fields)
    return graph


LAST = ("last_commit", "2014-01-31")


@pytest.mark.parametrize(
    ("graph", "day", "status"),
    [
        (silent([LAST]), "2014-06", "alive"),
        (silent([LAST]), "2016-01-31", "alive"),
        (silent([LAST]), "2016-02-01", "dormant"),
        (silent([("last_commit", "2014-01")]), "2016-01-31", "alive"),
        (silent([LAST, ("archived", "2019-01-01")]), "2018", "dormant"),
        (silent([LAST, ("archived", "2019-01-01")]), "2019", "ended"),
        (silent(), "2030", "alive"),
        (silent(read="2014-01-31"), "2030", "alive"),
        (silent([LAST], read="2014-01-31"), "2030", "dormant"),
        (silent([LAST], read="2015"), "2030", "alive"),
        (silent([LAST], cycles=["2014-02-01"]), "2030", "alive"),
        (silent([LAST, ("graduated", "2015-01-01")]), "2030", "alive"),
        (silent([LAST, ("announced", "2015-01-01"), ("deprecated", "2015-01-01")]), "2030", "dormant"),
        (silent([LAST], kind="concept"), "2030", "alive"),
    ],
)
def test_dormant_is_what_has_been_silent_since_what_is_known_to_be_its_last_sign(graph, day, status):
    assert status_of(graph, "a", reference_day(graph, day)) == status


def test_the_fate_of_a_dormant_thing_is_its_silence_and_its_life_goes_on_in_survival():
    graph = silent([LAST])
    row = fate(graph, node="a", as_of="2020").loc["a"]
    assert row[["status", "fate", "date", "until"]].tolist() == ["dormant", "dormant", "2014-01-31", None]
    assert row["sentence_en"] == "a: no sign of life since 31 January 2014."
    assert not lifetimes(graph, as_of="2020").loc["a", "ended"]


def test_fate_of_fig(ecosystem_graph):
    row = fate(ecosystem_graph, node="Fig").loc["fig"]
    assert (row["fate"], row["successor"], row["date"], row["status"]) == (
        "succeeded_by",
        "compose",
        "2015-02-25",
        "ended",
    )
    assert row["sentence_en"] == "Fig was succeeded by Docker Compose (25 February 2015)."
    assert row["references"] == ["blog#3"]


def test_a_forecast_successor_is_no_fate(ecosystem_graph):
    assert fate(ecosystem_graph, node="compose").loc["compose", "fate"] == "alive"
    assert fate(ecosystem_graph, node="fig", as_of="2014").loc["fig", "fate"] == "alive"
    assert fate(ecosystem_graph, node="strider").loc["strider", "fate"] == "archived"


def test_lineage_goes_both_ways(ecosystem_graph):
    assert lineage(ecosystem_graph, node="compose")["step"].tolist() == [-1]
    assert lineage(ecosystem_graph, node="fig")["sentence_zh"].tolist() == [
        "Fig 后继为 Docker Compose（2015年2月25日）。"
    ]


def test_chronicle_is_in_order(ecosystem_graph):
    told = chronicle(ecosystem_graph, node="strider")["sentence_en"].tolist()
    assert told == ["2012: began.", "1 May 2019: archived."]


def _patients() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number, weeks in enumerate(FREIREICH):
        length = dt.timedelta(days=100 * abs(weeks))
        begin = TODAY - length if weeks < 0 else dt.date(2000, 1, 1)
        end = {"until": (begin + length).isoformat()} if weeks > 0 else {}
        graph.add_node(number, kind="tool", since=begin.isoformat(), **end)
    return graph


def test_kaplan_meier_of_the_textbook():
    curve = survival(_patients(), as_of=TODAY)["survival"].xs("all")
    for weeks, chance in ((6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)):
        reached = curve[curve.index <= weeks * 100 / 365.25 + 0.01]
        assert reached.iloc[-1] == pytest.approx(chance, abs=0.0006), weeks
    half = half_life(_patients(), as_of=TODAY).loc["all"]
    assert half["half_life"] == pytest.approx(2300 / 365.25, abs=0.01)
    assert (half["things"], half["ended"]) == (21, 9)


def test_survival_from_a_common_day(ecosystem_graph):
    lives = lifetimes(ecosystem_graph, start="2014-11-04")
    assert set(lives.index) == {"drone", "strider", "quay", "fig"}
    assert lives.loc["fig", "years"] == pytest.approx(113 / 365.25)
    assert lives["ended"].to_dict() == {"drone": False, "strider": True, "quay": False, "fig": True}


def test_lifetimes_by_group_and_source(ecosystem_graph):
    assert lifetimes(ecosystem_graph, by="category").loc["drone", "group"] == "ci"
    assert lifetimes(ecosystem_graph, by="maker").loc["quay", "group"] == "vendor"
    assert set(lifetimes(ecosystem_graph, named_in="blog").index) == {"drone", "fig"}
    with pytest.raises(UsageError, match="category"):
        lifetimes(ecosystem_graph, by="colour")
    with pytest.raises(UsageError):
        lifetimes(ecosystem_graph, named_in="nothing")


def test_without_lifelines_the_message_says_what_to_install(ecosystem_graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "lifelines", None)
    with pytest.raises(UsageError, match="survival"):
        survival(ecosystem_graph)


def test_changes_between_dates(ecosystem_graph):
    table = changes(ecosystem_graph, since="2014", until="2015")
    assert table.index.tolist() == [("compose", "added"), ("fig", "ended"), ("fig", "succeeded")]
    assert change_counts(table)["count"].to_dict() == {"added": 1, "ended": 1, "succeeded": 1}
    notes = release_notes(table, language="zh")
    assert "## 终止 (1)" in notes
    assert "Fig 终止（2015年2月25日）。" in notes


def test_changes_between_graphs(ecosystem_graph):
    newer = nx.MultiDiGraph(ecosystem_graph)
    newer.remove_node("quay")
    newer.add_node("harbor", name="Harbor", kind="tool")
    newer.nodes["drone"]["name"] = "Harness Open Source"
    newer.remove_edge("drone", "ci")
    newer.add_edge("drone", "dev", predicate="belongs_to")
    told = changes(ecosystem_graph, other=newer).index.tolist()
    assert told == [("harbor", "added"), ("drone", "renamed"), ("drone", "moved"), ("quay", "removed")]


@pytest.mark.parametrize("given", [{}, {"since": "2015", "until": "2014"}, {"since": "soon"}])
def test_changes_refuses_half_a_question(ecosystem_graph, given):
    with pytest.raises(UsageError):
        changes(ecosystem_graph, **given)


def test_nothing_changed(ecosystem_graph):
    assert release_notes(changes(ecosystem_graph, other=ecosystem_graph)) == "Nothing changed.\n"
