"""What a map shows, said before anything is computed: a frozen record that answers one stated question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ecosystem.errors import Text

View = Literal["mindmap", "network", "landscape", "timeline", "table"]
ScaleName = Literal["nominal", "linear", "log"]


@dataclass(frozen=True, slots=True)
class Channel:
    """One property of the picture (colour, size) and the column of the nodes that it shows, through a scale.

    A `column` is a measure (`degree`, `in_degree`, `out_degree`, `evidence`, `importance`), an attribute of the nodes
    (`kind`, `maturity`), or a column of the table handed to `resolve_map`.
    """

    column: str
    scale: ScaleName = "nominal"
    title: Text | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a story: a caption, and the state that the page goes to."""

    caption: Text
    state: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapSpec:
    """A kind of map: the question that it answers, what is on it, and how that is drawn.

    `kinds` and `predicates` select (`None`: all); `focus` and `depth` keep the neighbourhood of one node; `isolated`
    keeps nodes without a relation. `layout` names a function of `ecosystem.maps.layout.LAYOUTS`; `view` is what a
    reader sees first; `as_of` is the date that the map opens at, `against` one to compare it with. `title` and
    `question` default to those of the graph.
    """

    id: str
    title: Text | None = None
    question: Text | None = None
    kinds: frozenset[str] | None = None
    predicates: frozenset[str] | None = None
    focus: str | None = None
    depth: int = 1
    isolated: bool = True
    colour: Channel = Channel("kind")
    size: Channel = Channel("importance", scale="log")
    layout: str = "atlas"
    view: View = "mindmap"
    as_of: str | None = None
    against: str | None = None
    story: tuple[Step, ...] = ()
