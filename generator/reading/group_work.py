"""Work that a group made: written once, read for each member with that member's own role and words.

What is read for one member holds nobody else's words, and names the others as their families want it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from generator.model.evidence import Context, Evidence, EvidenceForm
from generator.model.group_work import Part, Partner
from generator.model.identifiers import StudentId
from generator.reading.artifacts import ARTIFACTS, artifacts_of
from generator.reading.evidence import (
    EVIDENCE,
    FEEDBACK_FIELD,
    evidence_of,
    feedback_of,
    read_facts_and_words,
)
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT
from generator.reading.word_types import WORDS

T = TypeVar("T")

_STUDENT = Field(
    name="student",
    type=reference(Target.STUDENT, StudentId),
    required=True,
    help="the member's folder in students",
)
_ROLE = Field(name="role", type=TEXT, help="what the member did, such as drew the map")
_WORDS = Field(name="words", type=WORDS, help="the member about their own part; only in their own portfolio")
MEMBER = Shape(name="a member", fields=(_STUDENT, _ROLE, _WORDS, ARTIFACTS, FEEDBACK_FIELD))
_MEMBERS = Field(
    name="members",
    type=one_or_more(record(MEMBER)),
    required=True,
    help="who made it, each with their own role and words",
)
_ONE_STUDENTS_OWN = {"explanation", "i chose", "assessments", "rubric", "conversation", "piece", "stage"}
GROUP_WORK = Shape(
    name="group work",
    fields=(*(known for known in EVIDENCE.fields if known.name not in _ONE_STUDENTS_OWN), _MEMBERS),
)


def read_members(notes: Notes, *, stem: str) -> tuple[StudentId, ...]:
    """Everybody who made it; nobody where the text is not whole. Notes what is wrong in the whole text."""
    found = read_facts_and_words(notes, shape=GROUP_WORK, stem=stem)
    if found is None:
        return ()
    members = found.values.need(_MEMBERS)
    ids = [member.need(_STUDENT) for member in members]
    for place, member in enumerate(members):
        if ids[place] in ids[:place]:
            fix = "write everything about one member in one place"
            notes.error(member.nodes["student"], "duplicate-id", f"`{ids[place]}` is there twice", fix=fix)
    if len(set(ids)) < 2:
        notes.warn(
            found.values.nodes["members"],
            "alone-in-a-group",
            "only one student made it",
            fix="name the others under `members`, or move the piece to the student's own evidence",
        )
    return tuple(dict.fromkeys(ids))


def read_part(notes: Notes, *, stem: str) -> Evidence | None:
    """The piece as it stands in the portfolio of the student whose surroundings these are."""
    around = notes.surroundings
    own_words = around.student_language
    # What all share is in nobody's own language, so the school's is taken.
    notes.surroundings = replace(around, student_language=around.school_language)
    found = read_facts_and_words(notes, shape=GROUP_WORK, stem=stem)
    shared = evidence_of(found, notes=notes) if found else None
    notes.surroundings = around
    if found is None or shared is None:
        return None
    _only_from_outside(found.values, notes=notes)
    members = found.values.need(_MEMBERS)
    own = next((member for member in members if member.need(_STUDENT) == around.student), None)
    if own is None:
        return None
    words = own.get(_WORDS)
    return replace(
        shared,
        form=shared.form or EvidenceForm.GROUP_WORK,
        context=shared.context or Context.GROUP,
        artifacts=(*shared.artifacts, *artifacts_of(own, notes=notes)),
        feedback=(*shared.feedback, *feedback_of(own, made_on=shared.made_on, notes=notes)),
        part=Part(
            role=own.get_or(_ROLE, ""),
            words=words.words(own_words) if words else None,
            partners=tuple(_partners(members, notes=notes)),
        ),
    )


def _partners(members: tuple[Values, ...], *, notes: Notes) -> Iterator[Partner]:
    around = notes.surroundings
    for member in members:
        student = member.need(_STUDENT)
        if student != around.student:
            yield Partner(name=around.roster.name(student), role=member.get_or(_ROLE, ""))


def _only_from_outside(values: Values, *, notes: Notes) -> None:
    """Feedback to all stands in everybody's portfolio, so no one student's voice or family may be in it."""
    staff = notes.surroundings.people
    for given in values.get_or(FEEDBACK_FIELD, ()):
        by = given.found["by"]
        person = staff.get(by)
        if by == "student" or (person is not None and person.role == "guardian"):
            notes.error(
                given.nodes["by"],
                "not-for-a-group",
                f"feedback by `{by}` would stand in every member's portfolio",
                fix="write it under the member it belongs to",
            )
