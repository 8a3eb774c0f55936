"""Days: `2025-10-02`, and the mend for everything else."""

import calendar
import re
from datetime import date

from generator.reading.fields import FieldType
from generator.reading.notes import NamedDay, Notes
from generator.reading.plain_types import scalar
from generator.reading.yaml import Node

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def to_date(typed: str) -> date | str:
    """A day written `2025-10-02`, or the mend for what was written instead."""
    parts = _DATE.fullmatch(typed)
    if parts is None:
        loose = re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", typed)
        if loose:
            return f"write it as `{loose[1]}-{int(loose[2]):02}-{int(loose[3]):02}`"
        return "write year, month and day with hyphens, such as `2025-10-02`"
    year, month, day = (int(part) for part in parts.groups())
    if not 1900 <= year <= 2200:
        return "write a year between 1900 and 2200"
    if not 1 <= month <= 12:
        return "the month is a number from 01 to 12, and stands in the middle"
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return f"{calendar.month_name[month]} {year} has the days 01 to {last}"
    return date(year, month, day)


def _date(node: Node, notes: Notes) -> date | None:
    value = scalar(node, notes, wanted="a date such as 2025-10-02")
    if value is None:
        return None
    day = to_date(value.text.strip())
    if isinstance(day, str):
        notes.error(value, "impossible-date", f"`{value.text}` is not a day of the calendar", fix=day)
        return None
    return day


def _past_date(node: Node, notes: Notes) -> date | None:
    day = _date(node, notes)
    if day is not None:
        notes.days.append(NamedDay(day=day, origin=notes.origin(node)))
    return day


DATE: FieldType[date] = FieldType(read=_date, schema={"type": "string", "format": "date"})
"""Any day, a plan for later too."""


PAST_DATE: FieldType[date] = FieldType(read=_past_date, schema=DATE.schema)
"""A day on which something happened; checked against the school's terms."""
