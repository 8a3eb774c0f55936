"""A reflection as pages show it: the student's own look back, with what it looks at."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.audience import Audience
from generator.model.framework import Competency, Prompt, ThinkingMove
from generator.model.reflection import Reflection
from generator.model.words import Words
from generator.views.artifacts import ShownArtifact, show_artifacts
from generator.views.card import EvidenceCard, cards_of
from generator.views.goal_card import GoalLink, goal_link
from generator.views.keys import reflection_anchor
from generator.views.plain import PlainWords
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionBubble:
    """One reflection, in the student's voice."""

    anchor: str = field(metadata={"help": "`id` of its element on the reflections page"})
    path: str = field(metadata={"help": "reflections page with the anchor"})
    made_on: date = field(metadata={"help": "the day of the look back"})
    title: PlainWords = field(metadata={"help": "its title"})
    prompts: tuple[Prompt, ...] = field(metadata={"help": "the questions the student chose, with icons"})
    prompts_language: str = field(metadata={"help": "language of the questions"})
    words: Words | None = field(
        metadata={"help": "what the student wrote; none where a recording or drawing speaks"}
    )
    artifacts: tuple[ShownArtifact, ...] = field(metadata={"help": "recordings and drawings"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "the pieces it looks at"})
    goal: GoalLink | None = field(metadata={"help": "the goal it looks at"})
    competencies: tuple[Competency, ...] = field(metadata={"help": "what it is about"})
    thinking: tuple[ThinkingMove, ...] = field(metadata={"help": "thinking moves it shows"})
    shared_with: Audience = field(
        metadata={"help": "who may see it; worth a word where it is the student alone"}
    )


def reflection_bubble(reflection: Reflection, *, subject: Subject) -> ReflectionBubble:
    """One reflection as pages show it."""
    student, framework = subject.student, subject.framework
    language = reflection.words.language if reflection.words else student.language
    goal = next((known for known in student.goals if known.id == reflection.goal), None)
    prompts = (framework.prompt(prompt) for prompt in reflection.prompts)
    return ReflectionBubble(
        anchor=reflection_anchor(student.id, reflection.id),
        path=reflection_path(reflection, subject=subject),
        made_on=reflection.made_on,
        title=PlainWords(text=reflection.title, language=language),
        prompts=tuple(prompt for prompt in prompts if prompt is not None),
        prompts_language=framework.school_language,
        words=reflection.words,
        artifacts=show_artifacts(reflection.artifacts, subject=subject, language=language),
        evidence=cards_of(reflection.evidence, subject=subject),
        goal=goal_link(goal, subject=subject) if goal else None,
        competencies=tuple(known for known in framework.competencies if known.id in reflection.competencies),
        thinking=tuple(move for move in framework.thinking_moves if move.id in reflection.thinking),
        shared_with=reflection.audience,
    )


def reflection_path(reflection: Reflection, *, subject: Subject) -> str:
    """Where a reflection stands, relative to the site's root."""
    return f"reflections.html#{reflection_anchor(subject.student.id, reflection.id)}"
