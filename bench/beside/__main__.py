"""`python -m bench.beside`: the catalogue at first sight, drawn by others and by us, in one picture.

Needs Node, and the network once: the other engines are installed into a temporary folder, at the versions that
package.json names, each with its own defaults. Gephi and Cosmograph are programs of which only the engines are here.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, Error, sync_playwright

import ecosystem
from bench.browser import program
from bench.makers import ours_with_layout, raw_pyvis_directed

HERE = Path(__file__).parent
OUTSIDE = ("gephi", "cosmograph", "markmap")
SIZE = {"width": 1280, "height": 800}
# WebGL in software, for the engines that know nothing else.
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
WAIT, STILL = 60_000, 5_000
CAPTIONS = {
    "pyvis": "pyvis, default physics, after 60 s",
    "gephi": "Gephi's layout, sigma.js (the renderer of Gephi Lite)",
    "cosmograph": "Cosmograph's engine (cosmos.gl)",
    "markmap": "markmap, folded to two levels",
    "mindmap": "this package, mind map",
    "network": "this package, network",
}
PAGE = """<!doctype html><meta charset="utf-8"><style>body{margin:0;font-family:sans-serif}#stage{position:absolute;inset:0}</style>
<div id="stage"></div><script type="application/json" id="graph">GRAPH</script><script src="NAME.out.js"></script>"""
SHEET = """<!doctype html><meta charset="utf-8"><style>body{margin:0;padding:12px;background:#fff;font:15px sans-serif;
display:grid;grid-template-columns:repeat(2,640px);gap:12px}figure{margin:0}img{width:640px;border:1px solid #bbb}</style>"""


def main() -> None:
    """Write the picture to the path given, `docs/side-by-side.png` by default."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/side-by-side.png")
    graph = ecosystem.load("docker")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        urls = {**_outside(graph, folder), **_inside(graph, folder)}
        browser = playwright.chromium.launch(executable_path=program(), args=ARGUMENTS)
        for maker, url in urls.items():
            _shoot(browser, url, folder / f"{maker}.png", waits=maker in ("pyvis", *OUTSIDE))
        _compose(browser, folder, target)
    print(target)


def _outside(graph: nx.MultiDiGraph, folder: Path) -> dict[str, str]:
    """Build a page for each engine from outside and return its address."""
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("bench.beside needs Node: install nodejs and npm")
    for file in HERE.glob("*.js*"):
        shutil.copy(file, folder)
    subprocess.run([npm, "install", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=True)
    esbuild = folder / "node_modules" / "esbuild"
    subprocess.run(["node", str(esbuild / "install.js")], cwd=esbuild, check=True)
    text = json.dumps(_plain(graph)).replace("<", "\\u003c")
    for name in OUTSIDE:
        bundle = [
            str(esbuild / "bin" / "esbuild"),
            f"{name}.js",
            "--bundle",
            f"--outfile={name}.out.js",
            "--log-level=error",
        ]
        subprocess.run(bundle, cwd=folder, check=True)
        (folder / f"{name}.html").write_text(PAGE.replace("GRAPH", text).replace("NAME", name), encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in OUTSIDE}


def _inside(graph: nx.MultiDiGraph, folder: Path) -> dict[str, str]:
    raw_pyvis_directed(nx.MultiDiGraph(nx.DiGraph(graph.edges())), {}, folder / "pyvis.html")
    ours_with_layout(graph, {}, folder / "ours.html")
    ours = (folder / "ours.html").as_uri()
    return {
        "pyvis": (folder / "pyvis.html").as_uri(),
        **{view: f"{ours}#view={view}" for view in ("mindmap", "network")},
    }


def _plain(graph: nx.MultiDiGraph) -> dict[str, object]:
    """Return nodes, edges and the outline that the categories make, as the other engines read them."""
    parent: dict[str, str] = {}
    for predicate in ("broader", "belongs_to"):
        for source, target, key in graph.edges(keys=True):
            if str(key).startswith(predicate):
                parent.setdefault(source, target)
    children: dict[str, list[str]] = defaultdict(list)
    for child, above in parent.items():
        children[above].append(child)
    roots = [node for node in children if node not in parent]
    root = max(roots, key=lambda node: len(children[node]))
    name = dict(graph.nodes(data="name"))

    def lines(node: str, depth: int) -> list[str]:
        own = f"{'  ' * depth}- {name[node]}"
        return [own, *(line for child in children[node] for line in lines(child, depth + 1))]

    nodes = [{"id": node, "name": name[node], "kind": kind} for node, kind in graph.nodes(data="kind")]
    edges = [{"source": source, "target": target} for source, target in graph.edges() if source != target]
    outline = "\n".join([f"# {name[root]}", *(line for child in children[root] for line in lines(child, 0))])
    return {"nodes": nodes, "edges": edges, "outline": outline}


def _shoot(browser: Browser, url: str, picture: Path, *, waits: bool) -> None:
    page = browser.new_page(viewport=SIZE)
    page.goto(url, timeout=5 * WAIT)
    try:
        if waits:
            page.wait_for_function("document.title === 'done'", timeout=WAIT)
    except Error:
        print(f"{picture.stem}: shown as it was after {WAIT // 1000} s")
    page.wait_for_timeout(STILL)
    page.screenshot(path=picture, timeout=5 * WAIT)
    page.close()


def _compose(browser: Browser, folder: Path, target: Path) -> None:
    figures = [
        f'<figure><img src="{name}.png"><figcaption>{caption}</figcaption></figure>'
        for name, caption in CAPTIONS.items()
    ]
    sheet = folder / "sheet.html"
    sheet.write_text(SHEET + "".join(figures), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1316, "height": 900})
    page.goto(sheet.as_uri())
    page.screenshot(path=target, full_page=True)


if __name__ == "__main__":
    main()
