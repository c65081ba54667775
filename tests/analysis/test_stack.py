"""What you run, judged: release cycles, and the services of a compose file."""

from __future__ import annotations

import datetime as dt

import networkx as nx
import pytest

from ecosystem.analysis import stack, support
from ecosystem.analysis.tag import meaning_of
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


# https://www.mongodb.com/legal/support-policy/lifecycles: 7.0 until August 2027; 7.3, a rapid release, until 2024.
MONGO = [
    {"name": "7.3", "released": "2024-03-31", "security_until": "2024-10-02"},
    {"name": "7.0", "released": "2023-08-31", "security_until": "2027-08-31"},
    {"name": "6.0", "released": "2022-07-31", "security_until": "2025-07-31"},
]
DEBIAN = [{"name": "10", "codename": "Buster"}, {"name": "1.10", "codename": "Old Name"}]


@pytest.mark.parametrize(
    ("cycles", "tag", "cycle"),
    [
        (REDIS, "7.4.11-alpine", "7.4"),
        (REDIS, "v7.4", "7.4"),
        (REDIS, "8", "8.8"),
        (REDIS, "7.40", None),
        (REDIS, "latest", None),
        (REDIS, "", None),
        (REDIS, "7f3a2b1c", None),  # a commit, not version 7
        (REDIS, "7.${MINOR}", None),
        (REDIS, "7.4-${BASE}", "7.4"),
        (MONGO, "7", "7.0"),  # what is published of 7.x: 7.3 is over
        (MONGO, "7-jammy", "7.0"),
        (MONGO, "6", "6.0"),
        (DEBIAN, "buster-20200101-slim", "10"),
        (DEBIAN, "old", "1.10"),
        (DEBIAN, "stable-slim", None),
    ],
)
def test_a_tag_means_a_cycle(cycles, tag, cycle):
    found = meaning_of(tag, cycles, dt.date(2026, 11, 23)).cycle
    assert (found and found["name"]) == cycle


@pytest.mark.parametrize(
    ("day", "cycle"), [("2023-12-01", "7.0"), ("2024-06-01", "7.3"), ("2025-01-01", "7.0"), ("2028-01-01", "7.3")]
)
def test_a_floating_tag_moves_with_what_is_published(day, cycle):
    meaning = meaning_of("7", MONGO, dt.date.fromisoformat(day))
    assert meaning.floats
    assert meaning.cycle["name"] == cycle


REASONS = [
    ("mongo:7", "keep", "the tag 7 floats to the newest published 7.x, taken to be 7.0; MongoDB 7.0 is", "会浮动"),
    (
        "influxdb:1.8",
        "look",
        "no end of support is announced for InfluxDB 1; newer cycles exist",
        "没有公布支持终止",
    ),
    ("caddy:2", "keep", "no end of support is announced for Caddy 2", "没有公布支持终止"),
    ("redis:${V:-6.0}", "upgrade", "support of Redis 6.0 ended on 31 May 2022", "已于2022年5月31日终止"),
    ("redis:${V}", "look", "its tag is in the variable V, for which the file has no default", "变量 V"),
    ("${IMAGE}", "look", "its image is in the variable IMAGE, for which the file has no default", "变量 IMAGE"),
    ("debian:buster", "upgrade", "buster is Debian 10; support of Debian 10 ended", "buster 即 Debian 10"),
    ("ubuntu:noble-20260101", "keep", "noble is Ubuntu 24.04; Ubuntu 24.04 is supported", "noble 即 Ubuntu 24.04"),
    ("node:krypton-alpine", "keep", "krypton is Node.js 24", "krypton 即 Node.js 24"),
    ("node:lts", "look", "the tag lts names no version, it floats; pin a version", "没有指明版本"),
    ("postgres:latest", "look", "pin a version; the newest supported cycle is PostgreSQL 18", "请固定版本"),
    ("postgres", "look", "no tag means latest, which floats", "没有标签即 latest"),
    ("postgres:99", "look", "PostgreSQL 99 is newer than the newest release cycle known, 18", "晚于已知最新"),
    ("gitlab/gitlab-ce:9.0", "look", "GitLab 9.0 is older than the oldest release cycle known", "早于已知最旧"),
    ("redis:7.40", "look", "the catalogue has no release cycle 7.40 of Redis", "没有 Redis 7.40"),
    ("postgres@sha256:00", "look", "its digest does not tell the version; the newest", "看不出版本"),
    ("redis:7@sha256:00", "keep", "the digest pins some 7.x, taken to be 7.4", "固定了某个 7.x"),
    ("registry:2", "look", "the catalogue knows no release cycles of Distribution", "没有 Distribution 的版本周期"),
    # removed from the official images on 13 August 2018 (docker-library/official-images, library/jenkins)
    (
        "jenkins:2.60",
        "replace",
        "ceased to be an official image on 13 August 2018: use docker.io/jenkins/",
        "官方镜像",
    ),
    ("jenkins/jenkins:2.60", "look", "newer cycles exist, up to 2.568", "已有更新的版本周期"),
]


