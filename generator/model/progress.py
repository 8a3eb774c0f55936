"""The dated messages home: points of progress, learning updates and summaries of learning."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, EvidenceId, GoalId, LevelId, ReflectionId, UpdateId
from generator.model.reporting import CommunicationKind
from generator.model.talking import Remark
from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PointOfProgress:
    """One point of progress for one area, about one piece, a selection, or the whole portfolio (`whole_portfolio`)."""

    id: str
    given_on: date
    area: AreaId
    by: str
    level: LevelId
    can_do: Words
    working_on: Words | None
    next_step: Words | None
    at_home: str
    evidence: tuple[EvidenceId, ...]
    whole_portfolio: bool
    revises: str | None
    """The id of the point this one updates after a resubmission or a conversation; the earlier one stays visible."""
    reason: str
    """For a level outside the scale: why there is not enough evidence yet."""
    plan: str
    """For a level outside the scale: what happens until when."""
    audience: Audience
    origin: Origin
    conversation: tuple[Remark, ...] = ()
    """What student, teacher and family say to each other about it, oldest first."""
    what_changed: Words | None = None
    """For a point that revises an earlier one: what is new since then, and what showed it."""


class InformalForm(StrEnum):
    """How a family was told between the written updates."""

    CONFERENCE = "conference"
    STUDENT_LED_CONFERENCE = "student-led conference"
    PHONE_CALL = "phone call"
    EMAIL = "email"
    PORTFOLIO_SHARE = "portfolio share"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaReport:
    """What a learning update says about one area of learning."""

    area: AreaId
    level: LevelId | None
    """The teacher's judgement; None where the jurisdiction asks for none, or nobody wrote it."""
    can_do: Words
    working_on: Words | None
    next_step: Words | None
    reason: str
    """For a level outside the scale: why there is not enough evidence yet."""
    plan: str
    """For a level outside the scale: what happens until when."""
    evidence: tuple[EvidenceId, ...]
    """The evidence it rests on, as the teacher named it; empty where all of the area's evidence of the year is meant."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningUpdate:
    """A written learning update, or the summary of learning at the end of a year. Nothing in it is worked out."""

    id: UpdateId
    kind: CommunicationKind
    given_on: date
    by: str
    words: Words | None
    """What the teacher says before the areas."""
    areas: tuple[AreaReport, ...]
    not_studied_now: tuple[AreaId, ...]
    """Areas that had no turn yet."""
    reflections: tuple[ReflectionId, ...]
    """The student's own look back, by reference."""
    goals: tuple[GoalId, ...]
    attendance: str
    audience: Audience
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class InformalUpdate:
    """A talk, a call or a shared portfolio between the written updates: what it was about, kept so that it counts."""

    id: UpdateId
    given_on: date
    by: str
    form: InformalForm
    words: Words
    audience: Audience
    origin: Origin
