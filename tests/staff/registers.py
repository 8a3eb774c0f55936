"""Small classes for tests of the staff edition."""

from dataclasses import replace

from generator.model.audience import Audience
from generator.model.evidence import Evidence, EvidenceKind
from generator.model.goal import Goal, GoalState
from generator.model.identifiers import AreaId, StudentId, TaskId
from generator.model.reporting import CommunicationKind, CommunicationRule, ReportingRules
from generator.model.student import Student
from generator.model.task import Samr, Task
from generator.model.words import Voice
from generator.staff.register import Register
from tests.views.builders import ORIGIN, assessment, day, evidence, framework, goal, group, point, student

RULES = ReportingRules(
    name="The Book of Telling",
    language="en",
    address="https://rules.example/",
    first_month=9,
    communications=(
        CommunicationRule(
            kind=CommunicationKind.LEARNING_UPDATE,
            name="Letter",
            count=2,
            holds=(),
            kinds_of_evidence=0,
            days_of_evidence=0,
        ),
    ),
    points_per_area=1,
    words_only=(),
)


def named(one: Student, *, id: str, name: str) -> Student:  # noqa: A002 - what it is
    return replace(one, id=StudentId(id), name=name, called=name.split(maxsplit=1)[0])


def staff_note(name: str = "2026-03-02-worry") -> Evidence:
    return evidence(
        name,
        kinds=(EvidenceKind.OBSERVATION,),
        areas=["science"],
        text="Seemed worried about the talk.",
        words_by=Voice.TEACHER,
        audience=Audience.STAFF,
    )


def register(*students: Student, rules: ReportingRules | None = RULES) -> Register:
    return Register(
        group=group(),
        students=students,
        framework=replace(framework(), reporting=rules),
        tasks=(
            Task(
                id=TaskId("creek"),
                title="A year at the creek",
                areas=(AreaId("science"),),
                learning="Look for a long time.",
                samr=Samr.MODIFICATION,
                because="All visits lie side by side.",
                origin=ORIGIN,
            ),
        ),
        consents=(),
    )


def cedar(*more: Student) -> Register:
    """Asha, of whom there is a good deal, and Ben, of whom there is one old piece."""
    asha = named(
        student(
            evidence=(
                evidence("2025-10-02-story", areas=["english"], competencies=["en-write"]),
                staff_note(),
                replace(
                    evidence("2026-03-04-creek", areas=["science"], title="The creek"), task=TaskId("creek")
                ),
            ),
            assessments=(
                assessment("EME", on="2025-10-03", competency="en-write", about=["2025-10-02-story"]),
                assessment("DEV", on="2026-03-02", competency="en-write", comment="Clear, *and* short."),
                assessment("PRO", on="2026-03-03", competency="en-write", voice=Voice.STUDENT),
            ),
            goals=_goals("2026-02-01"),
            points=(point("2026-02-03-mathematics", level_id="PRO"),),
        ),
        id="asha-gill",
        name="Asha Gill",
    )
    ben = named(student(evidence=(evidence("2025-11-02-kite"),)), id="ben-lee", name="Ben Lee")
    return register(asha, ben, *more)


def _goals(review: str) -> tuple[Goal, ...]:
    working = replace(goal("read", wording="I want to read.", on="2025-09-20"), review_on=day(review))
    return working, goal("swim", wording="I want to swim.", on="2025-09-20", state=GoalState.DONE)
