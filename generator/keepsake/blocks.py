"""The smallest parts of the book: words, titles, labels and lines, each in its language and direction."""

import unicodedata
from dataclasses import dataclass
from typing import Any

from generator.keepsake.speech import Speech
from generator.keepsake.words_tree import words_tree
from generator.model.words import Words, direction_of
from generator.views.plain import PlainWords

Block = dict[str, Any]
"""What `book.typ` sets: `{"block": kind, …}` of plain JSON values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Makes blocks out of what people wrote and of what the interface says."""

    speech: Speech

    def words(self, words: Words, *, style: str) -> Block:
        """Somebody's words with their markup."""
        return {
            "block": "words",
            "style": style,
            "nodes": words_tree(words),
            **language_of(words.language),
        }

    def heading(self, run: Block) -> Block:
        """A title."""
        return {"block": "heading", "nodes": [run["text"]], **{key: run[key] for key in _LANGUAGE_KEYS}}

    def label(self, message: str, *, toward: str = "") -> Block:
        """An interface message above what it names."""
        return self.label_of(self.speech.word(message), toward=toward)

    def label_of(self, text: str, *, toward: str = "") -> Block:
        """Text above what it names."""
        return {"block": "label", "text": self.run(text), "toward": toward}

    def labelled(self, label: str, words: Block) -> list[Block]:
        """Words under their label, which stands where they begin."""
        return [self.label_of(label, toward=words["dir"]), words]

    def soft(self, text: str, language: str | None = None, *, toward: str = "") -> Block:
        """A small line."""
        return {"block": "soft", "text": self.run(text, language), "toward": toward}

    def plain(self, words: PlainWords) -> Block:
        """Words without markup, in their own language."""
        return self.run(words.text, words.language)

    def run(self, text: str, language: str | None = None) -> Block:
        """Text in a language, the interface's when none is named."""
        said = language_of(language or self.speech.language)
        return {"text": text, **said, "dir": _direction(text, otherwise=said["dir"])}


_LANGUAGE_KEYS = ("lang", "script", "dir")


def card(blocks: list[Block]) -> Block:
    """On one page, unless it is so long that it might not fit on any."""
    return {"block": "card", "blocks": blocks, "breakable": _letters(blocks) > _ONE_PAGE}


_ONE_PAGE = 1600
"""Letters, labels and all, that fit on a page in the largest size."""


def _letters(value: object) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_letters(one) for key, one in value.items() if key not in _NOT_READ)
    return sum(_letters(one) for one in value) if isinstance(value, list) else 0


_NOT_READ = frozenset({"block", "style", "tag", "toward", *_LANGUAGE_KEYS})


def language_of(tag: str) -> Block:
    """What Typst asks for. The direction is said outright, for it takes Punjabi to run from right to left."""
    primary, *rest = tag.split("-")
    script = next((part.lower() for part in rest if len(part) == 4 and part.isalpha()), None)
    known = primary.lower() if primary.isalpha() and len(primary) in {2, 3} else "en"
    return {"lang": known, "script": script, "dir": direction_of(tag)}


def _direction(text: str, *, otherwise: str) -> str:
    """A line runs the way its first letter does: a teacher's English title may stand over a student's Arabic."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in {"L", "R", "AL"}:
            return "ltr" if kind == "L" else "rtl"
    return otherwise
