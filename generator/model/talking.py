"""What student, teacher and family say to each other about learning: threads, and conferences with what was agreed."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, GoalId
from generator.model.words import Voice, Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One turn in a conversation."""

    on: date
    voice: Voice
    by: str
    """The name shown, such as `Ms. Okafor` or `Dad`."""
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A thread between student, teacher and family. It is about one thing at most: evidence, a goal or a point of progress."""

    id: str
    title: str
    begun_on: date
    evidence: EvidenceId | None
    goal: GoalId | None
    point: str | None
    remarks: tuple[Remark, ...]
    """Oldest first; at least one."""
    audience: Audience
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferencePiece:
    """A piece the student chose for a conference, and what they said about it."""

    evidence: EvidenceId
    proud_of: Words | None
    was_hard: Words | None
    next_time: Words | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who was there."""

    voice: Voice
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedGoal:
    """What the three agreed on, and who does what for it."""

    words: Words
    goal: GoalId | None
    """The goal in the portfolio that it became; None where it stands only here."""
    helpers: tuple[str, ...]
    """Who helps and how, as written: `Dad: ten minutes after supper`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """A conference that was held: what was shown, what was seen in it, and what was agreed."""

    id: str
    title: str
    held_on: date
    student_led: bool
    present: tuple[Participant, ...]
    pieces: tuple[ConferencePiece, ...]
    strengths: tuple[Words, ...]
    growing: tuple[Words, ...]
    """Areas of growth."""
    family_said: Words | None
    agreed: tuple[AgreedGoal, ...]
    look_again_on: date | None
    led_by: str
    """The member of staff who answers for the record, as shown."""
    is_update: bool
    """Whether it counts as an informal learning update."""
    audience: Audience
    origin: Origin
