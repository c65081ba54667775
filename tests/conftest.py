"""A small catalogue that each test may spoil, and the Docker catalogue's graph."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

import ecosystem

DOCKER = Path(__file__).parents[1] / "graphs" / "docker"
SHARED = Path(__file__).parents[2] / "shared" / "data"

FILES = {
    "tools/fig.yaml": """
        name: Fig
        summary: {en: Runs several containers., zh: 运行多个容器。}
        since: 2013-12
        until: 2015-02-25
        references: [blog]
        relations:
          - belongs_to: paas
            references: [editors]
          - succeeded_by: docker-compose
            since: 2015-02-25
            references: ["blog#first paragraph"]
        """,
    "tools/docker-compose.yaml": """
        name: Docker Compose
        aliases: [compose]
        summary: {en: "Describes an application of many containers.", zh: 描述多容器应用。}
        relations:
          - belongs_to: paas
            references: [editors]
        """,
    "concepts/paas.yaml": """
        name: Platform as a service
        name_zh: 平台即服务
        summary: {en: Runs code that it is given., zh: 运行交给它的代码。}
        """,
    "references/all.yaml": """
        editors: {title: The editors}
        blog: {title: Announcement, url: "https://example.org/blog", date: 2015-02-25}
        """,
}


@pytest.fixture
def catalogue(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of catalogue folders: the small one, with files replaced or added."""

    def make(**changes: str) -> Path:
        folder = tmp_path / "small"
        folder.mkdir(exist_ok=True)
        shutil.copy(DOCKER / "vocabulary.yaml", folder)
        for name, text in {
            **FILES,
            **{key.replace("__", "/") + ".yaml": text for key, text in changes.items()},
        }.items():
            lines = text.strip("\n").split("\n")
            indent = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
            target = folder / name
            target.parent.mkdir(exist_ok=True)
            target.write_text("\n".join(line[indent:] for line in lines) + "\n", encoding="utf-8")
        return folder

    return make


@pytest.fixture(scope="session")
def docker() -> nx.MultiDiGraph:
    """Return the Docker catalogue's graph."""
    return ecosystem.load("docker")
