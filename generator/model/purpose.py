"""What a school answered when it began with portfolios, in its own words."""

from dataclasses import dataclass

from generator.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """Answers to the questions of getting started; any of them may be missing."""

    why: Words | None
    for_whom: Words | None
    needs: Words | None
    """What the students need; stays with the staff."""
    agency: Words | None
    """How much voice and choice students have."""
    routines: Words | None
    structure: Words | None
    feedback: Words | None
    """How and how often somebody assesses and answers."""
