"""An answer that was put on a map: its colours are in the network, and the legend says what colours and sizes mean."""

import networkx as nx
import pytest

from ecosystem.errors import Text
from ecosystem.maps import Channel, MapSpec, resolve_map
from ecosystem.render import write_page
from tests.browser.conftest import settled

DARK = (0x44, 0x01, 0x54)  # the first colour of a scale of numbers
COUNT = """(wanted) => [...document.querySelectorAll(".network-stage canvas")].reduce((sum, canvas) => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 0; at < data.length; at += 4) sum += wanted.every((part, i) => Math.abs(data[at + i] - part) < 6);
  return sum;
}, 0)"""


@pytest.fixture
def page(open_page, tmp_path):
    graph = nx.karate_club_graph()
    spec = MapSpec(
        id="m",
        view="network",
        size=Channel("in", "linear", Text("How near", "有多近")),
        colour=Channel("out", "linear", Text("How far", "有多远")),
    )
    table = {"in": nx.closeness_centrality(graph), "out": nx.eccentricity(graph)}
    written = write_page(resolve_map(spec, graph, table=table), tmp_path / "map.html")
    opened = open_page("lang=en&theme=light", path=written)
    settled(opened)
    return opened


def test_the_network_has_the_colours_of_the_answer(page):
    assert page.evaluate(COUNT, DARK) > 20
    page.get_by_role("button", name="Colour: kind").click()
    settled(page)
    assert page.evaluate(COUNT, DARK) == 0
    assert page.locator(".meaning[data-channel=colour]").is_hidden()
    page.get_by_role("button", name="Colour: answer").click()
    settled(page)
    assert page.evaluate(COUNT, DARK) > 20


def test_the_legend_says_what_colours_and_sizes_mean_in_both_languages(page):
    colours, sizes = page.locator(".meaning[data-channel=colour]"), page.locator(".meaning[data-channel=size]")
    assert colours.locator("h3").inner_text() == "Colour: How far"
    assert sizes.locator("h3").inner_text() == "Size: How near"
    radii = [float(one.get_attribute("r")) for one in sizes.locator("circle").all()]
    assert radii == sorted(set(radii))
    assert radii[-1] == 14
    page.keyboard.press("l")
    assert colours.locator("h3").inner_text() == "颜色：有多远"
    assert sizes.locator("h3").inner_text() == "大小：有多近"


def test_a_view_without_sizes_has_no_legend_of_them(page):
    page.locator("#tab-table").click()
    assert page.locator(".meaning:visible").count() == 0
