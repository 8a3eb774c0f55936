"""Finds phrases in a text. Pure: nothing is sent anywhere, and the same text gives the same phrases."""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.reading.wording.english import ENGLISH
from generator.reading.wording.french import FRENCH
from generator.reading.wording.rules import Concern, Language, WordingRule

LANGUAGES = {language.tag: language for language in (ENGLISH, FRENCH)}

MOST_WORDS = 80
"""In one part of a comment. A family reads it standing up, on a phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as typed, and from which character of the text."""

    typed: str
    start: int
    concern: Concern
    instead: str


def phrases_in(text: str, *, language: str, called: str = "") -> tuple[Phrase, ...]:
    """The phrases that a rule of that language (a BCP 47 tag) notices, in reading order, overlapping ones once.

    `called` is the name the student goes by. A language without rules gives nothing.
    """
    known = LANGUAGES.get(language.split("-", 1)[0].lower())
    if known is None:
        return ()
    found = [
        Phrase(typed=match[0], start=match.start(), concern=rule.concern, instead=rule.instead)
        for pattern, rule in _patterns(known.tag, called)
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda phrase: (phrase.start, -len(phrase.typed)))
    kept: list[Phrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].start + len(kept[-1].typed):
            kept.append(phrase)
    return tuple(kept)


def is_too_long(text: str, *, language: str) -> bool:
    """Whether a part of a comment is longer than somebody reads standing up; only for languages we have rules for."""
    return language.split("-", 1)[0].lower() in LANGUAGES and len(text.split()) > MOST_WORDS


@lru_cache(maxsize=128)
def _patterns(tag: str, called: str) -> tuple[tuple[re.Pattern[str], WordingRule], ...]:
    language = LANGUAGES[tag]
    return tuple((_pattern(rule, language=language, called=called), rule) for rule in language.rules)


def _pattern(rule: WordingRule, *, language: Language, called: str) -> re.Pattern[str]:
    names = (*language.who, re.escape(called)) if called else language.who
    who = f"(?:{'|'.join(names)})"
    phrases = "|".join(phrase.replace("{who}", who) for phrase in rule.phrases)
    return re.compile(rf"(?<!\w)(?:{phrases})(?!\w)".replace(" ", r"\s+"), re.IGNORECASE)
