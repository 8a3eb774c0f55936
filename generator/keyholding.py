"""What a school decides about keys, one function for each decision. None of them shows a word, a link or a key."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from generator.config import Workplace
from generator.model.audience import Role
from generator.model.school import School
from generator.plan import site_cache
from generator.problems import KinfolioError
from generator.publish.findings import KnownSite
from generator.reading.school import read_school
from generator.vault.keyring import Keyring
from generator.vault.keyring_file import KEYRING_NAME, open_keyring, recover_keyring
from generator.vault.keyring_records import Invitation
from generator.vault.slots import Role as SlotRole


class KeysRefused(KinfolioError):
    """What was asked for cannot be done as asked; nothing has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody whom the school invites by hand. Name and language are empty for people whom the files know."""

    person: str
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSite:
    """A site somebody can open."""

    student: str
    edition: str
    site: str
    epoch: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Somebody who holds words, by the name in the keyring, and what those open."""

    person: str
    invited: bool
    """By hand, with `kinfolio keys add`."""
    sites: tuple[HeldSite, ...]


def keyholders(workplace: Workplace, *, today: date) -> tuple[Holder, ...]:
    """Everybody in the keyring, with what they can open; no secret of theirs. Raises KeysRefused."""
    with _kept(workplace, today=today) as keyring:
        invited = {invitation.person for invitation in keyring.invitations}
        return tuple(
            Holder(
                person=keyholder.person,
                invited=keyholder.person in invited,
                sites=tuple(
                    HeldSite(
                        student=site.student,
                        edition=site.edition,
                        site=site.key.site,
                        epoch=site.key.epoch,
                        role=dict(site.keyholders)[keyholder.person].name.lower(),
                    )
                    for site in keyring.held_by(keyholder.person)
                ),
            )
            for keyholder in keyring.keyholders
        )


def renew(
    workplace: Workplace, *, students: frozenset[str], people: frozenset[str], today: date
) -> tuple[tuple[str, str], ...]:
    """New keys for these students' portfolios; new words for these people, and new keys for all that the old ones opened.

    Gives student and edition of every portfolio with a new key. What is published stays until the next build is.
    Raises KeysRefused.
    """
    with _kept(workplace, today=today) as keyring:
        _check(students, known={site.student for site in keyring.sites}, what="portfolio of")
        _check(people, known={holder.person for holder in keyring.keyholders}, what="keyholder")
        renewed = {(site.student, site.edition) for person in people for site in keyring.held_by(person)}
        for person in sorted(people):
            keyring.renew(person)
        for student in sorted(students):
            renewed |= {(site.student, site.edition) for site in keyring.renew_student(student)}
        return tuple(sorted(renewed))


def renew_everything(workplace: Workplace, *, today: date) -> int:
    """New words for everybody, new keys for every site and for the signature; gives how many need a new letter.

    Raises KeysRefused.
    """
    with _kept(workplace, today=today) as keyring:
        keyring.renew_everything()
        return len(keyring.keyholders)


def invite(workplace: Workplace, guest: Guest, *, students: frozenset[str], today: date) -> tuple[str, ...]:
    """Lets somebody read the family portfolios of these students, of all of today's when none is named; gives them.

    Raises KeysRefused.
    """
    school = _school(workplace)
    known = {str(student.id): student for student in school.students}
    _check(students, known=known, what="student")
    chosen = students or frozenset(known)
    already = sorted(student for student in chosen if guest.person in known[student].guardians)
    if already:
        raise KeysRefused(
            f"{guest.person} is a guardian of {', '.join(already)} and reads there already",
            hint="name only the other students",
        )
    with _kept(workplace, today=today) as keyring:
        keyring.invite(_invitation(guest, school=school, students=chosen))
    return tuple(sorted(chosen))


def take_back(workplace: Workplace, person: str, *, students: frozenset[str], today: date) -> tuple[str, ...]:
    """Ends an invitation for these students, for all of them when none is named; gives the students.

    The next build gives their portfolios new keys. Raises KeysRefused.
    """
    with _kept(workplace, today=today) as keyring:
        invitations = {invitation.person: invitation for invitation in keyring.invitations}
        if person not in invitations:
            held = sorted({site.student for site in keyring.held_by(person)})
            if not held:
                _check({person}, known=invitations, what="invited person")
            raise KeysRefused(
                f"{person} was not invited by hand; the school's files say that they read {', '.join(held)}",
                hint=f"take `{person}` out of `guardians` in {_student_file(held[0])}, or out of the class's teachers, then build",
            )
        invited = invitations[person].students
        _check(students, known=invited, what=f"invitation of {person} to")
        keyring.take_back(person, students=students or invited)
        return tuple(sorted(students or invited))


