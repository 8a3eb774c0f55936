"""A catalogue: what the interface says in one language. English stands in the templates and needs none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.pofile import read_po

from generator.languages.tags import known_language

_FOLDER: Final = Path(__file__).parent
CATEGORIES: Final[Mapping[int, tuple[str, ...]]] = {
    1: ("other",),
    2: ("one", "other"),
    3: ("one", "many", "other"),
    6: ("zero", "one", "two", "few", "many", "other"),
}
"""Which plural categories of CLDR the forms of a message are for, by how many forms the language has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Messages and their translations; what is not in it is said in English."""

    language: str
    words: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the message for one: a form for each category of `CATEGORIES`."""

    def word(self, source: str) -> str:
        """`source` in this language."""
        return self.words.get(source, source)

    def count_word(self, one: str, many: str, count: int) -> str:
        """The form that goes with `count`."""
        forms = self.counts.get(one)
        if forms is None:
            return one if count == 1 else many
        category = Locale.parse(self.language, sep="-").plural_form(count)
        kinds = CATEGORIES[len(forms)]
        return forms[kinds.index(category) if category in kinds else -1]


def catalogue_files() -> tuple[Path, ...]:
    """The catalogues, for who has to notice that one changed."""
    return tuple(sorted(_FOLDER.glob("*.po")))


@cache
def catalogue_of(language: str) -> Catalogue:
    """The catalogue for a language tag, such as `fr-CA`; an empty one where there is none."""
    known = known_language(language)
    if known is None or known == "en":
        return Catalogue(language="en")
    with (_FOLDER / f"{known}.po").open("rb") as file:
        messages = [message for message in read_po(file, locale=known.replace("-", "_")) if message.id]
    return Catalogue(
        language=known,
        words={
            message.id: message.string
            for message in messages
            if isinstance(message.id, str) and isinstance(message.string, str) and message.string
        },
        counts={
            message.id[0]: tuple(message.string)
            for message in messages
            if isinstance(message.id, tuple)
            and isinstance(message.string, tuple | list)
            and all(message.string)
        },
    )
