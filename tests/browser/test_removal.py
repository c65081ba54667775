"""What if it goes away: the panel answers as `ecosystem removal` does, and leads on."""

import re

import pytest

from ecosystem.analysis import removal
from tests.browser.conftest import fragment, settled

STILL = {"reduced_motion": "reduce"}
# What is told, by heading, once everything is unfolded: the subjects of the sentences.
TOLD = """() => {
  for (const list of document.querySelectorAll(".removal details")) {
    list.open = true;
    list.dispatchEvent(new Event("toggle"));
    list.querySelector("button.more")?.click();
  }
  const ids = (list) => [...list.querySelectorAll("li.relation > .sentence > a.node-link:first-of-type")].map((one) => one.dataset.node);
  return Object.fromEntries([...document.querySelectorAll(".removal details")].map((list) =>
    [list.querySelector("h4").firstChild.textContent, ids(list)]));
}"""
HEADINGS = {"Would go with it": (0, 0), "Rests on it directly": (1, 1), "Rests on it through others": (2, 99)}


def python_says(graph, node, date):
    table = removal(graph, node=node, as_of=date)
    table = table[table["effect"].isin(["goes", "depends"]) & (table.index != node)]
    parts = {title: set(table.index[table["distance"].between(*steps)]) for title, steps in HEADINGS.items()}
    return {title: nodes for title, nodes in parts.items() if nodes}


@pytest.mark.parametrize("date", [None, "2014-11", "2019-06"])
def test_the_panel_says_what_python_says(open_page, docker, date):
    page = open_page("lang=en&view=table" + (f"&date={date}" if date else ""), **STILL)
    found = 0
    for node in ["docker", "docker-inc", "kubernetes", "linux", "etcd", "red-hat", "cncf", "runc", "coreos"]:
        expected = python_says(docker, node, date)
        page.evaluate(f"location.hash = 'lang=en&view=table&select={node}" + (f"&date={date}'" if date else "'"))
        settled(page)
        told = {title: set(nodes) for title, nodes in page.evaluate(TOLD).items()}
        if told or page.locator(".panel .badge").first.inner_text() not in ("ended", "not yet"):
            assert (node, told) == (node, expected)
        found += bool(told)
    assert found > 3


def test_an_effect_leads_to_its_node_and_all_of_them_can_be_selected(open_page):
    page = open_page("lang=zh&view=mindmap&select=docker-hub", **STILL)
    section = page.locator(".removal")
    assert "如果它消失" in section.inner_text()
    count = sum(int(number) for number in section.locator("summary .number").all_inner_texts())
    section.get_by_role("button", name=re.compile("选中")).click()
    settled(page)
    assert len(re.search(r"select=([^&]+)", fragment(page))[1].split(",")) == count + 1
    page.get_by_role("button", name="撤销").click()
    link = page.locator(".removal .effects[open] .node-link").first
    node = link.get_attribute("data-node")
    link.click()
    settled(page)
    assert re.search(r"select=([^&]+)", fragment(page))[1] == node


def test_of_many_that_are_selected_a_closed_branch_says_how_many(open_page):
    page = open_page("lang=en&view=mindmap&select=docker-inc", **STILL)
    page.locator(".removal").get_by_role("button", name=re.compile("Select all")).click()
    settled(page)
    page.get_by_role("button", name="Fold all").click()
    settled(page)
    branch = page.locator(".mm-top", has_text="Building images").locator("text:not(.mm-glimpse)").last
    found, whole = map(int, branch.text_content().split("/"))
    assert 5 < found < whole == 114


def test_nobody_asks_what_is_without_an_idea_or_without_what_is_gone(open_page):
    page = open_page("lang=en&view=table&select=paas", **STILL)
    settled(page)
    assert page.locator(".removal").count() == 0
    page.evaluate("location.hash = 'lang=en&view=table&select=fig'")
    settled(page)
    assert page.locator(".removal").count() == 0
