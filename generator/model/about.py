"""The student as a learner, told by the student."""

from dataclasses import dataclass

from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One of the seven personalized-learning statements with the student's own words beneath it."""

    name: str
    """ownership, self-aware, knowledge and skills, flexible pacing, voice, choice or relationships."""
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutMe:
    """The student as a learner, by the student."""

    words: Words | None
    statements: tuple[Statement, ...]
    likes: tuple[str, ...]
    languages: tuple[str, ...]
    """Languages the student lives in, as the student names them."""
    hello: str | None
    """Content path of a recorded hello."""
    picture: str | None
    """Content path of a drawing or photo the student chose."""
    picture_alternative: str
    origin: Origin
