"""What else does the same job: alternatives of a thing, ranked, with reasons and evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from ecosystem.analysis.life import DORMANT, ENDED, reference_day
from ecosystem.analysis.rivalry import Parts, Rivalry
from ecosystem.analysis.tables import node_table
from ecosystem.analysis.traits import Trait
from ecosystem.analysis.wording import kind_of, listed, name_of, predicate_label, predicate_of, silence_in_words
from ecosystem.errors import Text
from ecosystem.graph import find_node

COLUMNS = {
    "name": "object",
    "name_zh": "object",
    "kind": "object",
    "score": "float64",
    **dict.fromkeys(Parts._fields, "float64"),
    "status": "object",
    "reasons_en": "object",
    "reasons_zh": "object",
    "references": "object",
}
_SAID = {
    "company": Text("both are used or supported by {}", "都被{}使用或支持"),
    "function": Text("both have to do with {}", "都与{}有关"),
    "standards": Text("both implement {}", "都实现了{}"),
    "platform": Text("both build on or run on {}", "都基于或运行于{}"),
    "language": Text("both are written in {}", "都用{}编写"),
    "licence": Text("both are under {}", "都采用{}"),
}
_Shared = Mapping[str, Sequence[Trait]]


def alternatives(
    graph: nx.Graph, *, node: Hashable, top: int = 10, alive: bool = False, as_of: str | dt.date | None = None
) -> pd.DataFrame:
    """Rank what could take the place of a thing.

    Definition: candidates are products (for a node of another kind: nodes of its kind) in the category of `node` or in
    one that lies near it in the tree of concepts (at least .7 by the measure of `job` below), and those that a source
    names as its rivals. Kin are none: forerunner or successor, part or whole, basis or what is built on it, maker,
    owner. Complements are none unless they share a category: what it supports, runs on, integrates with, uses or
    implements, and the other parts of the same tool. `score` is the mean of five parts, each from 0 to 1, without
    fitted weights. `job`: how alike the nearest two of their categories are (Lin: 2 log p(c) / (log p(a) + log p(b)),
    where p is the share of things in a category and c the narrowest concept above both; 1 for the same category).
    `likeness`: how much they have in common of all that relations and summary say (Ochiai coefficient of categories
    and those above, functions, standards, platforms, languages, licences, users and words; each weighs -log of its
    share, so that a rare one counts more). `known`: how much is known of the candidate (log of the number of its
    relations, milestones and sources, divided by that of the best known thing). `life`: the mean of the
    past (the time in which both lived, divided by the geometric mean of their lifetimes; 1 where neither has ended)
    and of that day (1 for what is alive, .5 for what is dormant, see `fate`, 0 for what has ended). `named`: 1 where a
    source says that they compete, or that one was forked from the other (while the candidate lives), .5 that they are
    similar. A vendor's categories are its own and those of what it made or owns; its `job` is the average over all of
    them of the best match, so that its alternatives are vendors whose products compete.

    Parameters: `node`, an id or any name; `top`, the most rows; `alive`, to leave out what has ended or is dormant;
    `as_of`, the day of that and of all facts used (see `reference_day`).

    Columns, indexed by `node`, best first: `name`, `name_zh`, `kind`, `score` and its parts `job`, `likeness`, `known`,
    `life`, `named` (0 to 1), `status` (`alive`, `dormant`, `ended`), `reasons_en`, `reasons_zh`, `references` (evidence of what is
    shared).

    Errors: `UnknownNodeError`. Empty for a concept, and where nothing else is in its category.

    Direction, weight and parallel edges: traits are read along the direction of relations, "competes with" and
    "is similar to" both ways; weights are ignored; parallel edges count once. Plans and forecasts do not count.

    Literature: Lin, "An information-theoretic definition of similarity", 1998. Known answers in
    `tests/data/alternatives.yaml` say how good it is.

    >>> import networkx as nx
    >>> graph = nx.MultiDiGraph()
    >>> graph.add_nodes_from(["drone", "jenkins"], kind="tool")
    >>> _ = graph.add_edge("drone", "ci", predicate="belongs_to")
    >>> _ = graph.add_edge("jenkins", "ci", predicate="belongs_to")
    >>> alternatives(graph, node="drone").index.tolist()
    ['jenkins']
    """
    known = find_node(graph, node)  # type: ignore[arg-type]
    rivalry = Rivalry(graph, reference_day(graph, as_of))
    ranked = rivalry.ranked(known, alive=alive)[:top]
    return node_table((_row(graph, rivalry, known, other, parts) for other, parts in ranked), COLUMNS)


def _row(graph: nx.Graph, rivalry: Rivalry, node: Hashable, other: Hashable, parts: Parts) -> dict[str, Any]:
    shared, name = rivalry.traits.shared(node, other), name_of(graph, other)
    reasons = list(_reasons(graph, rivalry, node, other, shared))
    return {
        "node": other,
        "name": name.en,
        "name_zh": name.zh,
        "kind": kind_of(graph, other),
        "score": round(parts.score, 4),
        **{part: round(value, 4) for part, value in parts._asdict().items()},
        "status": rivalry.status(other),
        "reasons_en": "; ".join(reason.en for reason in reasons),
        "reasons_zh": "；".join(reason.zh for reason in reasons),
        "references": _evidence(rivalry, (node, other), shared),
    }


def _reasons(graph: nx.Graph, rivalry: Rivalry, node: Hashable, other: Hashable, shared: _Shared) -> Iterator[Text]:
    for said in rivalry.said(node, other)[:1]:
        label, name = (
            predicate_label(graph, predicate_of(said.attributes), inverse=said.source == node),
            name_of(graph, node),
        )
        yield Text(f"a source says: {label.en} {name.en}", f"来源明言：{label.zh} {name.zh}")
    _, concept = rivalry.jobs.nearest(node, other)
    if concept is not None:
        name = name_of(graph, concept)
        yield Text(f"both are in {name.en}", f"同属{name.zh}")
    for part, pattern in _SAID.items():
        if part in shared:
            names = listed([name_of(graph, trait.target) for trait in shared[part][:3]])
            yield Text(pattern.en.format(names.en), pattern.zh.format(names.zh))
    if rivalry.status(other) == ENDED:
        yield Text("but it has ended", "但已终止")
    if rivalry.status(other) == DORMANT:
        silent = silence_in_words(graph, other)
        yield Text(f"but {silent.en}", f"但{silent.zh}")


def _evidence(rivalry: Rivalry, pair: tuple[Hashable, Hashable], shared: _Shared) -> list[str]:
    cited = [reference for said in rivalry.said(*pair) for reference in said.attributes.get("references") or ()]
    for part in ("category", *_SAID):
        cited += [
            reference
            for trait in shared.get(part, ())
            for node in pair
            for reference in rivalry.traits.references(node, trait)
        ]
    return list(dict.fromkeys(cited))
