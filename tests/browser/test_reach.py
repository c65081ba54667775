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


@pytest.mark.parametrize(("width", "height"), [(320, 256), (740, 360)])
def test_in_a_low_window_the_picture_keeps_its_height_and_the_page_scrolls(open_page, width, height):
    page = open_page("lang=en", width=width, height=height)
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


def test_a_saved_picture_of_any_name_is_well_formed(open_page, tmp_path):
    from ecosystem.render import write_page

    graph = nx.DiGraph([("a\x00b", "c\x0bd\x1b"), ("c\x0bd\x1b", "e")])
    page = open_page("lang=en", path=write_page(graph, tmp_path / "map.html"))
    words = "".join(ElementTree.fromstring(saved(page, "SVG")).itertext())
    assert "cd" in words
