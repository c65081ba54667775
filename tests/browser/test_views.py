"""The pictures as a person uses them: mouse, keyboard, touch, in every size; and that nothing covers anything."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest

from ecosystem.render import write_page
from tests.browser.conftest import fragment, settled

VIEWS = ["mindmap", "network", "landscape", "timeline"]
STILL = {"reduced_motion": "reduce"}
OVERLAPS = """
(selector) => {
  const boxes = [...document.querySelectorAll(selector)].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const found = [];
  for (const [name, a] of boxes) for (const [other, b] of boxes) {
    if (a === b || !a.width || !b.width) continue;
    const [w, h] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
    if (w > 1.5 && h > 1.5) found.push(`${name} on ${other}`);
  }
  return found;
}
"""


def item(page, name):
    return page.locator(".mm-item", has_text=re.compile(rf"^\s*{re.escape(name)}"))


def said(page, words):
    """Wait until the address says so."""
    page.wait_for_function("(words) => RegExp(words).test(decodeURIComponent(location.hash))", arg=words)


def network_ready(page):
    page.wait_for_selector(".network-stage canvas")
    page.wait_for_function("() => window.network?.body.data.nodes.length > 0")
    settled(page)


def place_of(page, node):
    """Where a node is on the screen."""
    return page.evaluate(
        """(id) => { const at = network.getPosition(id), on = network.canvasToDOM(at);
           const box = document.querySelector('.network-stage').getBoundingClientRect();
           return [box.left + on.x, box.top + on.y]; }""",
        node,
    )


def carried(page):
    return page.evaluate("network.body.data.nodes.getIds()")


# Mind map ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (3840, 2160), (360, 740)])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_mind_map_is_readable_at_first_sight(open_page, width, height, lang):
    page = open_page(f"lang={lang}", width=width, height=height, **STILL)
    assert page.evaluate(OVERLAPS, ".mm-item") == []  # a branch with the names beside it
    sizes = page.evaluate(
        "[...document.querySelectorAll('.mm-item text')].map((one) => one.getBoundingClientRect().height)"
    )
    assert len(sizes) > 12
    assert min(sizes) >= 9


def test_both_sides_of_the_root_are_used(open_page):
    page = open_page(**STILL)
    root = page.locator(".mm-root").bounding_box()
    middles = [one.bounding_box()["x"] for one in page.locator(".mm-top").all()]
    assert any(x < root["x"] for x in middles)
    assert any(x > root["x"] + root["width"] for x in middles)


def test_a_branch_opens_and_closes_where_it_is(open_page):
    page = open_page(**STILL)
    page.get_by_role("button", name="Fold all").click()
    branch = page.locator(".mm-top", has_text="Registries")
    before = page.locator(".mm-item").count()
    branch.click()
    assert page.locator(".mm-item").count() > before
    assert page.get_by_role("treeitem", name="Registries, ").get_attribute("aria-expanded") == "true"
    assert "open=" in fragment(page)
    page.locator(".mm-top", has_text="Registries").click()
    assert page.locator(".mm-item").count() == before


def test_the_tree_is_walked_by_keyboard(open_page):
    page = open_page(**STILL)
    page.get_by_role("button", name="Fold all").click()
    page.locator(".mindmap").focus()
    page.keyboard.press("ArrowRight")
    active = page.locator("[role=treeitem][data-active]")
    assert active.get_attribute("aria-level") == "2"
    assert active.get_attribute("aria-expanded") == "false"
    page.keyboard.press("Enter")
    assert active.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowRight")
    assert active.get_attribute("aria-level") == "3"
    assert page.locator(".mindmap").get_attribute("aria-activedescendant") == active.get_attribute("id")


def test_a_selected_node_shows_where_its_relations_go(open_page):
    page = open_page("lang=en&select=fig", **STILL)
    assert item(page, "Fig").first.is_visible()
    assert page.locator(".mm-arc").count() > 3
    page.locator(".mm-arc-hit").first.dispatch_event("pointermove", {"bubbles": True, "clientX": 600, "clientY": 400})
    assert "Fig" in page.locator(".view-mindmap .view-tip").inner_text()


def test_ended_nodes_say_so(open_page):
    page = open_page("lang=en&select=fig", **STILL)
    fig = item(page, "Fig").first
    assert "2015" in fig.text_content()
    assert fig.locator("text[text-decoration=line-through]").count() == 1
    assert page.get_by_role("treeitem", name=re.compile("^Fig, .*ended 2015")).count() == 1


def test_bundles_can_be_switched_off(open_page):
    page = open_page(**STILL)
    assert page.locator(".mm-bundle").count() > 5
    page.get_by_role("button", name="Cross-links").click()
    assert page.locator(".mm-bundle").count() == 0


def test_dragging_and_the_wheel_move_the_map(open_page):
    page = open_page(**STILL)
    root = page.locator(".mm-root")
    start = root.bounding_box()
    page.mouse.move(620, 700)
    page.mouse.down()
    page.mouse.move(700, 640, steps=4)
    page.mouse.up()
    assert root.bounding_box()["x"] == pytest.approx(start["x"] + 80, abs=1)
    page.mouse.wheel(0, -300)
    assert root.bounding_box()["width"] > start["width"]
    assert "select" not in fragment(page)


# Network ----------------------------------------------------------------------------------------------------------------


def test_vis_network_carries_the_most_important_nodes(open_page, docker):
    page = open_page("lang=en&view=network", **STILL)
    network_ready(page)
    assert 100 < len(carried(page)) <= 410
    assert page.evaluate("network.physics.options.enabled") is False
    assert len(docker) > len(carried(page))


def test_the_network_holds_still(open_page):
    page = open_page("lang=en&view=network", **STILL)
    network_ready(page)
    in_forty_frames = page.evaluate(
        """async () => {
          const seen = [];
          while (seen.push(JSON.stringify(network.getPositions())) < 40) await new Promise(requestAnimationFrame);
          return seen;
        }"""
    )
    assert len(json.loads(in_forty_frames[0])) > 100
    assert len(set(in_forty_frames)) == 1


def test_a_drag_pins_a_click_selects_and_a_box_selects_many(open_page):
    page = open_page("lang=en&view=network", **STILL)
    network_ready(page)
    x, y = place_of(page, carried(page)[0])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 60, y + 40, steps=6)
    page.mouse.up()
    said(page, "pin=")
    settled(page)
    page.mouse.click(x + 60, y + 40)
    said(page, "select=")
    page.keyboard.down("Shift")
    page.mouse.move(300, 200)
    page.mouse.down()
    page.mouse.move(860, 700, steps=6)
    page.mouse.up()
    page.keyboard.up("Shift")
    said(page, "select=[^&]*,")


def test_arrow_keys_go_to_neighbours(open_page, docker):
    page = open_page("lang=en&view=network&select=docker", **STILL)
    network_ready(page)
    page.locator(".network-stage").focus()
    page.keyboard.press("ArrowRight")
    found = re.search(r"select=([^&]+)", fragment(page))[1]
    assert found == "docker" or docker.has_edge("docker", found) or docker.has_edge(found, "docker")


def test_plus_and_minus_zoom(open_page):
    page = open_page("lang=en&view=network", **STILL)
    network_ready(page)
    page.locator(".network-stage").focus()
    before = page.evaluate("network.getScale()")
    page.keyboard.press("+")
    settled(page)
    assert page.evaluate("network.getScale()") == pytest.approx(before * 1.25, rel=0.01)


# Landscape --------------------------------------------------------------------------------------------------------------


def test_every_node_has_one_card(open_page, docker):
    page = open_page("lang=en&view=landscape", **STILL)
    settled(page)
    names = page.evaluate("[...document.querySelectorAll('.ls-card')].map((card) => card.dataset.node)")
    assert len(names) == len(set(names))
    assert len(docker) * 0.85 < len(names) <= len(docker)


def test_cards_are_walked_by_arrow_keys(open_page):
    page = open_page("lang=en&view=landscape", **STILL)
    page.locator(".ls-card[tabindex='0']").focus()
    tops = [page.evaluate("document.activeElement.getBoundingClientRect().top")]
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className").startswith("ls-card")
    page.keyboard.press("ArrowDown")
    tops.append(page.evaluate("document.activeElement.getBoundingClientRect().top"))
    assert tops[1] > tops[0]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
    assert "select=" in fragment(page)


def test_the_landscape_shrinks_until_it_fits(open_page):
    page = open_page("lang=en&view=landscape", **STILL)
    tall = page.evaluate("document.querySelector('.ls-scroll').scrollHeight")
    page.get_by_role("button", name=re.compile("fit|all", re.IGNORECASE)).and_(page.locator(".zooming button")).click()
    assert page.evaluate("document.querySelector('.ls-scroll').scrollHeight") < tall


@pytest.mark.parametrize("width", [360, 1280])
def test_cards_do_not_overlap(open_page, width):
    page = open_page("lang=zh&view=landscape", width=width, **STILL)
    settled(page)
    assert page.evaluate(OVERLAPS, ".ls-region:nth-of-type(-n+4) .ls-card") == []


@pytest.fixture(scope="module")
def crowd(tmp_path_factory):
    """A page of 3,000 nodes of one kind: one box of the landscape."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{number}", {"name": f"Node {number}", "kind": "tool"}) for number in range(3000))
    return write_page(graph, tmp_path_factory.mktemp("crowd") / "map.html")


