"""Marks: templates leave a mark wherever the interface speaks, and words are put in for them afterwards.

So one laid-out page serves every language. The words of the school's own language are put in when the page is made;
with `Translatable` the page also says where they stand, and a reader of another language has them exchanged while
reading (`vault/browser/reading/translation.js`).

A mark is `OPEN message (VALUE name NAME value)* CLOSE`. Values are HTML and may hold marks. A message about a number is
`one NAME many` and has the number as its first, nameless value; `@day`, `@short-day`, `@month`, `@number`, `@size` and `@joint`
are no messages but values to be written as the language does, and `@language` is the tag of the language in which a
sentence is told.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, Protocol

OPEN: Final = "\ue000"
VALUE: Final = "\ue001"
NAME: Final = "\ue002"
CLOSE: Final = "\ue003"
_PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s")
_NUMBER: Final = re.compile(r"[0-9]{1,15}")
_INNERMOST: Final = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_EDGES: Final = re.compile(f"[{OPEN}{CLOSE}]")
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Joint(StrEnum):
    """Where in a list something is joined: between its only two, somewhere before the last, right before the last."""

    PAIR = "pair"
    MIDDLE = "middle"
    END = "end"


class Speaker(Protocol):
    """Puts things into words of one language, always the same."""

    def __hash__(self) -> int:
        """What was said is remembered by who said it."""

    @property
    def language(self) -> str:
        """Its tag."""

    def word(self, source: str) -> str:
        """A message."""

    def count_word(self, one: str, many: str, count: int) -> str:
        """A message about a number."""

    def written_day(self, day: date) -> str:
        """A full date."""

    def written_short_day(self, day: date) -> str:
        """Day and month."""

    def written_month(self, day: date) -> str:
        """Month and year."""

    def written_number(self, number: int) -> str:
        """A whole number in the language's digits."""

    def written_size(self, count: int) -> str:
        """Bytes as families know them."""

    def written_joint(self, joint: Joint) -> str:
        """What stands between two things of a list."""


def mark(message: str) -> str:
    """A mark as the templates' gettext wants it: a pattern that Jinja fills with the values by the `%` operator."""
    return OPEN + message.replace("%", "%%") + _values(message) + CLOSE if message else ""


def mark_count(one: str, many: str, count: int) -> str:
    """The same for a message about a number."""
    said = f"{one}{NAME}{many}".replace("%", "%%")
    return f"{OPEN}{said}{VALUE}{NAME}{count}{_values(one + many)}{CLOSE}"


def mark_value(kind: str, value: str) -> str:
    """A mark for a value that each language writes in its own way: `day`, `short-day`, `month`, `number`, `size`, `joint`."""
    return f"{OPEN}@{kind}{VALUE}{NAME}{value}{CLOSE}"


def mark_sentence(sentence: str) -> str:
    """A mark for a sentence of the school's framework, which catalogues may know; no pattern."""
    return OPEN + sentence + CLOSE if sentence else ""


def mark_language(sentence: str, language: str) -> str:
    """A mark for the tag of the language in which `sentence` is told; `language` is the one it is written in."""
    return f"{OPEN}@language{VALUE}{NAME}{language}{VALUE}said{NAME}{sentence}{CLOSE}"


def _values(message: str) -> str:
    names = dict.fromkeys(_PLACEHOLDER.findall(message))
    return "".join(f"{VALUE}{name}{NAME}%({name})s" for name in names)


def in_words(marked: str, *, speaker: Speaker) -> str:
    """The same text with words where the marks are."""
    return _filled_in(_balanced(marked), speaker)


def _filled_in(marked: str, speaker: Speaker) -> str:
    while OPEN in marked:
        marked = _INNERMOST.sub(lambda place: _said(place[1], speaker), marked)
    return marked


def _balanced(marked: str) -> str:
    """Without signs that open or close nothing: somebody's words may hold one, pasted from who knows where."""
    opened: list[int] = []
    stray: set[int] = set()
    for edge in _EDGES.finditer(marked):
        if edge[0] == OPEN:
            opened.append(edge.start())
        elif opened:
            opened.pop()
        else:
            stray.add(edge.start())
    stray.update(opened)
    if not stray:
        return marked
    return "".join(sign for place, sign in enumerate(marked) if place not in stray)


def _said(inside: str, speaker: Speaker) -> str:
    message, *fields = inside.split(VALUE)
    values = {name: value for name, _, value in (field.partition(NAME) for field in fields)}
    try:
        return _filled(message, values, speaker)
    except (KeyError, ValueError):
        # No template makes such a mark; somebody's words hold the signs of one.
        return message.replace(NAME, "")


def _filled(message: str, values: Mapping[str, str], speaker: Speaker) -> str:
    match message:
        case "@day":
            return speaker.written_day(date.fromisoformat(values[""]))
        case "@short-day":
            return speaker.written_short_day(date.fromisoformat(values[""]))
        case "@month":
            return speaker.written_month(date.fromisoformat(values[""]))
        case "@number":
            return speaker.written_number(int(values[""]))
        case "@size":
            return speaker.written_size(int(values[""])).translate(_HTML)
        case "@joint":
            return speaker.written_joint(Joint(values[""])).translate(_HTML)
        case "@language":
            return values[""] if speaker.word(values["said"]) == values["said"] else speaker.language
    one, _, many = message.partition(NAME)
    said = speaker.count_word(one, many, int(values[""])) if many else speaker.word(one)
    written = {
        name: speaker.written_number(int(value)) if _NUMBER.fullmatch(value) else value
        for name, value in values.items()
    }
    return _PLACEHOLDER.sub(lambda place: written.get(place[1], place[0]), said.translate(_HTML)).replace(
        "%%", "%"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Translatable:
    """A page in the words of one language, and where in it the words of the interface stand."""

    text: str
    places: tuple[int | str, ...]
    """For each place how far it is from the end of the one before, how long it is, both in units of UTF-16; then the
    mark it was made from, unless that is just what stands there."""

    @property
    def with_places(self) -> str:
        """The page with its places in a comment at the end, for the reader."""
        # Two hyphens would end a comment early.
        places = json.dumps(self.places, ensure_ascii=False, separators=(",", ":")).replace("--", "-\\u002d")
        return f"{self.text}<!--words {places}-->\n"


def translatable(marked: str, *, speaker: Speaker) -> Translatable:
    """Puts words in for the marks, as `in_words` does, and notes where."""
    marked = _balanced(marked)
    pieces: list[str] = []
    places: list[int | str] = []
    gap = 0
    for piece, is_mark in _pieces(marked):
        if not is_mark:
            pieces.append(piece)
            gap += _units(piece)
            continue
        words, place = _put_in(piece, speaker)
        pieces.append(words)
        places.append(gap)
        places += place
        gap = 0
    return Translatable(text="".join(pieces), places=tuple(places))


# Every page says "Home", "Timeline" and "More"; most marks of a page stood on the one before it.
@lru_cache(maxsize=4096)
def _put_in(piece: str, speaker: Speaker) -> tuple[str, tuple[int | str, ...]]:
    """The words of one outermost mark, and what `places` says of them after the gap."""
    words = _filled_in(piece, speaker)
    return words, (_units(words),) if words == piece[1:-1] else (_units(words), piece[1:-1])


def _pieces(marked: str) -> Iterator[tuple[str, bool]]:
    """The text cut at its outermost marks."""
    depth = start = 0
    for edge in _EDGES.finditer(marked):
        if edge[0] == OPEN:
            if depth == 0:
                yield marked[start : edge.start()], False
                start = edge.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield marked[start : edge.end()], True
                start = edge.end()
    yield marked[start:], False


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
