"""Core competencies in the student's own voice, from `core-competencies.yml`."""

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, ProfileId
from generator.model.self_assessment import SelfAssessment
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_items
from generator.reading.fields import Field, Shape
from generator.reading.id_types import reference
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE
from generator.reading.word_types import WORDS

_DATE = Field(name="date", type=PAST_DATE, required=True, help="the day the student chose it")
_PROFILE = Field(
    name="profile",
    type=reference(Target.PROFILE, ProfileId),
    required=True,
    help="the statement the student finds true",
)
_WHY = Field(name="why", type=WORDS, required=True, help="the student's reason")
_EVIDENCE = Field(
    name="evidence",
    type=one_or_more(reference(Target.EVIDENCE, EvidenceId)),
    required=True,
    help="the pieces that show it",
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
SELF_ASSESSMENT = Shape(name="a self-assessment", fields=(_DATE, _PROFILE, _WHY, _EVIDENCE, _AUDIENCE))


def read_self_assessments(notes: Notes) -> tuple[SelfAssessment, ...]:
    """Everything in `core-competencies.yml`, as typed."""
    return tuple(
        SelfAssessment(
            made_on=values.need(_DATE),
            profile=values.need(_PROFILE),
            why=values.need(_WHY).words(notes.surroundings.student_language),
            evidence=values.need(_EVIDENCE),
            audience=values.get_or(_AUDIENCE, Audience.FAMILY),
            origin=values.origin,
        )
        for values in read_items(notes, shape=SELF_ASSESSMENT)
    )
