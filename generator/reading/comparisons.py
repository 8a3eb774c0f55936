"""Pairs of pieces that show growth, from `growth.yml`."""

from generator.model.comparison import Comparison
from generator.model.identifiers import EvidenceId
from generator.reading.documents import read_items
from generator.reading.fields import Field, Shape
from generator.reading.id_types import reference
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT, YES_NO
from generator.reading.word_types import WORDS

_EVIDENCE = reference(Target.EVIDENCE, EvidenceId)
_EARLIER = Field(name="earlier", type=_EVIDENCE, required=True, help="the earlier piece")
_LATER = Field(name="later", type=_EVIDENCE, required=True, help="the later piece")
_TITLE = Field(name="title", type=TEXT, required=True, help="the change, in one sentence")
_NOTICED = Field(name="noticed", type=WORDS, help="what the student notices")
_TEACHER_SEES = Field(name="teacher sees", type=WORDS, help="what the teacher sees")
_ALIGNED = Field(name="aligned", type=YES_NO, help="yes where both pictures show the same frame")
COMPARISON = Shape(name="a comparison", fields=(_EARLIER, _LATER, _TITLE, _NOTICED, _TEACHER_SEES, _ALIGNED))


def read_comparisons(notes: Notes) -> tuple[Comparison, ...]:
    """Everything in `growth.yml`, as typed."""
    around = notes.surroundings
    found = []
    for values in read_items(notes, shape=COMPARISON):
        noticed, teacher_sees = values.get(_NOTICED), values.get(_TEACHER_SEES)
        found.append(
            Comparison(
                earlier=values.need(_EARLIER),
                later=values.need(_LATER),
                title=values.need(_TITLE),
                noticed=noticed.words(around.student_language) if noticed else None,
                teacher_sees=teacher_sees.words(around.school_language) if teacher_sees else None,
                aligned=values.get_or(_ALIGNED, False),
                origin=values.origin,
            )
        )
    return tuple(found)
