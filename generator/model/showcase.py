"""What a student chose to show, in their order and with their reasons."""

from dataclasses import dataclass
from datetime import date

from generator.model.identifiers import EvidenceId
from generator.model.words import Voice, Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowcasePick:
    """One chosen piece and why."""

    evidence: EvidenceId
    because: Words
    was_hard: bool
    """The place kept for something that was hard."""
    origin: Origin
    voice: Voice = Voice.STUDENT
    """Who picked it: the student, or the teacher together with the student."""
    by: str = ""
    """The teacher's name as shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showcase:
    """The student's picks in the student's order."""

    title: str
    introduction: Words | None
    ask_me: str
    picks: tuple[ShowcasePick, ...]
    share_until: date | None = None
    """The last day on which its link opens; None while it is shared with nobody beyond the family."""
