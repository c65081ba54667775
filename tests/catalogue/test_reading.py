"""Bad input: every error at once, with file and line, and what to do."""

import pytest

import ecosystem
from ecosystem.errors import BadInputError


def problems_of(folder):
    with pytest.raises(BadInputError) as caught:
        ecosystem.load(folder)
    return caught.value.problems


def test_a_sound_catalogue_becomes_a_graph(catalogue):
    graph = ecosystem.load(catalogue())
    fact = graph.edges["fig", "docker-compose", "succeeded_by"]
    assert (fact["since"], fact["references"]) == ("2015-02-25", ["blog#first paragraph"])


def test_all_errors_of_all_files_come_at_once(catalogue):
    folder = catalogue(
        tools__bad="name: Bad\nsinse: 2014\nuntil: 2013-13\nrelations:\n  - succeded_by: fig\n    references: [blog]\n",
        tools__worse="name: Worse\nrelations:\n  - belongs_to: pass\n    references: [blgo]\n    modality: sure\n",
        tools__lost="name: Lost\nrelations:\n  - belongs_to: pass\n    references: [blgo]\n",
    )
    found = {(problem.path.rsplit("/", 1)[-1], problem.line, problem.rule): problem for problem in problems_of(folder)}
    assert set(found) == {
        ("bad.yaml", 2, "invalid-field"),
        ("bad.yaml", 3, "invalid-field"),
        ("bad.yaml", 5, "invalid-field"),
        ("worse.yaml", 5, "invalid-field"),
        ("lost.yaml", 3, "relation-to-nowhere"),
        ("lost.yaml", 4, "unknown-reference"),
    }
    assert "did you mean since" in found["bad.yaml", 2, "invalid-field"].remedy.en
    assert "succeeded_by" in found["bad.yaml", 5, "invalid-field"].remedy.zh
    assert "paas" in found["lost.yaml", 3, "relation-to-nowhere"].remedy.en


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("name: A\nname: B\n", "yaml-syntax", 2),
        ("name: [A\nsummary: x\n", "yaml-syntax", 2),
        ("a: &a [x, x]\nb: &b [*a, *a]\nname: *b\n", "yaml-alias", 2),
        ("- just\n- a list\n", "invalid-field", 1),
        ("", "invalid-field", 1),
        ("name: ''\n", "invalid-field", 1),
        ("name: A\nhomepage: javascript:alert(1)\n", "invalid-field", 2),
        ("name: A\nid: Not An Id\n", "invalid-field", 2),
        ("name: A\nsince: 2015\nuntil: 2014\nreferences: [blog]\n", "reversed-interval", 1),
        ("name: A\nrelations:\n  - made_by: paas\n    references: [blog]\n", "kinds-do-not-fit", 3),
        ("name: A\nrelations:\n  - belongs_to: paas\n", "missing-reference", 3),
        ("name: A\nsince: 2014\n", "missing-reference", 1),
    ],
)
def test_each_defect_is_named_with_its_line(catalogue, text, rule, line):
    problem = next(problem for problem in problems_of(catalogue(tools__bad=text)) if problem.path.endswith("bad.yaml"))
    assert (problem.rule, problem.line) == (rule, line)
    assert problem.remedy.en
    assert problem.remedy.zh


def test_two_files_of_one_identity_are_both_named(catalogue):
    (problem,) = problems_of(catalogue(concepts__fig="name: Fig\nname_zh: 无花果\n"))
    assert problem.rule == "duplicate-id"
    assert {"concepts/fig.yaml", "tools/fig.yaml"} <= {
        "/".join(path.split("/")[-2:]) for path in (problem.path, problem.message.en.split()[5])
    }


def test_an_unknown_folder_is_an_unknown_kind(catalogue):
    (problem,) = problems_of(catalogue(toolz__x="name: X\n"))
    assert problem.rule == "unknown-kind"
    assert "tools" in problem.remedy.en


def test_a_file_that_is_not_utf8_says_so(catalogue):
    folder = catalogue()
    (folder / "tools" / "latin.yaml").write_bytes(b"summary: x\nname: caf\xe9\n")
    (problem,) = problems_of(folder)
    assert (problem.rule, problem.line) == ("not-utf8", 2)


def test_names_may_be_markup_right_to_left_or_astral(catalogue):
    hostile = "<script>alert(1)</script> \u202eevil \U0001f433"
    graph = ecosystem.load(catalogue(tools__x=f'name: "{hostile}"\n'))
    assert graph.nodes["x"]["name"] == hostile


def test_a_missing_catalogue_says_what_to_do():
    with pytest.raises(BadInputError, match="vocabulary"):
        ecosystem.load("no-such-catalogue")
