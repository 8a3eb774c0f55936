"""The student's own look back."""

from generator.model.audience import Audience
from generator.model.identifiers import (
    CompetencyId,
    EvidenceId,
    GoalId,
    PromptId,
    ReflectionId,
    ThinkingMoveId,
)
from generator.model.reflection import Reflection
from generator.model.words import Words
from generator.reading.artifacts import ARTIFACTS, artifacts_of
from generator.reading.date_types import PAST_DATE
from generator.reading.fields import Field, Shape, read_values
from generator.reading.frontmatter import read_front_matter
from generator.reading.id_types import reference
from generator.reading.names import day_of, read_name
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, TEXT
from generator.reading.word_types import LANGUAGE, check_markup

_TITLE = Field(name="title", type=TEXT, help="the title; from the file's name when left out")
_DATE = Field(name="date", type=PAST_DATE, help="the day; from the file's name when left out")
_PROMPTS = Field(
    name="prompts", type=one_or_more(reference(Target.PROMPT, PromptId)), help="the questions that helped"
)
_EVIDENCE = Field(
    name="evidence",
    type=one_or_more(reference(Target.EVIDENCE, EvidenceId)),
    help="the pieces it looks back on",
)
_GOAL = Field(name="goal", type=reference(Target.GOAL, GoalId), help="the goal it looks back on")
_COMPETENCIES = Field(
    name="competencies",
    type=one_or_more(reference(Target.COMPETENCY, CompetencyId)),
    help="curricular and core competencies",
)
_THINKING = Field(
    name="thinking",
    type=one_or_more(reference(Target.THINKING_MOVE, ThinkingMoveId)),
    help="thinking moves it shows",
)
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the text below; the student's when left out"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; the student when left out")
REFLECTION = Shape(
    name="a reflection",
    fields=(
        _TITLE,
        _DATE,
        _PROMPTS,
        _EVIDENCE,
        _GOAL,
        _COMPETENCIES,
        _THINKING,
        ARTIFACTS,
        _LANGUAGE,
        _AUDIENCE,
    ),
)


def read_reflection(notes: Notes, *, stem: str) -> Reflection | None:
    """One reflection; `stem` is the name of its file without the ending, or of its folder."""
    name = read_name(stem, notes=notes)
    marked = read_front_matter(notes.text, known=REFLECTION.names)
    notes.problems.extend(marked.problems)
    if not marked.whole:
        return None
    values = read_values(marked.facts, REFLECTION, notes=notes)
    check_markup(marked.body, notes=notes, origin=values.origin, first_line=marked.body_line)
    made_on = day_of(name, values.get(_DATE), notes=notes) if name else None
    if name is None or made_on is None or not values.whole or marked.problems:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.student_language)
    return Reflection(
        id=ReflectionId(name.id),
        made_on=made_on,
        title=values.get(_TITLE) or name.title or name.id,
        prompts=values.get_or(_PROMPTS, ()),
        words=Words(text=marked.body, language=language) if marked.body else None,
        artifacts=artifacts_of(values, notes=notes),
        evidence=values.get_or(_EVIDENCE, ()),
        goal=values.get(_GOAL),
        competencies=values.get_or(_COMPETENCIES, ()),
        audience=values.get_or(_AUDIENCE, Audience.STUDENT),
        origin=values.origin,
        thinking=values.get_or(_THINKING, ()),
    )
