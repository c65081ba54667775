"""`ecosystem check`: every defect of a catalogue or a file at once, for eyes, for scripts and for pull requests."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

import ecosystem
from ecosystem.cli.options import names_a_file
from ecosystem.errors import BadInputError, ExitCode, Problem, Severity, Text

_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


class Report(StrEnum):
    """The forms of a report."""

    TABLE = "table"
    JSON = "json"
    SARIF = "sarif"


def register(app: typer.Typer) -> None:
    """Add the command."""
    explained = Text("Report every defect of a catalogue or a file at once.", "一次性报告目录或文件中的所有缺陷。")
    app.command(name="check", help=str(explained))(check)


def check(
    path: Annotated[
        str, typer.Argument(help=str(Text("a catalogue, its folder, or a file", "目录名、文件夹或文件")))
    ] = "docker",
    form: Annotated[Report, typer.Option("--format", help=str(Text("how to print it", "输出形式")))] = Report.TABLE,
    strict: Annotated[
        bool, typer.Option("--strict", help=str(Text("warnings are findings too", "警告也算作问题")))
    ] = False,
) -> None:
    """Print all problems. Exit code 0: fine; 1: warnings with --strict; 3: errors."""
    problems = find_problems(path)
    _PRINT[form](problems)
    counts = Counter(problem.severity for problem in problems)
    if form is Report.TABLE:
        typer.echo(str(_counted(counts)), err=True)
    if counts[Severity.ERROR]:
        raise typer.Exit(ExitCode.BAD_INPUT)
    if strict and counts[Severity.WARNING]:
        raise typer.Exit(ExitCode.FINDINGS)


def _counted(counts: Mapping[Severity, int]) -> Text:
    en = ", ".join(f"{counts[severity]} {severity.word.en}(s)" for severity in Severity)
    return Text(en, "、".join(f"{counts[severity]} 处{severity.word.zh}" for severity in Severity))


def find_problems(path: str) -> list[Problem]:
    """Return every problem of a catalogue or a file, errors first."""
    try:
        if names_a_file(path):
            return ecosystem.exchange.read_graph_with_problems(Path(path))[1]
        folder = ecosystem.catalogue.catalogue_folder(path)
        catalogue, problems = ecosystem.catalogue.read_catalogue(folder)
        today = dt.datetime.now(tz=dt.UTC).date()
        rules = ecosystem.catalogue.all_rules(today)
        return [*problems, *ecosystem.catalogue.check_catalogue(catalogue, folder, rules)]
    except BadInputError as error:
        return list(error.problems)


def _print_lines(problems: Sequence[Problem]) -> None:
    for problem in problems:
        typer.echo(str(problem))


def _print_json(problems: Sequence[Problem]) -> None:
    _dump([_row(problem) for problem in problems])


def _row(problem: Problem) -> dict[str, Any]:
    return {
        "severity": problem.severity.value,
        "rule": problem.rule,
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "message_en": problem.message.en,
        "message_zh": problem.message.zh,
        "remedy_en": problem.remedy.en,
        "remedy_zh": problem.remedy.zh,
    }


def _print_sarif(problems: Sequence[Problem]) -> None:
    driver = {
        "name": "ecosystem check",
        "version": ecosystem.__version__,
        "rules": [{"id": rule} for rule in sorted({problem.rule for problem in problems})],
    }
    run = {"tool": {"driver": driver}, "results": [_sarif_result(problem) for problem in problems]}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    _dump({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _sarif_result(problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": Path(problem.path).as_posix()}}
    if problem.line:
        location["region"] = {"startLine": problem.line} | ({"startColumn": problem.column} if problem.column else {})
    return {
        "ruleId": problem.rule,
        "level": _SARIF_LEVEL[problem.severity],
        "message": {"text": f"{problem.message} → {problem.remedy}"},
        "locations": [{"physicalLocation": location}],
    }


def _dump(content: Any) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


_PRINT = {Report.TABLE: _print_lines, Report.JSON: _print_json, Report.SARIF: _print_sarif}
