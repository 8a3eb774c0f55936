"""The way a piece was made: its versions in a row, from the first idea to the last resubmission."""

from dataclasses import dataclass, field

from generator.model.evidence import Evidence
from generator.model.student import Student
from generator.views.card import EvidenceCard, card_of
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessStep:
    """One version of a piece."""

    card: EvidenceCard = field(metadata={"help": "the version, with its stage and date"})
    number: int = field(metadata={"help": "its place in the row, from 1"})
    current: bool = field(metadata={"help": "the page that shows the row is about this version"})


def versions_of(evidence: Evidence, *, student: Student) -> tuple[Evidence, ...]:
    """All versions of the same piece, oldest first; the evidence alone where it belongs to none."""
    if evidence.piece is None:
        return (evidence,)
    same = (known for known in student.evidence if known.piece == evidence.piece)
    return tuple(sorted(same, key=lambda known: known.made_on))


def process_strip(evidence: Evidence, *, subject: Subject) -> tuple[ProcessStep, ...]:
    """The versions in a row; empty where there is only one."""
    versions = versions_of(evidence, student=subject.student)
    if len(versions) < 2:
        return ()
    return tuple(
        ProcessStep(card=card_of(version, subject=subject), number=number, current=version.id == evidence.id)
        for number, version in enumerate(versions, start=1)
    )
