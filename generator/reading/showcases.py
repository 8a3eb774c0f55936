"""What a student chose to show, in their order and with their reasons."""

from generator.model.identifiers import EvidenceId
from generator.model.showcase import Showcase, ShowcasePick
from generator.reading.date_types import DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import SPEAKER, reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT, YES_NO
from generator.reading.word_types import WORDS

_EVIDENCE = Field(
    name="evidence",
    type=reference(Target.EVIDENCE, EvidenceId),
    required=True,
    help="the piece that was picked",
)
_BECAUSE = Field(name="because", type=WORDS, required=True, help="the student's reason")
_WAS_HARD = Field(name="was hard", type=YES_NO, help="yes for something that was hard")
_BY = Field(name="by", type=SPEAKER, help="who picked it: student when left out, or a member of staff")
PICK = Shape(name="a pick", fields=(_EVIDENCE, _BECAUSE, _WAS_HARD, _BY))

_TITLE = Field(name="title", type=TEXT, help="the student's title for the showcase")
_INTRODUCTION = Field(name="introduction", type=WORDS, help="the student's introduction")
_ASK_ME = Field(name="ask me", type=TEXT, help="what to ask the student about")
_PICKS = Field(name="picks", type=one_or_more(record(PICK)), help="the pieces, in the student's order")
_SHARE_UNTIL = Field(
    name="share until",
    type=DATE,
    help="the last day on which the link of the showcase opens; no link is made when left out",
)
SHOWCASE = Shape(name="the showcase", fields=(_TITLE, _INTRODUCTION, _ASK_ME, _SHARE_UNTIL, _PICKS))


def read_showcase(notes: Notes) -> Showcase | None:
    """`showcase.yml`, picks in the order typed."""
    values = read_item(notes, shape=SHOWCASE)
    if values is None:
        return None
    language = notes.surroundings.student_language
    introduction = values.get(_INTRODUCTION)
    return Showcase(
        title=values.get_or(_TITLE, ""),
        introduction=introduction.words(language) if introduction else None,
        ask_me=values.get_or(_ASK_ME, ""),
        share_until=values.get(_SHARE_UNTIL),
        picks=tuple(_pick(pick, notes=notes) for pick in values.get_or(_PICKS, ())),
    )


def _pick(values: Values, *, notes: Notes) -> ShowcasePick:
    speaker = notes.speaker(values.get_or(_BY, "student"))
    return ShowcasePick(
        evidence=values.need(_EVIDENCE),
        because=values.need(_BECAUSE).words(speaker.language),
        was_hard=values.get_or(_WAS_HARD, False),
        origin=values.origin,
        voice=speaker.voice,
        by=speaker.name,
    )
