"""A reference to a container image, read as Docker reads it: name, tag and digest, with Compose's variables filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass

DOCKER_HUB = "docker.io"
_SYNONYMS = ("index.docker.io", "registry-1.docker.io", "registry.hub.docker.com")
_DOLLAR, _OPEN, _CLOSE = "\0", "\1", "\2"  # what stands for $, ${ and } until all is filled in
_DEPTH = 8  # of defaults within defaults
_BARE = re.compile(r"\$(\w+)")
_INNERMOST = re.compile(r"\$\{(\w+)(?:(:?[-?+])([^${}]*))?\}")
_UNSET = re.compile(r"\$\{(\w+)\}")


@dataclass(frozen=True)
class Image:
    """An image reference: `name` with registry and namespace; `tag` and `digest` are empty where none is written.

    A variable that nothing gives a value stands in them as `${NAME}`.
    """

    name: str
    tag: str = ""
    digest: str = ""


def image_of(reference: str) -> Image:
    """Return what an `image:` of a compose file means: `redis:${V:-7}` is docker.io/library/redis with the tag 7.

    Source: the reference grammar of the distribution project, and "Interpolation" in the Compose specification.
    """
    bare, _, digest = filled(reference).partition("@")
    head, _, last = bare.rpartition("/")
    base, _, tag = last.partition(":")
    return Image(_full_name(f"{head}/{base}" if head else base), tag, digest)


def filled(text: str) -> str:
    """Return a text with the defaults of its variables; one without a default stays, written `${NAME}`."""
    rest = _BARE.sub(r"${\1}", text.replace("$$", _DOLLAR))
    for _ in range(_DEPTH):
        rest = _INNERMOST.sub(_default, rest)
    return rest.replace(_OPEN, "${").replace(_CLOSE, "}").replace(_DOLLAR, "$")


def unset_variables(text: str) -> list[str]:
    """Return the names of the variables that `filled` left in a text."""
    return _UNSET.findall(text)


def _default(found: re.Match[str]) -> str:
    name, mark, word = found.groups()
    if mark and mark.endswith("-"):
        return str(word)
    return "" if mark and mark.endswith("+") else f"{_OPEN}{name}{_CLOSE}"


def _full_name(name: str) -> str:
    first, slash, rest = name.partition("/")
    if first.startswith("${"):
        return name
    if not slash:
        return f"{DOCKER_HUB}/library/{name}"
    if first in (DOCKER_HUB, *_SYNONYMS):
        return f"{DOCKER_HUB}/{rest}" if "/" in rest else f"{DOCKER_HUB}/library/{rest}"
    if "." in first or ":" in first or first == "localhost":
        return name
    return f"{DOCKER_HUB}/{name}"
