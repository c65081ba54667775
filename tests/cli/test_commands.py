"""The command line as people run it: exit codes, JSON, both languages, no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from ecosystem.exchange import write_graph
from tests.conftest import DOCKER
from tests.render.page_reader import PageReader

FULL = Path("/dev/full")


def run(*arguments, lang="en", cwd=None):
    environment = {
        **os.environ,
        "ECOSYSTEM_LANG": lang,
        "PYTHONIOENCODING": "utf-8",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
    }
    done = subprocess.run(
        [sys.executable, "-m", "ecosystem", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done


def test_map_writes_one_file_and_says_where(tmp_path):
    done = run("map", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (page,) = tmp_path.iterdir()
    assert done.stdout.strip() == str(page)
    assert page.read_bytes().startswith(b"<!doctype html>")


@pytest.mark.parametrize(("name", "start"), [("then.png", b"\x89PNG"), ("then.svg", b"<svg")])
def test_a_map_is_a_picture_where_the_suffix_says_so(name, start, tmp_path):
    done = run("map", "-o", name, "--focus", "fig", "--view", "landscape", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize("view", ["mindmap", "network", "landscape"])
def test_a_picture_of_a_day_shows_that_day(view, tmp_path, docker):
    write_graph(docker.subgraph(["fig", "trivy", "docker", "multi-container"]), tmp_path / "few.json")
    done = run("map", "few.json", "-o", "then.svg", "--view", view, "--as-of", "2014", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    then = (tmp_path / "then.svg").read_text(encoding="utf-8")
    assert ">Fig<" in then
    assert ">Trivy<" not in then
    assert "· 2014</title>" in then


def test_an_answer_can_be_put_on_the_map(tmp_path):
    options = ("--size", "degree", "--colour", "lifetimes:years", "--focus", "fig")
    for name, more in (("map.html", ("--against", "2014")), ("map.svg", ("--as-of", "2014"))):
        done = run("map", "-o", name, *options, *more, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    payload = PageReader((tmp_path / "map.html").read_text(encoding="utf-8")).payload
    assert payload["legend"][0]["title"]["en"] == "How long things lived. (years)"
    assert payload["map"]["against"] == "2014"
    assert max(payload["nodes"]["importance"]) == 1000
    assert payload["legend"][1]["title"]["zh"] == "统计每个节点的关系数。（degree）"
    assert payload["map"]["view"] == "network"  # where an answer is seen


def test_show_tells_everything_as_json():
    rows = json.loads(run("show", "Fig", "--format", "json").stdout)
    assert {row["node"] for row in rows} == {"fig"}
    successor = next(row for row in rows if row["fact"] == "succeeded_by")
    assert successor["target"] == "docker-compose"
    assert successor["references"]


def test_find_takes_chinese_and_aliases_and_misses_with_exit_code_1():
    assert json.loads(run("find", "平台即服务", "--format", "json").stdout)[0]["node"] == "paas"
    missed = run("find", "zzqqxx", "--format", "json", lang="zh")
    assert (missed.returncode, json.loads(missed.stdout)) == (1, [])
    assert "没有" in missed.stderr


def test_export_writes_what_networkx_reads(tmp_path):
    assert run("export", tmp_path / "g.json").returncode == 0
    graph = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text(encoding="utf-8")), edges="edges")
    assert graph.nodes["fig"]["kind"] == "tool"


def test_as_of_leaves_out_what_came_later(tmp_path):
    run("export", tmp_path / "g.json", "--as-of", "2014-06-30")
    graph = nx.node_link_graph(json.loads((tmp_path / "g.json").read_text(encoding="utf-8")), edges="edges")
    assert "fig" in graph
    assert not any(edge.get("since") and edge["since"] > "2014-06-30" for *_, edge in graph.edges(data=True))


WRONG = [
    (("show", "figg"), 2, "fig"),
    (("show", "fig", "--as-of", "soon"), 2, "2014-06"),
    (("show", "fig", "--format", "xml"), 2, "json"),
    (("map", "missing.yml"), 3, "missing.yml"),
    (("map", "-o", "map.pdf"), 2, "export"),
    (("map", "--colour", "colours"), 2, "communities"),
    (("map", "--colour", "degree:weight"), 2, "in_degree"),
    (("map", "--size", "agreement"), 2, "row a node"),
    (("map", "--size", "categories:branch"), 2, "numbers"),
    (("map", "--against", "soon"), 2, "2014-06"),
    (("map", "-o", "map.png", "--view", "timeline"), 2, "landscape"),
    (("map", "-o", "map.svg", "--against", "2014"), 2, "--as-of"),
    (("map", "-o", "no/such/folder/map.html"), 3, "another place"),
    (("export", "g.docx"), 2, ".graphml"),
    (("export", "g.docx", "--graph", "missing.json"), 2, ".graphml"),
    (("changes", "missing.json"), 3, "no such file"),
    (("overlap", "nowhere"), 3, "vocabulary.yaml"),
    (("check", "missing.yml"), 3, "missing"),
    (("nonsense",), 2, "nonsense"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG)
def test_what_is_wrong_is_said_with_what_to_do(arguments, code, words, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr + done.stdout
    assert list(tmp_path.iterdir()) == []


def test_check_reports_for_scripts_and_for_pull_requests(tmp_path):
    wrong = tmp_path / "landscape.yml"
    wrong.write_text(
        "landscape:\n  - name: A\n    subcategories:\n      - name: B\n        items:\n          - item:\n",
        encoding="utf-8",
    )
    plain = run("check", wrong)
    assert plain.returncode == 3
    assert "landscape.yml:6" in plain.stdout
    sarif = json.loads(run("check", wrong, "--format", "sarif").stdout)
    result = sarif["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 6
    assert json.loads(run("check", wrong, "--format", "json").stdout)[0]["rule"] == "missing-name"


@pytest.mark.parametrize("command", [("export", "g.json", "--graph"), ("map", "-o", "map.html"), ("check",)])
def test_a_folder_is_a_catalogue_whatever_its_name_ends_in(command, catalogue, tmp_path):
    catalogue().rename(tmp_path / "small.json")
    done = run(*command, "small.json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_without_a_traceback():
    with FULL.open("w") as target:
        command = [sys.executable, "-m", "ecosystem", "show", "fig"]
        done = subprocess.run(command, stdout=target, stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_the_catalogue_that_ships_is_sound():
    done = run("check", DOCKER)
    assert done.returncode == 0, done.stdout
