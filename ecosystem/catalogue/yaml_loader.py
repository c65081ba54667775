"""YAML 1.2 on libyaml: nodes that know their line, and the plain values they stand for.

PyYAML reads with libyaml in C but follows YAML 1.1 (`no` is false, `010` is eight, a key may stand twice). Only its parser
and its nodes are used here. Scalars are those of YAML 1.2's core schema; dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from functools import lru_cache
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_CORE = "tag:yaml.org,2002:"
_STR, _SEQ, _MAP, _MERGE = f"{_CORE}str", f"{_CORE}seq", f"{_CORE}map", f"{_CORE}merge"
_SCALARS = (
    ("null", re.compile(r"~|null|Null|NULL|")),
    ("bool", re.compile(r"true|True|TRUE|false|False|FALSE")),
    ("int", re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")),
    ("float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")),
    ("float", re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")),
    ("merge", re.compile(r"<<")),
)
_FIRST = frozenset("~nNtTfF0123456789+-.<") | {""}
_DEEPEST = 100
_READ: dict[str, Callable[[str], Any]] = {
    "null": lambda _: None,
    "bool": lambda text: text.lower() == "true",
    "int": lambda text: int(text, 0) if text[:2] in ("0o", "0x") else int(text),
    "float": lambda text: float(text.lower().replace(".inf", "inf").replace(".nan", "nan")),
    "str": str,
}


class _Nodes(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A loader of which only the composing is used, with the scalars of YAML 1.2."""

    depth = 0

    def resolve(self, kind: type[Node], value: str, implicit: Any) -> str:
        if kind is ScalarNode:
            return _tag_of(value) if implicit[0] else _STR
        return _SEQ if kind is SequenceNode else _MAP

    def descend_resolver(self, current_node: Any, current_index: Any) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:  # libyaml's composer would go on until the stack is full, and take Python with it
            raise ConstructorError(None, None, "too deep", current_node.start_mark)

    def ascend_resolver(self) -> None:
        self.depth -= 1


def compose(text: str) -> Node | None:
    """Return the tree of nodes of the one document in a text, or nothing where it is empty; raise `yaml.YAMLError`."""
    loader = _Nodes(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def value_of(node: Node | None, *, own_tags: bool = False) -> Any:
    """Return what a tree of nodes stands for, in mappings, lists, text, numbers; raise `yaml.YAMLError`.

    `own_tags` says whether an application's own tags (`!reset`) are passed over instead of refused.
    """
    return None if node is None else _Values(own_tags).of(node)


class _Values:
    """Nodes as values: an anchor and its aliases are one value."""

    def __init__(self, own_tags: bool) -> None:
        self.own_tags = own_tags
        self.known: dict[int, Any] = {}

    def of(self, node: Node) -> Any:
        if node.tag == _STR:
            return node.value
        if node.tag[0] == "!" and not self.own_tags:
            raise ConstructorError(
                None, None, f"could not determine a constructor for the tag {node.tag!r}", node.start_mark
            )
        if isinstance(node, ScalarNode):
            return _scalar(node)
        if id(node) not in self.known:
            value = self.known[id(node)] = {} if isinstance(node, MappingNode) else []
            if isinstance(value, dict):
                value.update(self._mapping(node))
            else:
                value.extend([self.of(one) for one in node.value])
        return self.known[id(node)]

    def _mapping(self, node: MappingNode) -> dict[Hashable, Any]:
        merged: dict[Hashable, Any] = {}
        own: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            if key_node.tag == _MERGE:
                for key, value in self._merged(value_node):
                    merged.setdefault(key, value)
                continue
            key = self.of(key_node)
            if not isinstance(key, Hashable):
                raise ConstructorError(None, None, "found unhashable key", key_node.start_mark)
            if key in own:
                raise ConstructorError(None, None, f'found duplicate key "{key}"', key_node.start_mark)
            own[key] = self.of(value_node)
        return {**merged, **own} if merged else own

    def _merged(self, node: Node) -> Iterator[tuple[Hashable, Any]]:
        """Yield what a merge key (`<<`) brings in: of several mappings the first wins."""
        for one in node.value if isinstance(node, SequenceNode) else [node]:
            if not isinstance(one, MappingNode):
                found = f"expected a mapping for merging, but found {one.id}"
                raise ConstructorError(None, None, found, one.start_mark)
            yield from self.of(one).items()


def _scalar(node: ScalarNode) -> Any:
    read = _READ.get(node.tag.removeprefix(_CORE), str)
    try:
        return read(node.value)
    except ValueError as error:
        raise ConstructorError(None, None, str(error), node.start_mark) from None


@lru_cache(maxsize=1 << 16)
def _tag_of(text: str) -> str:
    """Return the tag of a plain scalar."""
    if text[:1] in _FIRST:
        for name, pattern in _SCALARS:
            if pattern.fullmatch(text):
                return f"{_CORE}{name}"
    return _STR
