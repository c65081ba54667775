"""What if it goes away: what depends on it, which categories lose their last living member, what falls apart."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import concepts_of, targets
from ecosystem.analysis.cohort import products_of
from ecosystem.analysis.keeping import going_with, rests
from ecosystem.analysis.life import THERE, reference_day, status_of
from ecosystem.analysis.measuring import simple_graph
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.wording import kind_of, name_of, sentence
from ecosystem.errors import Text
from ecosystem.graph import find_node

EFFECTS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "effect": "object",
    "distance": "int64",
    "sentence_en": "object",
    "sentence_zh": "object",
    "references": "object",
}
POINTS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "pieces": "int64",
    "cut_off": "int64",
    "rank": "int64",
}
_NOT_FOR_USE = frozenset({"concept", "practice", "event", "document"})


def removal(graph: nx.Graph, *, node: Hashable, as_of: str | dt.date | None = None) -> pd.DataFrame:
    """Say what happens if a thing or a vendor goes away.

    Definition: with a vendor go the living things that it keeps (it owns them, acquired them, hosts them or made
    them, the first that is known), and the vendors that it owns with what is theirs. `goes`: what goes itself;
    `depends`: what by a chain of depends_on, built_on, part_of or runs_on rests on something that goes, `distance` steps
    away; a part that joined later than it began does not rest on the whole, a relation that has ended or is only planned
    does not count; `last living`: a category whose living members, narrower categories included, all go; `cut off`: what
    else is no longer connected to the largest piece of the graph.

    Parameters: `node`, an id or any name; `as_of`, the day on which life and relations are looked at (see
    `reference_day`).

    Columns, indexed by `node` (whatever is hit; once for each effect): `name`, `name_zh`, `kind`, `effect`
    (`goes`, `depends`, `last living`, `cut off`), `distance` (steps; 0 for what goes, -1 where there is no
    chain), `sentence_en`, `sentence_zh`, `references`.

    Errors: `UnknownNodeError`.

    Direction, weight and parallel edges: dependence runs against the direction of relations; connection ignores
    direction; weights are ignored; parallel edges count once.

    Literature: Decan, Mens and Grosjean, "An empirical comparison of dependency network evolution", 2019;
    Albert, Jeong and Barabasi, "Error and attack tolerance of complex networks", 2000.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> _ = graph.add_edge("swarm", "docker", predicate="built_on")
    >>> removal(graph, node="docker")["effect"].to_dict()
    {'docker': 'goes', 'swarm': 'depends'}
    """
    day = reference_day(graph, as_of)
    known = find_node(graph, node)  # type: ignore[arg-type]
    gone = going_with(graph, known, day)
    rows = [
        *_going(graph, known, gone),
        *_depending(graph, gone, day),
        *_emptied(graph, gone, day),
        *_cut_off(graph, gone),
    ]
    return node_table((_labelled(graph, row) for row in rows), EFFECTS)


def articulation_points(graph: nx.Graph) -> pd.DataFrame:
    """Find the nodes whose removal breaks the graph apart.

    Definition: a node is an articulation point if its component has more pieces without it; `cut_off` are the
    nodes in all those pieces but the largest.

    Columns, indexed by `node`, worst first: `name`, `name_zh`, `kind`, `pieces` (into which its component
    falls, 2 and up), `cut_off` (count of nodes), `rank` (by `cut_off`).

    Errors: none.

    Direction, weight and parallel edges: direction and weights are ignored; parallel edges count once; loops
    are ignored.

    Literature: Hopcroft and Tarjan, "Efficient algorithms for graph manipulation", 1973.

    >>> import networkx as nx
    >>> articulation_points(nx.path_graph(3))["cut_off"].to_dict()
    {1: 1}
    """
    simple = simple_graph(graph)
    rows = []
    for component in nx.connected_components(simple):
        for node, pieces in _pieces(simple.subgraph(component)).items():
            cut_off = sum(pieces) - max(pieces)
            rows.append(_labelled(graph, {"node": node, "pieces": len(pieces), "cut_off": cut_off, "rank": 0}))
    rows.sort(key=lambda row: (-row["cut_off"], -row["pieces"], str(row["node"])))
    table = node_table(rows, POINTS)
    table["rank"] = table["cut_off"].rank(ascending=False, method="min").astype("int64")
    return table


def _going(graph: nx.Graph, asked: Hashable, gone: Mapping[Hashable, Hashable]) -> Iterator[dict[str, Any]]:
    for node in sorted(gone, key=lambda one: (one != asked, str(one))):
        name, keeper = name_of(graph, node), name_of(graph, gone[node])
        own = Text(f"{name.en} goes away.", f"{name.zh} 消失。")
        with_it = Text(f"{name.en} goes with {keeper.en}.".replace("..", "."), f"{name.zh} 随 {keeper.zh} 一同消失。")
        yield _effect(node, "goes", 0, own if node == asked else with_it, graph.nodes[node].get("references"))


def _depending(graph: nx.Graph, gone: Collection[Hashable], day: dt.date) -> Iterator[dict[str, Any]]:
    if not graph.is_directed():
        return
    queue, seen = deque((node, 1) for node in sorted(gone, key=str)), set(gone)
    while queue:
        base, distance = queue.popleft()
        for source, target, attributes in graph.in_edges(base, data=True):
            if source not in seen and rests(graph, source, attributes, day) and _is_used(graph, source, day):
                seen.add(source)
                queue.append((source, distance + 1))
                said = sentence(graph, source, target, attributes)
                yield _effect(source, "depends", distance, said, attributes.get("references"))


def _emptied(graph: nx.Graph, gone: Collection[Hashable], day: dt.date) -> Iterator[dict[str, Any]]:
    wider = nx.DiGraph(
        (source, target) for source in concepts_of(graph) for target in targets(graph, source, "broader")
    )
    living: dict[Hashable, set[Hashable]] = {}
    for thing in products_of(graph):
        if _alive(graph, thing, day):
            for concept in targets(graph, thing, "belongs_to"):
                for category in {concept} | (nx.descendants(wider, concept) if concept in wider else set()):
                    living.setdefault(category, set()).add(thing)
    for concept, members in living.items():
        if members <= set(gone):
            name = name_of(graph, concept)
            said = Text(f"{name.en} loses its last living member.", f"{name.zh}失去最后一个仍在的成员。")
            yield _effect(concept, "last living", -1, said, None)


def _cut_off(graph: nx.Graph, gone: Collection[Hashable]) -> Iterator[dict[str, Any]]:
    simple = simple_graph(graph)
    before: set[Hashable] = max(
        (component for component in nx.connected_components(simple) if component.intersection(gone)),
        key=len,
        default=set(),
    )
    left = simple.subgraph(before.difference(gone))
    pieces = sorted(nx.connected_components(left), key=len, reverse=True)
    for piece in pieces[1:]:
        for node in sorted(piece, key=str):
            name = name_of(graph, node)
            said = Text(f"{name.en} is no longer connected to the rest.", f"{name.zh} 与其余部分断开。")
            yield _effect(node, "cut off", -1, said, None)


def _effect(node: Hashable, effect: str, distance: int, said: Text, references: Any) -> dict[str, Any]:
    told = {"sentence_en": said.en, "sentence_zh": said.zh, "references": list(references or ())}
    return {"node": node, "effect": effect, "distance": distance, **told}


def _labelled(graph: nx.Graph, row: dict[str, Any]) -> dict[str, Any]:
    name = name_of(graph, row["node"])
    return {**row, "name": name.en, "name_zh": name.zh, "kind": kind_of(graph, row["node"])}


def _pieces(connected: nx.Graph) -> dict[Hashable, list[int]]:
    """Return the sizes of the pieces into which a connected graph falls without each of its articulation points.

    Blocks and articulation points form a tree; below a point hang the pieces that its removal cuts off.
    """
    points = set(nx.articulation_points(connected))
    blocks = list(nx.biconnected_components(connected))
    tree = nx.Graph((("block", number), node) for number, block in enumerate(blocks) for node in block & points)
    if not points:
        return {}
    root = ("block", next(number for number, block in enumerate(blocks) if block & points))
    above, below = nx.dfs_predecessors(tree, root), dict.fromkeys(tree, 1)
    below |= {("block", number): len(block - points) for number, block in enumerate(blocks)}
    pieces: dict[Hashable, list[int]] = {point: [] for point in points}
    for node in nx.dfs_postorder_nodes(tree, root):
        if node in above:
            below[above[node]] += below[node]
            if above[node] in points:
                pieces[above[node]].append(below[node])
    return {point: [*sizes, len(connected) - below[point]] for point, sizes in pieces.items()}


def _alive(graph: nx.Graph, node: Hashable, day: dt.date) -> bool:
    return status_of(graph, node, day) in THERE


def _is_used(graph: nx.Graph, node: Hashable, day: dt.date) -> bool:
    return _alive(graph, node, day) and kind_of(graph, node) not in _NOT_FOR_USE
