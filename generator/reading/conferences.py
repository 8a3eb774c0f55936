"""Conferences that were held: what was shown, what was seen in it, and what the three agreed on."""

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, GoalId, UpdateId
from generator.model.progress import InformalForm, InformalUpdate
from generator.model.talking import AgreedGoal, Conference, ConferencePiece, Participant
from generator.model.words import Words
from generator.reading.date_types import DATE, PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import SPEAKER, reference
from generator.reading.names import day_of, read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, TEXT, YES_NO
from generator.reading.word_types import LANGUAGE, WORDS, Spoken

_PIECE = Field(
    name="evidence", type=reference(Target.EVIDENCE, EvidenceId), required=True, help="the piece chosen"
)
_PROUD_OF = Field(name="proud of", type=WORDS, help="what the student is proud of in it")
_HARD = Field(name="hard", type=WORDS, help="what was hard about it")
_NEXT_TIME = Field(name="next time", type=WORDS, help="what the student would do next time")
CHOSEN_PIECE = Shape(name="a chosen piece", fields=(_PIECE, _PROUD_OF, _HARD, _NEXT_TIME))

_AGREED_GOAL = Field(name="goal", type=WORDS, required=True, help="what was agreed, in plain words")
_IN_PORTFOLIO = Field(
    name="in portfolio", type=reference(Target.GOAL, GoalId), help="the goal it became, from the folder goals"
)
_WHO_HELPS = Field(name="who helps", type=one_or_more(TEXT), help="who helps, and how")
AGREED = Shape(name="an agreed goal", fields=(_AGREED_GOAL, _IN_PORTFOLIO, _WHO_HELPS))

_TITLE = Field(name="title", type=TEXT, help="the title; from the file's name when left out")
_DATE = Field(name="date", type=PAST_DATE, help="the day; from the file's name when left out")
_PRESENT = Field(
    name="present", type=one_or_more(SPEAKER), required=True, help="who was there: student, staff, guardians"
)
_STUDENT_LED = Field(
    name="student led", type=YES_NO, help="yes when the student led through it, which is usual; or no"
)
_PIECES = Field(name="pieces", type=one_or_more(record(CHOSEN_PIECE)), help="what the student chose to show")
_STRENGTHS = Field(name="strengths", type=one_or_more(WORDS), help="strengths that were named")
_GROWING = Field(name="areas of growth", type=one_or_more(WORDS), help="where there is room to grow")
_FAMILY_SAID = Field(name="family said", type=WORDS, help="what the family said to it")
_FAMILY_LANGUAGE = Field(name="family language", type=LANGUAGE, help="the language of what the family said")
_AGREED = Field(name="agreed", type=one_or_more(record(AGREED)), help="the goals agreed, and who helps")
_LOOK_AGAIN = Field(name="look again", type=DATE, help="the day to look at it again")
_COUNTS = Field(
    name="informal update", type=YES_NO, help="yes when it counts as an informal learning update, as usual"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see the record; family when left out")
CONFERENCE = Shape(
    name="a conference",
    fields=(
        _TITLE,
        _DATE,
        _PRESENT,
        _STUDENT_LED,
        _PIECES,
        _STRENGTHS,
        _GROWING,
        _FAMILY_SAID,
        _FAMILY_LANGUAGE,
        _AGREED,
        _LOOK_AGAIN,
        _COUNTS,
        _AUDIENCE,
    ),
)


def read_conference(notes: Notes, *, stem: str) -> Conference | None:
    """One conference; `stem` is the name of its file without the ending."""
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=CONFERENCE)
    if name is None or values is None:
        return None
    held_on = day_of(name, values.get(_DATE), notes=notes)
    if held_on is None:
        return None
    present = tuple(notes.speaker(by) for by in values.need(_PRESENT))
    if not values.get_or(_AGREED, ()):
        notes.warn(
            None,
            "nothing-agreed",
            "the conference ended without anything agreed",
            fix="add `agreed:` with one goal and who helps, or say in one what stays as it is",
        )
    around = notes.surroundings
    family_said = values.get(_FAMILY_SAID)
    family = next((one.language for one in present if one.voice == "family"), around.school_language)
    grown_ups = [one.name for one in present if one.voice == "teacher"]
    return Conference(
        id=name.id,
        title=values.get(_TITLE) or name.title or name.id,
        held_on=held_on,
        student_led=values.get_or(_STUDENT_LED, True),
        present=tuple(Participant(voice=one.voice, name=one.name) for one in present),
        pieces=tuple(_piece(item, language=around.student_language) for item in values.get_or(_PIECES, ())),
        strengths=_all(values.get_or(_STRENGTHS, ()), language=around.school_language),
        growing=_all(values.get_or(_GROWING, ()), language=around.school_language),
        family_said=family_said.words(values.get_or(_FAMILY_LANGUAGE, family)) if family_said else None,
        agreed=tuple(_agreed(item, language=around.student_language) for item in values.get_or(_AGREED, ())),
        look_again_on=values.get(_LOOK_AGAIN),
        led_by=grown_ups[0] if grown_ups else "",
        is_update=values.get_or(_COUNTS, True),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )


def update_of(conference: Conference) -> InformalUpdate | None:
    """The informal learning update that a conference counts as; None where it does not."""
    if not conference.is_update:
        return None
    agreed = conference.agreed[0].words if conference.agreed else None
    return InformalUpdate(
        id=UpdateId(conference.id),
        given_on=conference.held_on,
        by=conference.led_by,
        form=InformalForm.STUDENT_LED_CONFERENCE if conference.student_led else InformalForm.CONFERENCE,
        words=agreed or Words(text=conference.title, language="en"),
        audience=conference.audience,
        origin=conference.origin,
    )


def _piece(values: Values, *, language: str) -> ConferencePiece:
    proud_of, hard, next_time = values.get(_PROUD_OF), values.get(_HARD), values.get(_NEXT_TIME)
    return ConferencePiece(
        evidence=values.need(_PIECE),
        proud_of=proud_of.words(language) if proud_of else None,
        was_hard=hard.words(language) if hard else None,
        next_time=next_time.words(language) if next_time else None,
    )


def _agreed(values: Values, *, language: str) -> AgreedGoal:
    return AgreedGoal(
        words=values.need(_AGREED_GOAL).words(language),
        goal=values.get(_IN_PORTFOLIO),
        helpers=values.get_or(_WHO_HELPS, ()),
    )


def _all(spoken: tuple[Spoken, ...], *, language: str) -> tuple[Words, ...]:
    return tuple(one.words(language) for one in spoken)
