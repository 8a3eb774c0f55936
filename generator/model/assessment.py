"""A judgement of learning, dated and never overwritten."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, LevelId
from generator.model.words import Voice, Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One level for one competency or a whole area, by the teacher or the student.

    A later assessment of the same subject by the same voice is the current one; earlier ones stay and are shown.
    """

    given_on: date
    voice: Voice
    by: str
    competency: CompetencyId | None
    area: AreaId | None
    """Exactly one of `competency` and `area` is set."""
    level: LevelId
    comment: Words | None
    evidence: tuple[EvidenceId, ...]
    audience: Audience
    new_target: bool
    """The level looks at a new, harder target, so a line drawn over time breaks here."""
    origin: Origin
    what_changed: Words | None = None
    """What is new since the same voice judged it before, and what showed it."""
