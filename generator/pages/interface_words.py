"""The words of the interface: English in the templates, a gettext catalogue per language, a school's own words above both."""

import gettext
from collections.abc import Mapping, Sequence
from pathlib import Path

_DOMAIN = "kinfolio"


class InterfaceWords:
    """The words in one language. A word that no catalogue knows stays English."""

    def __init__(self, *, language: str, folders: Sequence[Path], own: Mapping[str, str]) -> None:
        tags = [language.replace("-", "_"), language.split("-", maxsplit=1)[0]]
        self._catalogue = gettext.NullTranslations()
        for folder in reversed(folders):
            found = gettext.translation(_DOMAIN, folder / "locales", tags, fallback=True)
            found.add_fallback(self._catalogue)
            self._catalogue = found
        self._own = own

    def word(self, source: str) -> str:
        """`source` in this language."""
        return self._own.get(source) or (self._catalogue.gettext(source) if source else "")

    def count_word(self, one: str, many: str, count: int) -> str:
        """The form of a word that goes with `count`."""
        return self._own.get(one if count == 1 else many) or self._catalogue.ngettext(one, many, count)
