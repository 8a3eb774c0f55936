"""The canary gate's eye: finds, in bytes and names about to be published, anything a person wrote.

Why what is sought where: a sealed file is random bytes, in which a text of eight bytes turns up by chance once in some
ten thousand terabytes, but a text of four every few files; so shorter texts are not sought there. A theme is made of
ordinary words, so it is searched only for what is no ordinary word. The shell ships with Kinfolio; being those very
bytes it cannot hold anything of a school, so it is compared instead, and searched for full names alone.
`docs/hosting.md` tells it at length.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, partial

from ahocorasick_rs import BytesAhoCorasick

from generator.publish.decodings import decoded
from generator.publish.strings import Text, TextKind


class Place(StrEnum):
    """What kind of file is searched."""

    SEALED = "sealed"
    SHELL = "shell"
    """The very bytes that ship with Kinfolio."""
    THEME = "theme"
    OTHER = "other"
    """Anything that should not be there; everything is sought in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that can be read in what was about to be published."""

    file: str
    text: str
    kind: TextKind
    way: str
    """How it can be read there: `as it is`, `UTF-16`, `base64`, `file name` and so on."""

    def __str__(self) -> str:
        return f'{self.file}: the {self.kind} "{self.text}" can be read ({self.way})'


class CanarySet:
    """Everything to look for, ready for searching. Made where it is used: it cannot be sent to another process."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._pieces = tuple(dict.fromkeys(piece for text in dict.fromkeys(texts) for piece in _pieces(text)))
        heads = [
            (head, index, encoding)
            for index, piece in enumerate(self._pieces)
            for head, encoding in _heads(piece)
        ]
        self._owners = [(index, encoding) for _head, index, encoding in heads]
        self._heads = BytesAhoCorasick([head for head, _index, _encoding in heads])
        self._named_in_sealed = _Named(piece for piece in self._pieces if _may_be_opaque(piece.text))

    def __len__(self) -> int:
        return len(self._pieces)

    def in_bytes(self, data: bytes, *, place: Place) -> Iterator[tuple[Text, str]]:
        """Texts that stand in these very bytes, in UTF-8 or UTF-16; letters A to Z in either case."""
        folded = data.lower()
        seen: set[tuple[int, str]] = set()
        for head, start, _end in self._heads.find_matches_as_indexes(folded, overlapping=True):
            index, encoding = self._owners[head]
            piece = self._pieces[index]
            if (index, encoding) not in seen and _counts(piece, encoding, folded, start, place=place):
                seen.add((index, encoding))
                yield piece, _AS_IT_IS if encoding == "utf-8" else "UTF-16"

    def in_name(self, name: str, *, place: Place) -> Iterator[Text]:
        """Texts that can be read in a path, whatever stands between their words."""
        words = _joined(name).split(" ")
        match place:
            case Place.SHELL:
                return
            case Place.SEALED:
                yield from self._named_in_sealed.within([word for word in words if len(word) >= _OPAQUE])
            case Place.THEME:
                found = self._named.within(words)
                yield from (piece for piece in found if " " in _joined(piece.text))
            case Place.OTHER:
                yield from self._named.within(words)

    @cached_property
    def _named(self) -> "_Named":
        # Nothing but sealed files comes out of a site, so most sets never need this.
        return _Named(self._pieces)


class _Named:
    """The first words of texts, as file names have them."""

    def __init__(self, pieces: Iterable[Text]) -> None:
        names = {
            " ".join(words.split(" ")[:_WORDS_IN_A_NAME]): piece
            for piece in pieces
            if len(words := _joined(piece.text)) >= _SHORTEST_NAME
        }
        self._pieces = tuple(names.values())
        self._names = BytesAhoCorasick([f" {words} ".encode() for words in names])

    def within(self, words: list[str]) -> Iterator[Text]:
        """Texts whose words stand among these, in a row."""
        path = f" {' '.join(words)} ".encode()
        for index, _start, _end in self._names.find_matches_as_indexes(path, overlapping=True):
            yield self._pieces[index]


def canaries_of(texts: Iterable[Text]) -> CanarySet:
    """What to look for, out of all texts that went in; see `strings_of`."""
    return CanarySet(texts)


def find(canaries: CanarySet, *, name: str, data: bytes, place: Place) -> tuple[Hit, ...]:
    """Searches one file, its name and every readable form of its bytes, three forms deep."""
    hits = {
        Hit(file=name, text=text.text, kind=text.kind, way="file name"): None
        for text in canaries.in_name(name, place=place)
    }
    forms = [("", data)]
    # What ships with Kinfolio was compared already; unfolding its scripts three times would cost more than all else.
    for _depth in range(1 if place is Place.SHELL else _DEPTH + 1):
        for way, form in forms:
            for text, encoding in canaries.in_bytes(form, place=place):
                hits[
                    Hit(
                        file=name,
                        text=text.text,
                        kind=text.kind,
                        way=f"{way}, {encoding}" if way else encoding,
                    )
                ] = None
        forms = [
            (f"{outer}, {way}" if outer else way, form)
            for outer, data in forms
            for way, form in decoded(data)
            if form
        ]
    return tuple(hits)


