from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from scipy.spatial import KDTree

from ecosystem.maps.categories import build_categories
from ecosystem.maps.importance import importance, radii
from ecosystem.maps.layout import LAYOUTS, homes, tops
from ecosystem.maps.layout.atlas import filled
from ecosystem.maps.layout.discs import GAP, packed_discs
from ecosystem.maps.words import used_predicates
from tests.maps.graphs import columns, small

BRANCHES, SIZE = 5, 30


def country() -> nx.MultiDiGraph:
    """Return five branches of thirty tools, a vendor with two tools in the first and one in the second, and a licence that all have."""
    graph = nx.MultiDiGraph(vocabulary={"predicates": {"licensed_under": {"background": True}}})
    graph.add_node("root", kind="concept")
    graph.add_node("acme", kind="vendor")
    graph.add_node("mit", kind="licence")
    for branch in range(BRANCHES):
        graph.add_node(f"b{branch}", kind="concept")
        graph.add_edge(f"b{branch}", "root", predicate="broader")
        for number in range(SIZE):
            tool = f"t{branch}-{number}"
            graph.add_node(tool, kind="tool")
            graph.add_edge(tool, f"b{branch}", predicate="belongs_to")
            graph.add_edge(tool, "mit", predicate="licensed_under")
            graph.add_edge(tool, f"t{(branch + 1) % BRANCHES}-{number}", predicate="integrates_with")
    for tool in ("t0-0", "t0-1", "t1-0"):
        graph.add_edge(tool, "acme", predicate="made_by")
    return graph


def test_a_vendor_lives_where_most_of_its_tools_are_and_a_licence_with_its_kind() -> None:
    graph = country()
    extracted = columns(graph)
    tree = build_categories(extracted)
    home = homes(extracted, tree)
    assert home is not None
    at = {node: int(home[number]) for number, node in enumerate(graph)}
    assert at["acme"] == at["t0-0"] == at["b0"] != at["t1-0"]
    assert (
        at["mit"] == int(tops(tree)[list(graph).index("mit")]) not in {at[f"b{branch}"] for branch in range(BRANCHES)}
    )


def test_each_branch_is_a_region_though_every_tool_has_a_partner_abroad() -> None:
    graph = country()
    extracted = columns(graph)
    placed = LAYOUTS["atlas"](extracted, importance(extracted))
    names = list(graph)
    tools = [number for number, node in enumerate(names) if node.startswith("t")]
    branch = np.array([int(names[number][1]) for number in tools])
    _, nearest = KDTree(placed[tools]).query(placed[tools], 6)
    assert (branch[nearest[:, 1:]] == branch[:, None]).mean() > 0.9


def test_on_an_atlas_no_node_covers_another() -> None:
    extracted = columns(country())
    weights = importance(extracted)
    placed, sizes = LAYOUTS["atlas"](extracted, weights), radii(weights)
    pairs = KDTree(placed).query_pairs(2 * sizes.max(), output_type="ndarray")
    distance = np.linalg.norm(placed[pairs[:, 0]] - placed[pairs[:, 1]], axis=1)
    assert (distance / sizes[pairs].sum(axis=1)).min(initial=1) > 0.95


@pytest.mark.parametrize("graph", [small(), nx.MultiDiGraph([("a", "b")])], ids=["two branches", "no branches"])
def test_where_branches_are_no_regions_communities_are_laid_out(graph: nx.MultiDiGraph) -> None:
    extracted = columns(graph)
    weights = importance(extracted)
    assert (LAYOUTS["atlas"](extracted, weights) == LAYOUTS["communities"](extracted, weights)).all()


def test_discs_lie_beside_each_other_wider_than_tall() -> None:
    random = np.random.default_rng(4)
    radii = random.uniform(40, 160, 18)
    placed = packed_discs(random.normal(size=(18, 2)), radii)
    between = np.linalg.norm(placed[:, None] - placed[None], axis=2) - radii[:, None] - radii[None]
    assert between[~np.eye(18, dtype=bool)].min() > 0.9 * GAP
    across, down = placed.max(axis=0) - placed.min(axis=0)
    assert across > down


def test_a_disc_is_filled_to_its_rim_and_no_further() -> None:
    random = np.random.default_rng(2)
    offsets = random.normal(size=(200, 2)) ** 3  # most near the middle, few far out
    spread = np.linalg.norm(filled(offsets, np.ones(200), 100.0), axis=1)
    # of an evenly filled disc a quarter lies within half of the radius; these begin with nearly all of it there
    assert spread.max() <= 100
    assert 0.2 < (spread < 50).mean() < 0.5
    assert filled(np.array([[3.0, 4.0]]), np.ones(1), 9.0).tolist() == [[0.0, 0.0]]


def test_radii_are_those_of_the_page() -> None:
    # 4 + 26 (importance / 1000)², halves up, as in radiusOf of views/network/field.js
    assert radii(np.array([0, 250, 500, 1000])).tolist() == [4, 6, 11, 30]


def test_predicates_of_the_background_are_marked() -> None:
    marked = {one["id"]: one["background"] for one in used_predicates(columns(country()))}
    assert marked == {
        "belongs_to": False, "broader": False, "integrates_with": False, "licensed_under": True, "made_by": False
    }  # fmt: skip
