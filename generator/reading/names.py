"""What the name of a file already says: its id, its day and a first title."""

import re
from dataclasses import dataclass
from datetime import date

from generator.reading.date_types import to_date
from generator.reading.id_types import ID, suggest_id
from generator.reading.notes import NamedDay, Notes

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-(.*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """A file's or folder's name without its ending, taken apart."""

    id: str
    day: date | None
    rest: str
    """What follows the day."""

    @property
    def title(self) -> str:
        """`reading-aloud` reads as `Reading aloud`."""
        words = self.rest.replace("-", " ")
        return words[:1].upper() + words[1:]


def read_name(stem: str, *, notes: Notes) -> FileName | None:
    """Takes a name apart; None after noting that it cannot be an id."""
    if not ID.fullmatch(stem):
        notes.error(
            None,
            "bad-id",
            f"`{stem}` is not an id: lower-case letters, digits and hyphens",
            fix=f"rename it to `{suggest_id(stem) or '2025-10-02-title'}`",
        )
        return None
    parts = _DATED.fullmatch(stem)
    if parts is None:
        return FileName(id=stem, day=None, rest=stem)
    day = to_date(parts[1])
    if isinstance(day, str):
        notes.error(
            None, "impossible-date", f"`{parts[1]}` in the file's name is not a day of the calendar", fix=day
        )
        return None
    return FileName(id=stem, day=day, rest=parts[2] or "")


def day_of(name: FileName, written: date | None, *, notes: Notes) -> date | None:
    """The day written inside, or else the one in the name; None after noting that there is neither."""
    if written is not None:
        return written
    if name.day is None:
        notes.error(
            None,
            "missing-date",
            "there is no date",
            fix=f"begin the file's name with one, such as `2025-10-02-{name.rest}`, or add a line `date: 2025-10-02`",
        )
        return None
    notes.days.append(NamedDay(day=name.day, origin=notes.text.origin(0)))
    return name.day
