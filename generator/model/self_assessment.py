"""A core competency in the student's own voice."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, ProfileId
from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfAssessment:
    """A profile statement that a student finds true of themselves, with what shows it and why.

    It is the student's alone: nobody gives it a level.
    """

    made_on: date
    profile: ProfileId
    why: Words
    evidence: tuple[EvidenceId, ...]
    """At least one."""
    audience: Audience
    origin: Origin
