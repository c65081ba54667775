"""Stories: a small file of captions in two languages, each with the state that the page goes to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ecosystem.catalogue.yaml_source import read_yaml
from ecosystem.errors import Text
from ecosystem.maps.spec import Step


def read_story(path: Path) -> tuple[Step, ...]:
    """Return the steps of a story's file: a list of mappings with `en`, `zh` and the fields of the page's state."""
    steps = read_yaml(path).value
    return tuple(Step(Text(step.pop("en"), step.pop("zh")), step) for step in steps)


def told(story: tuple[Step, ...], ids: Collection[str]) -> tuple[Step, ...]:
    """Return a story where the map has every node that it speaks of, and otherwise nothing."""
    spoken_of = {node for step in story for node in nodes_of(step)}
    return story if spoken_of <= set(ids) else ()


def dated(state: Mapping[str, Any], today: str | None) -> dict[str, Any]:
    """Return a step's state, with the month of a map's newest source for the date "today"."""
    if state.get("date") != "today":
        return dict(state)
    return {**state, "date": today[:7] if today else None}


def nodes_of(step: Step) -> set[str]:
    """Return the nodes that a step's state names."""
    focus = step.state.get("focus") or {}
    named = {*step.state.get("selected", ()), *(step.state.get("path") or ())}
    return {str(node) for node in named} | ({str(focus["node"])} if focus else set())
