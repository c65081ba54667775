"""What else does the same job: alternatives of a thing, ranked, with reasons and evidence."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Hashable, Iterator
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.categories import targets
from ecosystem.analysis.cohort import PRODUCTS
from ecosystem.analysis.kinship import Kinship
from ecosystem.analysis.life import reference_day, status_of
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.traits import PARTS, Trait, Traits, traits_of
from ecosystem.analysis.wording import kind_of, listed, name_of, predicate_label
from ecosystem.errors import Text
from ecosystem.graph import find_node

COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "score": "float64",
    **dict.fromkeys(PARTS, "float64"),
    "named": "bool",
    "status": "object",
    "reasons_en": "object",
    "reasons_zh": "object",
    "references": "object",
}
_WEIGHTS = {
    "category": 0.32,
    "company": 0.2,
    "wording": 0.16,
    "function": 0.08,
    "standards": 0.02,
    "platform": 0.02,
    "language": 0.01,
    "licence": 0.01,
}
_SAME_PLACE, _NAMED, _KNOWN, _ENDED, _PART, _OTHER_KIND = 0.04, 0.12, 0.32, -0.04, -0.02, -0.02
_SAID = {
    "category": Text("both are in {}", "同属{}"),
    "company": Text("both are used or supported by {}", "都被{}使用或支持"),
    "function": Text("both have to do with {}", "都与{}有关"),
    "standards": Text("both implement {}", "都实现了{}"),
    "platform": Text("both build on or run on {}", "都基于或运行于{}"),
    "language": Text("both are written in {}", "都用{}编写"),
    "licence": Text("both are under {}", "都采用{}"),
}


def alternatives(
    graph: nx.Graph, *, node: Hashable, top: int = 10, alive: bool = False, as_of: str | dt.date | None = None
) -> pd.DataFrame:
    """Rank what could take the place of a thing.

    Definition: candidates are products (for a node of another kind: nodes of its kind) that share a category with
    `node` or the concept above it, or are said to compete with it or to resemble it, and are no kin of it: no
    predecessor or successor, part, whole, basis, dependency or vendor. Each part of the score is the weighted share of
    traits that the two have in common (Dice coefficient; a trait weighs -log of the share of things that have it, so
    that a rare one counts more): `category` (concepts and those above), `company` (what supports, uses or builds on
    both), `wording` (words of the English summary), `function` (what it is used for, supports or integrates with),
    `standards` (what it implements), `platform` (what it is built on or runs on), `language`, `licence`. `score` is .32
    category + .2 company + .16 wording + .08 function + .02 standards + .02 platform + .01 language + .01 licence; + up to
    .32 for how much is known of it (log2 of its relations and milestones, by 6); + .04 where the first category is the
    same; + .12 where a source itself names the two as alternatives; - .04 for what has ended; - .02 for a part of
    another product; - .02 for another kind. The weights were fitted by cross-validation on known alternatives.

    Parameters: `node`, an id or any name; `top`, the most rows; `alive`, to leave out what has ended; `as_of`, the day
    of that and of all facts used (see `reference_day`).

    Columns, indexed by `node`, best first: `name`, `name_zh`, `kind`, `score` (about 0 to 1.2), the parts `category`,
    `company`, `wording`, `function`, `standards`, `platform`, `language`, `licence` (0 to 1), `named` (a source names the
    two as alternatives), `status` (`alive`, `ended`), `reasons_en`, `reasons_zh`, `references` (evidence of the shared
    traits).

    Errors: `UnknownNodeError`. Empty for a concept, and where nothing else is in its category.

    Direction, weight and parallel edges: traits are read along the direction of relations, "competes with" and
    "is similar to" both ways; weights are ignored; parallel edges count once. Plans and forecasts do not count.

    Literature: Lin, "An information-theoretic definition of similarity", 1998; Resnik 1995.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from(["drone", "jenkins"], kind="tool")
    >>> _ = graph.add_edge("drone", "ci", predicate="belongs_to")
    >>> _ = graph.add_edge("jenkins", "ci", predicate="belongs_to")
    >>> alternatives(graph, node="drone").index.tolist()
    ['jenkins']
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    day = reference_day(graph, as_of)
    traits = traits_of(graph, day)
    kin = Kinship(graph).of(known)
    candidates = [other for other in traits.candidates(known) if other not in kin and _may_replace(graph, known, other)]
    rows = (_row(graph, traits, known, other, status_of(graph, other, day)) for other in candidates)
    wanted = [row for row in rows if row["status"] == "alive" or (row["status"] == "ended" and not alive)]
    wanted.sort(key=lambda row: (-row["score"], -graph.degree(row["node"]), str(row["node"])))
    return node_table(wanted[:top], COLUMNS)


