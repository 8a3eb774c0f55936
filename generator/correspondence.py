"""What the letter to each keyholder says: their words, and every portfolio these open."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.access import Occasion, Reader
from generator.letters.letter import Letter, LetterSite
from generator.model.audience import STAFF_EDITION, Role
from generator.model.student import Student


def letters_for(occasion: Occasion) -> Iterator[Letter]:
    """One letter per person, with every portfolio they may open, in the order of the class lists."""
    sites = {(site.student, site.edition): site.key.site for site in occasion.keyring.sites}
    recipients: dict[str, _Recipient] = {}
    for student in occasion.school.students:
        for edition in occasion.editions_of(student):
            for reader in occasion.readers_of(student, edition=edition):
                recipient = recipients.setdefault(reader.person, _Recipient(reader=reader, student=student))
                recipient.sites.append(
                    _letter_site(occasion, reader, of=student.called, site=sites[student.id, edition.name])
                )
    for register in occasion.registers():
        for reader in occasion.teachers_of(register):
            recipient = recipients.setdefault(reader.person, _Recipient(reader=reader, student=None))
            site = sites[register.name, STAFF_EDITION.name]
            recipient.sites.append(_letter_site(occasion, reader, of=register.group.name, site=site))
    for recipient in recipients.values():
        yield _letter(occasion, recipient)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recipient:
    reader: Reader
    student: Student | None
    """The first one whose portfolio this reader opens; of a showcase's link the only one. None for who opens classes only."""
    sites: list[LetterSite] = field(default_factory=list)


def _letter_site(occasion: Occasion, reader: Reader, *, of: str, site: str) -> LetterSite:
    address = occasion.config.address
    link = occasion.keyring.keyholder(reader.person).link
    return LetterSite(
        child=of,
        address=f"{address.rstrip('/')}/{site}/" if address else "",
        link=link.address(address, site=site) if address else "",
    )


def _letter(occasion: Occasion, recipient: _Recipient) -> Letter:
    reader, framework = recipient.reader, occasion.school.framework
    student = recipient.student if reader.role is Role.VISITOR else None
    showcase = student.showcase if student else None
    return Letter(
        person=reader.person,
        name=reader.name,
        role=reader.role,
        language=reader.language,
        school_name=framework.school_name,
        contact=framework.contact,
        words=occasion.keyring.keyholder(reader.person).words.text,
        sites=tuple(recipient.sites),
        until=showcase.share_until if showcase else None,
    )
