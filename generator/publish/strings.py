"""Gathers every word a person wrote about a child out of our records, so that publishing can look for it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple, NewType, get_type_hints

from generator.model import identifiers


class TextKind(StrEnum):
    """What a gathered text is; it decides where a short one can be sought without false alarms."""

    NAME = "name"
    """Of a person; its parts are sought too."""
    WORDS = "words"
    """A title, a caption, a sentence."""
    STEM = "file name"
    """What somebody called a file, without folder and ending."""


class Text(NamedTuple):
    """One thing a person wrote, as typed, without surrounding space, never empty. A tuple, for there are thousands."""

    kind: TextKind
    text: str


def strings_of(record: Any) -> Iterator[Text]:
    """Walks a record of `generator.model` (or a tuple or mapping of such) and yields what people wrote in it.

    Words come sentence by sentence. What only the program reads (languages, accents, ids of the framework, enumerations)
    is left out; ids made of file names (`asha-sandhu`, `2026-10-02-reading-aloud`) are not. The same text may come twice.
    """
    if isinstance(record, Mapping):
        for key, value in record.items():
            if isinstance(key, str):
                yield from _texts(TextKind.STEM, key)
            yield from strings_of(value)
    elif isinstance(record, tuple | list):
        for item in record:
            yield from strings_of(item)
    elif is_dataclass(record) and not isinstance(record, type):
        kinds = _kinds_of_fields(type(record))
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name not in kinds:
                yield from strings_of(value)
            elif (kind := kinds[field.name]) is not None:
                for text in value if isinstance(value, tuple) else (value,):
                    if isinstance(text, str) and not isinstance(text, Enum):
                        yield from _texts(kind, text)


_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|[\n।॥؟。！？]+")
_MARKS = " \t\r\n#>*_~`-+|\"'“”‘’«»()[]!"

_OF_THE_CHILD = frozenset(
    {
        identifiers.StudentId,
        identifiers.PersonId,
        identifiers.EvidenceId,
        identifiers.ReflectionId,
        identifiers.GoalId,
        identifiers.PieceId,
    }
)
_OF_THE_FRAMEWORK = frozenset(
    kind for kind in vars(identifiers).values() if isinstance(kind, NewType) and kind not in _OF_THE_CHILD
)
_NAMES = frozenset(
    {
        ("Student", "name"),
        ("Student", "called"),
        ("Student", "teachers"),
        ("Person", "name"),
        ("Person", "shown_as"),
        ("Cover", "called"),
    }
)
_PATHS = frozenset({("Artifact", "path"), ("Origin", "path"), ("AboutMe", "hello"), ("AboutMe", "picture")})
_FOR_THE_PROGRAM = frozenset(
    {
        ("Origin", "excerpt"),
        ("PointOfProgress", "id"),
        ("RubricUse", "version"),
        ("PointOfProgress", "revises"),
        ("Statement", "name"),
        ("Medium", "code_html"),
        ("Medium", "code_language"),
        ("Medium", "waveform"),
        ("Rendition", "path"),
        ("Rendition", "media_type"),
    }
)
_FOR_THE_PROGRAM_ANYWHERE = frozenset(
    {"language", "title_language", "school_language", "accent", "cover", "avatar", "grade", "icon"}
)


@cache
def _kinds_of_fields(record: type) -> Mapping[str, TextKind | None]:
    """Kinds of the fields that hold text; None for those nobody needs to look for; other fields are missing."""
    kinds: dict[str, TextKind | None] = {}
    for name, hint in get_type_hints(record).items():
        inside = {hint, *getattr(hint, "__args__", ())}
        place = (record.__name__, name)
        if place in _FOR_THE_PROGRAM or name in _FOR_THE_PROGRAM_ANYWHERE or inside & _OF_THE_FRAMEWORK:
            kinds[name] = None
        elif place in _PATHS or inside & _OF_THE_CHILD:
            kinds[name] = TextKind.STEM
        elif place in _NAMES or (name == "by" and str in inside):
            kinds[name] = TextKind.NAME
        elif str in inside:
            kinds[name] = TextKind.WORDS
    return kinds


def _texts(kind: TextKind, text: str) -> Iterator[Text]:
    if kind is TextKind.WORDS:
        pieces: Iterator[str] | list[str] = _SENTENCE_END.split(text)
    elif kind is TextKind.STEM:
        path = PurePosixPath(text)
        pieces = [path.parent.name if path.stem == "index" else path.stem]
    else:
        pieces = [text]
    for piece in pieces:
        if plain := piece.strip(_MARKS):
            yield Text(kind, plain)
