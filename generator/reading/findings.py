"""Everything that was read from a school, before it is believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.audience import Role
from generator.model.framework import Framework
from generator.model.people import Person
from generator.reading.naming import Roster
from generator.reading.notes import Reference, Target
from generator.reading.student import ReadStudent
from generator.reading.student_facts import StudentFacts
from generator.reading.tree import ContentTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that was read, before it is believed."""

    content: ContentTree
    framework: Framework | None
    people: tuple[Person, ...]
    group_ids: frozenset[str]
    declared: tuple[Reference, ...]
    unreadable: frozenset[Target]
    references: tuple[Reference, ...]
    """Of school-wide files."""
    students: tuple[ReadStudent, ...]
    all_facts: tuple[StudentFacts, ...]
    """Also of students who were not asked for."""
    complete: bool
    """Whether all students were read."""
    roster: Roster
    spoken_of: frozenset[str] = frozenset()
    """Content paths that school-wide files name, whatever they are called."""
    people_by_id: Mapping[str, Person] = field(init=False, repr=False, compare=False)
    staff: tuple[Person, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for with every name in every file of every student. Of one id the first counts.
        by_id = {person.id: person for person in reversed(self.people)}
        object.__setattr__(self, "people_by_id", by_id)
        object.__setattr__(
            self, "staff", tuple(person for person in self.people if person.role is Role.STAFF)
        )

    def known(self, target: Target) -> tuple[str, ...]:
        """The ids that school-wide files declare, in their order."""
        if target is Target.GROUP:
            return tuple(sorted(self.group_ids))
        if target is Target.STUDENT:
            return tuple(tree.id for tree in self.content.students)
        if target in {Target.STAFF, Target.GUARDIAN}:
            role = Role.STAFF if target is Target.STAFF else Role.GUARDIAN
            return tuple(person.id for person in self.people if person.role is role)
        return tuple(known.id for known in self.declared if known.target is target)
