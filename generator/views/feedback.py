"""Feedback in three parts, strength first, signed with a voice."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.evidence import Feedback
from generator.model.words import Voice, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFeedback:
    """What somebody said about a piece, always in this order: can do, working on, next step."""

    voice: Voice = field(metadata={"help": "who speaks; each voice looks different and is named in words"})
    by: str = field(metadata={"help": "the name shown; empty for a classmate who is not named"})
    given_on: date = field(metadata={"help": "the day it was given"})
    can_do: Words = field(metadata={"help": "what the learner can do"})
    working_on: Words | None = field(metadata={"help": "what the learner is working on"})
    next_step: Words | None = field(metadata={"help": "what could come next"})


def show_feedback(feedback: Iterable[Feedback]) -> tuple[ShownFeedback, ...]:
    """The same feedback as a page shows it, in its order."""
    return tuple(
        ShownFeedback(
            voice=given.voice,
            by=given.by,
            given_on=given.given_on,
            can_do=given.can_do,
            working_on=given.working_on,
            next_step=given.next_step,
        )
        for given in feedback
    )
