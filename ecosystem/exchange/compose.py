"""Compose files: your own stack, put on the map of the Docker ecosystem by the images that it runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import networkx as nx

from ecosystem.catalogue import Catalogue, Citation, Node, Reference, Relation, catalogue_folder, load_catalogue
from ecosystem.catalogue.images import image_of, unset_variables
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, Problem, Severity, Text
from ecosystem.exchange.format import Format
from ecosystem.graph import build_graph

_FILE = "compose-file"


def read_compose(path: Path) -> tuple[nx.MultiDiGraph, list[Problem]]:
    """Read a compose file as the Docker catalogue with its services added as nodes of kind `workload`.

    A service's `image:` finds the catalogue's node by its `images`; an image that the catalogue does not know becomes a
    node of its own and is reported. `depends_on` becomes relations between workloads.
    """
    source = read_yaml(path, foreign=True)
    services = source.value.get("services") if isinstance(source.value, dict) else None
    if not isinstance(services, dict) or not services:
        raise BadInputError([_no_compose(path, source.value)])
    stack = _Stack(source, load_catalogue(catalogue_folder("docker")))
    for name, service in services.items():
        stack.add(str(name), service if isinstance(service, dict) else {}, services)
    if source.value.get("include"):
        stack.note_include()
    return build_graph(stack.catalogue(path)), stack.problems


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
        said = self._said(name, service, services)
        target = self._image_node(said["image"], ("services", name, "image")) if "image" in said else None
        if target is not None and not ("build" in said and target not in self.before.nodes):
            relations.append(Relation(predicate="built_on", target=target, references=cited))
        self.nodes[_identity(name)] = Node.model_construct(
            id=_identity(name),
            kind="workload",
            name=name,
            attributes=said,
            relations=tuple(relations),
            references=cited,
        )

    def catalogue(self, path: Path) -> Catalogue:
        references = {**self.before.references, _FILE: Reference(id=_FILE, title=path.name)}
        changes = {"name": path.stem, "nodes": self.nodes, "references": references}
        return self.before.model_copy(update=changes)

    def _said(self, name: str, service: dict[str, Any], services: dict[str, Any]) -> dict[str, str]:
        """Return what a service says of its image: `image`, `build` and `extends`, with what it takes from its bases."""
        said: dict[str, str] = {}
        seen = {name}
        while True:
            image = self._field(name, service, "image", (str,))
            build = self._field(name, service, "build", (str, dict))
            if image:
                said.setdefault("image", image)
            if build:
                said.setdefault("build", str(build.get("context") or ".") if isinstance(build, dict) else build)
            name, file = _base_of(service)
            if file:
                said.setdefault("extends", file)
            if file or name in seen or not isinstance(services.get(name), dict):
                return said
            seen.add(name)
            service = services[name]

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

    def _image_node(self, image: str, place: tuple[str, ...]) -> str | None:
        normal = image_of(image).name
        if unset_variables(normal):
            self._note_variable(unset_variables(normal), place)
            return None
        if normal not in self.by_image:
            self._note_unknown(normal, place)
            identity = "image-" + re.sub(r"[^a-z0-9]+", "-", normal.casefold()).strip("-")
            self.nodes[identity] = Node.model_construct(id=identity, kind="tool", name=normal, images=(normal,))
            self.by_image[normal] = identity
        return self.by_image[normal]

    def _note_variable(self, names: list[str], place: tuple[str, ...]) -> None:
        listed = ", ".join(names)
        message = Text(f"the image is in {listed}, which has no default", f"镜像取自 {listed}，没有默认值")
        remedy = Text(
            "give a default, ${NAME:-image}, or the output of `docker compose config`",
            "请写默认值 ${NAME:-image}，或提供 `docker compose config` 的输出",
        )
        self._note("unknown-image", message, remedy, place)

    def _note_unknown(self, image: str, place: tuple[str, ...]) -> None:
        message = Text(f"the catalogue does not know the image {image}", f"目录中没有镜像 {image}")
        self._note(
            "unknown-image", message, Text("add it to the `images` of a node", "请把它加入某个节点的 `images`"), place
        )

    def note_include(self) -> None:
        """Note that what the file includes is not read."""
        message = Text("the files that it includes are not read", "未读取它所包含（include）的文件")
        remedy = Text("give the output of `docker compose config`", "请提供 `docker compose config` 的输出")
        self._note("not-included", message, remedy, ("include",))

    def _note(self, rule: str, message: Text, remedy: Text, place: tuple[str, ...]) -> None:
        line, column = self.source.line_of(place)
        path = str(self.source.path)
        self.problems.append(Problem(rule, message, remedy, path, line, column, Severity.NOTE))


def _base_of(service: dict[str, Any]) -> tuple[str, str]:
    """Return the service that a service extends, and the file that it is in; empty where it is in the same file."""
    extends = service.get("extends")
    if isinstance(extends, dict):
        return str(extends.get("service") or ""), str(extends.get("file") or "")
    return (extends if isinstance(extends, str) else ""), ""


def _identity(name: str) -> str:
    return f"workload-{name}"


def _no_compose(path: Path, content: Any) -> Problem:
    message = Text("has no services under `services:`", "`services:` 之下没有服务")
    remedy = Text("give a compose file as `docker compose` takes it", "请提供 `docker compose` 可用的 compose 文件")
    if isinstance(content, dict) and content.get("include"):
        message = Text("has no services of its own, only `include:`", "自身没有服务，只有 `include:`")
        remedy = Text("give the output of `docker compose config`", "请提供 `docker compose config` 的输出")
    return Problem("not-compose", message, remedy, str(path), 1)


FORMAT = Format(
    name="compose file",
    suffixes=(".yaml", ".yml"),
    loses=Text("everything but services, images and depends_on", "除服务、镜像与 depends_on 之外的一切"),
    read=read_compose,
    recognises=lambda text: re.search(r"(?m)^(services|include)\s*:", text) is not None,
)
