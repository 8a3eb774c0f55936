"""A class list: names as typed, or a table saved from wherever the school keeps it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from generator.problems import KinfolioError
from generator.reading.notes import one_of

COLUMNS = ("name", "called", "guardians", "language")
"""Of a table; only the first must be there. Several guardians stand in one cell, with semicolons between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStudent:
    """One line of a class list. Guardians are names; the same name is the same person."""

    name: str
    called: str = ""
    guardians: tuple[str, ...] = ()
    language: str = ""


def typed_names(names: Iterable[str]) -> tuple[NewStudent, ...]:
    """One student for each line that is not empty; who is at home may follow: `Ada Love: Jo Love, Kim`."""
    parted = (line.partition(":") for line in names)
    return tuple(
        NewStudent(name=" ".join(name.split()), guardians=_names(at_home.split(",")))
        for name, _, at_home in parted
        if name.strip()
    )


def read_roll(file: Path) -> tuple[NewStudent, ...]:
    """A table with a line of headings, as spreadsheets save it: commas, semicolons or tabs between the cells.

    Raises:
        KinfolioError: it cannot be read, or a heading is not known.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as failure:
        raise KinfolioError(
            f"{file} is not UTF-8 text", hint="save it as CSV with the encoding UTF-8"
        ) from failure
    except OSError as failure:
        raise KinfolioError(
            f"{file} cannot be read: {failure.strerror}", hint="look at its name"
        ) from failure
    heading = text.split("\n", 1)[0]
    between = max(",;\t", key=heading.count)
    rows = list(csv.reader(StringIO(text, newline=""), delimiter=between))
    names = [cell.strip().casefold() for cell in rows[0]] if rows else []
    unknown = next((name for name in names if name not in COLUMNS), None)
    if unknown is not None or "name" not in names:
        message = (
            f"{file} has a column `{unknown}`" if unknown is not None else f"{file} has no column `name`"
        )
        raise KinfolioError(message, hint=one_of(unknown or "name", COLUMNS))
    students = []
    for row in rows[1:]:
        cells = dict(zip(names, (cell.strip() for cell in row), strict=False))
        if cells.get("name"):
            students.append(
                NewStudent(
                    name=" ".join(cells["name"].split()),
                    called=cells.get("called", ""),
                    guardians=_names(cells.get("guardians", "").split(";")),
                    language=cells.get("language", ""),
                )
            )
    return tuple(students)


def _names(typed: Iterable[str]) -> tuple[str, ...]:
    """Each once, without the spaces around it."""
    names = (" ".join(name.split()) for name in typed)
    return tuple(dict.fromkeys(name for name in names if name))
