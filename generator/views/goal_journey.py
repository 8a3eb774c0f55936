"""How a goal changed on the way: its wordings and the student's looks back at it, in the order they happened."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.goal import Goal
from generator.model.words import Words
from generator.views.goal_card import GoalLink, goal_link
from generator.views.plain import PlainWords, as_plain
from generator.views.reflection_bubble import reflection_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyPoint:
    """One day on the way; either a wording or a look back."""

    on: date = field(metadata={"help": "the day"})
    wording: Words | None = field(metadata={"help": "the goal as it was worded from that day on"})
    reason: PlainWords | None = field(metadata={"help": "why the wording before it was changed"})
    title: PlainWords | None = field(metadata={"help": "title of a look back"})
    path: str = field(metadata={"help": "the look back on its page; empty for a wording"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalJourney:
    """A goal that was reworded, or looked back at more than once."""

    goal: GoalLink = field(metadata={"help": "the goal, in today's words"})
    points: tuple[JourneyPoint, ...] = field(metadata={"help": "oldest first"})


def goal_journeys(subject: Subject) -> tuple[GoalJourney, ...]:
    """The journeys of all goals that have one, the goal set last first."""
    journeys: list[GoalJourney] = []
    for goal in sorted(subject.student.goals, key=lambda goal: goal.set_on, reverse=True):
        looks = [one for one in subject.student.reflections if one.goal == goal.id]
        if goal.revisions or len(looks) > 1:
            points = (*_wordings(goal), *_looks(goal, subject=subject))
            journeys.append(
                GoalJourney(
                    goal=goal_link(goal, subject=subject),
                    points=tuple(sorted(points, key=lambda point: point.on)),
                )
            )
    return tuple(journeys)


def _wordings(goal: Goal) -> tuple[JourneyPoint, ...]:
    # Each revision keeps the wording before it, so a wording begins where the revision before its own stands.
    wordings = (*(revision.wording_before for revision in goal.revisions), goal.wording)
    days = (goal.set_on, *(revision.changed_on for revision in goal.revisions))
    reasons = ("", *(revision.reason for revision in goal.revisions))
    return tuple(
        JourneyPoint(
            on=day, wording=wording, reason=as_plain(reason, language=wording.language), title=None, path=""
        )
        for wording, day, reason in zip(wordings, days, reasons, strict=True)
    )


def _looks(goal: Goal, *, subject: Subject) -> tuple[JourneyPoint, ...]:
    student = subject.student
    return tuple(
        JourneyPoint(
            on=one.made_on,
            wording=None,
            reason=None,
            title=PlainWords(text=one.title, language=one.words.language if one.words else student.language),
            path=reflection_path(one, subject=subject),
        )
        for one in student.reflections
        if one.goal == goal.id
    )
