"""What those hear who do not see the page, and where those stand who do not point at it."""

import re
from xml.etree import ElementTree

import networkx as nx
import pytest

from tests.browser.conftest import fragment, settled
from tests.browser.test_use import saved

PHONE = {"width": 390, "height": 740, "has_touch": True, "is_mobile": True, "reduced_motion": "reduce"}


def hears(page, words):
    page.locator("#app > [role=status]", has_text=re.compile(words)).wait_for(state="attached")


def stands_in(page, selector):
    page.wait_for_function("(selector) => document.activeElement.matches(selector)", arg=selector)


def choose(page, words):
    box = page.get_by_role("combobox")
    box.fill(words)
    box.press("Enter")


def test_dates_undo_and_redo_are_told(open_page):
    page = open_page("lang=en", reduced_motion="reduce")
    page.get_by_role("button", name="2014, as the article saw it").click()
    hears(page, r"^November 2014: [\d,]+ of [\d,]+ shown$")
    page.get_by_role("button", name="What changed").click()
    hears(page, r"^From November 2014 to November 2026: \d+ new, \d+ ended, \d+ changed$")
    page.keyboard.press("Control+z")
    hears(page, r"^Undone\. November 2014: ")
    page.keyboard.press("Control+Shift+z")
    hears(page, r"^Redone\. From November 2014 ")
    page.locator("#time").press("Home")
    hears(page, r"^From November 2014 to January 2013")


def test_a_comparison_is_told_and_escape_leaves_it(open_page):
    page = open_page("lang=en&select=docker")
    page.get_by_role("button", name="Compare").click()
    choose(page, "Podman")
    hears(page, "^Comparing Docker and Podman$")
    stands_in(page, "#panel h2")
    page.keyboard.press("Escape")
    stands_in(page, "#stage")
    assert "select=" not in fragment(page)


def test_a_branch_that_opens_says_so_and_is_named_without_its_samples(open_page):
    page = open_page("lang=en", reduced_motion="reduce")
    settled(page)
    name = "Configuration management and infrastructure as code"
    item = page.get_by_role("treeitem", name=re.compile(f"^{name}, \\d+ entries$"))
    count = re.search(r"\d+", item.get_attribute("aria-label"))[0]
    assert item.locator("text:not([aria-hidden])").all_inner_texts() != []
    item.locator("text").first.click()
    hears(page, f"^{name}, opened, {count} entries$")


def test_the_focus_is_never_lost_with_what_had_it(open_page):
    page = open_page("lang=en&select=docker", reduced_motion="reduce")
    page.get_by_role("button", name="Focus", exact=True).click()
    settled(page)
    stands_in(page, "#panel button[aria-pressed=true]")
    page.get_by_role("button", name="Hide", exact=True).click()
    stands_in(page, "#stage")


def test_on_a_phone_a_hit_leads_into_the_panel_and_the_menu_takes_back(open_page):
    page = open_page("lang=en", **PHONE)
    choose(page, "Podman")
    stands_in(page, "#panel h2")
    page.get_by_role("button", name="Hide", exact=True).tap()
    stands_in(page, "#stage")
    page.get_by_role("button", name="Undo, share and download").tap()
    page.get_by_role("menuitem", name="Undo").tap()
    hears(page, "^Undone")
    assert "select=podman" in fragment(page)


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360)])
def test_in_a_low_window_the_picture_keeps_its_height_and_the_page_scrolls(open_page, width, height):
    page = open_page("lang=en&select=docker", width=width, height=height)
    assert page.locator("#stage").bounding_box()["height"] < 1.1 * height
    page.get_by_role("button", name="Close the panel").click()
    assert page.locator("#stage").bounding_box()["height"] >= 0.59 * height
    assert page.evaluate("document.scrollingElement.scrollHeight > innerHeight")
    page.get_by_role("button", name="Play from 2013").scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 0


def test_only_the_network_itself_takes_the_keys(open_page):
    page = open_page("lang=en&view=network")
    page.locator(".vis-network").wait_for()
    assert page.locator(".vis-network").get_attribute("tabindex") == "-1"


def test_in_forced_colours_what_is_pressed_and_where_one_is_still_shows(open_page):
    page = open_page("lang=en&f.kind=tool", forced_colors="active")

    def look(selector, name):
        return page.locator(selector).first.evaluate(f"(one) => getComputedStyle(one)['{name}']")

    pressed, plain = '#drawer button[aria-pressed="true"]', '#drawer button[aria-pressed="false"]'
    assert look(pressed, "backgroundColor") != look(plain, "backgroundColor")
    assert look(".tabs [aria-selected=true]", "borderBottomColor") != look(
        ".tabs [aria-selected=false]", "borderBottomColor"
    )
    assert look(".line.family-lineage", "borderTopColor") != look(".line.family-use", "borderTopColor")


def test_a_tool_says_its_name_once_and_shows_it(open_page):
    page = open_page("lang=en")
    undo = page.get_by_role("button", name="Help and keyboard shortcuts")
    assert undo.get_attribute("title") is None
    undo.hover()
    tip = page.locator(".tooltip", has_text="Help and keyboard shortcuts")
    tip.wait_for()
    assert tip.get_attribute("aria-hidden") == "true"


def test_the_text_is_a_place_of_the_page_only_while_it_is_read(open_page):
    page = open_page("lang=zh")
    place = page.locator("section:has(> #twin)")
    assert place.is_hidden()
    assert place.get_attribute("aria-label") == "Docker 生态系统"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert place.is_visible()
    page.get_by_role("button", name="返回地图").click()
    assert place.is_hidden()


def test_a_saved_picture_of_any_name_is_well_formed(open_page, tmp_path):
    from ecosystem.render import write_page

    graph = nx.DiGraph([("a\x00b", "c\x0bd\x1b"), ("c\x0bd\x1b", "e")])
    page = open_page("lang=en", path=write_page(graph, tmp_path / "map.html"))
    words = "".join(ElementTree.fromstring(saved(page, "SVG")).itertext())
    assert "cd" in words


def test_without_dates_there_is_no_slider(open_page, tmp_path):
    from ecosystem.render import write_page

    page = open_page("lang=en", path=write_page(nx.DiGraph([("a", "b"), ("b", "c")]), tmp_path / "map.html"))
    assert page.locator("#timebar").is_hidden()
    page.keyboard.press("p")
    assert "date=" not in fragment(page)


def test_what_an_address_asks_for_in_vain_is_told_and_leaves_the_address(open_page):
    page = open_page("lang=en&select=nosuch,docker&view=foo")
    hears(page, "^foo and nosuch are not on this map$")
    assert fragment(page) == "#view=mindmap&lang=en&select=docker"
    page.evaluate("location.hash = 'lang=zh&select=nosuch'")
    hears(page, "^本图中没有 nosuch$")
    assert "nosuch" not in fragment(page)


def test_the_tour_is_told_to_its_end_by_keyboard(open_page):
    page = open_page("lang=en", reduced_motion="reduce")
    page.get_by_role("button", name="Take the tour").first.press("Enter")
    caption = page.locator(".storybar p[aria-live]")
    place = page.locator(".storybar .place")
    steps = int(place.inner_text().split("/")[1])
    told = [caption.inner_text()]
    for step in range(2, steps + 1):
        page.get_by_role("button", name="Next step").press("Enter")
        page.locator(".storybar .place", has_text=f"{step} / {steps}").wait_for()
        told.append(caption.inner_text())
    assert len(set(told)) == steps
    page.keyboard.press("Escape")
    page.locator(".storybar").wait_for(state="hidden")
    assert page.evaluate("document.activeElement !== document.body")
