"""The page as a person uses it: search, facets, panel, time, share, keyboard, languages, sizes."""

import json

import pytest

from tests.browser.conftest import fragment, settled, shown


def choose(page, words):
    box = page.get_by_role("combobox")
    box.fill(words)
    box.press("Enter")


# First sight ------------------------------------------------------------------------------------------------------------


def test_first_sight_tells_what_the_map_is(open_page):
    page = open_page()
    assert page.get_by_role("heading", level=1).inner_text() == "The Docker ecosystem"
    assert "what became of it?" in page.locator(".question").inner_text()
    assert page.get_by_role("tab", selected=True).inner_text() == "Mind map"
    assert page.get_by_role("tabpanel").is_visible()
    assert page.get_by_role("complementary", name="Legend and filters").is_visible()
    assert page.title() == "The Docker ecosystem"


# Search -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["fig", "Fgi", "Flyn", "kubernets", "docker compose"])
def test_search_finds_names_and_forgives_a_slip(open_page, words):
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type(words)
    settled(page)
    options = page.get_by_role("listbox").get_by_role("option")
    assert options.count() > 0
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() != ""
    assert "select=" in fragment(page)


def test_arrows_walk_through_the_hits_and_escape_closes_them(open_page):
    page = open_page()
    box = page.get_by_role("combobox")
    box.fill("docker")
    settled(page)
    first = box.get_attribute("aria-activedescendant")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") != first
    box.press("Escape")
    assert page.get_by_role("listbox").is_hidden()
    assert box.get_attribute("aria-expanded") == "false"


def test_chinese_and_pinyin_find_the_same_concept(open_page):
    page = open_page("lang=zh")
    box = page.get_by_role("combobox")
    box.fill("容器引擎")
    settled(page)
    by_name = page.get_by_role("option").first.inner_text()
    box.fill("rqyq")
    settled(page)
    assert page.get_by_role("option").first.inner_text() == by_name


# Panel ------------------------------------------------------------------------------------------------------------------


def test_the_way_of_one_fact_from_the_file_to_the_page(open_page, docker):
    page = open_page("lang=en&select=fig")
    sentence = page.locator("#panel .sentence", has_text="was succeeded by").first
    assert sentence.inner_text().startswith("Fig was succeeded by Docker Compose, ")
    cited = docker.edges["fig", "docker-compose", "succeeded_by"]["references"][0].partition("#")[0]
    link = sentence.locator("xpath=..").locator(".references a").first
    assert link.get_attribute("href") == docker.graph["references"][cited]["url"]
    assert page.title().startswith("Fig · ")


def test_a_forecast_never_looks_like_a_fact(open_page, docker):
    source, *_ = next(edge for edge in docker.edges(data=True) if edge[2]["modality"] == "forecast")
    page = open_page(f"lang=en&select={source}")
    marks = page.locator("#panel .relation.forecast .modality")
    assert marks.count() > 0
    assert set(marks.all_inner_texts()) == {"Forecast"}


def test_a_name_in_the_panel_leads_to_that_node(open_page):
    page = open_page("lang=en&select=fig")
    page.locator("#panel").get_by_role("link", name="Docker Compose", exact=True).first.click()
    assert page.locator("#panel h2").inner_text().startswith("Docker Compose")
    assert "select=docker-compose" in fragment(page)
    page.go_back()
    settled(page)
    assert page.locator("#panel h2").inner_text().startswith("Fig")


def test_compare_and_path(open_page):
    page = open_page("lang=en&select=flynn")
    page.get_by_role("button", name="Compare").click()
    choose(page, "Deis")
    assert page.locator(".comparison thead th").all_inner_texts() == ["Flynn", "Deis"]
    page.get_by_role("button", name="Path between them").click()
    assert page.locator("#panel .chain .sentence").count() >= 1
    assert "path=flynn,deis" in fragment(page)


# Facets -----------------------------------------------------------------------------------------------------------------


def test_a_facet_shows_as_many_as_it_says(open_page):
    page = open_page()
    value = page.locator('[data-facet="kind"] button[data-value="vendor"]')
    number = int(value.locator(".number").inner_text())
    value.click()
    assert value.get_attribute("aria-pressed") == "true"
    assert shown(page) == number
    assert "f.kind=vendor" in fragment(page)
    page.get_by_role("button", name="Show everything").click()
    assert shown(page) > number


