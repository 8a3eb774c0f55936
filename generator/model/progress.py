"""The dated message home: a sample, a strength-based comment and a level."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, EvidenceId, LevelId
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
    """For a level outside the scale: why there is not enough evidence yet, and the plan."""
    audience: Audience
    origin: Origin
