"""What three people ran into who used the page for an hour: an engineer, a writer, an analyst."""

import csv
import io
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.browser.conftest import fragment, settled, shown

SVG = "{http://www.w3.org/2000/svg}"
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
STILL = {"reduced_motion": "reduce"}


def choose(page, words):
    box = page.get_by_role("combobox")
    box.fill(words)
    box.press("Enter")


def saved(page, kind):
    page.get_by_role("button", name="Share and download").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name=f"Download {kind}").click()
    return Path(waiting.value.path()).read_text(encoding="utf-8-sig")


def box(page, selector):
    return page.locator(selector).first.bounding_box()


# The engineer -----------------------------------------------------------------------------------------------------------


def test_a_third_can_be_compared_without_knowing_a_key(open_page):
    page = open_page("lang=en&select=drone,jenkins")
    page.get_by_role("button", name="Compare one more").click()
    choose(page, "Woodpecker CI")
    assert page.locator(".comparison thead th").all_inner_texts() == ["Drone", "Jenkins", "Woodpecker CI"]
    columns = {round(one.bounding_box()["width"]) for one in page.locator(".comparison thead th").all()}
    assert max(columns) - min(columns) <= 2


def test_a_long_list_in_a_comparison_says_how_much_it_leaves_out(open_page):
    page = open_page("lang=en&select=docker,podman")
    assert page.locator(".comparison li", has_text=re.compile(r"^and \d+ more$")).count() > 0


def test_the_question_for_a_second_is_readable_and_escape_takes_it_back(open_page):
    page = open_page("lang=en&select=drone")
    page.get_by_role("button", name="Compare").click()
    prompt = page.locator(".prompt")
    assert prompt.evaluate("""(e) => {
      const { left, top, width, height } = e.getBoundingClientRect();
      return [0.05, 0.5, 0.95].every((at) => document.elementFromPoint(left + at * width, top + height / 2) === e);
    }""")
    page.keyboard.press("Escape")
    assert prompt.is_hidden()
    assert page.evaluate("document.activeElement.id") == "stage"
    assert "select=drone" in fragment(page)


def test_escape_goes_back_one_step_at_a_time(open_page):
    page = open_page("lang=en&select=drone&path=drone,docker")
    page.locator("#stage").focus()
    page.keyboard.press("Escape")
    assert "path=" not in fragment(page)
    assert "select=drone" in fragment(page)
    page.keyboard.press("Escape")
    assert "select=" not in fragment(page)


def test_no_path_leads_through_what_did_not_hold_on_the_day(open_page):
    page = open_page("lang=en&select=drone&path=drone,docker")
    assert page.locator("#panel .chain .sentence").count() >= 1
    page.evaluate("location.hash = 'lang=en&path=drone,docker&date=2013-06'")
    settled(page)
    assert page.get_by_text("No path through what is shown.").is_visible()
    page.evaluate("location.hash = 'lang=en&path=drone,nobody'")
    settled(page)
    assert page.get_by_text("One of the two is not on this map.").is_visible()


def test_on_a_date_the_panel_marks_what_did_not_hold_then(open_page):
    page = open_page("lang=en&select=drone&date=2014-11")
    acquired = page.locator("#panel .relation", has_text="was acquired by").first
    assert "not in November 2014" in acquired.inner_text()
    assert "not in" not in page.locator("#panel .relation", has_text="was made by").first.inner_text()


def test_whose_panel_it_is_stays_in_sight(open_page):
    page = open_page("lang=en&select=drone")
    settled(page)
    page.evaluate("document.querySelector('.panel-body').scrollTop = 900")
    settled(page)
    head, panel = box(page, "#panel h2"), box(page, "#panel")
    assert panel["y"] - 1 <= head["y"] <= panel["y"] + 40


def test_the_table_comes_to_what_is_selected_and_puts_what_is_there_first(open_page):
    page = open_page("lang=en&select=drone")
    page.get_by_role("tab", name="Table").click()
    settled(page)
    row, frame = box(page, "tr.chosen"), box(page, ".table-view")
    assert frame["y"] < row["y"] < frame["y"] + frame["height"] - row["height"]
    page.evaluate("location.hash = 'lang=en&view=table&path=drone,docker&select=drone,docker'")
    settled(page)
    page.evaluate("document.querySelector('.table-view').scrollTop = 0")
    settled(page)
    assert page.locator("tbody th").all_inner_texts()[:2] == ["Docker", "Drone"]