def test_undo_redo_and_the_back_button(open_page):
    page = open_page()
    everything = shown(page)
    page.locator('[data-facet="kind"] button[data-value="tool"]').click()
    fewer = shown(page)
    page.keyboard.press("Control+z")
    assert shown(page) == everything
    page.keyboard.press("Control+Shift+z")
    assert shown(page) == fewer
    assert "f.kind=tool" in fragment(page)
    page.go_back()
    settled(page)
    assert shown(page) == everything


def test_hide_and_focus(open_page):
    page = open_page("lang=en&select=fig")
    everything = shown(page)
    page.keyboard.press("f")
    near = shown(page)
    assert 1 < near < everything
    page.get_by_role("button", name="More steps").click()
    assert shown(page) > near
    page.keyboard.press("f")
    page.keyboard.press("h")
    assert shown(page) == everything - 1


# Views, languages, links ------------------------------------------------------------------------------------------------


def test_views_share_selection_filter_date_and_language(open_page):
    page = open_page("lang=zh&select=fig&date=2014-11&f.kind=tool")
    names = {}
    for tab in page.get_by_role("tab").all():
        tab.click()
        names[tab.inner_text()] = (
            page.locator("#panel h2").inner_text(),
            shown(page),
            fragment(page).partition("&")[2],
        )
    assert len(names) == 5
    assert len(set(names.values())) == 1


def test_a_link_opens_the_same_state(open_page):
    page = open_page()
    page.locator('[data-facet="kind"] button[data-value="tool"]').click()
    page.get_by_role("button", name="2014, as the article saw it").click()
    choose(page, "fig")
    page.get_by_role("button", name="中文").click()
    again = open_page(page.evaluate("location.hash.slice(1)"))
    assert again.locator("html").get_attribute("lang") == "zh"
    assert again.locator("#panel h2").inner_text() == page.locator("#panel h2").inner_text()
    assert again.locator(".count").inner_text() == page.locator(".count").inner_text()


def test_the_language_switches_everything(open_page):
    page = open_page("lang=en&select=fig")
    page.get_by_role("button", name="中文").click()
    assert page.locator("html").get_attribute("lang") == "zh"
    assert page.get_by_role("heading", level=1).inner_text() == "Docker 生态系统"
    latin = page.evaluate("""() => [...document.querySelectorAll('#app button, #app h2, #app h3, #app h4, #app summary')]
      .filter((e) => e.offsetParent && !e.closest('.references, .node-link, .facets li, .view, .addresses, .panel h2'))
      .map((e) => e.innerText.trim()).filter((t) => /^[A-Za-z][a-z]+ [a-z]+/.test(t))""")
    assert latin == []


def test_tabs_follow_the_arrow_keys(open_page):
    page = open_page()
    page.get_by_role("tab", selected=True).focus()
    page.keyboard.press("ArrowRight")
    assert page.get_by_role("tab", selected=True).inner_text() == "Network"
    assert page.evaluate("document.activeElement.id") == "tab-network"


def test_the_theme_goes_round(open_page):
    page = open_page()
    seen = []
    for _ in range(3):
        page.get_by_role("button", name="Theme").click()
        seen.append(page.locator("html").get_attribute("data-theme"))
    assert seen == ["light", "dark", "auto"]


# Share ------------------------------------------------------------------------------------------------------------------


def menu(page, name):
    page.get_by_role("button", name="Share and download").click()
    return page.get_by_role("menuitem", name=name)


@pytest.mark.parametrize(
    ("name", "suffix", "begins"),
    [("SVG", ".svg", b"<"), ("PNG", ".png", b"\x89PNG"), ("CSV", ".csv", b"\xef\xbb\xbfnode"), ("JSON", ".json", b"{")],
)
def test_downloads(open_page, name, suffix, begins):
    page = open_page("lang=en&f.kind=vendor")
    with page.expect_download() as expected:
        menu(page, f"Download {name}").click()
    path = expected.value.path()
    assert expected.value.suggested_filename.endswith(suffix)
    assert path.read_bytes().startswith(begins)


