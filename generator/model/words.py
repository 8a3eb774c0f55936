"""Somebody's own words, kept as written, with the language they are in."""

from dataclasses import dataclass
from enum import StrEnum

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "pa-arab", "ps", "sd", "ug", "ur", "yi"}
)


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
