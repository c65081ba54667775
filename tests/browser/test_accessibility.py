"""No violation that axe-core finds, in any view, language, theme and state."""

import pytest

from ecosystem.maps import resolve_map
from ecosystem.maps.gallery import neighbourhood
from ecosystem.render import write_page
from tests.browser.conftest import settled

STATES = {
    "mind map": "lang=en",
    "mind map in Chinese": "lang=zh&select=fig",
    "network": "lang=en&view=network",
    "landscape": "lang=en&view=landscape&date=2014-11&f.kind=service",
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
LOOK = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Links to another state of the map begin with "#", too: they skip nothing.
  const rules = { "label-content-name-mismatch": { enabled: true }, "skip-link": { enabled: false } };
  const found = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: tags }, rules });
  // Rows that are scrolled away under the head of their table, or cut off by its edge, are not covered by anything else.
  const [box, head] = [".table-view", ".table-view thead th"].map((one) => document.querySelector(one)?.getBoundingClientRect());
  const cut = ({ html, target: [place] }) => {
    if (!html.includes("data-row")) return false;
    const { top, bottom } = document.querySelector(place).getBoundingClientRect();
    return bottom > box.bottom || top < head.bottom;
  };
  for (const one of found.violations)
    if (one.id === "target-size") one.nodes = one.nodes.filter((node) => !cut(node));
  return found;
}"""


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


def on_a_phone(open_page, fragment, **options):
    return open_page(
        fragment, width=390, height=740, has_touch=True, is_mobile=True, reduced_motion="reduce", **options
    )


@pytest.mark.parametrize(
    "fragment", ["lang=zh&view=table&select=docker", "lang=zh&select=docker,podman", "lang=zh&story=1"]
)
def test_no_violation_on_a_phone_in_the_dark(open_page, axe, fragment):
    page = on_a_phone(open_page, fragment, color_scheme="dark")
    settled(page)
    assert violations(page, axe) == []


def test_links_in_the_panel_are_as_high_as_a_fingertip(open_page):
    page = on_a_phone(open_page, "lang=en&select=docker")
    settled(page)
    heights = page.locator("#panel a").evaluate_all("(links) => links.map((one) => one.getClientRects()[0].height)")
    assert len(heights) > 20
    assert min(heights) >= 24


def test_every_switch_of_the_legend_is_high_enough(open_page):
    page = open_page("lang=en")
    heights = page.locator("#drawer :is(summary, button):visible").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_a_card_says_its_own_name(open_page):
    """Who asks a button without `aria-label` for its name looks through the whole page for labels: 20 s for all cards."""
    page = open_page("lang=en&view=landscape&select=kubernetes")
    settled(page)
    cards = page.locator(".ls-card").evaluate_all(
        "(cards) => cards.map((one) => [one.ariaLabel ?? '', one.querySelector('.ls-name').textContent])"
    )
    assert len(cards) > 1000
    assert [seen for said, seen in cards if not said.startswith(seen)] == []


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


def test_no_violation_in_the_text(open_page, axe, docker, tmp_path):
    path = write_page(resolve_map(neighbourhood("fig"), docker), tmp_path / "fig.html")
    page = open_page("lang=zh", path=path, reduced_motion="reduce")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.get_by_role("button", name="返回地图").is_visible()
    assert violations(page, axe) == []
