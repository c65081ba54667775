"""The README's tour works as it is printed."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOUR = re.findall(r"(?m)^\$ uv run ecosystem (.*?)(?:\s+#.*)?$", README)


@pytest.mark.parametrize("command", TOUR)
def test_each_command_of_the_tour_works(command, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "ecosystem", *shlex.split(command)],
        cwd=tmp_path,
        env={**os.environ, "ECOSYSTEM_LANG": "en"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_tour_is_not_empty():
    assert len(TOUR) >= 6


def test_the_python_example_works():
    assert doctest.testfile(str(ROOT / "README.md"), module_relative=False, verbose=False).failed == 0


def test_ci_runs_exactly_the_readme_s_test_command():
    command = "uv run python -m tests"
    assert command in README
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").replace("--quiet ", "")
