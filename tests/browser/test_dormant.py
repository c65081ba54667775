"""What has not stirred for long is to be told from what lives and from what ended, without colour, in every view and saved picture."""

from pathlib import Path

import pytest

from tests.browser.conftest import settled

STILL = {"reduced_motion": "reduce"}
SIGNS = {
    "mindmap": ".mm-leaf .half",
    "landscape": ".ls-card[data-node].is-dormant",
    "timeline": "[role=option] .half",
}


@pytest.mark.parametrize("view", ["mindmap", "network", "landscape", "timeline"])
def test_what_is_dormant_is_marked_and_the_legend_says_so(open_page, view):
    page = open_page(f"lang=en&view={view}&select=libnetwork&f.category=Networking", **STILL)
    settled(page)
    assert "Dormant" in page.locator("[data-facet=status]").inner_text()
    if view in SIGNS:
        assert page.locator(SIGNS[view]).count() > 0
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Share and download").click()
        page.get_by_text("SVG").first.click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Dormant: no sign of life for long" in text
    assert text.count(" 0 0 0 ") > 2  # lower halves of discs: in the picture and in its legend


def test_a_dormant_lifeline_thins_out_after_the_last_sign_and_legends_say_so(open_page):
    page = open_page("lang=zh&view=timeline&select=libnetwork", **STILL)
    settled(page)
    assert page.locator(".tl-svg .silent").count() > 0
    assert "沉寂" in page.locator(".tl-legend").inner_text()
    assert "未见动静" in page.locator("[role=option][aria-selected=true]").get_attribute("aria-label")
    page.locator("#tab-landscape").click()
    settled(page)
    assert "沉寂" in page.locator(".ls-legend").inner_text()