def test_of_a_crowded_box_only_what_is_near_is_drawn_and_all_is_to_be_found(open_page, crowd):
    page = open_page("lang=en&view=landscape", path=crowd, **STILL)
    settled(page)
    cards = page.evaluate(
        "[...document.querySelectorAll('.ls-card')].map((one) => one.checkVisibility({contentVisibilityAuto: true}))"
    )
    assert len(cards) == 3000
    assert 100 < sum(cards) < 900


def test_rows_of_a_crowded_box_are_full_in_every_width_and_walked_through(open_page, crowd):
    page = open_page("lang=en&view=landscape", path=crowd, **STILL)
    settled(page)
    for width in (1280, 900):
        page.set_viewport_size({"width": width, "height": 800})
        settled(page)
        lefts = page.evaluate(
            "[...document.querySelectorAll('.ls-card')].slice(0, 200).map((one) => Math.round(one.getBoundingClientRect().left))"
        )
        columns = len(set(lefts))
        assert [left == lefts[0] for left in lefts] == [at % columns == 0 for at in range(200)]
    order = "[...document.querySelectorAll('.ls-card')].indexOf(document.activeElement)"
    page.locator(".ls-card").first.focus()
    for steps in range(1, 25):
        page.keyboard.press("ArrowDown")
        assert page.evaluate(order) == steps * columns


