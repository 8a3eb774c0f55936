"""What the staff edition is made from: one class, its students, and what the school shares."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.model.consent import Consent
from generator.model.framework import Framework
from generator.model.people import Group
from generator.model.reporting import SchoolYear
from generator.model.school import School
from generator.model.student import Student
from generator.model.task import Task
from generator.reporting.due import Due, due_for, newest_day
from generator.views.keys import key_of
from generator.views.plain import PlainWords
from generator.views.view import Page, Place, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One class as its teachers see it: everything, also what is for staff only."""

    group: Group
    students: tuple[Student, ...]
    """By name."""
    framework: Framework
    tasks: tuple[Task, ...]
    consents: tuple[Consent, ...]
    """Answers of families of this class."""

    @property
    def name(self) -> str:
        """How the keyring names the class's site; no student's id can be the same."""
        return f"group:{self.group.id}"

    @property
    def as_of(self) -> date | None:
        """The day from which time is counted: the latest on which anything was written down, so that holidays count nobody out."""
        return newest_day(self.students)

    @property
    def year(self) -> SchoolYear | None:
        """The school year of that day."""
        newest = self.as_of
        return self.framework.year_of(newest) if newest else None

    def due(self, student: Student) -> Due | None:
        """What is still to come for one student; None where the school names no reporting rules."""
        rules, year = self.framework.reporting, self.year
        if rules is None or year is None:
            return None
        return due_for(student, framework=self.framework, rules=rules, year=year)

    def consent(self, student: Student) -> Consent | None:
        """The family's answer; None where there is none yet."""
        return next((one for one in self.consents if one.student == student.id), None)

    def subject(self, student: Student) -> Subject:
        """One student for the pure functions of the views; without media, for the staff edition shows words."""
        return Subject(student=student, framework=self.framework, media={})


def register_of(group: Group, *, school: School) -> Register:
    """The register of one class of a school: its own students and nobody else's."""
    students = (student for student in school.students if student.group.id == group.id)
    return Register(
        group=group,
        students=tuple(sorted(students, key=lambda student: student.name.casefold())),
        framework=school.framework,
        tasks=school.tasks,
        consents=tuple(
            one
            for one in school.consents
            if one.student in {student.id for student in school.students if student.group.id == group.id}
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffView(Place):
    """One entry of the staff edition's menu, and how its pages are made."""

    build: Callable[[Register], tuple[Page, ...]]


def student_path(student: Student) -> str:
    """The page of one student in the staff edition, relative to the site's root."""
    return f"s/{key_of(student.id, kind='staff', name=student.id)}.html"


def full_name(student: Student) -> PlainWords:
    """The name as the class list has it."""
    return PlainWords(text=student.name, language=student.language)
