"""Learning updates, summaries of learning and informal updates, from `progress/`."""

from typing import TypeAlias

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, EvidenceId, GoalId, ReflectionId, UpdateId
from generator.model.progress import AreaReport, InformalForm, InformalUpdate, LearningUpdate
from generator.model.reporting import CommunicationKind
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import LEVEL, reference
from generator.reading.names import day_of, read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, TEXT, choice
from generator.reading.word_types import LANGUAGE, WORDS
from generator.reading.wording.levels import remark_on_levels
from generator.reading.wording.remarks import remark_on_wording

_AREA = Field(name="area", type=reference(Target.AREA, AreaId), required=True, help="the area of learning")
_LEVEL = Field(name="level", type=LEVEL, help="a level of the scale, as sign or as word")
_CAN_DO = Field(name="can do", type=WORDS, required=True, help="the strength, first")
_WORKING_ON = Field(name="working on", type=WORDS, help="what is growing")
_NEXT_STEP = Field(name="next step", type=WORDS, help="what to do next")
_REASON = Field(name="reason", type=TEXT, help="for a level outside the scale: why")
_PLAN = Field(name="plan", type=TEXT, help="for a level outside the scale: what happens until when")
_RESTS_ON = Field(
    name="evidence",
    type=one_or_more(reference(Target.EVIDENCE, EvidenceId)),
    help="what it rests on; all evidence of the area in this school year when left out",
)
AREA_REPORT = Shape(
    name="a report on an area",
    fields=(_AREA, _LEVEL, _CAN_DO, _WORKING_ON, _NEXT_STEP, _REASON, _PLAN, _RESTS_ON),
)

_DATE = Field(name="date", type=PAST_DATE, help="the day; from the file's name when left out")
_BY = Field(name="by", type=reference(Target.STAFF, str), required=True, help="a member of staff")
_WORDS = Field(name="words", type=WORDS, help="what the teacher says before the areas")
_AREAS = Field(
    name="areas", type=one_or_more(record(AREA_REPORT)), required=True, help="the areas of learning, in order"
)
_NOT_STUDIED = Field(
    name="not studied now",
    type=one_or_more(reference(Target.AREA, AreaId)),
    help="areas that had no turn yet",
)
_REFLECTIONS = Field(
    name="reflections",
    type=one_or_more(reference(Target.REFLECTION, ReflectionId)),
    help="the student's own look back",
)
_GOALS = Field(
    name="goals", type=one_or_more(reference(Target.GOAL, GoalId)), help="the goals the student works on"
)
_ATTENDANCE = Field(name="attendance", type=TEXT, help="days at school, in words")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the words; the school's when left out"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
LEARNING_UPDATE = Shape(
    name="a learning update",
    fields=(
        _DATE,
        _BY,
        _WORDS,
        _AREAS,
        _NOT_STUDIED,
        _REFLECTIONS,
        _GOALS,
        _ATTENDANCE,
        _LANGUAGE,
        _AUDIENCE,
    ),
)

_FORM = Field(name="form", type=choice(InformalForm), required=True, help="how the family was told")
_ABOUT = Field(name="words", type=WORDS, required=True, help="what it was about")
INFORMAL_UPDATE = Shape(name="an informal update", fields=(_DATE, _BY, _FORM, _ABOUT, _LANGUAGE, _AUDIENCE))

Update: TypeAlias = LearningUpdate | InformalUpdate


def kind_of_update(stem: str) -> CommunicationKind | None:
    """What a file in `progress/` is by the end of its name; None for a point of progress."""
    for kind in CommunicationKind:
        ending = kind.replace(" ", "-")
        if stem == ending or stem.endswith(f"-{ending}"):
            return kind
    return None


def read_update(notes: Notes, *, stem: str) -> Update | None:
    """One update; `stem` is the name of its file without the ending, and says which of the three it is."""
    kind = kind_of_update(stem)
    return (
        _informal(notes, stem=stem)
        if kind is CommunicationKind.INFORMAL_UPDATE
        else _written(notes, stem=stem)
    )


def _written(notes: Notes, *, stem: str) -> LearningUpdate | None:
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=LEARNING_UPDATE)
    given_on = day_of(name, values.get(_DATE), notes=notes) if name and values else None
    if name is None or values is None or given_on is None:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.school_language)
    words = values.get(_WORDS)
    return LearningUpdate(
        id=UpdateId(name.id),
        kind=kind_of_update(stem) or CommunicationKind.LEARNING_UPDATE,
        given_on=given_on,
        by=notes.speaker(values.need(_BY)).name,
        words=words.words(language) if words else None,
        areas=tuple(_area(one, language=language, notes=notes) for one in values.need(_AREAS)),
        not_studied_now=values.get_or(_NOT_STUDIED, ()),
        reflections=values.get_or(_REFLECTIONS, ()),
        goals=values.get_or(_GOALS, ()),
        attendance=values.get_or(_ATTENDANCE, ""),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )


def _area(values: Values, *, language: str, notes: Notes) -> AreaReport:
    working_on, next_step = values.get(_WORKING_ON), values.get(_NEXT_STEP)
    remark_on_wording(values, (_CAN_DO, _WORKING_ON, _NEXT_STEP), language=language, notes=notes)
    remark_on_levels(values, (_CAN_DO, _WORKING_ON), level=values.get(_LEVEL), notes=notes)
    return AreaReport(
        area=values.need(_AREA),
        level=values.get(_LEVEL),
        can_do=values.need(_CAN_DO).words(language),
        working_on=working_on.words(language) if working_on else None,
        next_step=next_step.words(language) if next_step else None,
        reason=values.get_or(_REASON, ""),
        plan=values.get_or(_PLAN, ""),
        evidence=values.get_or(_RESTS_ON, ()),
        origin=values.origin,
    )


def _informal(notes: Notes, *, stem: str) -> InformalUpdate | None:
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=INFORMAL_UPDATE)
    given_on = day_of(name, values.get(_DATE), notes=notes) if name and values else None
    if name is None or values is None or given_on is None:
        return None
    return InformalUpdate(
        id=UpdateId(name.id),
        given_on=given_on,
        by=notes.speaker(values.need(_BY)).name,
        form=values.need(_FORM),
        words=values.need(_ABOUT).words(values.get_or(_LANGUAGE, notes.surroundings.school_language)),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )
