"""The standards-based gradebook: competency by date, in words; no number, no average, nobody beside anybody else's rank."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from generator.languages.catalogue import Catalogue, catalogue_of
from generator.model.assessment import Assessment
from generator.model.framework import Area, Framework, Level
from generator.model.identifiers import AreaId
from generator.model.student import Student
from generator.model.words import Voice
from generator.staff.class_list import StudentLink, link_to
from generator.staff.register import Register, StaffView
from generator.views.plain import plain
from generator.views.view import Download, Page
from generator.views.wording import N_

CSV_PATH = "gradebook.csv"
_HEADINGS = (
    N_("Student"),
    N_("Area of learning"),
    N_("Competency"),
    N_("Date"),
    N_("Level"),
    N_("Said by"),
    N_("In whose words"),
    N_("About"),
    N_("Words"),
)
_VOICES = {Voice.STUDENT: N_("Student"), Voice.TEACHER: N_("Teacher")}
"""Whose levels are in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelWord:
    """One judgement in a cell."""

    on: date = field(metadata={"help": "the day"})
    level: Level = field(metadata={"help": "the level; its word is shown"})
    voice: Voice = field(metadata={"help": "who judged"})
    new_target: bool = field(metadata={"help": "it looks at a new, harder target"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GradebookRow:
    """One competency of one student, or the area as a whole."""

    student: StudentLink = field(metadata={"help": "name and page"})
    what: str = field(metadata={"help": "the competency's name, or the area's"})
    whole_area: bool = field(metadata={"help": "it is about the area as a whole"})
    months: tuple[tuple[LevelWord, ...], ...] = field(
        metadata={"help": "for each month of the headings, its judgements, oldest first"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GradebookArea:
    """One area of learning."""

    area: Area = field(metadata={"help": "area of learning"})
    months: tuple[date, ...] = field(metadata={"help": "headings: first days of months, oldest first"})
    rows: tuple[GradebookRow, ...] = field(
        metadata={"help": "by student's name, then in the framework's order"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class GradebookContent:
    """The gradebook page."""

    areas: tuple[GradebookArea, ...] = field(
        metadata={"help": "areas with judgements, in the framework's order"}
    )
    csv_path: str = field(metadata={"help": "the same as a table for a spreadsheet"})
    framework_language: str = field(metadata={"help": "language of areas and competencies"})


def build(register: Register) -> tuple[Page, ...]:
    """The gradebook page."""
    return (
        Page(
            path=GRADEBOOK.path,
            title=GRADEBOOK.title,
            template="staff/gradebook.html",
            menu=GRADEBOOK.name,
            content=GradebookContent(
                areas=gradebook_areas(
                    register.students, framework=register.framework, voices=(Voice.TEACHER,)
                ),
                csv_path=CSV_PATH,
                framework_language=register.framework.school_language,
            ),
        ),
    )


def gradebook_areas(
    students: Iterable[Student], *, framework: Framework, voices: tuple[Voice, ...]
) -> tuple[GradebookArea, ...]:
    """Areas in which any of these voices judged anything, with a row for each student and competency."""
    listed = tuple(students)
    areas = (_area(area, students=listed, framework=framework, voices=voices) for area in framework.areas)
    return tuple(area for area in areas if area.rows)


def gradebook_csv(students: Iterable[Student], *, framework: Framework) -> str:
    """Every judgement of curricular learning as one line of CSV, by student and day; levels are words, all in the school's language.

    Begins with a byte order mark, without which spreadsheets misread names. What a spreadsheet would take for a
    formula is led by an apostrophe.
    """
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    catalogue = catalogue_of(framework.school_language)
    writer.writerow(map(catalogue.word, _HEADINGS))
    for student in students:
        for line in sorted(
            _lines(student, framework=framework, catalogue=catalogue),
            key=lambda known: (known[3], known[1], known[2]),
        ):
            writer.writerow([_harmless(cell) for cell in line])
    return text.getvalue()


def gradebook_download(register: Register) -> Download:
    """The CSV of a class, to lie in its sealed site."""
    text = gradebook_csv(register.students, framework=register.framework)
    return Download(path=CSV_PATH, media_type="text/csv", text=text)


def _area(
    area: Area, *, students: tuple[Student, ...], framework: Framework, voices: tuple[Voice, ...]
) -> GradebookArea:
    given = [
        (student, one)
        for student in students
        for one in student.assessments
        if one.voice in voices and _area_of(one, framework=framework) == area.id
    ]
    months = tuple(sorted({one.given_on.replace(day=1) for _, one in given}))
    rows: list[GradebookRow] = []
    for student in students:
        own = [one for holder, one in given if holder is student]
        subjects = [known for known in framework.competencies if known.area == area.id]
        for competency in (None, *subjects):
            about = [one for one in own if one.competency == (competency.id if competency else None)]
            if about:
                rows.append(
                    GradebookRow(
                        student=link_to(student),
                        what=competency.name if competency else area.name,
                        whole_area=competency is None,
                        months=tuple(_cell(about, month=month, framework=framework) for month in months),
                    )
                )
    return GradebookArea(area=area, months=months, rows=tuple(rows))


def _cell(about: Iterable[Assessment], *, month: date, framework: Framework) -> tuple[LevelWord, ...]:
    words = [
        LevelWord(on=one.given_on, level=level, voice=one.voice, new_target=one.new_target)
        for one in about
        if one.given_on.replace(day=1) == month and (level := framework.scale.find(one.level))
    ]
    return tuple(sorted(words, key=lambda word: word.on))


def _area_of(assessment: Assessment, *, framework: Framework) -> AreaId | None:
    competency = framework.competency(assessment.competency) if assessment.competency else None
    return competency.area if competency else assessment.area


def _lines(student: Student, *, framework: Framework, catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    areas = {area.id: area.name for area in framework.areas}
    for one in student.assessments:
        level, area = framework.scale.find(one.level), _area_of(one, framework=framework)
        competency = framework.competency(one.competency) if one.competency else None
        if level is not None and area is not None and one.voice in _VOICES:
            titles = (shown.title for name in one.evidence if (shown := student.find_evidence(name)))
            yield (
                student.name,
                areas.get(area, area),
                competency.name if competency else "",
                one.given_on.isoformat(),
                level.name,
                one.by,
                catalogue.word(_VOICES[one.voice]),
                "; ".join(titles),
                plain(one.comment) if one.comment else "",
            )
    for point in student.points:
        level = framework.scale.find(point.level)
        if level is not None:
            yield (
                student.name,
                areas.get(point.area, point.area),
                "",
                point.given_on.isoformat(),
                level.name,
                point.by,
                catalogue.word(_VOICES[Voice.TEACHER]),
                catalogue.word(N_("Point of progress")),
                plain(point.can_do),
            )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


GRADEBOOK = StaffView(
    name="gradebook",
    title=N_("Gradebook"),
    icon="notebook-outline",
    path="gradebook.html",
    build=build,
    in_bar=True,
)
