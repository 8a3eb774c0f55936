"""New files in a school's folder: all of them or none, and never over what somebody wrote."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.problems import KinfolioError
from generator.reading.id_types import suggest_id

_PLAIN = re.compile(r"[^\W\d_](?:[\w .,()’/&+-]*[\w.)])?")
_NOT_PLAIN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to write. `path` is relative to the folder, forward slashes."""

    path: str
    text: str


def write_new(folder: Path, files: Iterable[NewFile]) -> tuple[Path, ...]:
    """Writes files that are not there yet.

    Raises:
        KinfolioError: one of them is there already; nothing was written then.
    """
    wanted = tuple((folder / file.path, file.text) for file in files)
    there = next((path for path, _ in wanted if path.exists()), None)
    if there is not None:
        raise KinfolioError(
            f"{there} is there already", hint="nothing was written; choose another name or folder"
        )
    for path, text in wanted:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(path for path, _ in wanted)


def as_value(typed: str) -> str:
    """Text as it can stand behind a colon, in quotes where YAML would read something else.

    >>> as_value("Maple Creek"), as_value("yes: no")
    ('Maple Creek', '"yes: no"')
    """
    text = " ".join(typed.split())
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _NOT_PLAIN
    return text if plain else json.dumps(text, ensure_ascii=False)


def as_list(typed: Iterable[str]) -> str:
    """A list in one line: `[harpreet-gill, jas-gill]`."""
    values = (json.dumps(one, ensure_ascii=False) if "," in one else as_value(one) for one in typed)
    return f"[{', '.join(values)}]"


def id_for(name: str, *, taken: set[str], otherwise: str) -> str:
    """An id made of a name that nobody has yet, and remembered as taken; names in other scripts get `otherwise` and a number."""
    wanted = suggest_id(name)
    number, candidate = 1, wanted or f"{otherwise}-1"
    while candidate in taken:
        number += 1
        candidate = f"{wanted or otherwise}-{number}"
    taken.add(candidate)
    return candidate
