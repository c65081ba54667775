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
    catalogue = load_catalogue(catalogue_folder("docker"))
    nodes = dict(catalogue.nodes)
    by_image = {image: node.id for node in nodes.values() for image in node.images}
    problems: list[Problem] = []
    for name, service in services.items():
        fields = service if isinstance(service, dict) else {}
        workload = _workload(str(name), fields, services, nodes, by_image, source, problems)
        nodes[workload.id] = workload
    reference = Reference(id=_FILE, title=path.name)
    references = {**catalogue.references, _FILE: reference}
    whole = Catalogue.model_construct(
        name=path.stem, vocabulary=catalogue.vocabulary, nodes=nodes, references=references
    )
    return build_graph(whole), problems


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


def _workload(
    name: str,
    service: dict[str, Any],
    services: dict[str, Any],
    nodes: dict[str, Node],
    by_image: dict[str, str],
    source: YamlSource,
    problems: list[Problem],
) -> Node:
    cited = (Citation(reference=_FILE, locator=f"services.{name}"),)
    relations = [
        Relation(predicate="depends_on", target=_identity(str(other)), references=cited)
        for other in service.get("depends_on") or ()
        if other in services and other != name
    ]
    image = str(service.get("image") or "")
    if image:
        target = _image_node(image, nodes, by_image, source, ("services", name, "image"), problems)
        relations.append(Relation(predicate="built_on", target=target, references=cited))
    attributes = {"image": image} if image else {}
    return Node.model_construct(
        id=_identity(name), kind="workload", name=name, attributes=attributes, relations=tuple(relations), references=cited
    )


def _image_node(
    image: str,
    nodes: dict[str, Node],
    by_image: dict[str, str],
    source: YamlSource,
    place: tuple[str, ...],
    problems: list[Problem],
) -> str:
    normal = normal_image(image)
    if normal not in by_image:
        line, column = source.line_of(place)
        message = Text(f"the catalogue does not know the image {normal}", f"目录中没有镜像 {normal}")
        remedy = Text("add it to the `images` of a node", "请把它加入某个节点的 `images`")
        problem = Problem("unknown-image", message, remedy, str(source.path), line, column, Severity.NOTE)
        problems.append(problem)
        identity = "image-" + re.sub(r"[^a-z0-9]+", "-", normal.casefold()).strip("-")
        nodes[identity] = Node.model_construct(id=identity, kind="tool", name=normal, images=(normal,))
        by_image[normal] = identity
    return by_image[normal]


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
