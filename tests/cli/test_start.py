"""A command imports what it needs and no more: help and wrong usage come at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("IPython", "networkx", "numpy", "pandas", "pyvis", "scipy", "scipy.sparse")
ASK = f"""
import sys
from ecosystem.cli import main
sys.argv[0] = "ecosystem"
try:
    main()
finally:
    print("imported", *(name for name in {HEAVY!r} if name in sys.modules), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", ASK, *arguments], capture_output=True, encoding="utf-8", check=False, cwd="/"
    )
    return set(done.stderr.strip().splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "arguments",
    [
        "--help",
        "--version",
        "map --help",
        "degree --help",
        "nonsense",
        "show",
        "fate fig --format xml",
        "map --depth 9",
        "map -o m.pdf",
    ],
)
def test_help_and_wrong_usage_wait_for_no_library(arguments: str) -> None:
    assert imported_by(*arguments.split()) == set()


@pytest.mark.parametrize("arguments", ["show fig", "find fig"])
def test_a_look_up_needs_neither_pictures_nor_matrices(arguments: str) -> None:
    assert not imported_by(*arguments.split()) & {"pyvis", "IPython", "scipy.sparse"}


def test_an_export_needs_no_table() -> None:
    assert not imported_by("export", "g.docx") & {"pandas", "pyvis", "scipy.sparse"}
