"""Checks across records: each rule looks at the whole catalogue; every finding says what to do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from ecosystem.catalogue.checks import evidence, integrity, structure, wording
from ecosystem.catalogue.checks.finding import Finding, Rule
from ecosystem.catalogue.reading import node_path, read_catalogue
from ecosystem.catalogue.records import Catalogue
from ecosystem.catalogue.yaml_source import YamlSource, read_yaml
from ecosystem.errors import BadInputError, Problem, Severity

INTEGRITY = integrity.RULES
__all__ = ["INTEGRITY", "all_rules", "check_catalogue", "load_catalogue"]


def all_rules(today: dt.date) -> tuple[Rule, ...]:
    """Return every rule for the curator, as it applies on a day."""
    return (*INTEGRITY, *evidence.rules(today), *structure.RULES, *wording.RULES)


def load_catalogue(folder: Path) -> Catalogue:
    """Read a catalogue that a graph can be built from; raise `BadInputError` with every error in any of its files."""
    catalogue, problems = read_catalogue(folder)
    found = check_catalogue(catalogue, folder, INTEGRITY)
    errors = [problem for problem in (*problems, *found) if problem.severity is Severity.ERROR]
    if errors:
        raise BadInputError(sorted(errors, key=lambda problem: (problem.path, problem.line or 0)))
    return catalogue


def check_catalogue(catalogue: Catalogue, folder: Path, rules: Iterable[Rule]) -> list[Problem]:
    """Apply the rules and return every finding with its file and line."""
    sources: dict[Path, YamlSource] = {}
    problems = []
    for rule in rules:
        for finding in rule.find(catalogue):
            problems.append(_locate(finding, rule.name, catalogue, folder, sources))
    return sorted(problems, key=lambda problem: (problem.severity, problem.path, problem.line or 0, problem.rule))


def _locate(
    finding: Finding, rule: str, catalogue: Catalogue, folder: Path, sources: dict[Path, YamlSource]
) -> Problem:
    path, location = _file_of(finding, catalogue, folder)
    line = column = None
    if path.is_file():
        if path not in sources:
            sources[path] = read_yaml(path)
        line, column = sources[path].line_of(location)
    return Problem(rule, finding.message, finding.remedy, str(path), line, column, finding.severity)


def _file_of(finding: Finding, catalogue: Catalogue, folder: Path) -> tuple[Path, tuple[str | int, ...]]:
    node = catalogue.nodes.get(finding.owner)
    if node:
        return node_path(folder, node, catalogue.vocabulary), finding.location
    return _reference_file(finding.owner, folder), (finding.owner, *finding.location)


def _reference_file(reference: str, folder: Path) -> Path:
    return next(_files_with(f"{reference}:", folder / "references"), folder / "references")


def _files_with(start: str, folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob("*.yaml")):
        if any(line.startswith(start) for line in path.read_text(encoding="utf-8").splitlines()):
            yield path
