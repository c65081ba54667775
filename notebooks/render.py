"""Make the notebooks: `python notebooks/render.py` runs each from a clean kernel and writes it as HTML.

python notebooks/render.py [FOLDER]        HTML into FOLDER (default: notebooks/html)
python notebooks/render.py --pair          write the .ipynb, without outputs, from the .py beside it
"""

from __future__ import annotations

import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

HERE = Path(__file__).parent
TIMEOUT_SECONDS = 300


def sources() -> list[Path]:
    """Return the notebooks' texts, in the order of their numbers."""
    return sorted(HERE.glob("[0-9][0-9]-*.py"))


def pair(source: Path) -> nbformat.NotebookNode:
    """Return a text as a notebook without outputs; the same text gives the same bytes."""
    notebook = jupytext.read(source)
    notebook.metadata.pop("jupytext", None)
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    for number, cell in enumerate(notebook.cells, start=1):
        cell["id"] = f"cell-{number:02d}"
    return notebook


def page(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as an HTML page that asks for nothing: without the scripts that nbconvert loads from elsewhere."""
    return HTMLExporter(require_js_url="", mathjax_url="").from_notebook_node(notebook)[0]


def execute(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Run a notebook from a clean kernel in its own folder; raise on the first error."""
    return NotebookClient(notebook, timeout=TIMEOUT_SECONDS, resources={"metadata": {"path": str(HERE)}}).execute()


def write_pairs() -> None:
    """Write each notebook beside its text."""
    for source in sources():
        target = source.with_suffix(".ipynb")
        target.write_text(nbformat.writes(pair(source)) + "\n", encoding="utf-8")
        print(target.name)


def write_pages(folder: Path) -> None:
    """Run each notebook and write it as an HTML page."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sources():
        target = folder / f"{source.stem}.html"
        target.write_text(page(execute(pair(source))), encoding="utf-8")
        print(target)


if __name__ == "__main__":
    if sys.argv[1:] == ["--pair"]:
        write_pairs()
    else:
        write_pages(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "html")
