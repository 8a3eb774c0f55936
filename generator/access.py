"""Who may open which portfolio.

The school's files say it for families, students and staff; the keyring says it for whom the school invited by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.config import SiteConfig
from generator.model.audience import EDITIONS, SHOWCASE_EDITION, STAFF_EDITION, Audience, Edition, Role
from generator.model.people import Person
from generator.model.school import School
from generator.model.student import Student
from generator.staff.register import Register, register_of
from generator.vault.keyring import Keyring
from generator.vault.slots import Role as SlotRole
from generator.views.audience import seen_by

_SLOT_ROLES = {
    Role.GUARDIAN: SlotRole.GUARDIAN,
    Role.STUDENT: SlotRole.STUDENT,
    Role.STAFF: SlotRole.STAFF,
    Role.VISITOR: SlotRole.VISITOR,
}
_ROLES = {slot_role: role for role, slot_role in _SLOT_ROLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who holds words: a guardian, the student, staff, somebody invited, or whoever gets a showcase's link."""

    person: str
    """The name in the keyring; a student's begins with `student:` and a link's with `showcase:`, which no id can."""
    name: str
    role: Role
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """All that decides who may open what: the school, its keyring, its settings, and the day."""

    school: School
    keyring: Keyring
    config: SiteConfig
    today: date
    _people: Mapping[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_people", {person.id: person for person in self.school.people})

    def editions_of(self, student: Student) -> tuple[Edition, ...]:
        """The editions made of this student's portfolio, in their fixed order."""
        chosen = tuple(edition for edition in EDITIONS if edition.name in self.config.editions)
        return (*chosen, SHOWCASE_EDITION) if self.shares_showcase(student) else chosen

    def registers(self) -> tuple[Register, ...]:
        """The classes that get a staff edition: those with teachers, where the school makes one."""
        if STAFF_EDITION.name not in self.config.editions:
            return ()
        return tuple(register_of(group, school=self.school) for group in self.school.groups if group.teachers)

    def teachers_of(self, register: Register) -> Iterator[Reader]:
        """Everybody who may open the staff edition of a class: its teachers and nobody else."""
        for teacher in dict.fromkeys(register.group.teachers):
            person = self._people[teacher]
            yield Reader(person=person.id, name=person.name, role=Role.STAFF, language=person.language)

    def shares_showcase(self, student: Student) -> bool:
        """Whether there is a link to this student's showcase today."""
        wanted = student.showcase is not None and student.showcase.share_until is not None
        return wanted and not self.why_not_shared(student)

    def why_not_shared(self, student: Student) -> str:
        """Why a showcase that was to be shared is not; empty when it is, or was never to be."""
        if student.showcase is None or student.showcase.share_until is None:
            return ""
        if student.showcase.share_until < self.today:
            return f"the showcase was shared until {student.showcase.share_until.isoformat()}; its link has ended"
        seen = seen_by(student, audience=Audience.SHOWCASE).showcase
        if seen is None or not seen.picks:
            return "the showcase is not shared, for none of its picks says `audience: showcase`"
        return ""

    def readers_of(self, student: Student, *, edition: Edition) -> Iterator[Reader]:
        """Everybody who may open this edition of this student's portfolio, each once."""
        readers: dict[str, Reader] = {}
        for reader in self._all_readers(student, edition=edition):
            readers.setdefault(reader.person, reader)
        yield from readers.values()

    def _all_readers(self, student: Student, *, edition: Edition) -> Iterator[Reader]:
        language = self.school.framework.school_language
        named = [*student.guardians] if Role.GUARDIAN in edition.roles else []
        if Role.STAFF in edition.roles and self.config.staff_read:
            named += student.group.teachers
        for person in (self._people[known] for known in named):
            yield Reader(person=person.id, name=person.name, role=person.role, language=person.language)
        if Role.STUDENT in edition.roles:
            yield Reader(
                person=f"student:{student.id}", name=student.name, role=Role.STUDENT, language=language
            )
        if Role.VISITOR in edition.roles:
            yield Reader(
                person=f"showcase:{student.id}", name=student.called, role=Role.VISITOR, language=language
            )
        for invited in self.keyring.invitations:
            if student.id in invited.students and _ROLES[invited.role] in edition.roles:
                yield Reader(
                    person=invited.person,
                    name=invited.name,
                    role=_ROLES[invited.role],
                    language=invited.language,
                )


def entitle(occasion: Occasion, *, threads: int) -> None:
    """Gives every site exactly the keyholders it is to have. Somebody gone means a new epoch."""
    for student in occasion.school.students:
        for edition in occasion.editions_of(student):
            readers = occasion.readers_of(student, edition=edition)
            roles = {reader.person: _SLOT_ROLES[reader.role] for reader in readers}
            occasion.keyring.entitle(student.id, edition=edition.name, keyholders=roles)
    for register in occasion.registers():
        teachers = {reader.person: _SLOT_ROLES[reader.role] for reader in occasion.teachers_of(register)}
        occasion.keyring.entitle(register.name, edition=STAFF_EDITION.name, keyholders=teachers)
    occasion.keyring.stretch(threads=threads)
