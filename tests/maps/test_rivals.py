"""What the page names as alternatives is what the command line answers, on the catalogue and on a graph of thousands."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from ecosystem.analysis import alternatives
from ecosystem.analysis.life import reference_day
from ecosystem.analysis.rivalry import Rivalry
from ecosystem.maps.rivals import SHOWN, rivals_column
from tests.maps.graphs import columns

KINDS = ("tool", "service", "vendor")
WORD = {"en": "tool", "zh": "工具"}
TIES = (
    "competes_with",
    "similar_to",
    "part_of",
    "succeeded_by",
    "integrates_with",
    "built_on",
    "made_by",
    "forked_from",
)


def crowded(nodes: int = 3000, areas: int = 24, seed: int = 5) -> nx.MultiDiGraph:
    """Things of some kinds in a tree of categories, a third ended, some dormant, many twins, with all that makes or bars a rival."""
    random = np.random.default_rng(seed)
    graph = nx.MultiDiGraph(vocabulary={"kinds": {"tool": {"label": WORD, "plural": WORD, "fresh_months": 24}}})
    for area in range(areas):
        graph.add_node(f"area-{area}", kind="concept")
        if area:
            graph.add_edge(f"area-{area}", f"area-{(area - 1) // 3}", predicate="broader")
    for number in range(nodes):
        year = int(random.integers(2000, 2020))
        dates = {"since": str(year)} if number % 2 else {}
        ended = {"until": str(year + int(random.integers(1, 9)))} if number % 3 == 0 else {}
        words = " ".join(random.choice(["cloud", "build", "store", "mesh", "scan"], 2)) if number % 4 else ""
        silent = {"milestones": [{"event": "last_commit", "date": "2012"}]} if number % 7 == 0 else {}
        graph.add_node(f"n{number}", kind=KINDS[number % 3], summary_en=words, **dates, **ended, **silent)
        for area in random.integers(areas, size=1 + number % 5 // 4):
            graph.add_edge(f"n{number}", f"area-{area}", predicate="belongs_to")
    for number, (source, target) in enumerate(random.integers(nodes, size=(nodes // 2, 2)).tolist()):
        graph.add_edge(f"n{source}", f"n{target}", predicate=TIES[number % len(TIES)])
    return graph


def on_the_page(graph: nx.MultiDiGraph) -> dict[str, list[str]]:
    column, names = rivals_column(columns(graph), graph, None), list(columns(graph).ids)
    plain = {
        place: [rival[0] if isinstance(rival, list) else rival for rival in found] for place, found in column.items()
    }
    return {name: [names[rival] for rival in plain.get(place, [])] for place, name in enumerate(names)}


@pytest.mark.parametrize("every", [pytest.param(1, id="catalogue"), pytest.param(23, id="thousands")])
def test_the_page_names_the_head_of_the_whole_ranking(docker, every):
    graph = docker if every == 1 else crowded()
    page, rivalry = on_the_page(graph), Rivalry(graph, reference_day(graph))
    asked = [node for node in graph if node in page][::every]
    assert sum(map(bool, page.values())) > 500
    assert {node: page[node] for node in asked} == {
        node: [other for other, _ in rivalry.ranked(node) if other in page][:SHOWN] for node in asked
    }


def test_the_question_gives_the_same_answer_on_thousands():
    graph = crowded()
    page = on_the_page(graph)
    for node in ("n1", "n2", "n3", "n1500"):
        assert alternatives(graph, node=node, top=SHOWN).index.tolist() == page[node]
