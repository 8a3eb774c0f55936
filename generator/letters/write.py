"""Puts letters into a folder that only its owner can read, and takes away those of people who left."""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from generator.letters.letter import Letter
from generator.letters.page import DatedLetter, all_letters_page, letter_page

ALL_LETTERS: Final = "index.html"


def write_letters(letters: Iterable[Letter], folder: Path, *, today: date) -> tuple[Path, ...]:
    """Writes one page per letter and one with all of them; gives the pages of the letters, in order.

    A letter that would say the same as before keeps its file and its date. Letters of people who are not among
    `letters` any more are deleted; files that are not letters never are.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    dated: list[DatedLetter] = []
    paths: list[Path] = []
    for letter in letters:
        path = folder / _file_name(letter.person)
        made_on = _made_before(letter, path=path) or today
        dated.append(DatedLetter(letter=letter, made_on=made_on))
        paths.append(path)
        _write(path, letter_page(dated[-1]))
    if dated:
        _write(folder / ALL_LETTERS, all_letters_page(dated, school_name=dated[0].letter.school_name))
    for path in folder.glob("*.html"):
        if path not in paths and not (dated and path.name == ALL_LETTERS) and _MARK in _text_of(path):
            path.unlink(missing_ok=True)
    return tuple(paths)


_MARK: Final = '<meta name="generator" content="Kinfolio letter">'
_DAY: Final = re.compile(r'<time datetime="(\d{4}-\d{2}-\d{2})">')
_NOT_IN_A_FILE_NAME: Final = re.compile(r"[^a-z0-9-]")


def _file_name(person: str) -> str:
    return f"{_NOT_IN_A_FILE_NAME.sub('_', person.lower())}.html"


def _made_before(letter: Letter, *, path: Path) -> date | None:
    """The day on the letter that lies there, when it says the same as this one."""
    before = _text_of(path)
    found = _DAY.search(before)
    with contextlib.suppress(ValueError):
        made_on = date.fromisoformat(found[1]) if found else None
        if made_on and letter_page(DatedLetter(letter=letter, made_on=made_on)) == before:
            return made_on
    return None


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    data = text.encode()
    if _text_of(path) == text:
        return
    # mkstemp makes files that only their owner can read.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