# The writer -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["mindmap", "network", "landscape", "timeline"])
def test_a_saved_picture_says_what_it_is_and_where_it_is_from(open_page, view):
    page = open_page(f"lang=en&view={view}&date=2014-11&f.category=Networking", reduced_motion="reduce")
    settled(page)
    words = "\n".join("".join(one.itertext()) for one in ElementTree.fromstring(saved(page, "SVG")).iter(f"{SVG}text"))
    for said in ("The Docker ecosystem", "November 2014", "Networking", "Tools", "Source: "):
        assert said in words


def test_the_saved_landscape_is_whole_and_cuts_no_head(open_page):
    page = open_page("lang=en&view=landscape")
    settled(page)
    root = ElementTree.fromstring(saved(page, "SVG"))
    words = {"".join(one.itertext()) for one in root.iter(f"{SVG}text")}
    heads = page.locator(".ls-head > span:first-child").all_inner_texts()
    assert len(heads) > 20
    assert set(heads) <= words
    assert len(list(root.iter(f"{SVG}path"))) > 1000


def test_the_saved_timeline_is_whole_whatever_is_in_the_window(open_page):
    page = open_page("lang=en&view=timeline", **STILL)
    settled(page)
    rows = int(re.search(r"\d+", page.locator(".tl-note").inner_text())[0])
    root = ElementTree.fromstring(saved(page, "SVG"))
    words = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert len(words) > rows > 1000
    headings = [
        tuple(map(int, found)) for word in words for found in re.findall(r" · (\d+)(?: of (\d+))?$", word) if found[1]
    ]
    branches = page.locator("[data-facet=category] button[data-value] .number").all_inner_texts()
    assert {str(whole) for _, whole in headings} <= {number.replace(",", "") for number in branches}
    assert len(headings) > 15
    page.get_by_role("button", name="Share and download").click()
    with page.expect_download():
        page.get_by_role("menuitem", name="Download PNG").click()
    page.locator(".toast", has_text="% of its size").wait_for()


def test_a_long_timeline_is_printed_on_several_sheets(open_page):
    page = open_page("lang=en&view=timeline&f.category=Networking", **STILL)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    sheets = page.locator(".sheet > svg:not(.store)")
    assert sheets.count() > 1
    boxes = [one.get_attribute("viewBox").split() for one in sheets.all()]
    assert all(float(a[1]) + float(a[3]) == float(b[1]) for a, b in itertools.pairwise(boxes))
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert sheets.count() == 0


def test_a_map_of_one_category_is_open(open_page):
    page = open_page("lang=en")
    page.locator('[data-facet="category"] button[data-value="Networking"]').click()
    settled(page)
    assert page.locator(".view-mindmap [role=treeitem]").count() > 8


def test_what_is_selected_stays_in_sight_when_the_map_is_narrowed(open_page):
    page = open_page("lang=en&select=drone", reduced_motion="reduce")
    page.locator('[data-facet="kind"] button[data-value="tool"]').click()
    settled(page)
    item, stage = box(page, '.view-mindmap [aria-selected="true"]'), box(page, "#stage")
    assert stage["x"] <= item["x"] < item["x"] + item["width"] <= stage["x"] + stage["width"]
    assert stage["y"] <= item["y"] < item["y"] + item["height"] <= stage["y"] + stage["height"]


def test_a_timeline_without_dates_says_so(open_page):
    page = open_page("lang=en&view=timeline&f.kind=practice")
    assert page.get_by_text("None of these has a date.").is_visible()
    page.evaluate("location.hash = 'lang=en&view=timeline&f.kind=tool'")
    settled(page)
    assert page.get_by_text("None of these has a date.").is_hidden()


def test_on_paper_the_picture_comes_first_and_is_light(open_page):
    page = open_page("lang=en&view=mindmap&theme=dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    picture = page.locator(".sheet > svg")
    assert picture.is_visible()
    assert picture.locator("rect").first.get_attribute("fill") == "#ffffff"
    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert picture.count() == 0


def test_on_paper_a_table_is_whole(open_page):
    page = open_page("lang=en&view=table&f.kind=person")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".table-view tbody th").count() == shown(page)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".table-view tbody th").count() < 60


