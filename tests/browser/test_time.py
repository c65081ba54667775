"""The map of a day: the slider, its buttons, and playing through the years."""

import re

import pytest

from ecosystem.graph import as_of_view
from tests.browser.conftest import fragment, settled, shown


def test_time(open_page):
    page = open_page()
    everything = shown(page)
    page.get_by_role("button", name="2014, as the article saw it").click()
    in_2014 = shown(page)
    assert in_2014 < everything
    assert "date=2014-11" in fragment(page)
    page.get_by_role("button", name="Today", exact=True).click()
    assert shown(page) != in_2014
    slider = page.get_by_role("slider", name="Show the map as of")
    slider.focus()
    slider.press("ArrowLeft")
    settled(page)
    assert slider.get_attribute("aria-valuetext") == page.locator(".timebar > .now").inner_text()
    page.get_by_role("button", name="What changed").click()
    assert int(re.search(r"\d+", page.locator(".tint.new").inner_text())[0]) > 0


@pytest.mark.parametrize("date", ["2013-06", "2014-11", "2026-11"])
def test_on_a_date_the_page_shows_what_python_says_was_there(open_page, docker, date):
    page = open_page(f"lang=en&date={date}")
    there = as_of_view(docker, date)
    assert shown(page) == len(there)
    languages = sum(kind == "language" for _, kind in there.nodes(data="kind"))
    assert page.locator('[data-facet="kind"] button[data-value="language"] .number').inner_text() == str(languages)


def test_time_plays(open_page):
    page = open_page()
    page.clock.install()
    slider = page.locator("#time")
    page.get_by_role("button", name="Play from 2013").click()
    page.clock.run_for(1000)
    assert int(slider.input_value()) > 2013 * 12 + 2
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(200)  # what was under way is drawn in the next frame
    value = slider.input_value()
    page.clock.run_for(2000)
    assert slider.input_value() == value
