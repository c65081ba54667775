"""What the page says of the state of things is what Python says; the landscape's order; names that contain what is seen."""

import csv
import io
from pathlib import Path

from ecosystem.analysis import listing
from tests.browser.conftest import settled

STILL = {"reduced_motion": "reduce"}
SAME = {"–": None}
MISMATCHES = """async () => {
  document.getElementById("twin")?.remove();
  const rules = ["label-content-name-mismatch", "aria-treeitem-name", "aria-valid-attr"];
  const found = await axe.run(document.querySelector(".mindmap"), { runOnly: rules, resultTypes: ["violations"] });
  return found.violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 200)));
}"""


def test_every_state_is_what_python_says(open_page, docker):
    page = open_page("lang=en&view=table", **STILL)
    page.get_by_role("button", name="Share and download").click()
    with page.expect_download() as waiting:
        page.get_by_role("menuitem", name="Download CSV").click()
    rows = csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig")))
    told = {row["node"]: SAME.get(row["status"], row["status"]) for row in rows}
    listed = listing(docker, kinds=["all"])["status"]
    python = {node: state if isinstance(state, str) else None for node, state in listed.items()}
    assert len(python) > 1500
    assert {node: told[node] for node in python} == python
    people = [node for node, data in docker.nodes(data=True) if data["kind"] in ("person", "place", "document")]
    assert {told[node] for node in people} == {None}


def test_what_is_in_a_branch_itself_stands_last_under_a_heading(open_page):
    page = open_page("lang=zh&view=landscape", **STILL)
    settled(page)
    parts = page.locator(".ls-region").first.locator(".ls-part")
    assert parts.first.locator(".ls-subhead").inner_text().strip()
    assert "is-general" in parts.last.get_attribute("class")
    assert "综合" in parts.last.locator(".ls-subhead").inner_text()
    people = page.locator(".ls-region", has=page.locator(".ls-head", has_text="人物"))
    assert people.locator(".ls-subhead").first.is_hidden()


def test_a_branch_that_is_half_outside_is_called_what_is_seen_of_it(open_page, axe):
    page = open_page("lang=en", **STILL)
    settled(page)
    page.evaluate(axe)
    for name in ("Service discovery and", "Platform as a service"):
        branch = page.locator(".mm-top", has_text=name)
        stage = page.locator("#stage").bounding_box()
        for part in (0.35, 0.5, 0.65):
            box = branch.bounding_box()
            goal = stage["y"] - part * box["height"]
            page.mouse.move(640, 700)
            page.mouse.down()
            page.mouse.move(640, 700 + goal - box["y"], steps=4)
            page.mouse.up()
            settled(page)
            assert page.evaluate(MISMATCHES) == []
    assert branch.get_attribute("aria-label") is None
