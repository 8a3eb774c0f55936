"""The words of the interface: English in the templates, a catalogue per language, a school's own words above both."""

from collections.abc import Mapping

from generator.languages.catalogue import catalogue_of


class InterfaceWords:
    """The words in one language. A word that no catalogue knows stays English."""

    def __init__(self, *, language: str, own: Mapping[str, str]) -> None:
        self._catalogue = catalogue_of(language)
        self._own = own

    def word(self, source: str) -> str:
        """`source` in this language."""
        return self._own.get(source) or self._catalogue.word(source)

    def count_word(self, one: str, many: str, count: int) -> str:
        """The form of a word that goes with `count`."""
        return self._own.get(one if count == 1 else many) or self._catalogue.count_word(one, many, count)
