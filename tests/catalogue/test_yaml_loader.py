"""YAML as version 1.2 has it; the expected values are those of the specification's examples."""

from __future__ import annotations

import math

import pytest
import yaml

from ecosystem.catalogue.yaml_loader import compose, value_of

# YAML 1.2.2, example 10.9 (core schema)
CORE = """\
A null: null
Also a null: # Empty
Not a null: ""
Booleans: [ true, True, false, FALSE ]
Integers: [ 0, 0o7, 0x3A, -19 ]
Floats: [ 0., -0.0, .5, +12e03, -2E+05 ]
Also floats: [ .inf, -.Inf, +.INF ]
"""


def read(text, **options):
    return value_of(compose(text), **options)


def test_the_core_schema():
    assert read(CORE) == {
        "A null": None,
        "Also a null": None,
        "Not a null": "",
        "Booleans": [True, True, False, False],
        "Integers": [0, 7, 58, -19],
        "Floats": [0.0, -0.0, 0.5, 12000.0, -200000.0],
        "Also floats": [math.inf, -math.inf, math.inf],
    }
    assert math.isnan(read(".NAN"))


def test_what_only_version_1_1_read_as_something_else_is_text_or_a_plain_number():
    assert read("[no, on, Yes, 1:30, 1_000, 010, 2014-06-09]") == ["no", "on", "Yes", "1:30", "1_000", 10, "2014-06-09"]
    assert read("""['5', "true", !!str 5, !!int "5"]""") == ["5", "true", "5", 5]


def test_merge_keys():  # example of the type repository: what stands there itself wins, then the first of several
    text = "- &a {x: 1, y: 2}\n- &b {x: 0, r: 10}\n- {<<: [*a, *b], y: 3}\n"
    assert read(text)[2] == {"x": 1, "r": 10, "y": 3}


def test_an_alias_is_what_its_anchor_is():
    value = read("a: &a [1]\nb: *a\n")
    assert value["a"] is value["b"]


def test_a_tag_of_an_application_is_passed_over_only_where_it_may_stand():
    assert read("a: !reset [x]\n", own_tags=True) == {"a": ["x"]}
    with pytest.raises(yaml.MarkedYAMLError, match="!reset"):
        read("a: !reset [x]\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: 1\nb: 2\na: 3\n", 2), ("? [1]\n: 2\n", 0), ("a: 1\n<<: 3\n", 1), ("a:\n  !!int x\n", 1), ("[" * 100_000, 0)],
)
def test_what_is_refused_has_its_line(text, line):
    with pytest.raises(yaml.MarkedYAMLError) as caught:
        read(text)
    assert caught.value.problem_mark.line == line