def _may_replace(graph: nx.Graph, node: Hashable, other: Hashable) -> bool:
    kind, kind_of_other = kind_of(graph, node), kind_of(graph, other)
    return kind == kind_of_other or {kind, kind_of_other} <= PRODUCTS


def _row(graph: nx.Graph, traits: Traits, node: Hashable, other: Hashable, status: str) -> dict[str, Any]:
    parts = {part: traits.similarity(node, other, part) for part in PARTS}
    score = sum(_WEIGHTS[part] * value for part, value in parts.items())
    named = traits.named(node, other)
    score += _SAME_PLACE * _same_place(graph, node, other) + _NAMED * bool(named) + _KNOWN * _how_known(graph, other)
    score += _ENDED * (status == "ended") + _PART * _is_part(graph, other)
    score += _OTHER_KIND * (kind_of(graph, node) != kind_of(graph, other))
    shared = {part: traits.shared(node, other, part) for part in PARTS}
    reasons = list(_reasons(graph, shared, named, status))
    name = name_of(graph, other)
    return {
        "node": other,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, other),
        "score": round(score, 4),
        **{part: round(value, 4) for part, value in parts.items()},
        "named": bool(named),
        "status": status,
        "reasons_en": "; ".join(reason.en for reason in reasons),
        "reasons_zh": "；".join(reason.zh for reason in reasons),
        "references": _evidence(traits, (node, other), shared, named),
    }


def _same_place(graph: nx.Graph, node: Hashable, other: Hashable) -> bool:
    return next(targets(graph, node, "belongs_to"), node) == next(targets(graph, other, "belongs_to"), other)


def _how_known(graph: nx.Graph, node: Hashable) -> float:
    """Return how much is known of a thing, 0 to 1: log2 of its relations and milestones, 1 for 64 and more."""
    claims = graph.degree(node) + len(graph.nodes[node].get("milestones") or ())
    return min(math.log2(max(claims, 1)) / 6, 1.0)


def _is_part(graph: nx.Graph, node: Hashable) -> bool:
    return any(kind_of(graph, whole) in PRODUCTS for whole in targets(graph, node, "part_of"))


def _reasons(
    graph: nx.Graph, shared: dict[str, list[Trait]], named: list[dict[str, Any]], status: str
) -> Iterator[Text]:
    if named:
        label = predicate_label(graph, str(named[0]["predicate"]))
        yield Text(f"a source says: {label.en}", f"来源明言：{label.zh}")
    for part, traits in shared.items():
        said = [trait for trait in traits if trait.direct][:3]
        if said:
            names = listed([name_of(graph, trait.target) for trait in said])
            pattern = _SAID[part]
            yield Text(pattern.en.format(names.en), pattern.zh.format(names.zh))
    if status == "ended":
        yield Text("but it has ended", "但已终止")


def _evidence(
    traits: Traits, pair: tuple[Hashable, Hashable], shared: dict[str, list[Trait]], named: list[dict[str, Any]]
) -> list[str]:
    cited = [reference for said in named for reference in said.get("references") or ()]
    for found in shared.values():
        cited += [reference for trait in found for node in pair for reference in traits.references(node, trait)]
    return list(dict.fromkeys(cited))
