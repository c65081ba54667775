"""What you run, judged: release cycles, and the services of a compose file."""

from __future__ import annotations

import networkx as nx
import pytest

from ecosystem.analysis import stack, support
from ecosystem.analysis.support import cycle_of
from ecosystem.exchange import read_graph

# https://www.postgresql.org/support/versioning/: final releases of 12 and 13, 21 November 2024 and 13 November 2025.
POSTGRES = [
    {"name": "13", "released": "2020-09-24", "security_until": "2025-11-13", "references": ["p#13"]},
    {"name": "12", "released": "2019-10-03", "security_until": "2024-11-21"},
]
# Two ends, as endoflife.date tells of Redis 7.4: support until May 2025, security fixes until December 2029.
REDIS = [
    {"name": "8.8", "released": "2026-05-25", "support_until": "2026-07-29"},
    {"name": "7.4", "released": "2024-07-29", "support_until": "2025-05-02", "security_until": "2029-12-01"},
    {"name": "7.0", "released": "2022-04-27"},
]


@pytest.fixture
def graph() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    graph.add_node("postgresql", name="PostgreSQL", kind="tool", cycles=POSTGRES, references=["p"])
    graph.add_node("redis", name="Redis", kind="tool", cycles=REDIS)
    return graph


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-05-02", ["supported", "no end announced"]),
        ("2025-05-03", ["security only", "no end announced"]),
        ("2029-12-01", ["security only", "security only", "no end announced"]),
        ("2029-12-02", ["security only", "over", "no end announced"]),
    ],
)
def test_a_cycle_is_supported_through_its_last_day(graph, day, expected):
    assert support(graph, node="Redis", as_of=day)["support"].tolist() == expected


def test_all_products_with_cycles_are_told_newest_cycle_first(graph):
    table = support(graph, as_of="2025-01-01")
    assert list(zip(table.index, table["cycle"], table["support"], strict=True))[:2] == [
        ("postgresql", "13", "supported"),
        ("postgresql", "12", "over"),
    ]


@pytest.mark.parametrize(
    ("tag", "cycle"),
    [
        ("7.4.11-alpine", "7.4"),
        ("v7.4", "7.4"),
        ("7", "7.4"),  # a tag that moves: the newest of the sevens
        ("8", "8.8"),
        ("7.40", None),
        ("latest", None),
        ("", None),
    ],
)
def test_a_tag_means_a_cycle(tag, cycle):
    found = cycle_of(REDIS, tag)
    assert (found and found["name"]) == cycle


def test_the_services_of_a_compose_file_are_judged_with_reasons(tmp_path):
    path = tmp_path / "compose.yaml"
    path.write_text(
        "services:\n"
        "  base: {image: 'centos:7'}\n"
        "  store: {image: 'postgres:13'}\n"
        "  newer: {image: 'docker.io/library/postgres:17.2-alpine@sha256:0123'}\n"
        "  moving: {image: postgres}\n"
        "  own: {image: 'registry.example.org:5000/shop'}\n"
        "  built: {build: .}\n"
    )
    table = stack(read_graph(path), as_of="2026-11-23")
    decisions = dict(zip(table["name"], table["decision"], strict=True))
    assert decisions == {
        "base": "replace",
        "store": "upgrade",
        "own": "look",
        "built": "look",
        "newer": "keep",
        "moving": "look",
    }
    rows = table.set_index("name")
    assert rows.loc["base", "reason_en"] == "CentOS ended on 30 June 2024"
    # What took its place comes first (the first of them its own project, the others rebuilt after it), then three more.
    assert set(rows.loc["base", "instead"][:3]) == {"centos-stream", "rocky-linux", "almalinux"}
    assert len(rows.loc["base", "instead"]) == 6
    assert "centos" not in rows.loc["base", "instead"]
    assert rows.loc["store", "reason_zh"] == "PostgreSQL 13 的支持已于2025年11月13日终止"
    assert rows.loc["newer", "cycle"] == "17"
    assert "names no release cycle" in rows.loc["moving", "reason_en"]


def test_on_an_earlier_day_the_judgement_was_another(tmp_path):
    path = tmp_path / "compose.yaml"
    path.write_text("services:\n  base: {image: 'centos:7'}\n  store: {image: 'postgres:13'}\n")
    assert stack(read_graph(path), as_of="2023")["decision"].tolist() == ["keep", "keep"]


def test_what_is_dormant_is_to_be_looked_at(tmp_path):
    path = tmp_path / "compose.yaml"
    path.write_text("services:\n  ui: {image: 'tobegit3hub/seagull:1.7.0'}\n")
    row = stack(read_graph(path), as_of="2026").iloc[0]
    assert row[["status", "decision"]].tolist() == ["dormant", "look"]
    assert row["reason_en"] == "Seagull: no sign of life since 22 November 2017"
