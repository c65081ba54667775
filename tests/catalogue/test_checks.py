"""The curator's rules: each finds what it is for, and nothing in a sound catalogue."""

import datetime as dt

import pytest

from ecosystem.catalogue import all_rules, check_catalogue, read_catalogue

TODAY = dt.date(2026, 11, 23)
_RELATION = "name: X\nsummary: {en: One of a kind., zh: 独一无二。}\nrelations:\n"


def rules_broken(folder, today=TODAY):
    catalogue, problems = read_catalogue(folder)
    assert not problems
    return {problem.rule for problem in check_catalogue(catalogue, folder, all_rules(today))}


def test_a_sound_catalogue_has_no_findings(catalogue):
    assert rules_broken(catalogue()) == set()


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("orphan-node", {"tools__x": "name: X\nsummary: {en: One of a kind., zh: 独一无二。}\n"}),
        ("missing-summary", {"tools__x": "name: X\nrelations:\n  - belongs_to: paas\n    references: [editors]\n"}),
        ("missing-chinese-label", {"concepts__x": _RELATION + "  - broader: paas\n    references: [editors]\n"}),
        ("editors-only", {"tools__x": _RELATION + "  - built_on: fig\n    references: [editors]\n"}),
        ("unused-reference", {"references__more": "unused: {title: Unused}\n"}),
        (
            "repeated-address",
            {"references__more": 'again: {title: Again, url: "https://example.org/blog", date: 2015-02-25}\n'},
        ),
        ("future-date", {"tools__x": _RELATION + "  - built_on: fig\n    since: 2031\n    references: [blog]\n"}),
        (
            "unexplained-dispute",
            {"tools__x": _RELATION + "  - built_on: fig\n    modality: disputed\n    references: [blog]\n"},
        ),
        (
            "cycle",
            {"tools__x": _RELATION + "  - succeeded_by: y\n    references: [blog]\n"}
            | {"tools__y": _RELATION + "  - succeeded_by: x\n    references: [blog]\n"},
        ),
        (
            "two-at-once",
            {
                "tools__x": _RELATION
                + "  - owned_by: v\n    references: [blog]\n  - owned_by: w\n    since: 2015\n    references: [blog]\n"
            }
            | {"vendors__v": "name: V\n", "vendors__w": "name: W\n"},
        ),
        (
            "thin-category",
            {
                "concepts__x": _RELATION + "  - broader: paas\n    references: [editors]\n",
                "tools__y": _RELATION + "  - belongs_to: x\n    references: [editors]\n",
            },
        ),
        (
            "contradictory-dates",
            {
                "tools__x": _RELATION
                + "  - built_on: fig\n    references: [blog]\nmilestones:\n  - archived: 2020\n    references: [blog]\n"
            },
        ),
        ("homeless", {"tools__x": _RELATION + "  - built_on: fig\n    references: [blog]\n"}),
        (
            "copied-summary",
            {"tools__x": "name: X\nsummary: {en: Describes an application of many containers., zh: 描述应用。}\n"},
        ),
        ("shared-identity", {"tools__x": "name: Fig\n"}),
        ("half-width-mark", {"tools__x": "name: X\nsummary: {en: One of a kind., zh: '独一,无二。'}\n"}),
        ("half-width-mark", {"tools__x": "name: X\nname_zh: '某(工具)'\n"}),
        ("long-summary", {"tools__x": f"name: X\nsummary: {{en: {'long ' * 60}, zh: 长。}}\n"}),
    ],
)
def test_each_rule_finds_what_it_is_for(catalogue, rule, changes):
    assert rule in rules_broken(catalogue(**changes))


def test_one_owner_after_another_is_no_contradiction(catalogue):
    text = (
        _RELATION
        + "  - owned_by: v\n    until: 2015-03-01\n    references: [blog]\n  - owned_by: w\n    since: 2015-03-01\n    references: [blog]\n"
    )
    assert "two-at-once" not in rules_broken(catalogue(tools__x=text, vendors__v="name: V\n", vendors__w="name: W\n"))


def test_a_fact_grows_stale(catalogue):
    seen = 'blog: {title: Announcement, url: "https://example.org/blog", accessed: 2020-01}\neditors: {title: E}\n'
    folder = catalogue(references__all=seen, tools__x=_RELATION + "  - built_on: fig\n    references: [blog]\n")
    # a tool demands freshness within 24 months
    assert "stale-fact" not in rules_broken(folder, dt.date(2022, 1, 1))
    assert "stale-fact" in rules_broken(folder, dt.date(2022, 2, 1))
