"""Points of progress: the dated message home."""

from dataclasses import dataclass

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, EvidenceId
from generator.model.progress import PointOfProgress
from generator.reading.conversations import CONVERSATION_INSIDE, conversation_of
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, FieldType, Shape, Values
from generator.reading.id_types import LEVEL, reference
from generator.reading.names import day_of, read_name
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Reference, Target
from generator.reading.plain_types import AUDIENCE, TEXT
from generator.reading.word_types import LANGUAGE, WORDS
from generator.reading.wording.levels import remark_on_levels
from generator.reading.wording.remarks import remark_on_next_step, remark_on_wording
from generator.reading.yaml import Node, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sample:
    """What a point of progress is about: some evidence, or the whole portfolio where `ids` is None."""

    ids: tuple[EvidenceId, ...] | None


def _sample() -> FieldType[_Sample]:
    """Evidence ids, or the two words `whole portfolio`."""
    ids = one_or_more(reference(Target.EVIDENCE, EvidenceId))

    def read(node: Node, notes: Notes) -> _Sample | None:
        if isinstance(node, Scalar) and " ".join(node.text.split()).casefold() == "whole portfolio":
            return _Sample(ids=None)
        found = ids.read(node, notes)
        if found == ():
            fix = "name the evidence it is about, or write `whole portfolio`"
            notes.error(node, "no-sample", "the point of progress shows no sample of learning", fix=fix)
            return None
        return None if found is None else _Sample(ids=found)

    return FieldType(read=read, schema=ids.schema)


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
    type=_sample(),
    required=True,
    help="the samples it is about, or whole portfolio",
)
_REVISES = Field(name="revises", type=reference(Target.POINT, str), help="the earlier point this one updates")
_WHAT_CHANGED = Field(
    name="what changed", type=WORDS, help="for a point that revises one: what is new, and what showed it"
)
_REASON = Field(name="reason", type=TEXT, help="for a level outside the scale: why")
_PLAN = Field(name="plan", type=TEXT, help="for a level outside the scale: what happens until when")
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
        _WHAT_CHANGED,
        _REASON,
        _PLAN,
        CONVERSATION_INSIDE,
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
    remark_on_wording(
        values, (_CAN_DO, _WORKING_ON, _NEXT_STEP, _WHAT_CHANGED), language=language, notes=notes
    )
    remark_on_levels(values, (_CAN_DO, _WORKING_ON), level=values.need(_LEVEL), notes=notes)
    remark_on_next_step(values, _NEXT_STEP, notes=notes)
    what_changed = values.get(_WHAT_CHANGED)
    _say_what_changed(values, notes=notes)
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
        plan=values.get_or(_PLAN, ""),
        what_changed=what_changed.words(language) if what_changed else None,
        conversation=conversation_of(values, notes=notes),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )


def _say_what_changed(values: Values, *, notes: Notes) -> None:
    revises, what_changed = values.get(_REVISES), values.get(_WHAT_CHANGED)
    if revises is not None and what_changed is None:
        message = f"the point updates `{revises}` and does not say what changed"
        fix = "add a line `what changed:` with what is new since then, and what showed it"
        notes.warn(values.nodes["revises"], "silent-change", message, fix=fix)
    elif what_changed is not None and revises is None:
        message = "`what changed` is written, and no earlier point is named"
        fix = "add a line `revises:` with the earlier point, or take the line out"
        notes.warn(values.nodes["what changed"], "silent-change", message, fix=fix)
