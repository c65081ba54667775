"""YAML that others wrote: aliases, several documents, anchors that are set again, tags of other programs.

The quick parser refuses an anchor that is set again. The full one is many times slower, and so it is asked only where the
quick one refuses a text, and only about one that is short.
"""

from __future__ import annotations

import functools
import math
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ecosystem.catalogue.yaml_loader import compose_all

MOST_UNFOLDED = 100_000  # values that are there only because an alias is written out
_MOST_CHARACTERS = 256 * 1024


def foreign_tree(text: str) -> Node | None:
    """Return a text's tree of YAML nodes, several documents as one; raise `YAMLError` with the place of what is wrong."""
    try:
        trees = compose_all(text)
    except yaml.YAMLError:
        if len(text) > _MOST_CHARACTERS:
            raise
        trees = compose_all(text, quick=False)
    return functools.reduce(_merged, trees) if trees else None


def unfolds_too_far(tree: Node) -> bool:
    """Return whether a tree holds itself, or has over `MOST_UNFOLDED` values more once each alias is written out."""
    sizes: dict[int, float] = {}
    waiting = [(tree, False)]
    while waiting:
        node, counted = waiting.pop()
        parts = _parts(node)
        if counted:
            sizes[id(node)] = 1 + sum(sizes[id(part)] for part in parts)
        elif id(node) not in sizes:
            sizes[id(node)] = math.inf  # until its parts are counted: a node within itself stays so
            waiting.append((node, True))
            waiting.extend((part, False) for part in parts)
    return sizes[id(tree)] - len(sizes) > MOST_UNFOLDED


def _parts(node: Node) -> list[Any]:
    if isinstance(node, MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, SequenceNode) else []


def _merged(first: Any, second: Any) -> Any:
    """Return two documents as one: what the second says of a key counts."""
    if not isinstance(first, MappingNode) or not isinstance(second, MappingNode):
        return second
    if not all(isinstance(key, ScalarNode) for key, _ in first.value + second.value):
        return second  # which no mapping of a program is
    later = {key.value: (key, value) for key, value in second.value}
    pairs = [
        (later[key.value][0], _merged(value, later[key.value][1])) if key.value in later else (key, value)
        for key, value in first.value
    ]
    known = {key.value for key, _ in pairs}
    pairs += [(key, value) for key, value in second.value if key.value not in known]
    return MappingNode(first.tag, pairs, first.start_mark, first.end_mark, first.flow_style)
