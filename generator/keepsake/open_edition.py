"""The open edition: one student's portfolio as a folder that opens without us, without a server, in twenty years."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import __version__
from generator.keepsake.bag import bagged
from generator.keepsake.files import KeptFile, safe_name, text_file
from generator.keepsake.learner import by_place, places_of_media
from generator.keepsake.read_me import description, front_page, read_me
from generator.keepsake.record import as_json, portfolio_record
from generator.keepsake.schema import portfolio_schema
from generator.keepsake.source import SourceWriter
from generator.keepsake.speech import Speech
from generator.model.framework import Framework
from generator.model.medium import Medium
from generator.model.student import Student


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdition:
    """What is needed to make it. `student` has been narrowed to its reader and names no classmates.

    `media` is by content path, `copies` by place in the site; `pages` are relative to the site's root, `entry` is the first.
    """

    student: Student
    framework: Framework
    media: Mapping[str, Medium]
    copies: Mapping[str, Path]
    pages: tuple[KeptFile, ...]
    entry: str
    speech: Speech


def open_edition(made: OpenEdition) -> tuple[KeptFile, ...]:
    """Every file, in the order of the paths: a valid bag, the same bytes from the same files whatever the day."""
    places = places_of_media(made.student, media=made.media)
    student = by_place(made.student, places=places)
    record = portfolio_record(student, framework=made.framework)
    newest = newest_day(student)
    files = [
        text_file(
            "READ-ME-FIRST.txt",
            read_me(
                called=student.called,
                school=made.framework.school_name,
                newest=made.speech.day(newest) if newest else "",
                version=__version__,
                speech=made.speech,
            ),
        ),
        text_file(
            "index.html", front_page(made.entry, school=made.framework.school_name, speech=made.speech)
        ),
        text_file("data/portfolio.json", _json(as_json(record))),
        text_file("data/portfolio.schema.json", _json(portfolio_schema())),
        text_file("data/portfolio.md", description()),
        *(KeptFile(path=f"site/{page.path}", data=page.data) for page in made.pages),
        *(KeptFile(path=f"site/{place}", data=copy) for place, copy in made.copies.items()),
        *SourceWriter(student=student, framework=made.framework, speech=made.speech).files(),
        *(KeptFile(path=place, data=made.copies[kept.path]) for place, kept in places.values()),
    ]
    facts = (
        ("Bag-Software-Agent", f"Kinfolio {__version__}"),
        ("Source-Organization", made.framework.school_name),
        ("External-Description", f"Learning portfolio of {student.called}"),
    )
    return bagged(files, facts=facts)


def folder_name(student: Student) -> str:
    """What the folder is called: the student's name, and the year of the newest thing in it."""
    newest = newest_day(student)
    return safe_name(f"{student.called}-portfolio") + (f"-{newest.year}" if newest else "")


def newest_day(student: Student) -> date | None:
    """The day of the newest thing in the portfolio; None for an empty one."""
    return max(_days(student), default=None)


def _days(student: Student) -> Iterator[date]:
    yield from (one.made_on for one in student.evidence)
    yield from (one.made_on for one in student.reflections)
    yield from (one.made_on for one in student.self_assessments)
    yield from (one.set_on for one in student.goals)
    yield from (one.given_on for one in student.points)
    yield from (one.given_on for one in student.updates)
    yield from (one.given_on for one in student.assessments)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
