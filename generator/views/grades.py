"""In which grade somebody was in an earlier school year, counted back from the class of today."""

from datetime import date

from generator.views.view import Subject


def grade_on(day: date, *, subject: Subject) -> str:
    """`K` or `1` to `12` in the school year of that day; empty before Kindergarten.

    Nobody writes down who was in which class before, so a year that somebody did twice is told by the count.
    """
    back = _years_back(day, subject=subject)
    grade = (0 if subject.student.group.grade == "K" else int(subject.student.group.grade)) - back
    return "" if grade < 0 else str(grade) if grade else "K"


def grade_then(day: date, *, subject: Subject) -> str:
    """The same for an earlier school year; empty for this one."""
    return grade_on(day, subject=subject) if _years_back(day, subject=subject) > 0 else ""


def _years_back(day: date, *, subject: Subject) -> int:
    """This year is that of the school's last term; of a school that wrote down none, that of the newest piece."""
    framework = subject.framework
    days = [term.last_day for term in framework.terms] or [one.made_on for one in subject.student.evidence]
    this_year = framework.year_of(max(days, default=day))
    return this_year.first_day.year - framework.year_of(day).first_day.year
