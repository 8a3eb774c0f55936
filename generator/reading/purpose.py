"""`why.yml`: what the school answered when it began with portfolios."""

from generator.model.purpose import Purpose
from generator.model.words import Words
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.notes import Notes
from generator.reading.word_types import LANGUAGE, WORDS, Spoken

_WHY = Field(name="why", type=WORDS, help="why we keep portfolios, and what we want to reach with them")
_FOR_WHOM = Field(name="for whom", type=WORDS, help="whom the portfolios are for")
_NEEDS = Field(name="needs", type=WORDS, help="what our students need; stays with the staff")
_AGENCY = Field(name="agency", type=WORDS, help="how much voice, choice and ownership students have")
_ROUTINES = Field(
    name="routines", type=WORDS, help="when, with which devices and with whose help we work on them"
)
_STRUCTURE = Field(name="structure", type=WORDS, help="how the portfolios are ordered, and why so")
_FEEDBACK = Field(name="feedback", type=WORDS, help="how and how often we assess and give feedback")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the answers; the school's when left out"
)
PURPOSE = Shape(
    name="why.yml",
    fields=(_WHY, _FOR_WHOM, _NEEDS, _AGENCY, _ROUTINES, _STRUCTURE, _FEEDBACK, _LANGUAGE),
)


def read_purpose(notes: Notes) -> Purpose | None:
    """The answers; None where the file is not whole."""
    values = read_item(notes, shape=PURPOSE)
    if values is None:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.school_language)
    return Purpose(
        why=_words(values, _WHY, language=language),
        for_whom=_words(values, _FOR_WHOM, language=language),
        needs=_words(values, _NEEDS, language=language),
        agency=_words(values, _AGENCY, language=language),
        routines=_words(values, _ROUTINES, language=language),
        structure=_words(values, _STRUCTURE, language=language),
        feedback=_words(values, _FEEDBACK, language=language),
    )


def _words(values: Values, answer: Field[Spoken], *, language: str) -> Words | None:
    spoken = values.get(answer)
    return spoken.words(language) if spoken else None
