"""Reflections: the student's looks back, those on the same piece or goal together."""

from dataclasses import dataclass, field

from generator.model.reflection import Reflection
from generator.views.card import EvidenceCard, cards_of
from generator.views.goal_card import GoalLink, goal_link
from generator.views.order import newest_first
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
class ReflectionsContent:
    """The reflections page."""

    chains: tuple[ReflectionChain, ...] = field(
        metadata={"help": "the chain with the newest look back first"}
    )


def build(subject: Subject) -> tuple[Page, ...]:
    """The reflections page."""
    chained: dict[str, list[Reflection]] = {}
    for reflection in reflections_newest_first(subject):
        chained.setdefault(_looks_at(reflection, subject=subject), []).append(reflection)
    content = ReflectionsContent(chains=tuple(_chain(chain, subject=subject) for chain in chained.values()))
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


def _looks_at(reflection: Reflection, *, subject: Subject) -> str:
    """What a reflection looks at: all versions of a piece count as one."""
    if reflection.evidence:
        first = subject.student.find_evidence(reflection.evidence[0])
        return (
            f"piece/{first.piece}"
            if first is not None and first.piece
            else f"evidence/{reflection.evidence[0]}"
        )
    return f"goal/{reflection.goal}" if reflection.goal else f"reflection/{reflection.id}"


def _chain(reflections: list[Reflection], *, subject: Subject) -> ReflectionChain:
    student = subject.student
    looked_at = [
        student.find_evidence(reflection.evidence[0]) for reflection in reflections if reflection.evidence
    ]
    pieces = sorted((one for one in looked_at if one is not None), key=lambda one: one.made_on)
    goals = [goal for goal in student.goals if goal.id == reflections[0].goal]
    return ReflectionChain(
        piece=cards_of([pieces[-1].id], subject=subject)[0] if pieces else None,
        goal=goal_link(goals[0], subject=subject) if goals and not pieces else None,
        reflections=tuple(reflection_bubble(reflection, subject=subject) for reflection in reflections),
    )


REFLECTIONS = View(
    name="reflections",
    title=N_("Reflections"),
    icon="thought-bubble-outline",
    path="reflections.html",
    build=build,
)
