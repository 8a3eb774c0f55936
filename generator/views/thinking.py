"""Thinking moves and where they show."""

from dataclasses import dataclass, field

from generator.model.framework import ThinkingMove
from generator.views.card import EvidenceCard, card_of
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.reflection_bubble import reflection_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionLink:
    """The way to a reflection."""

    path: str = field(metadata={"help": "reflections page with the reflection's anchor"})
    title: PlainWords = field(metadata={"help": "its title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMove:
    """One thinking move, with beginnings of sentences to try at the table, and what shows it."""

    move: ThinkingMove = field(metadata={"help": "name, icon and beginnings of sentences"})
    language: str = field(metadata={"help": "language of the move"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "the pieces that show it, newest first"})
    reflections: tuple[ReflectionLink, ...] = field(
        metadata={"help": "reflections that show it, newest first"}
    )


def thinking_moves(subject: Subject) -> tuple[ShownMove, ...]:
    """All moves of the school in its order, also those that nothing shows yet."""
    student, framework = subject.student, subject.framework
    evidence = newest_first(student.evidence, on=lambda one: one.made_on)
    reflections = newest_first(student.reflections, on=lambda one: one.made_on)
    return tuple(
        ShownMove(
            move=move,
            language=framework.school_language,
            evidence=tuple(card_of(one, subject=subject) for one in evidence if move.id in one.thinking),
            reflections=tuple(
                ReflectionLink(
                    path=reflection_path(one, subject=subject),
                    title=PlainWords(
                        text=one.title, language=one.words.language if one.words else student.language
                    ),
                )
                for one in reflections
                if move.id in one.thinking
            ),
        )
        for move in framework.thinking_moves
    )
