"""The wheel works where there is no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("wheel")
    build = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(target)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return next(target.glob("*.whl"))


def test_the_wheel_has_the_catalogue_the_page_and_the_licences_and_no_tests(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "ecosystem/py.typed",
        "ecosystem/catalogues/docker/tools/fig.yaml",
        "ecosystem/render/web/page.html",
        "ecosystem/render/web/dist/page.js",
        "ecosystem/render/web/vendor/vis-network.min.js",
    ):
        assert needed in names
    assert any("licenses/" in name and "vis" in name.lower() for name in names)
    assert not any(part in name for name in names for part in ("node_modules", "/test/", "/src/", "tests/"))


def test_it_makes_a_map_without_a_checkout(wheel, tmp_path):
    """The wheel alone, before everything else on the path of an interpreter that has the dependencies."""
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "ecosystem", "map", "-o", "map.html", "--no-open"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    where = "import ecosystem; print(ecosystem.__file__)"
    used = subprocess.run(
        [sys.executable, "-P", "-c", where],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert used.stdout.startswith(str(site))
    assert (tmp_path / "map.html").stat().st_size > 100_000
