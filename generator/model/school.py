"""Everything a school keeps, read and checked; only the pipeline holds it."""

from dataclasses import dataclass

from generator.model.consent import Consent
from generator.model.framework import Framework
from generator.model.people import Group, Person
from generator.model.student import Student
from generator.model.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """All students, people and groups. Past the pipeline nobody holds more than one student."""

    framework: Framework
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    students: tuple[Student, ...]
    tasks: tuple[Task, ...] = ()
    """What classes were asked to do; for teachers only."""
    consents: tuple[Consent, ...] = ()
    """The families' answers; who is not in here has not answered, which is a no."""