def test_the_last_step_of_the_tour_shows_the_whole_field(open_page):
    page = open_page("lang=en&select=drone")
    page.get_by_role("button", name="Take the tour").click()
    for _ in range(4):
        page.get_by_role("button", name="Next step").click()
    settled(page)
    assert page.locator("#panel").is_hidden()
    assert page.locator(".tints").is_visible()
    page.evaluate("location.hash = 'lang=en&story=2'")
    settled(page)
    assert page.locator("#panel h2").inner_text() == "Fig"
    page.evaluate("location.hash = 'lang=en&story=5'")
    settled(page)
    assert page.locator(".tints").is_visible()


# The analyst ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["mindmap", "network", "landscape", "timeline", "table"])
def test_where_nothing_is_left_the_page_says_so_and_helps(open_page, view):
    page = open_page(f"lang=en&view={view}&f.kind=person&f.category=Networking")
    settled(page)
    assert shown(page) == 0
    main = page.get_by_role("main")
    assert main.get_by_text("Nothing passes all of these filters.").is_visible()
    main.get_by_role("button", name="Show everything").click()
    assert shown(page) > 1000


def test_a_file_holds_what_is_shown_or_of_that_what_is_selected(open_page):
    page = open_page("lang=en&view=table&date=2014-11")
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV"))))
    assert len(rows) == shown(page)
    assert {row["status"] for row in rows}.isdisjoint({"not yet", "ended"})
    page.evaluate("location.hash = 'lang=en&view=table&select=fig,docker'")
    settled(page)
    assert [row["node"] for row in csv.DictReader(io.StringIO(saved(page, "CSV")))] == ["docker", "fig"]


def test_undo_takes_a_movement_of_the_slider_back(open_page):
    page = open_page("lang=en")
    slider = page.get_by_role("slider", name="Show the map as of")
    slider.focus()
    slider.press("ArrowLeft")
    slider.press("Home")
    assert slider.get_attribute("aria-valuetext") == "January 2013"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert slider.get_attribute("aria-valuetext") == "All of history"


@pytest.mark.parametrize("size", [{}, PHONE])
def test_a_month_stands_at_the_same_place_on_both_sliders(open_page, size):
    page = open_page("lang=en&date=2026-11&against=2014-11", **size)
    upper, lower = box(page, "#before-time"), box(page, "#time")
    assert upper["x"] == lower["x"]
    assert upper["width"] == lower["width"] > 100


def test_the_network_shows_a_difference_from_afar(open_page):
    page = open_page("lang=en&view=network", reduced_motion="reduce")
    settled(page)
    colours = set(re.findall(r'fill="(#\w+)"', saved(page, "SVG")))
    page.get_by_role("button", name="What changed").click()
    settled(page)
    tinted = set(re.findall(r'fill="(#\w+)"', saved(page, "SVG")))
    assert {"#0b7a4b", "#8a5a00"} <= tinted
    assert not {"#0b7a4b", "#8a5a00"} <= colours


# With a finger, and with keys alone ---------------------------------------------------------------------------------------


def test_a_finger_on_a_hit_touches_nothing_beneath_it(open_page):
    page = open_page("lang=en", **PHONE)
    search = page.get_by_role("combobox")
    search.tap()
    search.fill("dron")
    settled(page)
    page.get_by_role("option").first.tap()
    settled(page)
    assert fragment(page).startswith("#view=mindmap")
    assert "select=drone" in fragment(page)
    assert page.evaluate("document.activeElement.id") != "search"


def test_two_keys_lead_past_all_filters_into_the_map(open_page):
    page = open_page("lang=en")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("Boolean(document.activeElement.closest('#stage'))")
    page.keyboard.press("ArrowRight")
    assert page.locator(".view-mindmap [aria-activedescendant]").count() == 1


def test_a_comparison_says_when_what_is_over_held(open_page):
    page = open_page("lang=en&select=harbor,quay")
    owners = page.locator(".comparison li", has_text="CoreOS, Inc.").all_inner_texts()
    assert "CoreOS, Inc. (13 August 2014 – 30 January 2018)" in [" ".join(one.split()) for one in owners], owners
    still = page.locator(".comparison li", has_text="Red Hat").all_inner_texts()
    assert "Red Hat" in [one.strip() for one in still], "what still holds needs no date"
