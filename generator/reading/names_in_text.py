"""Finding a child's name in what somebody wrote: as children type it, in any script, and not where it is only a word."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.reading.student_facts import StudentFacts

_BETWEEN = re.compile(r"[\s.,;:!?…()\[\]{}<>\"“”„‘’'`´*_/\\|~#+=&@،؛؟。，、！？「」–—-]+")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")

_ALSO_WORDS = frozenset(
    [
        "ace",
        "amber",
        "an",
        "angel",
        "april",
        "art",
        "ash",
        "august",
        "austin",
        "autumn",
        "basil",
        "bill",
        "brook",
        "buck",
        "buddy",
        "charity",
        "chase",
        "christian",
        "claire",
        "clay",
        "cliff",
        "dale",
        "dawn",
        "dean",
        "destiny",
        "do",
        "drew",
        "duke",
        "earl",
        "eve",
        "faith",
        "fleur",
        "forest",
        "france",
        "frank",
        "gene",
        "ginger",
        "glen",
        "grace",
        "grant",
        "guy",
        "ha",
        "hang",
        "harmony",
        "he",
        "heath",
        "ho",
        "honor",
        "hope",
        "hunter",
        "iris",
        "ivy",
        "jack",
        "jade",
        "jay",
        "jordan",
        "joy",
        "june",
        "justice",
        "king",
        "lane",
        "lark",
        "lily",
        "long",
        "love",
        "mark",
        "mason",
        "may",
        "me",
        "melody",
        "mercy",
        "miles",
        "my",
        "noble",
        "olive",
        "page",
        "pat",
        "patience",
        "pearl",
        "prince",
        "rain",
        "ray",
        "reed",
        "rich",
        "river",
        "rob",
        "robin",
        "rose",
        "ruby",
        "rusty",
        "sage",
        "sandy",
        "savannah",
        "sky",
        "so",
        "song",
        "star",
        "storm",
        "sue",
        "summer",
        "sun",
        "sunny",
        "to",
        "will",
        "winter",
        "wren",
        "you",
    ]
)
"""First names that are ordinary words as well: they count only where a capital inside a sentence tells them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that must not stand in another child's portfolio, word by word, and whose it is."""

    words: tuple[str, ...]
    typed: str
    child: StudentFacts


def parts_of(text: str) -> list[str]:
    """The words of a text as they were typed."""
    return [word for word in _BETWEEN.split(text) if word]


def words_of(text: str) -> tuple[str, ...]:
    """As children type them: capitals do not tell, and an accent is one letter however it was typed."""
    return tuple(word.casefold() for word in parts_of(unicodedata.normalize("NFC", text)))


def found_in(text: str, *, names: dict[str, list[Name]]) -> Iterator[Name]:
    """Every name that stands in the text; `names` are by their first word."""
    words = words_of(text)
    if names.keys().isdisjoint(words) and not _UNSPACED.search(text):
        return
    typed = parts_of(unicodedata.normalize("NFC", text))
    for place, word in enumerate(words):
        for name in names.get(word, ()):
            if words[place : place + len(name.words)] != name.words:
                continue
            if len(name.words) > 1 or word not in _ALSO_WORDS or _is_a_name(typed[place], text=text):
                yield name
    if _UNSPACED.search(text):
        # Where no spaces part the words, a name is looked for as it stands.
        for first, same in names.items():
            if _UNSPACED.search(first) and first in text:
                yield from same


def _is_a_name(typed: str, *, text: str) -> bool:
    """Whether a word that also means something else is written with a capital inside a sentence."""
    inside = re.compile(rf"[\w,;)] +{re.escape(typed)}(?!\w)")
    return typed[:1].isupper() and inside.search(text) is not None
