"""The page opens with any graph: hostile texts, no nodes, one node, somebody else's graph, many nodes."""

from pathlib import Path

import networkx as nx
import pytest

from ecosystem.render import write_page
from tests.browser.conftest import settled

VIEWS = ("mindmap", "network", "landscape", "timeline", "table")
EVIL = "</script><script>window.harmed=1</script><img src=x onerror=window.harmed=1>\"'`${1}\u202eevil\U0001f433"
HARMLESS = "javascript:window.harmed=1"


def hostile() -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph(title={"en": EVIL, "zh": EVIL}, question={"en": EVIL, "zh": EVIL})
    claim = {"date": "2014", "modality": "stated", "references": [f"evil#{EVIL}"], "note_en": EVIL, "note_zh": EVIL}
    for number in range(3):
        graph.add_node(
            f"{EVIL}{number}",
            kind=EVIL,
            name=f"{EVIL}{number}",
            name_zh=f"{EVIL}{number}",
            names=[EVIL],
            aliases=[EVIL],
            summary_en=EVIL,
            summary_zh=EVIL,
            since="2014",
            homepage=HARMLESS,
            repositories=[HARMLESS],
            packages=[EVIL],
            images=[EVIL],
            attributes={EVIL: EVIL},
            milestones=[{"event": EVIL, **claim}],
            figures=[{"measure": EVIL, "value": 1, "qualifier": EVIL, **claim}],
            former_names=[{"name": EVIL, "until": "2014", **claim}],
            cycles=[{"name": EVIL, "released": "2014", "latest": EVIL, **claim}],
            notes=[claim],
            references=[f"evil#{EVIL}"],
        )
    nodes = list(graph)
    graph.add_edge(nodes[0], nodes[1], key=EVIL, predicate=EVIL, **claim)
    graph.add_edge(nodes[1], nodes[2], key=EVIL, predicate=EVIL, since=EVIL, until="2014", references=[])
    graph.graph["references"] = {"evil": {"title": EVIL, "publisher": EVIL, "url": HARMLESS, "date": "2014"}}
    return graph


GRAPHS = {
    "hostile": hostile,
    "no node": nx.MultiDiGraph,
    "one node": lambda: nx.MultiDiGraph([("alone", "alone")]),
    "karate club": nx.karate_club_graph,
}


@pytest.mark.parametrize("name", GRAPHS)
def test_every_view_opens(open_page, tmp_path: Path, name):
    page = open_page(path=write_page(GRAPHS[name](), tmp_path / "map.html"))
    for view in VIEWS:
        page.locator(f"#tab-{view}").click()
        settled(page)
        for svg in page.locator(".view:visible").all():
            assert svg.is_visible()
    page.keyboard.press("l")
    assert page.locator("html").get_attribute("lang") == "zh"


def test_hostile_text_stays_text(open_page, tmp_path: Path):
    page = open_page(path=write_page(hostile(), tmp_path / "map.html"))
    page.get_by_role("combobox").fill("script")
    page.get_by_role("combobox").press("Enter")
    assert EVIL in page.locator("#panel h2").inner_text()
    for view in VIEWS:
        page.locator(f"#tab-{view}").click()
        settled(page)
    assert page.evaluate("window.harmed") is None
    assert page.locator("#app a[href^='javascript'], #twin a[href^='javascript'], #app img, #app script").count() == 0
    assert page.title().startswith("</script>")
