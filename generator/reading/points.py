"""Points of progress: the dated message home."""

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, EvidenceId
from generator.model.progress import PointOfProgress
from generator.reading.documents import read_item
from generator.reading.field_types import (
    AUDIENCE,
    LANGUAGE,
    LEVEL,
    PAST_DATE,
    TEXT,
    WORDS,
    evidence_or_whole,
    reference,
)
from generator.reading.fields import Field, Shape
from generator.reading.names import day_of, read_name
from generator.reading.notes import Notes, Reference, Target

_DATE = Field(name="date", type=PAST_DATE, help="the day; from the file's name when left out")
_AREA = Field(
    name="area", type=reference(Target.AREA, AreaId), help="the area; from the file's name when left out"
)
_BY = Field(name="by", type=reference(Target.STAFF, str), required=True, help="a member of staff")
_LEVEL = Field(name="level", type=LEVEL, required=True, help="a level of the scale, as sign or as word")
_CAN_DO = Field(name="can do", type=WORDS, required=True, help="the strength, first")
_WORKING_ON = Field(name="working on", type=WORDS, help="what is growing")
_NEXT_STEP = Field(name="next step", type=WORDS, help="what to do next")
_AT_HOME = Field(name="at home", type=TEXT, help="what helps at home")
_EVIDENCE = Field(
    name="evidence",
    type=evidence_or_whole(),
    required=True,
    help="the samples it is about, or whole portfolio",
)
_REVISES = Field(name="revises", type=reference(Target.POINT, str), help="the earlier point this one updates")
_REASON = Field(name="reason", type=TEXT, help="for a level outside the scale: why, and the plan")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the words; the school's when left out"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
POINT = Shape(
    name="a point of progress",
    fields=(
        _DATE,
        _AREA,
        _BY,
        _LEVEL,
        _CAN_DO,
        _WORKING_ON,
        _NEXT_STEP,
        _AT_HOME,
        _EVIDENCE,
        _REVISES,
        _REASON,
        _LANGUAGE,
        _AUDIENCE,
    ),
)


def read_point(notes: Notes, *, stem: str) -> PointOfProgress | None:
    """One point of progress; `stem` is the name of its file without the ending."""
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=POINT)
    if name is None or values is None:
        return None
    given_on = day_of(name, values.get(_DATE), notes=notes)
    area = values.get(_AREA)
    if area is None:
        area = AreaId(name.rest)
        notes.references.append(Reference(target=Target.AREA, id=area, origin=notes.text.origin(0)))
    if given_on is None:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.school_language)
    working_on, next_step = values.get(_WORKING_ON), values.get(_NEXT_STEP)
    evidence: tuple[EvidenceId, ...] | None = values.need(_EVIDENCE).ids
    return PointOfProgress(
        id=name.id,
        given_on=given_on,
        area=area,
        by=notes.speaker(values.need(_BY)).name,
        level=values.need(_LEVEL),
        can_do=values.need(_CAN_DO).words(language),
        working_on=working_on.words(language) if working_on else None,
        next_step=next_step.words(language) if next_step else None,
        at_home=values.get_or(_AT_HOME, ""),
        evidence=evidence or (),
        whole_portfolio=evidence is None,
        revises=values.get(_REVISES),
        reason=values.get_or(_REASON, ""),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )
