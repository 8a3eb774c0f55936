"""Which languages the interface speaks, and which of them a language tag means."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class InterfaceLanguage:
    """A language with a catalogue. A `draft` waits for a speaker to read it."""

    tag: str
    name: str
    """As its speakers call it."""
    draft: bool


LANGUAGES: Final = (
    InterfaceLanguage(tag="en", name="English", draft=False),
    InterfaceLanguage(tag="fr", name="Français", draft=False),
    InterfaceLanguage(tag="pa", name="ਪੰਜਾਬੀ", draft=True),
    InterfaceLanguage(tag="zh-Hans", name="简体中文", draft=True),
    InterfaceLanguage(tag="zh-Hant", name="繁體中文", draft=True),
    InterfaceLanguage(tag="tl", name="Tagalog", draft=True),
    InterfaceLanguage(tag="es", name="Español", draft=True),
    InterfaceLanguage(tag="ar", name="العربية", draft=True),
    InterfaceLanguage(tag="ko", name="한국어", draft=True),
    InterfaceLanguage(tag="fa", name="فارسی", draft=True),
)

_TRADITIONAL: Final = frozenset({"hant", "tw", "hk", "mo"})
_SAME: Final[Mapping[str, str]] = {"fil": "tl", "prs": "fa"}


def known_language(tag: str) -> str | None:
    """The tag of the catalogue to use for a language tag such as `fr-CA`, `zh-TW` or `fil`; None where there is none."""
    first, *rest = tag.replace("_", "-").lower().split("-")
    if first == "zh":
        return "zh-Hant" if _TRADITIONAL.intersection(rest) else "zh-Hans"
    if first == "pa" and "arab" in rest:
        # The same language in letters that our catalogue is not written in.
        return None
    wanted = _SAME.get(first, first)
    return next((language.tag for language in LANGUAGES if language.tag == wanted), None)
