"""The student's own look back."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.evidence import Artifact
from generator.model.identifiers import (
    CompetencyId,
    EvidenceId,
    GoalId,
    PromptId,
    ReflectionId,
    ThinkingMoveId,
)
from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """What a student thinks about a piece, a goal, a competency, or a stretch of time; in text, sound or drawing."""

    id: ReflectionId
    made_on: date
    title: str
    prompts: tuple[PromptId, ...]
    words: Words | None
    artifacts: tuple[Artifact, ...]
    evidence: tuple[EvidenceId, ...]
    goal: GoalId | None
    competencies: tuple[CompetencyId, ...]
    audience: Audience
    origin: Origin
    thinking: tuple[ThinkingMoveId, ...] = ()
