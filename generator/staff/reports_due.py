"""What families are still to hear, student by student and area by area."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area
from generator.reporting.due import Due
from generator.staff.class_list import StudentLink, link_to
from generator.staff.register import Register, StaffView
from generator.views.plain import PlainWords
from generator.views.view import Page
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What there is of one thing that is asked for."""

    days: tuple[date, ...] = field(metadata={"help": "the days, oldest first"})
    to_come: int = field(metadata={"help": "how many are still to come"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """One student."""

    student: StudentLink = field(metadata={"help": "name and page"})
    communications: tuple[Told, ...] = field(metadata={"help": "in the order of the headings"})
    points: tuple[Told | None, ...] = field(
        metadata={"help": "for each area in the framework's order; none where the class does not study it"}
    )
    missing: int = field(metadata={"help": "how much is to come, for sorting only"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsDueContent:
    """The page of what is still to come. Without reporting rules it says how to choose some."""

    rules: PlainWords | None = field(metadata={"help": "name of the rules"})
    address: str = field(metadata={"help": "where the rules stand on the web; empty where nobody wrote it"})
    first_day: date | None = field(metadata={"help": "first day of the school year"})
    last_day: date | None = field(metadata={"help": "last day of the school year"})
    communications: tuple[PlainWords, ...] = field(metadata={"help": "headings: what is asked for"})
    areas: tuple[Area, ...] = field(metadata={"help": "headings: the areas"})
    rows: tuple[DueRow, ...] = field(metadata={"help": "by name"})
    framework_language: str = field(metadata={"help": "language of areas"})


def build(register: Register) -> tuple[Page, ...]:
    """The page of what is still to come."""
    framework, rules, year = register.framework, register.framework.reporting, register.year
    language = framework.school_language
    dues = [(student, due) for student in register.students if (due := register.due(student))]
    studied = {area for _, due in dues for area, _ in due.points}
    areas = tuple(area for area in framework.areas if area.id in studied)
    content = ReportsDueContent(
        rules=PlainWords(text=rules.name, language=rules.language) if rules else None,
        address=rules.address if rules else "",
        first_day=year.first_day if year else None,
        last_day=year.last_day if year else None,
        communications=tuple(
            PlainWords(text=rule.name, language=rules.language) for rule in rules.communications
        )
        if rules
        else (),
        areas=areas,
        rows=tuple(_row(link_to(student), due=due, areas=areas) for student, due in dues),
        framework_language=language,
    )
    return (
        Page(
            path=REPORTS_DUE.path,
            title=REPORTS_DUE.title,
            template="staff/reports-due.html",
            menu=REPORTS_DUE.name,
            content=content,
        ),
    )


def _row(student: StudentLink, *, due: Due, areas: tuple[Area, ...]) -> DueRow:
    points = dict(due.points)
    return DueRow(
        student=student,
        communications=tuple(Told(days=one.given_on, to_come=one.to_come) for one in due.communications),
        points=tuple(
            Told(days=points[area.id], to_come=max(0, due.points_per_area - len(points[area.id])))
            if area.id in points
            else None
            for area in areas
        ),
        missing=sum(one.to_come for one in due.communications) + len(due.areas_to_come),
    )


REPORTS_DUE = StaffView(
    name="due",
    title=N_("Still to come"),
    icon="calendar-clock-outline",
    path="due.html",
    build=build,
    in_bar=True,
)