def judged(tmp_path, *images, as_of="2026-11-23"):
    path = tmp_path / "compose.yaml"
    services = "".join(f"  s{number}:\n    image: {image}\n" for number, image in enumerate(images))
    path.write_text(f"services:\n{services}")
    return stack(read_graph(path), as_of=as_of).set_index("image")


def test_a_reason_says_no_more_than_is_known(tmp_path):
    rows = judged(tmp_path, *(image for image, *_ in REASONS))
    assert rows["decision"].to_dict() == {image: decision for image, decision, *_ in REASONS}
    for image, _, en, zh in REASONS:
        assert en in rows.loc[image, "reason_en"]
        assert zh in rows.loc[image, "reason_zh"]


def test_an_image_that_ended_gives_way_to_another_of_the_same_product(tmp_path):
    assert judged(tmp_path, "jenkins:2.60").loc["jenkins:2.60", "instead"] == ["jenkins"]
    assert judged(tmp_path, "jenkins:2.60", as_of="2018-08-01")["decision"].tolist() != ["replace"]


def test_what_was_not_yet_released_is_not_called_supported(tmp_path):
    row = judged(tmp_path, "golang:1.20", as_of="2021-01").iloc[0]
    assert (row["decision"], row["support"]) == ("look", "not yet released")
    assert "Go 1.20 was not yet released" in row["reason_en"]
    assert "1 February 2023" in row["reason_en"]  # https://go.dev/doc/devel/release


@pytest.mark.parametrize(
    ("end", "en", "zh"),
    [
        ("2022-07", "ended in July 2022", "已于2022年7月终止"),
        ("2022-07-05", "ended on 5 July 2022", "已于2022年7月5日终止"),
        ("2022", "ended in 2022", "已于2022年终止"),
    ],
)
def test_an_end_is_told_as_precisely_as_it_is_known(end, en, zh):
    row = stack(a_service({"until": end}), as_of="2026").iloc[0]
    assert row["reason_en"].endswith(en)
    assert row["reason_zh"].endswith(zh)


def a_service(product):
    graph = nx.MultiDiGraph()
    graph.add_node("db", kind="workload", name="db", attributes={"image": "store:7"})
    graph.add_node("store", kind="tool", name="Store", **product)
    graph.add_edge("db", "store", predicate="built_on")
    graph.add_edge("store", "databases", predicate="belongs_to")
    return graph


@pytest.mark.parametrize(
    ("released", "end", "day", "decision", "told"),
    [
        ("2020", None, "2026", "look", True),
        ("2020", "2030", "2026", "keep", True),
        ("2025", None, "2026", "keep", True),  # released after that: it was not the whole that was deprecated
        ("2020", None, "2021", "keep", False),
    ],
)
def test_a_deprecation_is_told(released, end, day, decision, told):
    product = {
        "cycles": [{"name": "7", "released": released, "security_until": end}],
        "milestones": [{"event": "deprecated", "date": "2023-07", "note_en": "Use Shop.", "note_zh": "请用 Shop。"}],
    }
    row = stack(a_service(product), as_of=day).iloc[0]
    assert row["decision"] == decision
    assert ("Store was deprecated in July 2023 — Use Shop; " in row["reason_en"]) is told
    assert ("Store 已于2023年7月弃用 — 请用 Shop；" in row["reason_zh"]) is told


def test_support_says_when_its_evidence_was_read(graph):
    graph.graph["references"] = {"p": {"accessed": "2026-03-01", "date": "2026-05-01"}}
    assert support(graph, node="PostgreSQL", as_of="2024-01-01")["seen"].tolist() == ["2026-03-01", None]


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
    assert rows.loc["newer", "seen"] is not None
    assert "Dockerfile" in rows.loc["built", "reason_en"]


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
