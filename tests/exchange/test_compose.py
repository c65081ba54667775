"""Compose files as others write them: what Docker Compose takes is read, and what is not known is said."""

from __future__ import annotations

import functools

import pytest

from ecosystem.analysis import stack
from ecosystem.errors import BadInputError
from ecosystem.exchange import compose, read_graph, read_graph_with_problems

_read_once = functools.cache(compose.load_catalogue)


@pytest.fixture(autouse=True)
def catalogue_read_once(monkeypatch):
    monkeypatch.setattr(compose, "load_catalogue", _read_once)


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "compose.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    "text",
    [
        "services:\n  web: {image: nginx:1.25}\n",
        "services: {web: {image: nginx:1.25, ports: [80:80]}}\n",
        "services:\n  web:\n    image: !override nginx:1.25\n    ports: !reset []\n",
        "a: &x 1\nb: &x 2\nservices:\n  web:\n    image: nginx:1.25\n",
        "services:\n  web: {build: .}\n---\nservices:\n  web:\n    build: !reset null\n    image: nginx:1.25\n",
        "x-web: &web\n  image: nginx:1.25\nservices:\n  web:\n    <<: *web\n    profiles: [debug]\n",
        "services:\n  web: {extends: base}\n  base: {image: 'nginx:1.25'}\n",
        "services:\n  web: {extends: {service: base}}\n  base: {extends: first}\n  first: {image: 'nginx:1.25'}\n",
    ],
    ids=["flow", "flow-whole", "own-tags", "anchor-twice", "documents", "merge", "extends", "extends-far"],
)
def test_what_compose_takes_is_read(written, text):
    graph = read_graph(written(text))
    assert graph.has_edge("workload-web", "nginx", "built_on")
    assert graph.nodes["workload-web"]["attributes"]["image"] == "nginx:1.25"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("services:\n  a: {image: nginx:1.25}\n  b: {image: nginx\n  c: 1\n", 4, "expected ',' or '}'"),
        ("services:\n  a: {image: nginx:1.25}\n  a: {image: nginx:1.26}\n", 3, "duplicate key"),
        ("services:\n  a: {image: x}\n---\nservices:\n  b: {image: x:1}\n  b: {image: y:1}\n", 6, "duplicate key"),
        ("services:\n  a: &a [*a]\n", 1, "unfold"),
        ("name: shop\nservices:\n", 1, "no services under"),
        ("include: [infra.yaml]\n", 1, "only `include:`"),
        ("services:\n  a: [" + "[" * 3000, 2, "not valid YAML"),
    ],
    ids=["unclosed", "duplicate", "duplicate-in-document", "within-itself", "empty", "include-only", "deep"],
)
def test_what_is_wrong_is_told_with_its_line(written, text, line, said):
    with pytest.raises(BadInputError) as caught:
        read_graph(written(text))
    problem = caught.value.problems[0]
    assert (problem.line, said in problem.message.en) == (line, True)


@pytest.mark.parametrize("link", ["[*{0}, *{0}]", "{{<<: [*{0}, *{0}], k{0}: 1}}"], ids=["lists", "merges"])
def test_aliases_that_unfold_without_end_are_refused(written, link):
    lines = ["x0: &x0 {a: 1}"] + [f"x{n}: &x{n} {link.format(f'x{n - 1}')}" for n in range(1, 40)]
    with pytest.raises(BadInputError, match="unfold"):
        read_graph(written("\n".join([*lines, "services: {web: {image: nginx}}\n"])))


WHY = {
    "{build: .}": ("built from a Dockerfile", "Dockerfile"),
    "{build: {context: ./shop}, image: shop}": ("built from a Dockerfile", "Dockerfile"),
    "{extends: {service: base, file: common.yaml}}": ("it extends a service of common.yaml", "common.yaml"),
    "{image: '${REGISTRY}/redis:7'}": ("the variable REGISTRY", "变量 REGISTRY"),
    "{command: sleep}": ("it names no image", "没有写明镜像"),
    "": ("it names no image", "没有写明镜像"),
}


def test_why_a_service_is_not_judged_is_told(written):
    services = "".join(f"  s{number}: {service}\n" for number, service in enumerate(WHY))
    rows = stack(read_graph(written(f"services:\n{services}"))).set_index("name")
    assert set(rows["decision"]) == {"look"}
    for number, (en, zh) in enumerate(WHY.values()):
        assert en in rows.loc[f"s{number}", "reason_en"]
        assert zh in rows.loc[f"s{number}", "reason_zh"]


def test_services_that_extend_each_other_end(written):
    graph = read_graph(written("services:\n  a: {extends: b}\n  b: {extends: a}\n"))
    assert graph.nodes["workload-a"]["attributes"] == {}


def test_what_is_not_read_is_noted_with_its_line(written):
    text = "include: [more.yaml]\nservices:\n  web:\n    image: ${IMAGE}\n"
    _, problems = read_graph_with_problems(written(text))
    assert {(problem.rule, problem.line) for problem in problems} == {("not-included", 1), ("unknown-image", 4)}
