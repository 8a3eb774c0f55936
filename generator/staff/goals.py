"""The class's goals by the day on which they are to be looked at again."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.goal import GoalState, Horizon, Phase
from generator.model.words import Words
from generator.staff.class_list import StudentLink, link_to
from generator.staff.register import Register, StaffView
from generator.views.view import Page
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGoal:
    """One goal that is being worked on."""

    student: StudentLink = field(metadata={"help": "name and page"})
    wording: Words = field(metadata={"help": "the goal in the student's words"})
    state: GoalState = field(metadata={"help": "one of four words"})
    phase: Phase = field(metadata={"help": "where in the learning cycle it is"})
    horizon: Horizon = field(metadata={"help": "for now or for a long time"})
    review_on: date | None = field(metadata={"help": "when it is to be looked at again"})
    look_again: bool = field(
        metadata={"help": "that day has come, counted from the newest day anything was written down"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGoalsContent:
    """The goals page."""

    goals: tuple[StaffGoal, ...] = field(
        metadata={"help": "goals being worked on, by review day; those without one last"}
    )
    without: tuple[StudentLink, ...] = field(metadata={"help": "students who work on no goal now"})


def build(register: Register) -> tuple[Page, ...]:
    """The goals page."""
    as_of = register.as_of
    goals = [
        StaffGoal(
            student=link_to(student),
            wording=goal.wording,
            state=goal.state,
            phase=goal.phase,
            horizon=goal.horizon,
            review_on=goal.review_on,
            look_again=bool(as_of and goal.review_on and goal.review_on <= as_of),
        )
        for student in register.students
        for goal in student.goals
        if goal.state in {GoalState.NEW, GoalState.WORKING}
    ]
    working = {goal.student.path for goal in goals}
    content = StaffGoalsContent(
        goals=tuple(sorted(goals, key=lambda goal: (goal.review_on or date.max, goal.student.name.text))),
        without=tuple(link for one in register.students if (link := link_to(one)).path not in working),
    )
    return (
        Page(
            path=GOALS.path, title=GOALS.title, template="staff/goals.html", menu=GOALS.name, content=content
        ),
    )


GOALS = StaffView(
    name="goals", title=N_("Goals"), icon="flag-outline", path="goals.html", build=build, in_bar=True
)
