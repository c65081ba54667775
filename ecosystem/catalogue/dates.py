"""Dates as precise as their source: `2014`, `2014-06` or `2014-06-09`."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from ecosystem.errors import FieldError, Text

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(str):
    """An ISO 8601 date cut off where the source's knowledge ends. A `str`, so that it sorts and serialises as one."""

    __slots__ = ()

    def __new__(cls, value: object) -> PartialDate:
        """Take a `PartialDate`, a date, a year as a number, or text; raise `ValueError` for anything else."""
        text = value.date().isoformat() if isinstance(value, dt.datetime) else str(value)
        shape = _SHAPE.fullmatch(text)
        if isinstance(value, bool) or shape is None:
            raise FieldError(_no_date(text))
        year, month, day = (int(part or 1) for part in shape.groups())
        try:
            dt.date(year, month, day)
        except ValueError:
            raise FieldError(_no_date(text)) from None
        return super().__new__(cls, text)

    @property
    def earliest(self) -> dt.date:
        """The first day that this date can mean."""
        year, month, day = ([int(part) for part in self.split("-")] + [1, 1])[:3]
        return dt.date(year, month, day)

    @property
    def latest(self) -> dt.date:
        """The last day that this date can mean."""
        parts = [int(part) for part in self.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else 12
        return dt.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let a record's field be a `PartialDate`."""
        return core_schema.no_info_plain_validator_function(cls)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Tell editors what a date looks like."""
        return {"anyOf": [{"type": "string", "pattern": f"^{_SHAPE.pattern}$"}, {"type": "integer"}]}


def _no_date(text: str) -> Text:
    return Text(
        f"{text!r} is no date: write 2014, 2014-06 or 2014-06-09",
        f"{text!r} 不是日期：请写成 2014、2014-06 或 2014-06-09",
    )


def certainly_before(first: PartialDate, second: PartialDate) -> bool:
    """Return whether every day that `first` can mean lies before every day that `second` can mean."""
    return first.latest < second.earliest


def valid_on(day: dt.date, since: PartialDate | None, until: PartialDate | None) -> bool:
    """Return whether something may hold on `day`: begun by then, and not certainly over.

    A partial start counts from its first possible day, a partial end through its last: what may hold is shown. An
    unknown start counts as "always", an unknown end as "still". On the very day it ends a thing no longer holds.
    """
    begun = since is None or since.earliest <= day
    if until is None:
        return begun
    exact = len(until) == len("2014-06-09")
    return begun and (day < until.latest if exact else day <= until.latest)
