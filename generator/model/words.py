"""Somebody's own words, kept as written, with the language they are in."""

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import name

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "pa-arab", "ps", "sd", "ug", "ur", "yi"}
)


_LATIN = frozenset({"de", "en", "es", "fil", "fr", "it", "nl", "pl", "pt", "so", "sw", "tl", "tr", "vi"})
_OTHER_LETTERS = frozenset(
    {
        "am",
        "ar",
        "bn",
        "el",
        "fa",
        "gu",
        "he",
        "hi",
        "ja",
        "ko",
        "pa",
        "ps",
        "ru",
        "ta",
        "ti",
        "uk",
        "ur",
        "zh",
    }
)
"""Languages whose letters we are sure of. Others are believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Markdown as the person wrote it, and its language as a BCP 47 tag (`en`, `pa-Guru`, `ar`)."""

    text: str
    language: str

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, for the `dir` attribute."""
        return direction_of(self.language)


class Voice(StrEnum):
    """Who speaks. Each voice looks different on a page and is named in words."""

    STUDENT = "student"
    TEACHER = "teacher"
    PEER = "peer"
    FAMILY = "family"


def direction_of(language: str) -> str:
    """Writing direction of a BCP 47 tag. Bare `pa` counts as Gurmukhi, left to right."""
    tag = language.lower()
    primary = tag.split("-", 1)[0]
    return "rtl" if primary in _RIGHT_TO_LEFT or tag in _RIGHT_TO_LEFT or "-arab" in tag else "ltr"


def tongue_of(text: str, *, language: str) -> str:
    """The language to name for one line: `language`, or none at all where the letters cannot be of it.

    A title in Arabic above an English text, a teacher's name in a Punjabi list: a voice that is told nothing finds out by
    the letters, and one that is told wrong reads nonsense.
    """
    primary, *rest = language.lower().split("-")
    latin = sum("LATIN" in name(letter, "") for letter in text if letter.isalpha())
    others = sum(letter.isalpha() for letter in text) - latin
    if "latn" in rest or not (latin or others) or (latin and others):
        return language
    return "" if (primary in _LATIN and others) or (primary in _OTHER_LETTERS and latin) else language
