"""Graphs whose answers are known: a hand-made ecosystem of a few tools, and published examples."""

from __future__ import annotations

import networkx as nx
import pytest

VOCABULARY = {
    "kinds": {
        kind: {"label": {"en": kind, "zh": zh}, "plural": {"en": kind + "s", "zh": zh}}
        for kind, zh in (("tool", "工具"), ("service", "服务"), ("vendor", "厂商"), ("concept", "概念"))
    },
    "predicates": {
        "belongs_to": {
            "label": {"en": "belongs to", "zh": "属于"},
            "inverse": {"en": "contains", "zh": "包含"},
            "family": "category",
        },
        "made_by": {
            "label": {"en": "was made by", "zh": "由……创建"},
            "inverse": {"en": "made", "zh": "创建了"},
            "family": "people",
        },
        "acquired_by": {
            "label": {"en": "was acquired by", "zh": "被……收购"},
            "inverse": {"en": "acquired", "zh": "收购了"},
            "family": "lineage",
        },
        "succeeded_by": {
            "label": {"en": "was succeeded by", "zh": "后继为"},
            "inverse": {"en": "succeeds", "zh": "取代了"},
            "family": "lineage",
        },
    },
    "events": {
        "archived": {"label": {"en": "archived", "zh": "归档"}, "ends": True},
        "first_release": {"label": {"en": "first release", "zh": "首次发布"}, "ends": False},
    },
}
REFERENCES = {"blog": {"title": "Announcement", "accessed": "2020-12-31"}, "editors": {"title": "The editors"}}


@pytest.fixture
def ecosystem_graph() -> nx.MultiDiGraph:
    """Return a small ecosystem: two CI tools, a registry, compose and its forerunner, three vendors."""
    graph = nx.MultiDiGraph(name="small", vocabulary=VOCABULARY, references=REFERENCES)
    concept = {"kind": "concept"}
    graph.add_node("all", name="Everything", name_zh="全部", **concept)
    for identity, name, zh in (
        ("ci", "CI/CD", "持续集成"),
        ("registry", "Registry", "镜像仓库"),
        ("dev", "Development", "开发工具"),
    ):
        graph.add_node(identity, name=name, name_zh=zh, **concept)
        graph.add_edge(identity, "all", key="broader", predicate="broader")
    graph.add_node("drone", name="Drone", kind="tool", since="2014-02", references=["blog#1"], aliases=["Drone CI"])
    graph.add_node(
        "strider", name="Strider", kind="tool", since="2012", milestones=[{"event": "archived", "date": "2019-05-01"}]
    )
    graph.add_node("quay", name="Quay", kind="service", since="2013-10")
    graph.add_node("fig", name="Fig", kind="tool", since="2013-12", until="2015-02-25", former_names=[])
    graph.add_node("compose", name="Docker Compose", kind="tool", since="2015-02-25")
    for identity, name in (("docker-inc", "Docker, Inc."), ("orchard", "Orchard"), ("coreos", "CoreOS")):
        graph.add_node(identity, name=name, kind="vendor")
    for source, predicate, target, fields in (
        ("drone", "belongs_to", "ci", {}),
        ("strider", "belongs_to", "ci", {}),
        ("quay", "belongs_to", "registry", {}),
        ("fig", "belongs_to", "dev", {}),
        ("compose", "belongs_to", "dev", {}),
        ("fig", "made_by", "orchard", {}),
        ("quay", "made_by", "coreos", {}),
        ("compose", "made_by", "docker-inc", {}),
        ("orchard", "acquired_by", "docker-inc", {"since": "2014-07-23", "references": ["blog#2"]}),
        ("fig", "succeeded_by", "compose", {"since": "2015-02-25", "references": ["blog#3"]}),
        ("compose", "succeeded_by", "drone", {"modality": "forecast"}),
        ("drone", "depends_on", "compose", {"since": "2016"}),
    ):
        graph.add_edge(source, target, key=predicate, predicate=predicate, **fields)
    return nx.freeze(graph)


@pytest.fixture
def kite() -> nx.Graph:
    """Return Krackhardt's kite, whose centralities are printed in every textbook."""
    return nx.krackhardt_kite_graph()
