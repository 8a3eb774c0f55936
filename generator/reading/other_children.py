"""Other children in one child's portfolio: names in the words, and consents that do not fit the families."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from generator.model.audience import Audience
from generator.model.consent import Naming
from generator.model.student import Student
from generator.model.words import Words
from generator.problems import Origin, Problem, error, warning
from generator.reading.findings import Findings
from generator.reading.names_in_text import Name, found_in, parts_of, words_of
from generator.reading.student import ReadStudent
from generator.reading.student_facts import StudentFacts
from generator.reading.tree import read_text

_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_NOT_WORDS = frozenset(
    {
        "by",
        "id",
        "path",
        "hello",
        "picture",
        "icon",
        "avatar",
        "accent",
        "cover",
        "language",
        "title_language",
        "origin",
        "group",
        "name",
        "called",
        "teachers",
        "partners",
        "address",
        "present",
        "led_by",
        "permission",
    }
)
"""Fields that hold no free text, or names that were narrowed already."""


def names_of_others(findings: Findings) -> Iterator[Problem]:
    """Names of schoolmates in what families read, where their own families did not agree to be named so."""
    names = _by_first_word(findings)
    for read in findings.students:
        if read.student is not None and read.facts is not None:
            yield from _in_portfolio(read.student, own=read.facts, names=names, findings=findings)


def consents_fit(findings: Findings) -> Iterator[Problem]:
    """A form is signed by a guardian of that very child."""
    facts = {known.id: known for known in findings.all_facts}
    for consent in findings.roster.consents.values():
        child, guardian = facts.get(consent.student), consent.signed_by
        if child is not None and guardian is not None and guardian not in child.guardians:
            message = f"`{guardian}` is not a guardian of `{child.id}`"
            fix = (
                "name the guardian who signed, or add the person to `guardians:` in the child's `student.yml`"
            )
            yield error(consent.origin, "guardian-of-another", message, fix=fix)


def same_ids_together(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    """A piece of group work and a piece of the student's own cannot be told apart under one name."""
    paths = {item.stem: item.path for item in findings.content.group_work}
    for item in read.tree.evidence:
        if item.stem in read.shared:
            message = f"`{item.stem}` is there twice, also as `{paths[item.stem]}`"
            fix = "keep the one in `group-work`, or give the student's own another name"
            yield error(Origin(path=item.path), "duplicate-id", message, fix=fix)


def _by_first_word(findings: Findings) -> dict[str, list[Name]]:
    names: dict[str, list[Name]] = {}
    for child in findings.all_facts:
        for typed in _names_of(child, naming=findings.roster.naming_of(child.id)):
            words = words_of(typed)
            names.setdefault(words[0], []).append(Name(words=words, typed=typed, child=child))
    return names


def _names_of(child: StudentFacts, *, naming: Naming) -> tuple[str, ...]:
    """The first names; where the family agreed to those, only together with a family name."""
    whole = parts_of(child.name)
    if naming is not Naming.FIRST_NAME:
        return tuple(dict.fromkeys(name for name in (child.called, *whole[:1]) if words_of(name)))
    both = (" ".join(whole[:2]), " ".join((*whole[:1], *whole[-1:])))
    return tuple(dict.fromkeys(both)) if len(whole) > 1 else ()


def _in_portfolio(
    student: Student, *, own: StudentFacts, names: dict[str, list[Name]], findings: Findings
) -> Iterator[Problem]:
    familiar = _familiar(own, findings=findings)
    for record in _records(student):
        if getattr(record, "audience", Audience.FAMILY).width < Audience.FAMILY.width:
            continue
        told: set[tuple[str, ...]] = set()
        for text, origin in _texts(record, origin=record.origin):
            for name in found_in(text, names=names):
                kin = name.child.id == own.id or set(name.child.guardians) & set(own.guardians)
                if kin or name.words in told or familiar.issuperset(name.words):
                    continue
                told.add(name.words)
                yield _named(name, origin=origin, findings=findings)


def _records(student: Student) -> Iterator[Any]:
    """Everything of the student that somebody wrote, record by record."""
    yield from student.evidence
    yield from student.assessments
    yield from student.reflections
    yield from student.goals
    yield from student.points
    yield from student.updates
    yield from student.informal_updates
    yield from student.self_assessments
    yield from student.conversations
    yield from student.conferences
    yield from student.comparisons
    if student.showcase is not None:
        yield from student.showcase.picks
    if student.about is not None:
        yield student.about


def _familiar(own: StudentFacts, *, findings: Findings) -> frozenset[str]:
    """Words that name somebody of this child's own: the child, the family, the staff, whom the family listed."""
    people = findings.people_by_id
    family = [people[known] for known in own.guardians if known in people]
    names = (own.name, own.called, *own.own_people)
    names += tuple(name for person in (*family, *findings.staff) for name in (person.name, person.shown_as))
    return frozenset(word for name in names for word in words_of(name))


def _texts(value: object, *, origin: Origin) -> Iterator[tuple[str, Origin]]:
    """All free text of a record, with the nearest place that is known."""
    if isinstance(value, Words):
        yield value.text, origin
    elif isinstance(value, str):
        # Members of enums are no one's writing, and ids are published as nothing but a hash.
        if type(value) is str and value and not _AN_ID.fullmatch(value):
            yield value, origin
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one, origin=origin)
    elif is_dataclass(value) and not isinstance(value, type):
        nearest = getattr(value, "origin", origin)
        for known in fields(value):
            if known.name not in _NOT_WORDS:
                yield from _texts(getattr(value, known.name), origin=nearest)


def _named(name: Name, *, origin: Origin, findings: Findings) -> Problem:
    return warning(
        _place(name.typed.split()[0], origin=origin, findings=findings),
        "name-of-another",
        f"`{name.typed}` is the name of another student, `{name.child.id}`",
        fix="write `a classmate`; where the family agreed to the first name, write `named as: first name`"
        " in `consent.yml`; if it is somebody else, list the name under `own people:` in `student.yml`",
    )


def _place(first: str, *, origin: Origin, findings: Findings) -> Origin:
    """The very word in the file, where it stands there as it was read."""
    text = read_text(findings.content, origin.path)
    if isinstance(text, Problem):
        return origin
    word = re.compile(rf"(?<!\w){re.escape(first)}(?!\w)", re.IGNORECASE)
    lines = range(1, len(text.lines) + 1)
    # The record begins at its origin; what stands above belongs to another one.
    for number in (*lines[max(0, origin.line - 1) :], *lines[: max(0, origin.line - 1)]):
        found = word.search(text.lines[number - 1])
        if found:
            return text.origin(number, column=found.start() + 1, width=len(first))
    return origin
