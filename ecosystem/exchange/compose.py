"""Compose files: your own stack, put on the map of the Docker ecosystem by the images that it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue import Catalogue, Citation, Node, Reference, Relation, catalogue_folder, load_catalogue
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, Problem, Severity, Text
from ecosystem.exchange.format import Format
from ecosystem.graph import build_graph

_FILE = "compose-file"
_DOCKER_HUB = "docker.io"


def read_compose(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read a compose file as the Docker catalogue with its services added as nodes of kind `workload`.

    A service's `image:` finds the catalogue's node by its `images`; an image that the catalogue does not know becomes a
    node of its own and is reported. `depends_on` becomes relations between workloads.
    """
    source = read_yaml(path, aliases=True)
    services = source.value.get("services") if isinstance(source.value, dict) else None
    if not isinstance(services, dict) or not services:
        raise BadInputError([_no_compose(path)])
    stack = _Stack(source, load_catalogue(catalogue_folder("docker")))
    for name, service in services.items():
        stack.add(str(name), service if isinstance(service, dict) else {}, services)
    return build_graph(stack.catalogue(path)), stack.problems


def normal_image(image: str) -> str:
    """Return an image reference with registry and namespace, without tag and digest: `redis:7` is docker.io/library/redis."""
    bare = re.sub(r"\$\{\w+:?-([^}]*)\}", r"\1", image).split("@")[0]
    head, _, last = bare.rpartition("/")
    name = f"{head}/{last.split(':')[0]}" if head else last.split(":")[0]
    first = name.split("/")[0]
    if "/" not in name:
        return f"{_DOCKER_HUB}/library/{name}"
    if "." in first or ":" in first or first == "localhost":
        return name
    return f"{_DOCKER_HUB}/{name}"


class _Stack:
    """The catalogue, growing by the services of a compose file."""

    def __init__(self, source: YamlSource, catalogue: Catalogue) -> None:
        self.source = source
        self.before = catalogue
        self.nodes = dict(catalogue.nodes)
        self.by_image = {image: node.id for node in self.nodes.values() for image in node.images}
        self.problems: list[Problem] = []

    def add(self, name: str, service: dict[str, Any], services: dict[str, Any]) -> None:
        cited = (Citation(reference=_FILE, locator=f"services.{name}"),)
        relations = [
            Relation(predicate="depends_on", target=_identity(str(other)), references=cited)
            for other in self._field(name, service, "depends_on", (list, dict)) or ()
            if isinstance(other, str) and other in services and other != name
        ]
        image = self._field(name, service, "image", (str,)) or ""
        if image:
            target = self._image_node(image, ("services", name, "image"))
            relations.append(Relation(predicate="built_on", target=target, references=cited))
        self.nodes[_identity(name)] = Node.model_construct(
            id=_identity(name),
            kind="workload",
            name=name,
            attributes={"image": image} if image else {},
            relations=tuple(relations),
            references=cited,
        )

    def catalogue(self, path: Path) -> Catalogue:
        references = {**self.before.references, _FILE: Reference(id=_FILE, title=path.name)}
        changes = {"name": path.stem, "nodes": self.nodes, "references": references}
        return self.before.model_copy(update=changes)

    def _field(self, name: str, service: dict[str, Any], key: str, shapes: tuple[type, ...]) -> Any:
        """Return a service's field, or nothing where it has a shape that it cannot have, which is reported."""
        value = service.get(key)
        if value is None or isinstance(value, shapes):
            return value
        line, column = self.source.line_of(("services", name, key))
        message = Text(f"{key} of {name!r} has the wrong shape", f"{name!r} 的 {key} 结构不对")
        remedy = Text("write it as `docker compose` takes it", "请按 `docker compose` 的写法书写")
        self.problems.append(Problem("invalid-field", message, remedy, str(self.source.path), line, column))
        return None

    def _image_node(self, image: str, place: tuple[str, ...]) -> str:
        normal = normal_image(image)
        if normal not in self.by_image:
            self._note_unknown(normal, place)
            identity = "image-" + re.sub(r"[^a-z0-9]+", "-", normal.casefold()).strip("-")
            self.nodes[identity] = Node.model_construct(id=identity, kind="tool", name=normal, images=(normal,))
            self.by_image[normal] = identity
        return self.by_image[normal]

    def _note_unknown(self, image: str, place: tuple[str, ...]) -> None:
        line, column = self.source.line_of(place)
        message = Text(f"the catalogue does not know the image {image}", f"目录中没有镜像 {image}")
        remedy = Text("add it to the `images` of a node", "请把它加入某个节点的 `images`")
        path = str(self.source.path)
        self.problems.append(Problem("unknown-image", message, remedy, path, line, column, Severity.NOTE))


def _identity(name: str) -> str:
    return f"workload-{name}"


def _no_compose(path: Path) -> Problem:
    message = Text("has no `services:` at its top", "顶层没有 `services:`")
    remedy = Text("give a compose file as `docker compose` takes it", "请提供 `docker compose` 可用的 compose 文件")
    return Problem("not-compose", message, remedy, str(path), 1)


FORMAT = Format(
    name="compose file",
    suffixes=(".yaml", ".yml"),
    loses=Text("everything but services, images and depends_on", "除服务、镜像与 depends_on 之外的一切"),
    read=read_compose,
    recognises=lambda text: re.search(r"(?m)^services\s*:", text) is not None,
)
