"""A phone: little room, fingers in place of a mouse."""

from xml.etree import ElementTree

import pytest

from tests.browser.conftest import fragment, settled

SVG = "{http://www.w3.org/2000/svg}"
PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}


def box(page, selector):
    return page.locator(selector).first.bounding_box()


# The tour ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [1, 2, 3])
def test_the_tour_leaves_the_picture_free(open_page, step):
    page = open_page(f"lang=en&story={step + 1}", **PHONE)
    settled(page)
    stage, caption, sheet = (box(page, part) for part in (".stage", ".storybar", "#panel"))
    assert stage["height"] > 280
    assert stage["y"] + stage["height"] <= caption["y"] + 1
    assert caption["y"] + caption["height"] <= sheet["y"] + 1
    page.get_by_role("button", name="The text of the panel").tap()
    settled(page)
    assert box(page, "#panel")["height"] > 300
    assert page.locator("#panel :is(.sentence, td)").first.is_visible()


def test_the_tour_frames_what_it_talks_about(open_page):
    page = open_page("lang=en&story=2", **PHONE)
    settled(page)
    stage, fig = box(page, ".stage"), box(page, "[data-key^='n'][aria-selected='true']")
    assert stage["y"] < fig["y"] < stage["y"] + stage["height"] - fig["height"]


def test_the_tour_ends_today(open_page):
    page = open_page("lang=en&story=5", **PHONE)
    assert page.locator(".now").inner_text() != "All of history"
    assert page.get_by_role("button", name="Today").is_visible()
    assert "date=" in fragment(page)


# Room -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_head_is_low_and_rows_that_scroll_say_so(open_page, lang):
    page = open_page(f"lang={lang}", **PHONE)
    settled(page)
    assert box(page, ".viewbar")["y"] + box(page, ".viewbar")["height"] < 130
    assert page.evaluate("(h => h.scrollWidth <= h.clientWidth)(document.querySelector('h1'))")
    assert page.locator(".legend-strip.more-after:not(.more-before)").is_visible()
    page.locator(".legend-strip").evaluate("(strip) => strip.scrollTo(strip.scrollWidth, 0)")
    page.wait_for_selector(".legend-strip.more-before:not(.more-after)")


@pytest.mark.parametrize("view", ["landscape", "timeline", "mindmap"])
def test_the_zoom_buttons_stand_beside_the_picture(open_page, view):
    for size in (PHONE, {**PHONE, "width": 820, "height": 1180}):
        page = open_page(f"lang=en&view={view}", **size)
        settled(page)
        stage = box(page, ".stage")
        assert box(page, ".zooming")["y"] >= stage["y"] + stage["height"] - 1
        strip = box(page, ".legend-strip")
        assert strip["x"] + strip["width"] <= box(page, ".zooming")["x"] + 1


def test_an_embedded_map_has_its_controls_below_it(open_page):
    page = open_page("lang=en&embed=1", **PHONE)
    settled(page)
    stage = box(page, ".stage")
    for control in (".full-map", ".zooming"):
        assert box(page, control)["y"] >= stage["y"] + stage["height"] - 1


def test_the_buttons_of_a_view_have_a_row_of_their_own(open_page):
    page = open_page("lang=en", width=1280, height=800)
    row, stage = box(page, ".view-tools"), box(page, ".stage")
    assert row["width"] == stage["width"]
    assert page.locator(".view-tools").evaluate("(row) => getComputedStyle(row).backgroundColor") != "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_what_changed_is_told_within_the_screen(open_page, lang):
    page = open_page(f"lang={lang}&date=2017-12&against=2014-11", **PHONE)
    settled(page)
    rights = page.evaluate(
        "[...document.querySelectorAll('.mm-top .mm-ground')].map((b) => b.getBoundingClientRect().right)"
    )
    assert rights
    assert max(rights) <= 360


def test_name_kind_and_category_stand_beside_each_other_in_the_table(open_page):
    page = open_page("lang=en&view=table", **PHONE)
    category = box(page, "thead .column-category")
    assert category["x"] + category["width"] <= 361


# Fingers ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["landscape", "timeline"])
def test_two_fingers_zoom_the_page_where_the_picture_does_not(open_page, view):
    page = open_page(f"lang=en&view={view}", **PHONE)
    settled(page)
    hand = page.context.new_cdp_session(page)
    for by in range(0, 90, 10):
        fingers = [{"x": 160 - by, "y": 380 - by, "id": 0}, {"x": 200 + by, "y": 420 + by, "id": 1}]
        hand.send("Input.dispatchTouchEvent", {"type": "touchMove" if by else "touchStart", "touchPoints": fingers})
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => visualViewport.scale > 1.3")


@pytest.mark.parametrize(("lang", "help", "words"), [("en", "Help", "Two fingers"), ("zh", "帮助", "双指开合")])
def test_help_tells_what_fingers_do(open_page, lang, help, words):
    page = open_page(f"lang={lang}", **PHONE)
    page.get_by_role("button", name=help).tap()
    assert page.get_by_role("dialog").get_by_text(words).is_visible()


# Files and paper --------------------------------------------------------------------------------------------------------


def test_a_mind_map_is_saved_whole(open_page):
    page = open_page("lang=en", **PHONE)
    settled(page)
    before = page.locator(".mindmap > g").get_attribute("transform")
    page.get_by_role("button", name="Share and download").tap()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="Download SVG").tap()
    sheet = ElementTree.parse(waiting.value.path()).getroot()
    picture = sheet.find(f"{SVG}svg")
    words = "".join(picture.itertext())
    for branch in ("Building images", "Platform as a service", "Vendors", "Places"):
        assert branch in words
    assert float(picture.get("height")) > 900
    assert page.locator(".mindmap > g").get_attribute("transform") == before


@pytest.mark.parametrize("view", ["mindmap", "timeline"])
def test_paper_shows_the_same_whether_the_page_was_shown_as_paper_before(open_page, view):
    page = open_page(f"lang=en&view={view}", width=1280, height=800)
    page.emulate_media(media="print")
    settled(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    picture = page.locator(".sheet > svg:not(.store)").first
    assert int(picture.get_attribute("width")) > 700
    assert int(picture.get_attribute("height")) > 400


def test_paper_has_one_legend(open_page):
    page = open_page("lang=en", width=820, height=1180)
    page.emulate_media(media="print")
    assert page.locator(".legend-strip").is_hidden()


# A wall -----------------------------------------------------------------------------------------------------------------


def test_on_a_wall_cards_are_as_large_as_the_text_and_names_are_whole(open_page):
    page = open_page("lang=en&view=landscape", width=3840, height=2160)
    settled(page)
    sizes = page.evaluate("""[...document.querySelectorAll('.ls-card .ls-name')].slice(0, 150).map((name) =>
      [parseFloat(getComputedStyle(name).fontSize), name.scrollWidth > name.clientWidth])""")
    text = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert min(size for size, _ in sizes) > 0.8 * text
    assert sum(cut for _, cut in sizes) < 0.1 * len(sizes)


def test_on_a_wall_the_mind_map_is_read_like_the_text(open_page):
    page = open_page("lang=en", width=3840, height=2160)
    settled(page)
    scale = page.evaluate("document.querySelector('.mindmap > g').getCTM().a")
    assert 12.5 * scale > 18
