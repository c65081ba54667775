"""The map in words: made when it is wanted, and there where no script runs or the page cannot start."""

import pytest


def words(page):
    """What the text twin says, part by part."""
    return page.locator("#twin :is(h2, h3, dt, dd, ol > li)").all_text_contents()


@pytest.fixture
def without_scripts(browser, docker_page):
    """The page of the Docker catalogue where no script runs."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(docker_page.as_uri())
    yield page
    context.close()


def test_the_text_twin_is_one_step_away(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#twin section[data-language]:visible").count() == 1
    assert page.locator("#twin").get_by_text("Fig", exact=True).first.is_visible()
    page.get_by_role("button", name="Back to the map").click()
    assert page.get_by_role("tabpanel").is_visible()


def test_the_text_twin_is_made_when_it_is_wanted_and_says_all(open_page, without_scripts):
    page = open_page()
    assert page.locator("#twin :is(dt, dd, li)").count() == 0
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("!document.querySelector('#twin noscript')")
    assert words(page) == words(without_scripts)


def test_without_javascript_the_map_is_there_in_words(without_scripts):
    page = without_scripts
    assert page.get_by_role("heading", level=1).is_visible()
    page.locator("#twin summary").click()
    assert page.locator("#twin").get_by_text("Fig", exact=True).first.is_visible()
    assert page.locator("#twin ol").nth(1).get_attribute("start") == "101"


def test_a_browser_that_cannot_draw_the_map_has_it_in_words(browser, docker_page):
    context = browser.new_context()
    context.add_init_script("delete window.DecompressionStream")
    page = context.new_page()
    page.goto(docker_page.as_uri())
    page.locator("#twin summary").click()
    assert page.locator("#twin").get_by_text("Fig", exact=True).first.is_visible()
    context.close()
