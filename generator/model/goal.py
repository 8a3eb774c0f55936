"""What a student works towards, with everything that changed on the way."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, GoalId
from generator.model.talking import Remark
from generator.model.words import Voice, Words
from generator.problems import Origin


class GoalState(StrEnum):
    """Four words; `changed` is as good as `done`."""

    NEW = "new"
    WORKING = "working on it"
    DONE = "I did it"
    CHANGED = "I changed it"


class Horizon(StrEnum):
    """How far a goal reaches."""

    SHORT = "short"
    LONG = "long"


class Phase(StrEnum):
    """The six phases of the learning cycle."""

    PRIOR_LEARNING = "prior learning"
    GOAL_AND_CRITERIA = "goal and criteria"
    STRATEGIES = "strategies"
    EVIDENCE_AND_FEEDBACK = "evidence and feedback"
    SELF_ASSESSMENT = "self-assessment"
    NEW_GOAL = "new goal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """The wording a goal had before it was changed, and why it was."""

    changed_on: date
    wording_before: Words
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something said or shown about the goal in one phase."""

    on: date
    phase: Phase
    voice: Voice
    by: str
    words: Words
    evidence: tuple[EvidenceId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal. `wording` is today's; earlier ones are in `revisions`, oldest first."""

    id: GoalId
    set_on: date
    wording: Words
    success: tuple[str, ...]
    """`I'll know when …`, one criterion each."""
    strategies: tuple[str, ...]
    """`I will try …`."""
    helpers: tuple[str, ...]
    """Who helps, as the student names them."""
    at_home: str
    horizon: Horizon
    state: GoalState
    phase: Phase
    review_on: date | None
    area: AreaId | None
    competencies: tuple[CompetencyId, ...]
    evidence: tuple[EvidenceId, ...]
    revisions: tuple[Revision, ...]
    steps: tuple[Step, ...]
    """Oldest first."""
    next_goal: GoalId | None
    audience: Audience
    origin: Origin
    conversation: tuple[Remark, ...] = ()
    """What student, teacher and family say to each other about it, oldest first."""
