"""Ids: those that name this very item, and those that name something written elsewhere."""

import re
import unicodedata
from collections.abc import Callable
from typing import TypeVar

from generator.model.identifiers import LevelId
from generator.reading.fields import FieldType
from generator.reading.notes import Notes, Reference, Target
from generator.reading.plain_types import scalar
from generator.reading.yaml import Node

T = TypeVar("T")


ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def suggest_id(typed: str) -> str:
    """The id nearest to what was typed; empty where nothing of it can be kept."""
    plain = unicodedata.normalize("NFKD", typed).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def any_id(make: Callable[[str], T]) -> FieldType[T]:
    """An id that exists by being used."""

    def read(node: Node, notes: Notes) -> T | None:
        typed = _id(node, notes)
        return None if typed is None else make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"})


def declared_id(target: Target, make: Callable[[str], T]) -> FieldType[T]:
    """The id by which this very item is named elsewhere."""

    def read(node: Node, notes: Notes) -> T | None:
        typed = _id(node, notes)
        if typed is None:
            return None
        notes.declared.append(Reference(target=target, id=typed, origin=notes.origin(node)))
        return make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"], "pattern": f"^{ID.pattern}$"})


def reference(target: Target, make: Callable[[str], T]) -> FieldType[T]:
    """The id of something written elsewhere."""

    def read(node: Node, notes: Notes) -> T | None:
        value = scalar(node, notes, wanted=f"the id of one {target}")
        if value is None:
            return None
        typed = value.text.strip()
        notes.references.append(Reference(target=target, id=typed, origin=notes.origin(value)))
        return make(typed)

    return FieldType(read=read, schema={"type": ["string", "integer"]})


def level_id() -> FieldType[LevelId]:
    """The short sign of a level, capitals as the school writes them."""

    def read(node: Node, notes: Notes) -> LevelId | None:
        value = scalar(node, notes, wanted="a short sign such as PRF")
        if value is None:
            return None
        typed = value.text.strip()
        if not re.fullmatch(r"[A-Za-z0-9-]+", typed):
            fix = f"write `{suggest_id(typed).upper() or 'PRF'}`"
            notes.error(
                value, "bad-id", f"`{typed}` is not a short sign: letters, digits and hyphens", fix=fix
            )
            return None
        notes.declared.append(Reference(target=Target.LEVEL, id=typed, origin=notes.origin(value)))
        return LevelId(typed)

    return FieldType(read=read, schema={"type": "string", "pattern": "^[A-Za-z0-9-]+$"})


def _id(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="an id")
    if value is None:
        return None
    typed = value.text.strip()
    if ID.fullmatch(typed):
        return typed
    fix = f"write `{suggest_id(typed) or 'maple'}`"
    notes.error(value, "bad-id", f"`{typed}` is not an id: lower-case letters, digits and hyphens", fix=fix)
    return None


def _level(node: Node, notes: Notes) -> LevelId | None:
    value = scalar(node, notes, wanted="a level of the scale")
    if value is None:
        return None
    typed = value.text.strip()
    level = notes.surroundings.levels.get(typed.casefold(), LevelId(typed))
    notes.references.append(Reference(target=Target.LEVEL, id=level, origin=notes.origin(value)))
    return level


ICON: FieldType[str] = FieldType(read=_id, schema={"type": "string", "pattern": f"^{ID.pattern}$"})


LEVEL: FieldType[LevelId] = FieldType(read=_level, schema={"type": "string"})


SPEAKER = reference(Target.SPEAKER, str)