def test_the_json_is_what_networkx_reads(open_page):
    import networkx as nx

    page = open_page("lang=en")
    with page.expect_download() as expected:
        menu(page, "Download JSON").click()
    graph = nx.node_link_graph(json.loads(expected.value.path().read_text("utf-8")), edges="edges")
    assert graph.nodes["fig"]["name"] == "Fig"
    assert any(data["predicate"] == "succeeded_by" for *_, data in graph.edges("fig", data=True))


def test_copy_link(open_page):
    page = open_page("lang=en&select=fig", permissions=["clipboard-read", "clipboard-write"])
    menu(page, "Copy link").click()
    page.wait_for_selector(".toast.shown")
    assert "select=fig" in page.evaluate("navigator.clipboard.readText()")


def test_embedded_there_is_only_the_picture(open_page):
    page = open_page("lang=en&embed")
    assert page.locator("header").is_hidden()
    assert page.get_by_role("tabpanel").is_visible()
    page.get_by_role("button", name="Open the full map").click()
    assert page.locator("header").is_visible()


# Story ------------------------------------------------------------------------------------------------------------------


def test_the_tour(open_page):
    page = open_page()
    page.get_by_role("button", name="Take the tour").click()
    caption = page.locator(".storybar p")
    first = caption.inner_text()
    page.get_by_role("button", name="Next step").click()
    assert caption.inner_text() != first
    assert "story=2" in fragment(page)
    page.get_by_role("button", name="Leave the tour").click()
    assert caption.is_hidden()


# Keyboard and help ------------------------------------------------------------------------------------------------------


def test_help_opens_with_a_question_mark_and_closes_with_escape(open_page):
    page = open_page()
    page.keyboard.press("?")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0


def test_single_keys_can_be_switched_off_and_stay_off(open_page):
    page = open_page("lang=en")
    page.get_by_role("button", name="Help and keyboard shortcuts").click()
    page.get_by_role("checkbox", name="Keys without Ctrl are shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    assert page.locator("html").get_attribute("lang") == "en"
    page.reload()
    page.wait_for_selector("body.ready")
    page.keyboard.press("l")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="Help and keyboard shortcuts").click()
    page.get_by_role("checkbox", name="Keys without Ctrl are shortcuts").check()
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    assert page.locator("html").get_attribute("lang") == "zh"


def test_everything_can_be_reached_by_tab(open_page):
    page = open_page()
    reached = set()
    for _ in range(70):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "document.activeElement.closest('.header, .viewbar, .drawer, .centre, .timebar, .skip')?.className.split(' ')[0]"
            )
        )
    assert {"skip", "header", "viewbar", "drawer"} <= reached


def test_the_table_sorts(open_page):
    page = open_page("lang=en&view=table")
    page.get_by_role("columnheader", name="Relations").get_by_role("button").click()
    numbers = [int(text) for text in page.locator("tbody .column-relations").all_inner_texts()]
    assert numbers == sorted(numbers, reverse=True)
    assert page.get_by_role("columnheader", name="Relations").get_attribute("aria-sort") == "descending"


# Sizes ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(360, 740), (768, 1024), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_nothing_runs_out_of_the_page(open_page, width, height, lang):
    page = open_page(f"lang={lang}&select=fig", width=width, height=height)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate("""() => [...document.querySelectorAll('.header button, .header h1, .panel h2, .timebar > *')]
      .filter((e) => e.offsetParent && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
      .map((e) => e.className || e.tagName)""")
    assert cut == []


def test_on_a_phone_the_panel_is_a_sheet_and_the_drawer_opens_over_the_map(open_page):
    page = open_page("lang=en&select=fig", width=360, height=740, has_touch=True, is_mobile=True)
    sheet = page.locator("#panel").bounding_box()
    assert sheet["y"] > 200
    assert sheet["width"] == 360
    page.get_by_role("button", name="Close the panel").tap()
    page.get_by_role("button", name="Legend and filters").tap()
    assert page.get_by_role("complementary", name="Legend and filters").is_visible()
    page.keyboard.press("Escape")
    assert page.get_by_role("complementary", name="Legend and filters").is_hidden()
