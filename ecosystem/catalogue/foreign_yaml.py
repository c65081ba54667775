"""YAML that others wrote: anchors, several documents, tags of other programs, and what the quick parser takes amiss.

The quick parser (libyaml) refuses some of what YAML 1.2 allows, such as `{image: nginx:1.25}`. The full one is many times
slower, and so it is asked only where the quick one refuses a text, and only about one that is short and shallow.
"""

from __future__ import annotations

import math
import warnings
from itertools import accumulate
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import ReusedAnchorWarning, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

MOST_UNFOLDED = 100_000  # values that are there only because an alias is written out
_MOST_CHARACTERS = 256 * 1024
_MOST_NESTED = 64
_NESTING = {"[": 1, "{": 1, "]": -1, "}": -1}


def foreign_tree(text: str) -> Any:
    """Return a text's tree of YAML nodes, several documents as one; raise `YAMLError` with the place of what is wrong."""
    try:
        return YAML(typ="safe").compose(text)
    except YAMLError:
        nested = max(accumulate(_NESTING.get(character, 0) for character in text), default=0)
        if len(text) > _MOST_CHARACTERS or nested > _MOST_NESTED:
            raise
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ReusedAnchorWarning)
        composer = YAML(typ="safe", pure=True).get_constructor_parser(text)[0].composer
        tree = None
        while composer.check_node():
            tree = _merged(tree, composer.get_node())
        return tree


def foreign_value(tree: Any) -> Any:
    """Return what a tree says as plain values: of a tag that is not YAML's own, only what it stands before."""
    parser = YAML(typ="safe", pure=True)
    parser.Constructor = _Constructor
    return None if tree is None else parser.constructor.construct_document(tree)


def unfolds_too_far(tree: Any) -> bool:
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


class _Constructor(SafeConstructor):
    """Makes plain values, and nothing at all of what `!reset` takes away."""

    def construct_foreign(self, node: Any) -> Any:
        if str(node.tag) == "!reset":
            return None
        if isinstance(node, ScalarNode):
            return self.construct_scalar(node)
        return self.construct_sequence(node, deep=True) if isinstance(node, SequenceNode) else self._mapping(node)

    def _mapping(self, node: Any) -> Any:
        self.flatten_mapping(node)
        return self.construct_mapping(node, deep=True)


_Constructor.add_constructor(None, _Constructor.construct_foreign)


def _parts(node: Any) -> list[Any]:
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
