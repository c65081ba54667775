"""Each notebook runs from a clean kernel, is committed without outputs, and is the twin of the text beside it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import nbformat
import pytest

FOLDER = Path(__file__).parents[2] / "notebooks"
TEXTS = sorted(FOLDER.glob("[0-9][0-9]-*.py"))
LEAST_MARKDOWN_CELLS = 4


@pytest.fixture(scope="module")
def render():
    spec = importlib.util.spec_from_file_location("render", FOLDER / "render.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_six_numbered_in_order():
    assert [path.name[:2] for path in TEXTS] == ["01", "02", "03", "04", "05", "06"]


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_the_notebook_is_the_twin_of_its_text(text, render):
    committed = nbformat.read(text.with_suffix(".ipynb"), as_version=4)
    expected = render.pair(text)
    assert committed.cells == expected.cells, "run `python notebooks/render.py --pair`"
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in committed.cells)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_headings_are_bilingual_and_limits_are_told(text, render):
    markdown = [cell.source for cell in render.pair(text).cells if cell.cell_type == "markdown"]
    headings = [line for source in markdown for line in source.splitlines() if line.startswith("#")]
    assert len(markdown) >= LEAST_MARKDOWN_CELLS
    assert all(" · " in heading for heading in headings), headings
    assert any("局限" in heading or "可信" in heading for heading in headings)


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_the_notebook_runs_from_a_clean_kernel(text, render):
    notebook = render.execute(render.pair(text))
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in outputs), "a notebook shows a picture"
    assert not [output for output in outputs if output.output_type == "error"]