_DEPTH = 3
"""How many readings deep: base64 of compressed JSON is three."""
_HEAD = 16
"""Bytes of a text that are searched for first; the rest is compared where they are found."""
_SHORTEST_IN_RANDOM_BYTES = 8
_SHORTEST_NAME = 3
_OPAQUE = 16
"""Length of the shortest random name; what is shorter in a sealed file's path is fixed by the format."""
_AS_IT_IS = "as it is"
_WORDS_IN_A_NAME = 4
"""Of a text, as many words are sought in file names: enough to be no accident, and slugs get cut."""
_CHARACTERS_IN_A_PIECE = 12
_WORD = re.compile(r"\S+")
_PIECE = re.compile(r"\S+(?:\s+\S+){0,5}")
_LONG = re.compile(r"\S{25,}")
_OPAQUE_WORD = re.compile(r"[^\W_]{16}")
_NOT_A_LETTER = re.compile(r"[\W_]+")
_LIKE_CODE = re.compile(r"[{}<>=;()]")


def _pieces(text: Text) -> Iterator[Text]:
    """A name and each of its parts; a file's stem; of other texts every six words in a row, or twelve characters."""
    kind, typed = text
    if kind is TextKind.NAME:
        yield text
        if len(words := _WORD.findall(typed)) > 1:
            yield from (Text(kind, word) for word in words)
    elif kind is TextKind.STEM:
        yield text
    else:
        # The kind is the same in all, and the pattern cuts at C's speed: a portfolio has thousands of pieces.
        yield from map(partial(Text, kind), _PIECE.findall(typed))
        # Languages written without spaces have long words.
        for long in _LONG.findall(typed):
            for start in range(0, len(long) - _CHARACTERS_IN_A_PIECE + 1, _CHARACTERS_IN_A_PIECE):
                yield Text(kind, long[start : start + _CHARACTERS_IN_A_PIECE])


def _heads(piece: Text) -> Iterator[tuple[bytes, str]]:
    if piece.text.isascii():
        if len(piece.text) >= _SHORTEST_NAME:
            yield piece.text[:_HEAD].encode().lower(), "utf-8"
        if len(piece.text) > _SHORTEST_IN_RANDOM_BYTES // 2:
            # Without its last zero it is found in both byte orders.
            yield piece.text[: _HEAD // 2].encode("utf-16-le").lower()[:-1], "utf-16-le"
        return
    for form in _spellings(piece.text):
        if len(plain := form.encode().lower()) >= _SHORTEST_NAME:
            yield plain[:_HEAD], "utf-8"
        if len(form) > _SHORTEST_IN_RANDOM_BYTES // 2:
            for order in ("utf-16-le", "utf-16-be"):
                yield form[: _HEAD // 2].encode(order).lower(), order


def _spellings(text: str) -> tuple[str, ...]:
    """As typed, and with accents composed and taken apart."""
    return tuple(
        dict.fromkeys((text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)))
    )


def _counts(piece: Text, encoding: str, folded: bytes, start: int, *, place: Place) -> bool:
    """Whether a head found here is the piece, and the piece means something in this place."""
    if place is Place.SEALED:
        # The head alone is no accident, and what follows may lie beyond the end of a chunk.
        return encoding != "utf-8" or len(piece.text.encode()) >= _SHORTEST_IN_RANDOM_BYTES
    if place not in _places(piece):
        return False
    if encoding != "utf-8":
        return True
    for form in _spellings(piece.text):
        whole = form.encode().lower()
        end = start + len(whole)
        if folded[start:end] == whole:
            alone = not (_in_a_word(folded[max(start - 1, 0) : start]) or _in_a_word(folded[end : end + 1]))
            return alone or len(whole) >= _SHORTEST_IN_RANDOM_BYTES
    return False


def _in_a_word(neighbour: bytes) -> bool:
    return neighbour.isalnum() or neighbour >= b"\x80"


def _places(text: Text) -> frozenset[Place]:
    """Where, besides sealed files, this text means something."""
    words = len(_WORD.findall(text.text))
    if text.kind is TextKind.NAME and words > 1:
        return frozenset({Place.OTHER, Place.THEME, Place.SHELL})
    if text.kind is TextKind.STEM and len(_NOT_A_LETTER.split(text.text)) > 2:
        return frozenset({Place.OTHER, Place.THEME})
    if text.kind is TextKind.WORDS and words >= 4 and not _LIKE_CODE.search(text.text):
        return frozenset({Place.OTHER, Place.THEME})
    return frozenset({Place.OTHER})


def _may_be_opaque(text: str) -> bool:
    """Whether the text may have a word as long as a random name; beyond ASCII, letters may be written as several."""
    return not text.isascii() or _OPAQUE_WORD.search(text) is not None


def _joined(text: str) -> str:
    """Its words in lower case with one space between, as titles, stems and slugs have them alike."""
    return _NOT_A_LETTER.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
