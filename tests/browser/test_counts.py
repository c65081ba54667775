"""One number with one meaning: how many nodes a branch has says the same wherever it is said."""

import re

import pytest

from tests.browser.conftest import settled

STILL = {"reduced_motion": "reduce"}
NUMBERS = """(selector) => [...document.querySelectorAll(selector)].map((one) => one.textContent.trim())"""
# Main branches of the mind map, in the order of the categories, each with the last of its texts that is no glimpse.
BRANCHES = """() => [...document.querySelectorAll(".mm-top")]
  .sort((a, b) => Number(a.dataset.key.slice(1)) - Number(b.dataset.key.slice(1)))
  .map((one) => [...one.querySelectorAll("text:not(.mm-glimpse)")].at(-1).textContent.trim())"""


@pytest.mark.parametrize(("lang", "of"), [("en", " of "), ("zh", " / ")])
@pytest.mark.parametrize("more", ["", "&date=2014-11"])
def test_a_branch_has_the_same_number_in_legend_mind_map_landscape_and_timeline(open_page, lang, of, more):
    page = open_page(f"lang={lang}&view=landscape{more}", **STILL)
    settled(page)
    legend = [
        int(number.replace(",", ""))
        for number in page.evaluate(NUMBERS, "[data-facet=category] button[data-value] .number")
    ]
    heads = [int(number) for number in page.evaluate(NUMBERS, ".ls-region:not([hidden]) .ls-head .ls-count")]
    assert len(legend) > 15
    assert heads == legend
    page.locator("#tab-mindmap").click()
    settled(page)
    branches = [int(number.split("/")[0]) for number in page.evaluate(BRANCHES)]
    assert branches == legend
    page.locator("#tab-timeline").click()
    settled(page)
    first = page.evaluate(NUMBERS, "[data-heading]")[-1]
    shown, whole = re.search(rf"(\d+){re.escape(of)}(\d+)$", first).groups()
    assert int(shown) < int(whole) == legend[0]


def test_a_part_of_a_branch_has_the_same_number_in_mind_map_and_landscape(open_page):
    page = open_page("lang=en&view=landscape", **STILL)
    settled(page)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".ls-region:first-of-type .ls-part:not(.is-own) .ls-subhead")]
             .map((one) => [...one.children].map((part) => part.textContent))"""
    )
    page.locator("#tab-mindmap").click()
    settled(page)
    page.locator(".mm-top", has_text="Building images").click()
    page.wait_for_selector(".mm-sub")
    settled(page)
    parts = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".mm-sub")]
             .map((one) => [...one.querySelectorAll("text")].map((text) => text.textContent.trim()))
             .map((all) => [all.slice(0, -1).join(" "), all.at(-1)]))"""
    )
    same = [(name, count.split(" of ")[-1], parts[name]) for name, count in boxes if name in parts]
    assert len(same) > 2
    assert all(box == part for _, box, part in same)
