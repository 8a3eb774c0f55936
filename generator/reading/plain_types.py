"""Values of one word or line: text, yes or no, a choice, a number."""

import re
from collections.abc import Mapping as MappingOf
from enum import StrEnum
from typing import TypeVar

from generator.model.audience import Audience
from generator.reading.fields import FieldType
from generator.reading.notes import Notes, one_of
from generator.reading.yaml import Node, Scalar, Sequence

T = TypeVar("T")


E = TypeVar("E", bound=StrEnum)


def scalar(node: Node, notes: Notes, *, wanted: str) -> Scalar | None:
    """The node as one value; a list or a group of names is a problem."""
    if isinstance(node, Scalar):
        return node
    typed = "a list" if isinstance(node, Sequence) else "names and values"
    notes.error(
        node,
        "wrong-type",
        f"here stands {typed}, expected is {wanted}",
        fix="write one value after the colon",
    )
    return None


def choice(words: type[E]) -> FieldType[E]:
    """One of a fixed set of words; capitals do not matter."""
    by_text = {str(known).casefold(): known for known in words}

    def read(node: Node, notes: Notes) -> E | None:
        return _one_word(node, notes, known=by_text)

    return FieldType(read=read, schema={"enum": [str(known) for known in words]})


def word(*known: str) -> FieldType[str]:
    """One of a few words that have no meaning beyond themselves."""
    by_text = {text.casefold(): text for text in known}

    def read(node: Node, notes: Notes) -> str | None:
        return _one_word(node, notes, known=by_text)

    numbers = [int(text) for text in known if text.isdecimal()]
    return FieldType(read=read, schema={"enum": [*known, *numbers]})


def number(*, least: int, most: int) -> FieldType[int]:
    """A whole number within limits, both included."""

    def read(node: Node, notes: Notes) -> int | None:
        value = scalar(node, notes, wanted=f"a number from {least} to {most}")
        if value is None:
            return None
        typed = value.text.strip()
        if re.fullmatch(r"[0-9]{1,9}", typed) and least <= int(typed) <= most:
            return int(typed)
        fix = f"write a whole number from {least} to {most}"
        notes.error(value, "not-a-number", f"`{typed}` is not a number that fits here", fix=fix)
        return None

    return FieldType(read=read, schema={"type": "integer", "minimum": least, "maximum": most})


def _text(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="text")
    return value.text.strip() if value else None


def _yes_no(node: Node, notes: Notes) -> bool | None:
    value = scalar(node, notes, wanted="yes or no")
    if value is None:
        return None
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(value.text.strip().lower())
    if answer is None:
        notes.error(
            value, "unknown-choice", f"`{value.text}` is neither yes nor no", fix="write `yes` or `no`"
        )
    return answer


def _one_word(node: Node, notes: Notes, *, known: MappingOf[str, T]) -> T | None:
    value = scalar(node, notes, wanted="one word")
    if value is None:
        return None
    typed = " ".join(value.text.split())
    found = known.get(typed.casefold())
    if found is None:
        fix = one_of(typed, (str(word_known) for word_known in known.values()))
        notes.error(value, "unknown-choice", f"`{value.text}` is not one of the words for this", fix=fix)
    return found


TEXT: FieldType[str] = FieldType(read=_text, schema={"type": ["string", "number", "boolean"]})


YES_NO: FieldType[bool] = FieldType(read=_yes_no, schema={"enum": ["yes", "no", True, False]})


AUDIENCE = choice(Audience)
