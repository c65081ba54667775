from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import zlib
from pathlib import Path

import networkx as nx
import pytest

from ecosystem.errors import UnwritableError
from ecosystem.maps import MAPS, resolve_map
from ecosystem.render import render_page, write_page
from ecosystem.render.assets import WEB
from tests.maps.graphs import small
from tests.render.page_reader import PageReader

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]><!--",
    "<!--<script>",
    "{{ 7*7 }}{% raw %}",
    "\"' onmouseover=alert(1) x=",
    "\u202etxet desrever",
    "𝔇ocker 🐳 \x00\x1b",
    "lone \ud800 surrogate",
    "</title></details></style>",
]


def page_of(graph: nx.Graph) -> PageReader:
    return PageReader(render_page(resolve_map(MAPS["ecosystem"], graph)))


def hostile_graph(text: str) -> nx.MultiDiGraph:
    """Return a graph with one text in every field that can hold one."""
    claim = {"note_en": text, "note_zh": text, "references": [f"{text}#{text}"]}
    graph = nx.MultiDiGraph(
        name=text,
        title={"en": text, "zh": text},
        question={"en": text, "zh": text},
        references={text: {"title": text, "publisher": text, "url": text, "date": text, "accessed": text}},
    )
    attributes = {
        "kind": text, "name": text, "name_zh": text, "summary_en": text, "summary_zh": text, "since": text, "until": text,
        "homepage": text, "aliases": [text], "repositories": [text], "packages": [text], "images": [text],
        "attributes": {text: text, "maturity": text}, "references": [text],
        "milestones": [{"event": text, "date": text, **claim}],
        "figures": [{"measure": text, "value": 1.0, "qualifier": text, "date": text, **claim}],
        "cycles": [{"name": text, "released": text, "latest": text, **claim}],
        "former_names": [{"name": text, "until": text, **claim}], "notes": [claim],
    }  # fmt: skip
    graph.add_node(text, **attributes)
    graph.add_node("other", **attributes)
    for predicate in (text, "belongs_to", "broader", "made_by", "licensed_under"):
        graph.add_edge(text, "other", predicate=predicate, since=text, until=text, modality=text, **claim)
    return graph


def test_the_page_carries_the_payload() -> None:
    resolved = resolve_map(MAPS["ecosystem"], small())
    assert PageReader(render_page(resolved)).payload == json.loads(json.dumps(resolved.payload))


def test_the_page_carries_vis_network_as_it_was_published() -> None:
    packed = page_of(small()).scripts["vis-network"]
    assert zlib.decompress(base64.b64decode(packed)) == (WEB / "vendor" / "vis-network.min.js").read_bytes()


def test_the_policy_names_the_script_that_the_page_holds_and_nothing_else() -> None:
    page = page_of(small())
    digest = base64.b64encode(hashlib.sha256(page.scripts["page"].encode()).digest()).decode()
    assert page.policy.startswith(f"default-src 'none'; script-src 'sha256-{digest}' blob:; ")


def test_the_page_asks_for_nothing(docker: nx.MultiDiGraph) -> None:
    page = page_of(docker)
    assert not [tag for tag, _ in page.elements if tag in ("iframe", "object", "embed", "base", "form")]
    links = [str(attributes.get("href")) for tag, attributes in page.elements if tag == "link"]
    assert all(link.startswith("data:") for link in links)
    sources = [
        value
        for _, attributes in page.elements
        for key, value in attributes.items()
        if key in ("src", "srcset", "data")
    ]
    assert not sources
    styles = "".join(path.read_text(encoding="utf-8") for path in (WEB / "css").glob("*.css"))
    assert "url(http" not in styles
    assert "@import" not in styles


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    tame, hostile = page_of(hostile_graph("tame")), page_of(hostile_graph(text))

    def shape(page: PageReader) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(attributes)) for tag, attributes in page.elements]

    assert shape(hostile) == shape(tame)
    assert hostile.scripts["page"] == tame.scripts["page"]
    spoken = text.encode("utf-8", "replace").decode()
    assert hostile.payload["nodes"]["name"] == [spoken, spoken]


def test_the_same_input_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.maps.graphs import small; from ecosystem.render import write_page;"
        "write_page(small(), sys.argv[1])"
    )
    for number in (1, 2):
        environment = {**os.environ, "PYTHONHASHSEED": str(number)}
        target = str(tmp_path / f"{number}.html")
        subprocess.run([sys.executable, "-c", code, target], check=True, env=environment, cwd=Path(__file__).parents[2])
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_the_file_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    path = write_page(small(), tmp_path / "map.html")
    assert "一切" in path.read_text(encoding="utf-8")
    assert [left.name for left in tmp_path.iterdir()] == ["map.html"]


def test_a_target_that_cannot_be_written_is_said_so_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"nowhere.*cannot be written"):
        write_page(small(), tmp_path / "nowhere" / "map.html")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnwritableError):
        write_page(small(), tmp_path / "folder")
    assert [left.name for left in tmp_path.iterdir()] == ["folder"]


@pytest.mark.parametrize("graph", [nx.Graph(), nx.path_graph(1), nx.karate_club_graph()], ids=len)
def test_any_graph_has_a_page(graph: nx.Graph) -> None:
    assert len(page_of(graph).payload["nodes"]["id"]) == len(graph)


def test_ten_thousand_nodes_take_at_most_120_bytes_each() -> None:
    graph = nx.gnm_random_graph(10_000, 30_000, seed=1, directed=True)
    positions = {node: (node % 100 * 37, node // 100 * 41) for node in graph}
    page = render_page(resolve_map(MAPS["ecosystem"], graph, positions=positions))
    assert len(page.encode()) <= 120 * 10_000
