import json

import networkx as nx
import pytest

import ecosystem
from ecosystem.catalogue.images import image_of
from ecosystem.errors import BadInputError, UnwritableError, UsageError
from ecosystem.exchange import FORMATS, read_graph, read_graph_with_problems, write_graph

HOSTILE = "<script>alert(1)</script>&\"' \u202e \U0001f433 ]]> {{7*7}}"


@pytest.mark.parametrize("form", [form for form in FORMATS if form.read and form.write], ids=lambda form: form.name)
def test_what_is_written_reads_back(form, catalogue, tmp_path):
    graph = ecosystem.load(catalogue(tools__x=f"name: {json.dumps(HOSTILE, ensure_ascii=False)}\n"))
    path = tmp_path / f"graph{form.suffixes[0]}"
    write_graph(graph, path)
    again = read_graph(path)
    assert set(again.edges(keys=True)) == set(graph.edges(keys=True))
    for node, attributes in graph.nodes(data=True):
        kept = {key: value for key, value in attributes.items() if value not in (None, [], {})}
        assert {key: value for key, value in again.nodes[node].items() if value not in (None, [], {})} == kept


def test_node_link_has_every_field_of_nodes_edges_and_graph(catalogue, tmp_path):
    graph = ecosystem.load(catalogue())
    write_graph(graph, tmp_path / "graph.json")
    content = json.loads((tmp_path / "graph.json").read_text(encoding="utf-8"))
    # read by networkx itself, not by us
    again = nx.node_link_graph(content, edges="edges")
    assert dict(again.nodes(data=True)) == dict(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert content["graph"]["references"]["blog"]["title"] == "Announcement"


def test_csv_cells_are_no_formulas(tmp_path):
    graph = nx.MultiDiGraph()
    graph.add_edge("=cmd()", "b", predicate="used_by")
    write_graph(graph, tmp_path / "graph.csv")
    assert "'=cmd()" in (tmp_path / "graph.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", "{"),
        ("a.json", "[]"),
        ("a.json", '{"nodes": 3}'),
        ("a.graphml", "<graphml><node>"),
        ("a.graphml", "<!DOCTYPE x [<!ENTITY a 'b'>]><graphml/>"),
        ("a.yml", "nothing: here\n"),
        ("a.yml", "landscape: 3\n"),
        ("a.yaml", "services: []\n"),
        ("a.md", "no links\n"),
        ("a.xyz", "?"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(name, text, tmp_path):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadInputError) as caught:
        read_graph(tmp_path / name)
    assert all(name in problem.path and problem.remedy.zh for problem in caught.value.problems)


def test_an_unwritable_target_leaves_nothing(catalogue, tmp_path):
    graph = ecosystem.load(catalogue())
    with pytest.raises(UnwritableError, match="cannot be written"):
        write_graph(graph, tmp_path / "no" / "graph.json")
    with pytest.raises(UsageError, match=r"\.graphml"):
        write_graph(graph, tmp_path / "graph.docx")


def test_a_write_that_fails_half_way_keeps_the_old_file(catalogue, tmp_path, monkeypatch):
    target = tmp_path / "graph.json"
    target.write_text("old", encoding="utf-8")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(UnwritableError, match="No space left"):
        write_graph(ecosystem.load(catalogue()), target)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["graph.json"]
    assert target.read_text(encoding="utf-8") == "old"


LANDSCAPE = """\
landscape:
  - category:
    name: Runtime
    subcategories:
      - subcategory:
        name: Container Runtime
        items:
          - item:
            name: containerd
            homepage_url: https://containerd.io
            repo_url: https://github.com/containerd/containerd
            project: graduated
            crunchbase: https://www.crunchbase.com/organization/cloud-native-computing-foundation
            second_path:
              - Runtime / Nowhere
            extra:
              accepted: '2017-03-29'
              graduated: '2019-02-28'
              documentation_ul: https://example.org
          - item:
            name: containerd
            organization: {name: Somebody}
      - subcategory:
        name: Empty
        items:
"""


def test_a_landscape_becomes_a_graph_and_its_defects_are_told(tmp_path):
    path = tmp_path / "landscape.yml"
    path.write_text(LANDSCAPE, encoding="utf-8")
    graph, problems = read_graph_with_problems(path)
    hosted = graph.edges["containerd", "org-cloud-native-computing-foundation", "hosted_by"]
    assert hosted["since"] == "2017-03-29"
    assert graph.nodes["containerd"]["attributes"]["maturity"] == "graduated"
    assert {(problem.rule, problem.line) for problem in problems} == {
        ("relation-to-nowhere", 8),
        ("unknown-key", 19),
        ("repeated-name", 20),
        ("empty-subcategory", 23),
    }


COMPOSE = """\
x-common: &common
  restart: always
services:
  web:
    <<: *common
    build: .
    depends_on: {db: {condition: service_healthy}}
  db:
    image: example.org:5000/team/unheard-of:1@sha256:abc
"""


def test_a_compose_file_joins_the_catalogue(tmp_path):
    path = tmp_path / "compose.yaml"
    path.write_text(COMPOSE, encoding="utf-8")
    graph, problems = read_graph_with_problems(path)
    assert graph.has_edge("workload-web", "workload-db", "depends_on")
    assert [problem.line for problem in problems] == [9]
    assert "docker" in graph


@pytest.mark.parametrize(
    ("image", "normal"),
    [  # the expected forms follow the reference grammar of the Docker documentation
        ("redis", "docker.io/library/redis"),
        ("redis:7", "docker.io/library/redis"),
        ("grafana/grafana", "docker.io/grafana/grafana"),
        ("ghcr.io/a/b:1@sha256:ff", "ghcr.io/a/b"),
        ("localhost:5000/a", "localhost:5000/a"),
        ("${REDIS_IMAGE:-redis:7}", "docker.io/library/redis"),
        ("${A:-${B-redis}}:${V?say which}", "docker.io/library/redis"),
        ("docker.io/redis:7", "docker.io/library/redis"),
        ("index.docker.io/grafana/grafana", "docker.io/grafana/grafana"),
        ("$REGISTRY/a:1", "${REGISTRY}/a"),
    ],
)
def test_image_references_are_normalised(image, normal):
    assert image_of(image).name == normal


@pytest.mark.parametrize(
    ("image", "tag"),
    [  # https://docs.docker.com/reference/compose-file/interpolation/
        ("redis:${V:-6.0}", "6.0"),
        ("redis:${V-6.0}-alpine", "6.0-alpine"),
        ("redis:${V:-${W:-7}}", "7"),
        ("redis:7${V:+-alpine}", "7"),
        ("redis:${V}", "${V}"),
        ("redis:$V", "${V}"),
        ("redis:${V:?which?}", "${V}"),
        ("localhost:5000/a", ""),
        ("localhost:5000/a:1@sha256:00", "1"),
    ],
)
def test_a_tag_is_found_behind_ports_and_variables(image, tag):
    assert image_of(image).tag == tag


def test_an_awesome_list_becomes_categories_and_links(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(
        "# List\n\n## Tools\n\n- [A](https://a.org) - does a\n- [B][b] :skull:\n\n## More\n\n* [A again](https://a.org)\n\n[b]: https://github.com/x/b\n"
    )
    graph, problems = read_graph_with_problems(path)
    assert graph.has_edge("a", "tools")
    assert graph.has_edge("a", "more")
    assert graph.nodes["b"]["attributes"] == {"marked": "dead"}
    assert graph.nodes["a"]["summary_en"] == "does a"
    assert [problem.line for problem in problems] == [10]


LIST = "# List\n\n- [A](https://a.org)\n"


@pytest.mark.parametrize(("ending", "text"), [(".yml", LANDSCAPE), (".md", LIST)])
@pytest.mark.parametrize("form", ["", ".json", ".graphml"])
def test_a_file_under_another_name_says_the_same(ending, text, form, tmp_path):
    graphs = []
    for name in ("old", "new"):
        path = tmp_path / f"{name}{ending}"
        path.write_text(text, encoding="utf-8")
        if form:
            write_graph(read_graph(path), path.with_suffix(form))
            path = path.with_suffix(form)
        graphs.append(read_graph(path))
    assert ecosystem.analysis.changes(graphs[0], other=graphs[1]).empty
