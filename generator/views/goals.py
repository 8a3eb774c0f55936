"""Goals: what the student is working on now, and what came before."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.goal import Goal, GoalState, Phase
from generator.views.goal_card import PHASE_COACHING, PHASE_QUESTIONS, GoalCard, goal_card
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

VISIBLE_FIRST = 3
"""More than three goals at once are hard to hold in mind, so the others wait below a fold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsOfTerm:
    """Goals that were reached or changed in one term."""

    term: str = field(metadata={"help": "the term's name in the school's words; empty between terms"})
    goals: tuple[GoalCard, ...] = field(metadata={"help": "newest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePart:
    """One phase of the learning cycle, for whoever wants to know how it goes."""

    phase: Phase = field(metadata={"help": "which phase"})
    question: str = field(metadata={"help": "interface message: the question the student asks"})
    coaching: str = field(metadata={"help": "interface message: what the teacher does as a coach"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsContent:
    """The goals page."""

    current: tuple[GoalCard, ...] = field(metadata={"help": "up to three, the ones being worked on first"})
    also_current: tuple[GoalCard, ...] = field(metadata={"help": "further ones, folded at first"})
    past: tuple[GoalsOfTerm, ...] = field(metadata={"help": "reached or changed, newest term first"})
    terms_language: str = field(metadata={"help": "language of the terms' names"})
    cycle: tuple[CyclePart, ...] = field(metadata={"help": "the six phases and both parts in them"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The goals page."""
    current = tuple(goal_card(goal, subject=subject) for goal in current_goals(subject))
    content = GoalsContent(
        current=current[:VISIBLE_FIRST],
        also_current=current[VISIBLE_FIRST:],
        past=_past(subject),
        terms_language=subject.framework.school_language,
        cycle=tuple(
            CyclePart(phase=phase, question=PHASE_QUESTIONS[phase], coaching=PHASE_COACHING[phase])
            for phase in Phase
        ),
    )
    return (
        Page(path=GOALS.path, title=GOALS.title, template="goals.html", menu=GOALS.name, content=content),
    )


def current_goals(subject: Subject) -> tuple[Goal, ...]:
    """Goals that are neither reached nor changed: those being worked on first, newest first."""
    states = (GoalState.WORKING, GoalState.NEW)
    current = (goal for goal in subject.student.goals if goal.state in states)
    return tuple(
        sorted(current, key=lambda goal: (states.index(goal.state), -goal.set_on.toordinal(), goal.id))
    )


def _past(subject: Subject) -> tuple[GoalsOfTerm, ...]:
    past = [goal for goal in subject.student.goals if goal.state in {GoalState.DONE, GoalState.CHANGED}]
    by_term: dict[str, list[GoalCard]] = {}
    for goal in sorted(past, key=lambda goal: (-_last_day(goal).toordinal(), goal.id)):
        term = subject.framework.term_of(_last_day(goal))
        by_term.setdefault(term.name if term else "", []).append(goal_card(goal, subject=subject))
    return tuple(GoalsOfTerm(term=term, goals=tuple(goals)) for term, goals in by_term.items())


def _last_day(goal: Goal) -> date:
    return max(
        [
            goal.set_on,
            *(step.on for step in goal.steps),
            *(revision.changed_on for revision in goal.revisions),
        ]
    )


GOALS = View(
    name="goals", title=N_("Goals"), icon="flag-outline", path="goals.html", build=build, in_bar=True
)
