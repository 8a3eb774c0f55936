"""Judgements of learning, in `assessments.yml` or inside the evidence they are about."""

from datetime import date

from generator.model.assessment import Assessment
from generator.model.audience import Audience
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId
from generator.model.words import Voice
from generator.problems import Problem, error
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_items
from generator.reading.fields import Field, FieldType, Shape, Values
from generator.reading.id_types import LEVEL, SPEAKER, reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, YES_NO
from generator.reading.word_types import LANGUAGE, WORDS
from generator.reading.wording.levels import remark_on_levels
from generator.reading.wording.remarks import remark_on_missing_evidence, remark_on_wording
from generator.reading.yaml import Node, Scalar

_DATE = Field(
    name="date", type=PAST_DATE, help="the day of the judgement; inside evidence, its date when left out"
)


def _judge() -> FieldType[str]:
    """Who judges: a teacher, or the student. A classmate says what is strong, and gives no level."""

    def read(node: Node, notes: Notes) -> str | None:
        if isinstance(node, Scalar) and node.text.strip() == "peer":
            fix = "take it out, and let the classmate say what is strong under `feedback:`, with `by: peer`"
            notes.error(node, "peer-level", "no child gives another child a level", fix=fix)
            return None
        return SPEAKER.read(node, notes)

    return FieldType(read=read, schema=SPEAKER.schema)


_BY = Field(name="by", type=_judge(), required=True, help="a member of staff, or student")
_COMPETENCY = Field(
    name="competency", type=reference(Target.COMPETENCY, CompetencyId), help="the competency judged"
)
_AREA = Field(
    name="area", type=reference(Target.AREA, AreaId), help="the whole area judged, instead of a competency"
)
_LEVEL = Field(name="level", type=LEVEL, required=True, help="a level of the scale, as sign or as word")
_COMMENT = Field(name="comment", type=WORDS, help="what was seen, in words")
_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the comment")
_EVIDENCE = Field(
    name="evidence",
    type=one_or_more(reference(Target.EVIDENCE, EvidenceId)),
    help="what the judgement is about",
)
_NEW_TARGET = Field(name="new target", type=YES_NO, help="yes where it looks at a new, harder target")
_WHAT_CHANGED = Field(
    name="what changed", type=WORDS, help="what is new since it was judged before, and what showed it"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
ASSESSMENT = Shape(
    name="an assessment",
    fields=(
        _DATE,
        _BY,
        _COMPETENCY,
        _AREA,
        _LEVEL,
        _COMMENT,
        _LANGUAGE,
        _EVIDENCE,
        _NEW_TARGET,
        _WHAT_CHANGED,
        _AUDIENCE,
    ),
)

ASSESSMENTS = Field(
    name="assessments", type=one_or_more(record(ASSESSMENT)), help="judgements about this evidence"
)


def read_assessments(notes: Notes) -> tuple[Assessment, ...]:
    """Everything in `assessments.yml`, as typed."""
    read = (_assessment(values, notes=notes) for values in read_items(notes, shape=ASSESSMENT))
    return tuple(assessment for assessment in read if assessment)


def assessments_about(
    values: Values, *, evidence: EvidenceId, made_on: date, audience: Audience, notes: Notes
) -> tuple[Assessment, ...]:
    """Judgements written inside a piece of evidence; none is shared more widely than the piece unless it says so."""
    read = (
        _assessment(item, notes=notes, about=evidence, made_on=made_on, audience=audience)
        for item in values.get_or(ASSESSMENTS, ())
    )
    return tuple(assessment for assessment in read if assessment)


def _assessment(
    values: Values,
    *,
    notes: Notes,
    about: EvidenceId | None = None,
    made_on: date | None = None,
    audience: Audience = Audience.FAMILY,
) -> Assessment | None:
    day = values.get(_DATE) or made_on
    competency, area = values.get(_COMPETENCY), values.get(_AREA)
    whole = True
    if (competency is None) == (area is None):
        whole = False
        notes.problems.append(
            _about_what(values, both=competency is not None),
        )
    if day is None:
        whole = False
        notes.problems.append(_no_day(values))
    if not whole or day is None:
        return None
    speaker = notes.speaker(values.need(_BY))
    comment = values.get(_COMMENT)
    evidence = values.get_or(_EVIDENCE, ())
    if speaker.voice is Voice.TEACHER:
        said_in = values.get_or(_LANGUAGE, speaker.language)
        remark_on_wording(values, (_COMMENT, _WHAT_CHANGED), language=said_in, notes=notes)
        remark_on_levels(values, (_COMMENT,), level=values.need(_LEVEL), notes=notes)
        if about is None:
            remark_on_missing_evidence(values, _EVIDENCE, notes=notes)
    if about is not None and about not in evidence:
        evidence = (about, *evidence)
    what_changed = values.get(_WHAT_CHANGED)
    return Assessment(
        given_on=day,
        voice=speaker.voice,
        by=speaker.name,
        competency=competency,
        area=area,
        level=values.need(_LEVEL),
        comment=comment.words(values.get_or(_LANGUAGE, speaker.language)) if comment else None,
        evidence=evidence,
        audience=values.get_or(_AUDIENCE, min(audience, Audience.FAMILY, key=lambda circle: circle.width)),
        new_target=values.get_or(_NEW_TARGET, False),
        origin=values.origin,
        what_changed=what_changed.words(values.get_or(_LANGUAGE, speaker.language)) if what_changed else None,
    )


def _about_what(values: Values, *, both: bool) -> Problem:
    said = (
        "an assessment is about a competency or about an area, not both"
        if both
        else "the assessment is about nothing"
    )
    fix = "keep `competency:` or `area:`" if both else "add a line `competency:` or `area:`"
    return error(values.origin, "competency-or-area", said, fix=fix)


def _no_day(values: Values) -> Problem:
    return error(values.origin, "missing-date", "there is no date", fix="add a line `date: 2025-10-02`")
