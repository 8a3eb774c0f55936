"""What a jurisdiction asks a school to tell families, as data: how often, in which form, and what each must hold."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class CommunicationKind(StrEnum):
    """The three ways a school tells a family how learning goes."""

    LEARNING_UPDATE = "learning update"
    SUMMARY_OF_LEARNING = "summary of learning"
    INFORMAL_UPDATE = "informal update"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolYear:
    """A school year, both days included."""

    first_day: date
    last_day: date

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @property
    def written(self) -> str:
        """The same in every language: `2025/26`, or `2025` where it is a calendar year."""
        first, last = self.first_day.year, self.last_day.year
        return f"{first}" if first == last else f"{first}/{last % 100:02}"


def school_year(day: date, *, first_month: int) -> SchoolYear:
    """The school year a day lies in, for years that begin on the first of a month (from 1)."""
    begins = day.year if day.month >= first_month else day.year - 1
    first_day, next_first_day = date(begins, first_month, 1), date(begins + 1, first_month, 1)
    return SchoolYear(first_day=first_day, last_day=next_first_day - timedelta(days=1))


class Part(StrEnum):
    """What a written communication may have to hold."""

    LEVELS = "levels"
    """A level in each area studied."""
    FEEDBACK = "feedback"
    """Strengths and next steps, in words."""
    SELF_REFLECTION = "self-reflection"
    GOALS = "goals"
    ATTENDANCE = "attendance"


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationRule:
    """How often one kind of communication is asked for in a school year, and what it holds."""

    kind: CommunicationKind
    name: str
    """What the jurisdiction calls it."""
    count: int
    holds: tuple[Part, ...]
    kinds_of_evidence: int
    """How many of product, observation and conversation each area in it rests on at least; 0 where nothing is asked."""
    days_of_evidence: int
    """On how many different days that evidence was made at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingRules:
    """The rules a school follows."""

    name: str
    address: str
    """Where they stand on the web; empty where nobody wrote it."""
    language: str
    """The language of the names in them."""
    first_month: int
    """The month a school year begins with, from 1."""
    communications: tuple[CommunicationRule, ...]
    points_per_area: int
    """Formal points of progress for each area of learning in a school year; 0 where none is asked for."""
    words_only: tuple[str, ...]
    """Grades (`K`, `1` to `12`) in which nobody gets a letter grade or a percentage."""

    def reports_in_words(self, grade: str) -> bool:
        """Whether a portfolio can hold the reports of that grade: not where they carry letter grades or percentages."""
        return not self.words_only or grade in self.words_only

    def rule(self, kind: CommunicationKind) -> CommunicationRule | None:
        """The rule for one kind of communication; None where it is not asked for."""
        return next((rule for rule in self.communications if rule.kind is kind), None)
