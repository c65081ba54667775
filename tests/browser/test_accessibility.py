"""No violation that axe-core finds, in any view, language, theme and state."""

import pytest

from tests.browser.conftest import settled

STATES = {
    "mind map": "lang=en",
    "mind map in Chinese": "lang=zh&select=fig",
    "network": "lang=en&view=network",
    "landscape": "lang=en&view=landscape&date=2014-11",
    "timeline": "lang=en&view=timeline&select=fig",
    "table": "lang=zh&view=table&date=2014-11",
    "difference": "lang=en&date=2026-11&against=2014-11&f.kind=tool",
    "comparison": "lang=en&select=flynn,deis&path=flynn,deis",
    "three on a date": "lang=zh&select=drone,jenkins,woodpecker-ci&date=2014-11",
    "relations of another day": "lang=en&view=table&select=drone&date=2014-11",
    "difference in the table": "lang=en&view=table&against=2014-11",
    "nothing left": "lang=en&view=network&f.kind=person&f.category=Networking",
    "nothing dated": "lang=zh&view=timeline&f.kind=practice",
    "story": "lang=en&story=1",
    "embedded": "lang=en&embed",
}
LOOK = """() => axe.run(document, { resultTypes: ["violations"] })"""


def violations(page, axe):
    page.evaluate(axe)
    found = page.evaluate(LOOK)["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("name", STATES)
def test_no_violation(open_page, axe, name):
    page = open_page(STATES[name], color_scheme="light", reduced_motion="reduce")
    settled(page)
    assert violations(page, axe) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, axe) == []


@pytest.mark.parametrize("width", [360, 3840])
def test_no_violation_at_other_sizes(open_page, axe, width):
    page = open_page("lang=en&select=fig", width=width, reduced_motion="reduce")
    assert violations(page, axe) == []


def test_no_violation_in_dialogs_and_menus(open_page, axe):
    page = open_page(reduced_motion="reduce")
    page.get_by_role("button", name="Share and download").click()
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.get_by_role("combobox").fill("docker")
    assert violations(page, axe) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Help").click()
    assert violations(page, axe) == []


def test_no_violation_in_the_text(open_page, axe):
    page = open_page("lang=zh", reduced_motion="reduce")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="返回地图").is_visible()
    assert violations(page, axe) == []
