"""Other children in one child's portfolio: names in the words, and consents that do not fit the families."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from generator.model.audience import Audience, Role
from generator.model.consent import Naming
from generator.model.student import Student
from generator.model.words import Words
from generator.problems import Origin, Problem, error, warning
from generator.reading.findings import Findings
from generator.reading.student import ReadStudent
from generator.reading.student_facts import StudentFacts
from generator.reading.tree import read_text

_BETWEEN = re.compile(r"[\s.,;:!?…()\[\]{}<>\"“”„‘’'`´*_/\\|~#+=&@،؛؟。，、！？「」–—-]+")
_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
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


_ALSO_WORDS = frozenset(
    [
        "ace",
        "amber",
        "an",
        "angel",
        "april",
        "art",
        "ash",
        "august",
        "austin",
        "autumn",
        "basil",
        "bill",
        "brook",
        "buck",
        "buddy",
        "charity",
        "chase",
        "christian",
        "claire",
        "clay",
        "cliff",
        "dale",
        "dawn",
        "dean",
        "destiny",
        "do",
        "drew",
        "duke",
        "earl",
        "eve",
        "faith",
        "fleur",
        "forest",
        "france",
        "frank",
        "gene",
        "ginger",
        "glen",
        "grace",
        "grant",
        "guy",
        "ha",
        "hang",
        "harmony",
        "he",
        "heath",
        "ho",
        "honor",
        "hope",
        "hunter",
        "iris",
        "ivy",
        "jack",
        "jade",
        "jay",
        "jordan",
        "joy",
        "june",
        "justice",
        "king",
        "lane",
        "lark",
        "lily",
        "long",
        "love",
        "mark",
        "mason",
        "may",
        "me",
        "melody",
        "mercy",
        "miles",
        "my",
        "noble",
        "olive",
        "page",
        "pat",
        "patience",
        "pearl",
        "prince",
        "rain",
        "ray",
        "reed",
        "rich",
        "river",
        "rob",
        "robin",
        "rose",
        "ruby",
        "rusty",
        "sage",
        "sandy",
        "savannah",
        "sky",
        "so",
        "song",
        "star",
        "storm",
        "sue",
        "summer",
        "sun",
        "sunny",
        "to",
        "will",
        "winter",
        "wren",
        "you",
    ]
)
"""First names that are ordinary words as well: they count only where a capital inside a sentence tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    """A name that must not stand in another child's portfolio, word by word, and whose it is."""

    words: tuple[str, ...]
    typed: str
    child: StudentFacts


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


def _by_first_word(findings: Findings) -> dict[str, list[_Name]]:
    names: dict[str, list[_Name]] = {}
    for child in findings.all_facts:
        for typed in _names_of(child, naming=findings.roster.naming_of(child.id)):
            words = _words(typed)
            names.setdefault(words[0], []).append(_Name(words=words, typed=typed, child=child))
    return names


def _names_of(child: StudentFacts, *, naming: Naming) -> tuple[str, ...]:
    """The first names; where the family agreed to those, only together with a family name."""
    whole = [word for word in _BETWEEN.split(child.name) if word]
    if naming is not Naming.FIRST_NAME:
        return tuple(dict.fromkeys(name for name in (child.called, *whole[:1]) if _words(name)))
    both = (" ".join(whole[:2]), " ".join((*whole[:1], *whole[-1:])))
    return tuple(dict.fromkeys(both)) if len(whole) > 1 else ()


def _in_portfolio(
    student: Student, *, own: StudentFacts, names: dict[str, list[_Name]], findings: Findings
) -> Iterator[Problem]:
    familiar = _familiar(own, findings=findings)
    for record in _records(student):
        if getattr(record, "audience", Audience.FAMILY).width < Audience.FAMILY.width:
            continue
        told: set[tuple[str, ...]] = set()
        for text, origin in _texts(record, origin=record.origin):
            for name in _found(text, names=names):
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
    people = {person.id: person for person in findings.people}
    family = [people[known] for known in own.guardians if known in people]
    staff = [person for person in findings.people if person.role is Role.STAFF]
    names = (own.name, own.called, *own.own_people)
    names += tuple(name for person in (*family, *staff) for name in (person.name, person.shown_as))
    return frozenset(word for name in names for word in _words(name))


def _words(text: str) -> tuple[str, ...]:
    """As children type them: capitals do not tell, and an accent is one letter however it was typed."""
    return tuple(word.casefold() for word in _BETWEEN.split(unicodedata.normalize("NFC", text)) if word)


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


def _found(text: str, *, names: dict[str, list[_Name]]) -> Iterator[_Name]:
    words = _words(text)
    if names.keys().isdisjoint(words) and not _UNSPACED.search(text):
        return
    typed = [word for word in _BETWEEN.split(unicodedata.normalize("NFC", text)) if word]
    for place, word in enumerate(words):
        for name in names.get(word, ()):
            if words[place : place + len(name.words)] != name.words:
                continue
            if len(name.words) > 1 or word not in _ALSO_WORDS or _is_a_name(typed[place], text=text):
                yield name
    if _UNSPACED.search(text):
        # Where no spaces part the words, a name is looked for as it stands.
        for first, same in names.items():
            if _UNSPACED.search(first) and first in text:
                yield from same


def _is_a_name(typed: str, *, text: str) -> bool:
    """Whether a word that also means something else is written with a capital inside a sentence."""
    inside = re.compile(rf"[\w,;)] +{re.escape(typed)}(?!\w)")
    return typed[:1].isupper() and inside.search(text) is not None


def _named(name: _Name, *, origin: Origin, findings: Findings) -> Problem:
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
