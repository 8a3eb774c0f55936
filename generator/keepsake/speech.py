"""How the keepsake speaks: the interface's words and dates in one language."""

from datetime import date
from enum import StrEnum
from typing import Protocol

from generator.views.wording import message_of


class Speech(Protocol):
    """One interface language."""

    @property
    def language(self) -> str:
        """Its BCP 47 tag."""

    def word(self, message: str) -> str:
        """An English interface word in this language; English where nobody translated it."""

    def day(self, day: date) -> str:
        """A full date, such as October 2, 2025."""


def said(member: StrEnum, *, speech: Speech) -> str:
    """A kind, voice, state or phase in words."""
    return speech.word(message_of(member))
