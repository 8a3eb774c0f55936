"""The interface's words, as the keepsake asks for them."""

from datetime import date

from generator.pages.filters import Speech
from generator.pages.theme import Theme


class InterfaceSpeech:
    """The theme's words and the locale's dates, as the keepsake asks for them."""

    def __init__(self, *, theme: Theme, language: str) -> None:
        self._language = language
        self._speech = Speech(language=language, own=theme.words)

    @property
    def language(self) -> str:
        """The language's tag."""
        return self._language

    def word(self, message: str) -> str:
        """An interface word."""
        return self._speech.word(message)

    def day(self, day: date) -> str:
        """A full date without markup."""
        return self._speech.written_day(day)