# Timeline ---------------------------------------------------------------------------------------------------------------


def test_the_timeline_counts_what_it_leaves_out(open_page, docker):
    page = open_page("lang=en&view=timeline", **STILL)
    shown, left = map(int, re.findall(r"\d+", page.locator(".tl-note").inner_text()))
    assert shown + left == len(docker)
    assert shown > 50


def test_lifelines_are_walked_by_keyboard(open_page):
    page = open_page("lang=en&view=timeline", **STILL)
    page.locator(".tl-svg").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    assert "select=" in fragment(page)


def test_lineage_and_the_day_are_drawn(open_page):
    page = open_page("lang=en&view=timeline&select=fig&date=2014-11", **STILL)
    assert page.locator("[role=option][aria-selected=true]").get_attribute("aria-label").startswith("Fig, ")
    assert page.locator(".tl-svg path[data-edge]").count() > 0
    assert page.locator(".tl-svg", has_text="November 2014").count() == 1


def test_rows_that_are_far_away_are_not_there(open_page):
    page = open_page("lang=en&view=timeline", **STILL)
    first = page.locator("[role=option]").first.get_attribute("id")
    assert page.locator("[role=option]").count() < 90
    page.evaluate("document.querySelector('.tl-scroll').scrollTop = 4000")
    settled(page)
    assert page.locator(f"#{first}").count() == 0


# All of them ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_the_saved_picture_stands_alone(open_page, view):
    page = open_page(f"lang=en&view={view}&select=docker", **STILL)
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Share and download").click()
        page.get_by_text("SVG").first.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "Docker" in "".join(root.itertext())
    assert "var(--" not in text
    assert "class=" not in text


@pytest.mark.parametrize("view", VIEWS)
def test_hidden_and_filtered_nodes_are_gone_and_come_back(open_page, view):
    page = open_page(f"lang=en&view={view}&f.kind=service", **STILL)
    settled(page)
    page.evaluate(f"location.hash = 'lang=en&view={view}'")
    settled(page)
    page.evaluate(f"location.hash = 'lang=zh&view={view}&date=2014-11&theme=dark'")
    settled(page)
    assert page.locator(f".view-{view}").is_visible()


@pytest.mark.parametrize("view", VIEWS)
def test_a_finger_does_what_a_mouse_does(open_page, view):
    page = open_page(f"lang=en&view={view}", width=360, height=740, has_touch=True, is_mobile=True, **STILL)
    settled(page)
    if view == "mindmap":
        page.locator(".mm-top").first.tap()
        said(page, "(open|fold)=")
    elif view == "landscape":
        page.locator(".ls-card").first.tap()
        said(page, "select=")
    elif view == "timeline":
        box = page.locator("[role=option]").nth(1).bounding_box()
        page.touchscreen.tap(box["x"] + 40, box["y"] + 8)
        said(page, "select=")
    else:
        network_ready(page)
        x, y = place_of(page, carried(page)[0])
        page.touchscreen.tap(x, y)
        said(page, "select=")


@pytest.mark.parametrize("view", VIEWS)
def test_a_large_graph_is_drawn_in_time(open_page, tmp_path, view):
    graph = nx.MultiDiGraph(nx.barabasi_albert_graph(4000, 2, seed=1))
    page = open_page(f"lang=en&view={view}", path=write_page(graph, tmp_path / "map.html"), **STILL)
    settled(page)
    elements = page.evaluate("document.querySelectorAll('.view:not([hidden]) svg *').length")
    assert elements < 6000