def forget(workplace: Workplace, student: str, *, today: date) -> tuple[str, ...]:
    """Destroys the keys of a student who has left, so that no copy of the portfolio opens from here; gives the editions.

    Raises KeysRefused while the student's files or any published site of theirs are there.
    """
    with _kept(workplace, today=today) as keyring:
        sites = [site for site in keyring.sites if site.student == student]
        _check({student}, known={site.student for site in keyring.sites}, what="portfolio of")
        if (workplace.config.content / "students" / student).exists():
            raise KeysRefused(
                f"{student} still has a folder in the school's files",
                hint="give the family their copy, take the folder out, and run `kinfolio build --prune` first",
            )
        if any((workplace.config.out / site.key.site).exists() for site in sites):
            raise KeysRefused(
                f"the portfolio of {student} is still in {workplace.config.out}",
                hint="run `kinfolio build --prune` and publish that first",
            )
        editions = tuple(site.edition for site in sites)
        keyring.forget(student, editions=editions)
        for site in sites:
            site_cache(workplace).forget(site.key.site)
        return editions


def recover(workplace: Workplace, recovery: str) -> None:
    """Opens the keyring with the printed recovery key and gives it a new identity. Raises KeyringError."""
    recover_keyring(workplace.home, recovery)


def known_sites(workplace: Workplace, *, today: date) -> tuple[KnownSite, ...]:
    """Every site of the keyring as publishing knows it. Raises KeysRefused."""
    with _kept(workplace, today=today) as keyring:
        return tuple(
            KnownSite(
                name=f"{site.student} ({site.edition})",
                key=site.key,
                school=keyring.signing_key.public,
                generation=site.stamp.generation if site.stamp else 0,
            )
            for site in keyring.sites
        )


@contextmanager
def _kept(workplace: Workplace, *, today: date) -> Iterator[Keyring]:
    if not (workplace.home / KEYRING_NAME).exists():
        raise KeysRefused(
            f"there is no keyring in {workplace.home}",
            hint="run `kinfolio build` first; if there was one, bring the folder back from your backup",
        )
    with open_keyring(workplace.home, today=today) as kept:
        yield kept.keyring


def _school(workplace: Workplace) -> School:
    school, _ = read_school(workplace.config)
    if school is None:
        raise KeysRefused(
            "the school's files cannot be read", hint="run `kinfolio check` and mend what it names"
        )
    return school


def _check(asked: Collection[str], *, known: Collection[str], what: str) -> None:
    for each in sorted(asked):
        if each not in known:
            near = ", ".join(get_close_matches(each, [*known], n=3))
            raise KeysRefused(
                f"there is no {what} `{each}`",
                hint=f"did you mean {near}?" if near else "`kinfolio keys list` names everybody",
            )


def _invitation(guest: Guest, *, school: School, students: frozenset[str]) -> Invitation:
    listed = next((person for person in school.people if person.id == guest.person), None)
    if listed is not None:
        role = SlotRole.STAFF if listed.role is Role.STAFF else SlotRole.GUARDIAN
        return Invitation(
            person=guest.person,
            name=guest.name or listed.name,
            language=guest.language or listed.language,
            role=role,
            students=students,
        )
    if not guest.name or ":" in guest.person:
        near = ", ".join(get_close_matches(guest.person, [str(person.id) for person in school.people], n=3))
        raise KeysRefused(
            f"`people.yml` names no `{guest.person}`",
            hint=f"did you mean {near}? " * bool(near)
            + "for somebody new give `--name`, as the letter is to say it",
        )
    return Invitation(
        person=guest.person,
        name=guest.name,
        language=guest.language or school.framework.school_language,
        role=SlotRole.GUARDIAN,
        students=students,
    )


def _student_file(student: str) -> str:
    return f"`students/{student}/student.yml`"
