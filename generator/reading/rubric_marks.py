"""What people say by a rubric, inside a piece of evidence."""

from datetime import date

from generator.model.identifiers import CriterionId, RubricId
from generator.model.rubric import CriterionMark, RubricMark, RubricUse
from generator.model.words import Voice
from generator.reading.date_types import PAST_DATE
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import LEVEL, SPEAKER, any_id, reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT
from generator.reading.word_types import LANGUAGE, WORDS

_CRITERION = Field(
    name="criterion", type=any_id(CriterionId), required=True, help="the id of a criterion of that version"
)
_STRENGTH = Field(name="strength", type=WORDS, help="what is strong already, and where it shows")
_GROWING = Field(name="growing", type=WORDS, help="where it can grow")
_LEVEL = Field(name="level", type=LEVEL, help="for a levelled rubric: a level of the scale")
CRITERION_MARK = Shape(name="a mark for a criterion", fields=(_CRITERION, _STRENGTH, _GROWING, _LEVEL))

_BY = Field(name="by", type=SPEAKER, required=True, help="a member of staff, student, or peer")
_PEER_NAME = Field(name="peer name", type=TEXT, help="the first name of the classmate")
_ON = Field(name="on", type=PAST_DATE, help="the day; the evidence's when left out")
_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the words")
_CRITERIA = Field(
    name="criteria", type=one_or_more(record(CRITERION_MARK)), required=True, help="one for each criterion"
)
RUBRIC_MARK = Shape(name="a mark", fields=(_BY, _PEER_NAME, _ON, _LANGUAGE, _CRITERIA))

_ID = Field(name="id", type=reference(Target.RUBRIC, RubricId), required=True, help="a file of `rubrics/`")
_VERSION = Field(name="version", type=TEXT, required=True, help="the version the marks were made with")
_MARKS = Field(name="marks", type=one_or_more(record(RUBRIC_MARK)), help="everybody's look at it")
RUBRIC_USE = Shape(name="the rubric", fields=(_ID, _VERSION, _MARKS))

RUBRIC_ON_EVIDENCE = Field(name="rubric", type=record(RUBRIC_USE), help="a rubric and what people say by it")


def rubric_use(values: Values, *, made_on: date, notes: Notes) -> RubricUse | None:
    """The rubric on a piece of evidence, or None where there is none."""
    used = values.get(RUBRIC_ON_EVIDENCE)
    if used is None:
        return None
    return RubricUse(
        rubric=used.need(_ID),
        version=used.need(_VERSION),
        marks=tuple(_mark(one, made_on=made_on, notes=notes) for one in used.get_or(_MARKS, ())),
        origin=used.origin,
    )


def _mark(values: Values, *, made_on: date, notes: Notes) -> RubricMark:
    speaker = notes.speaker(values.need(_BY), peer_name=values.get_or(_PEER_NAME, ""))
    language = values.get_or(_LANGUAGE, speaker.language)
    for one in values.need(_CRITERIA):
        if speaker.voice is Voice.PEER and one.get(_LEVEL) is not None:
            fix = "take the line out; `strength:` and `growing:` say it in words"
            notes.error(one.nodes["level"], "peer-level", "no child gives another child a level", fix=fix)
    return RubricMark(
        voice=speaker.voice,
        by=speaker.name,
        given_on=values.get_or(_ON, made_on),
        criteria=tuple(_criterion(one, language=language, notes=notes) for one in values.need(_CRITERIA)),
    )


def _criterion(values: Values, *, language: str, notes: Notes) -> CriterionMark:
    strength, growing = values.get(_STRENGTH), values.get(_GROWING)
    if strength is None and growing is None:
        notes.error(
            values.nodes["criterion"],
            "mark-without-words",
            "the mark says nothing in words",
            fix="add a line `strength:` with what is there already, or `growing:` with what comes next",
        )
    return CriterionMark(
        criterion=values.need(_CRITERION),
        strength=strength.words(language) if strength else None,
        growing=growing.words(language) if growing else None,
        level=values.get(_LEVEL),
        origin=values.origin,
    )
