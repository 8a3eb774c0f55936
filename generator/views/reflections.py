"""Reflections: the student's looks back, those on the same piece or goal together."""

from dataclasses import dataclass, field

from generator.model.framework import Prompt
from generator.model.reflection import Reflection
from generator.views.card import EvidenceCard, card_of
from generator.views.goal_card import GoalLink, goal_link
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.reflection_bubble import ReflectionBubble, reflection_bubble
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionChain:
    """Looks back at the same piece or goal; often only one."""

    piece: EvidenceCard | None = field(metadata={"help": "the piece, in its latest version"})
    goal: GoalLink | None = field(metadata={"help": "the goal"})
    reflections: tuple[ReflectionBubble, ...] = field(metadata={"help": "newest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLink:
    """The way to a look back that answers a question."""

    path: str = field(metadata={"help": "reflections page with the anchor"})
    title: PlainWords = field(metadata={"help": "its title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BankedPrompt:
    """One question of the school's bank, and where the student answered it."""

    prompt: Prompt = field(metadata={"help": "the question, its icon, and how an answer may begin"})
    answers: tuple[AnswerLink, ...] = field(
        metadata={"help": "looks back that answer it, newest first; empty where none does yet"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReflectionsContent:
    """The reflections page."""

    chains: tuple[ReflectionChain, ...] = field(
        metadata={"help": "the chain with the newest look back first"}
    )
    bank: tuple[BankedPrompt, ...] = field(metadata={"help": "the questions one may choose from"})
    bank_language: str = field(metadata={"help": "language of the questions"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The reflections page."""
    chained: dict[str, list[Reflection]] = {}
    for reflection in reflections_newest_first(subject):
        chained.setdefault(_looks_at(reflection, subject=subject), []).append(reflection)
    content = ReflectionsContent(
        chains=tuple(
            _chain(chain, looks_at=looks_at, subject=subject) for looks_at, chain in chained.items()
        ),
        bank=_bank(subject),
        bank_language=subject.framework.school_language,
    )
    return (
        Page(
            path=REFLECTIONS.path,
            title=REFLECTIONS.title,
            template="reflections.html",
            menu=REFLECTIONS.name,
            content=content,
        ),
    )


def reflections_newest_first(subject: Subject) -> tuple[Reflection, ...]:
    """All reflections, newest first; of two on one day the one that stands later comes first."""
    return newest_first(subject.student.reflections, on=lambda reflection: reflection.made_on)


def _bank(subject: Subject) -> tuple[BankedPrompt, ...]:
    bubbles = tuple(reflection_bubble(one, subject=subject) for one in reflections_newest_first(subject))
    return tuple(
        BankedPrompt(
            prompt=prompt,
            answers=tuple(
                AnswerLink(path=bubble.path, title=bubble.title)
                for bubble in bubbles
                if prompt in bubble.prompts
            ),
        )
        for prompt in subject.framework.prompts
    )


def _looks_at(reflection: Reflection, *, subject: Subject) -> str:
    """What a reflection looks at: all versions of a piece count as one; a look at several things stands alone."""
    found = (subject.student.find_evidence(one) for one in reflection.evidence)
    pieces = {f"piece/{one.piece}" if one.piece else f"evidence/{one.id}" for one in found if one is not None}
    if len(pieces) == 1:
        return pieces.pop()
    return f"goal/{reflection.goal}" if reflection.goal and not pieces else f"reflection/{reflection.id}"


def _chain(reflections: list[Reflection], *, looks_at: str, subject: Subject) -> ReflectionChain:
    student = subject.student
    looked_at = {one for reflection in reflections for one in reflection.evidence}
    versions = [one for one in student.evidence if one.id in looked_at]
    goals = [goal for goal in student.goals if looks_at == f"goal/{goal.id}"]
    return ReflectionChain(
        piece=card_of(versions[-1], subject=subject)
        if versions and not looks_at.startswith("reflection/")
        else None,
        goal=goal_link(goals[0], subject=subject) if goals else None,
        reflections=tuple(reflection_bubble(reflection, subject=subject) for reflection in reflections),
    )


REFLECTIONS = View(
    name="reflections",
    title=N_("Reflections"),
    icon="thought-bubble-outline",
    path="reflections.html",
    build=build,
)
