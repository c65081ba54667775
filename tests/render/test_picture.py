from __future__ import annotations

import struct
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest

from ecosystem.errors import MissingExtraError, UnwritableError, UsageError
from ecosystem.maps import MAPS, resolve_map
from ecosystem.render.picture import PICTURES, render_png, render_svg, write_svg
from ecosystem.render.picture.labels import Occupied, first_free
from ecosystem.render.picture.svg import text_width
from tests.maps.graphs import small
from tests.render.test_page import HOSTILE, hostile_graph

SVG = "{http://www.w3.org/2000/svg}"


def drawing(graph: nx.Graph, **options: str) -> ET.Element:
    return ET.fromstring(render_svg(resolve_map(MAPS["ecosystem"], graph), **options))


def words(picture: ET.Element) -> list[str]:
    return [str(text.text) for text in picture.iter(f"{SVG}text")]


@pytest.mark.parametrize("view", PICTURES)
def test_a_picture_names_the_nodes_in_both_languages(view: str) -> None:
    assert {"Fig", "Acme"} <= set(words(drawing(small(), view=view)))
    assert {"Fig", "极致软件"} <= set(words(drawing(small(), view=view, language="zh")))


@pytest.mark.parametrize("view", PICTURES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(view: str, text: str) -> None:
    tame, hostile = drawing(hostile_graph("tame"), view=view), drawing(hostile_graph(text), view=view)
    assert {element.tag for element in hostile.iter()} == {element.tag for element in tame.iter()}


@pytest.mark.parametrize("view", PICTURES)
@pytest.mark.parametrize("graph", [nx.Graph(), nx.path_graph(1), nx.karate_club_graph()], ids=len)
def test_any_graph_has_a_picture(view: str, graph: nx.Graph) -> None:
    assert drawing(graph, view=view).tag == f"{SVG}svg"


@pytest.mark.parametrize("view", PICTURES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_label_covers_another(view: str, language: str, docker: nx.MultiDiGraph) -> None:
    boxes = []
    picture = ET.fromstring(render_svg(resolve_map(MAPS["ecosystem"], docker), view=view, language=language))
    for text in (one for one in picture.iter(f"{SVG}text") if one.get("font-size") == "12"):
        x, y, width = float(str(text.get("x"))), float(str(text.get("y"))), text_width(str(text.text), 12)
        left = {"end": x - width, "middle": x - width / 2}.get(str(text.get("text-anchor")), x)
        boxes.append((left, y - 10, left + width, y + 2))
    occupied = Occupied()
    assert len(boxes) > 150
    assert [box for box in boxes if first_free(occupied, [box]) is None] == []


def test_every_node_is_a_dot_and_the_foremost_are_named() -> None:
    picture = drawing(nx.star_graph(300))
    assert sum(1 for _ in picture.iter(f"{SVG}circle")) == 301 + 1
    assert "0" in words(picture)


def test_the_mind_map_counts_what_it_does_not_name() -> None:
    assert "+ 8" in words(drawing(nx.path_graph(12), view="mindmap"))


def test_boxes_that_touch_are_not_taken() -> None:
    occupied = Occupied()
    assert first_free(occupied, [(0, 0, 10, 10)])
    assert first_free(occupied, [(5, 5, 15, 15), (9, -200, 90, 9.9)]) is None
    assert first_free(occupied, [(5, 5, 15, 15), (10, 0, 20, 10)]) == (10, 0, 20, 10)


def test_a_picture_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = write_svg(resolve_map(MAPS["ecosystem"], small()), tmp_path / "map.svg", view="mindmap")
    assert path.read_text(encoding="utf-8").endswith("</svg>\n")
    with pytest.raises(UnwritableError):
        write_svg(resolve_map(MAPS["ecosystem"], small()), tmp_path / "nowhere" / "map.svg")


@pytest.mark.parametrize("options", [{"view": "pie"}, {"language": "fr"}])
def test_unknown_views_and_languages_are_refused(options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        render_svg(resolve_map(MAPS["ecosystem"], small()), **options)  # type: ignore[arg-type]


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("view", PICTURES)
def test_a_png_is_the_svg_in_pixels(view: str) -> None:
    resolved = resolve_map(MAPS["ecosystem"], small())
    width, height = size_of(render_png(resolved, view=view))
    assert size_of(render_png(resolved, view=view, scale=2)) == pytest.approx((2 * width, 2 * height), abs=1)
    box = ET.fromstring(render_svg(resolved, view=view)).get("viewBox")
    assert (width, height) == pytest.approx([float(side) for side in str(box).split()[2:]], abs=1)


def test_a_png_has_chinese_words() -> None:
    def picture(name: str) -> bytes:
        graph = nx.Graph()
        graph.add_node("a", name=name)
        return render_png(resolve_map(MAPS["ecosystem"], graph))

    assert picture("容器") != picture("镜像")  # two boxes for missing letters would be alike


def test_what_a_png_needs_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"\[picture\]"):
        render_png(resolve_map(MAPS["ecosystem"], small()))


@pytest.mark.parametrize("scale", [0, 10_000])
def test_a_png_too_large_is_refused_with_the_scale_that_fits(scale: float) -> None:
    with pytest.raises(UsageError, match="up to"):
        render_png(resolve_map(MAPS["ecosystem"], small()), scale=scale)
