"""What can go wrong, said in two languages: where it is, what it is, and what to do."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ExitCode(IntEnum):
    """How a command ends."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3


class Severity(StrEnum):
    """An error stops the reading of a file; a warning is a finding for the curator; a note is for information."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> Text:
        """How a reader calls it."""
        return Text(self.value, {"error": "错误", "warning": "警告", "note": "提示"}[self.value])


@dataclass(frozen=True, slots=True)
class Text:
    """One message in English and in Chinese."""

    en: str
    zh: str

    def __str__(self) -> str:
        """Return the message in the language of the user's environment."""
        return self.zh if language() == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: the rule it breaks, what is wrong, what to do, and where (line and column from 1)."""

    rule: str
    message: Text
    remedy: Text
    path: str = ""
    line: int | None = None
    column: int | None = None
    severity: Severity = Severity.ERROR

    @property
    def where(self) -> str:
        """Return `path:line:column` as far as they are known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)

    def __str__(self) -> str:
        """Return one line that an editor can jump to."""
        head = f"{self.where}: " if self.where else ""
        return f"{head}{self.severity.word}: {self.message} [{self.rule}] → {self.remedy}"


class EcosystemError(Exception):
    """The base of all errors that this package raises on purpose."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        """Return the message in the user's language."""
        return str(self.text)


class UsageError(EcosystemError):
    """The question was put wrongly: an unknown option value, node, map or format."""

    exit_code = ExitCode.USAGE


class MissingExtraError(UsageError):
    """An optional library is not installed."""

    def __init__(self, wanted: Text, extra: str) -> None:
        command = f'pip install "docker-ecosystem-explorer[{extra}]"'
        super().__init__(
            Text(f"{wanted.en} needs the extra `{extra}`: {command}", f"{wanted.zh}需要附加组件 `{extra}`:{command}")
        )


class FieldError(ValueError):
    """The value of a field is none that it can have; whoever reads the file knows where that stands."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class UnknownNodeError(UsageError, KeyError):
    """A node was asked for that the graph does not have."""


class BadInputError(EcosystemError):
    """A file cannot be used. Carries every problem that was found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = "\n".join(str(problem) for problem in self.problems)
        super().__init__(Text(shown, shown))


class UnwritableError(EcosystemError):
    """A target cannot be written."""


def language() -> str:
    """Return `zh` or `en`: `ECOSYSTEM_LANG` if set, otherwise what the environment's locale says."""
    wanted = os.environ.get("ECOSYSTEM_LANG") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES")
    wanted = wanted or os.environ.get("LANG") or locale.getlocale()[0] or "en"
    return "zh" if wanted.lower().startswith("zh") else "en"
