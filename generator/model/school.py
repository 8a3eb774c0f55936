"""Everything a school keeps, read and checked; only the pipeline holds it."""

from dataclasses import dataclass

from generator.model.framework import Framework
from generator.model.people import Group, Person
from generator.model.student import Student


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """All students, people and groups. Past the pipeline nobody holds more than one student."""

    framework: Framework
    people: tuple[Person, ...]
    groups: tuple[Group, ...]
    students: tuple[Student, ...]
