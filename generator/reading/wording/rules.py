"""What a rule about wording is: phrases to notice in one language, why, and another way to say it."""

from dataclasses import dataclass
from enum import StrEnum


class Concern(StrEnum):
    """What a phrase does that a comment about learning should not do."""

    DEFICIT = "deficit-wording"
    """Says what is missing instead of what is there and what comes next."""
    COMPARISON = "comparison-wording"
    """Measures a child by other children."""
    BEHAVIOUR = "behaviour-wording"
    """Speaks of conduct where learning is meant."""
    JARGON = "jargon"
    """A word that only teachers use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRule:
    """Phrases with one mend.

    `phrases` are regular expressions, read without regard to capitals, and begin and end at the edge of a word;
    `{who}` in them stands for he, she, they, you and the student's own name. Spaces match any white space.
    """

    concern: Concern
    phrases: tuple[str, ...]
    instead: str
    """The end of a fix: `write what …`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that is known about wording in one language."""

    tag: str
    """The primary subtag, such as `fr`."""
    who: tuple[str, ...]
    rules: tuple[WordingRule, ...]
