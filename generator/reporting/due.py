"""What a family is still to hear in a school year, and which areas have no point of progress yet: pure, for one student."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.framework import Framework
from generator.model.identifiers import AreaId, StudentId
from generator.model.reporting import CommunicationKind, CommunicationRule, Part, ReportingRules, SchoolYear
from generator.model.student import Student


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationDue:
    """One kind of communication: how many the rules ask for, and the days of those there are, oldest first."""

    rule: CommunicationRule
    given_on: tuple[date, ...]

    @property
    def to_come(self) -> int:
        """How many are still to come."""
        return max(0, self.rule.count - len(self.given_on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What one student's family was told in a school year, and what is still to come."""

    student: StudentId
    called: str
    year: SchoolYear
    communications: tuple[CommunicationDue, ...]
    """Every one the rules ask for, in their order."""
    points: tuple[tuple[AreaId, tuple[date, ...]], ...]
    """Days of the formal points of each area studied, in the framework's order; empty where none is asked for."""
    points_per_area: int

    @property
    def areas_to_come(self) -> tuple[AreaId, ...]:
        """Areas with fewer points of progress than the rules ask for."""
        return tuple(area for area, days in self.points if len(days) < self.points_per_area)

    @property
    def communications_to_come(self) -> tuple[CommunicationDue, ...]:
        """Communications of which some are still to come."""
        return tuple(one for one in self.communications if one.to_come)

    @property
    def complete(self) -> bool:
        """Whether nothing is to come any more."""
        return not self.areas_to_come and not self.communications_to_come


def due_for(student: Student, *, framework: Framework, rules: ReportingRules, year: SchoolYear) -> Due:
    """What the rules ask for, held against what was told in that year.

    A report with letter grades is written in the school's own record; of such a grade only what needs no level is due here.
    """
    in_words = rules.reports_in_words(student.group.grade)
    studied = student.group.areas or tuple(area.id for area in framework.areas)
    by_area = {
        area.id: tuple(
            point.given_on
            for point in student.points
            if point.area == area.id
            and point.given_on in year
            # Insufficient evidence is a promise to come back; the point it promises is still to come.
            and framework.scale.position(point.level) is not None
        )
        for area in framework.areas
        if area.id in studied
    }
    return Due(
        student=student.id,
        called=student.called,
        year=year,
        communications=tuple(
            CommunicationDue(rule=rule, given_on=_given(student, kind=rule.kind, year=year))
            for rule in rules.communications
            if in_words or Part.LEVELS not in rule.holds
        ),
        points=tuple(by_area.items()) if rules.points_per_area and in_words else (),
        points_per_area=rules.points_per_area,
    )


def year_to_look_at(framework: Framework, students: Iterable[Student], *, on: date) -> SchoolYear:
    """The school year of a day; where the school has no term in it, the last one in which anything was written down."""
    year = framework.year_of(on)
    if any(term.first_day in year for term in framework.terms):
        return year
    newest = newest_day(students)
    return framework.year_of(newest) if newest else year


def newest_day(students: Iterable[Student]) -> date | None:
    """The latest day on which anything was written down about any of these students."""
    days = (
        day
        for student in students
        for day in (
            *(one.made_on for one in student.evidence),
            *(one.given_on for one in student.points),
            *(one.given_on for one in student.updates),
            *(one.given_on for one in student.informal_updates),
        )
    )
    return max(days, default=None)


def _given(student: Student, *, kind: CommunicationKind, year: SchoolYear) -> tuple[date, ...]:
    if kind is CommunicationKind.INFORMAL_UPDATE:
        days = [one.given_on for one in student.informal_updates]
    else:
        days = [one.given_on for one in student.updates if one.kind is kind]
    return tuple(sorted(day for day in days if day in year))
