"""Who may open which portfolio, and what the letter to each of them says."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.config import SiteConfig
from generator.letters.letter import Letter, LetterSite
from generator.model.audience import EDITIONS, Edition, Role
from generator.model.school import School
from generator.model.student import Student
from generator.vault.keyring import Keyring
from generator.vault.slots import Role as SlotRole

_SLOT_ROLES = {Role.GUARDIAN: SlotRole.GUARDIAN, Role.STUDENT: SlotRole.STUDENT, Role.STAFF: SlotRole.STAFF}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Somebody who holds words: a guardian, or the student."""

    person: str
    """The name in the keyring; a student's begins with `student:`, so that no grown-up's id can be the same."""
    name: str
    role: Role
    language: str


def editions_of(config: SiteConfig) -> tuple[Edition, ...]:
    """The editions the school makes, in their fixed order."""
    return tuple(edition for edition in EDITIONS if edition.name in config.editions)


def readers_of(student: Student, school: School, *, edition: Edition) -> Iterator[Reader]:
    """Everybody who may open this edition of this student's portfolio."""
    people = {person.id: person for person in school.people}
    if Role.GUARDIAN in edition.roles:
        for guardian in (people[known] for known in student.guardians):
            yield Reader(
                person=guardian.id, name=guardian.name, role=Role.GUARDIAN, language=guardian.language
            )
    if Role.STUDENT in edition.roles:
        language = school.framework.school_language
        yield Reader(person=f"student:{student.id}", name=student.name, role=Role.STUDENT, language=language)


def entitle(school: School, keyring: Keyring, *, config: SiteConfig, threads: int) -> None:
    """Gives every site exactly the keyholders whom the school's files name. Somebody gone means a new epoch."""
    for student in school.students:
        for edition in editions_of(config):
            readers = readers_of(student, school, edition=edition)
            roles = {reader.person: _SLOT_ROLES[reader.role] for reader in readers}
            keyring.entitle(student.id, edition=edition.name, keyholders=roles)
    keyring.stretch(threads=threads)


def letters_for(school: School, keyring: Keyring, *, config: SiteConfig) -> Iterator[Letter]:
    """One letter per person, with every portfolio they may open, in the order of the class lists."""
    keys = {(site.student, site.edition): site.key for site in keyring.sites}
    readers: dict[str, Reader] = {}
    sites: dict[str, list[LetterSite]] = {}
    for student in school.students:
        for edition in editions_of(config):
            site = keys[student.id, edition.name].site
            for reader in readers_of(student, school, edition=edition):
                readers.setdefault(reader.person, reader)
                link = keyring.keyholder(reader.person).link
                address = f"{config.address.rstrip('/')}/{site}/" if config.address else ""
                sites.setdefault(reader.person, []).append(
                    LetterSite(
                        child=student.called,
                        address=address,
                        link=link.address(config.address, site=site) if config.address else "",
                    )
                )
    for person, reader in readers.items():
        yield Letter(
            person=person,
            name=reader.name,
            role=reader.role,
            language=reader.language,
            school_name=school.framework.school_name,
            contact=school.framework.contact,
            words=keyring.keyholder(person).words.text,
            sites=tuple(sites[person]),
        )
