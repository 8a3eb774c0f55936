"""Puts letters into a folder that only its owner can read, and takes away those of people who left."""

import os
import re
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Final

from generator.letters.letter import Letter
from generator.letters.page import (
    DatedLetter,
    all_letters_page,
    fingerprint_of,
    fingerprint_of_all,
    letter_page,
)

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
        before = _text_of(path)
        found = _DAY.search(before)
        if found and _says(before, fingerprint_of(letter)):
            dated.append(DatedLetter(letter=letter, made_on=date.fromisoformat(found[1])))
        else:
            dated.append(DatedLetter(letter=letter, made_on=today))
            _write(path, letter_page(dated[-1]))
        paths.append(path)
    together = folder / ALL_LETTERS
    if dated and not _says(_text_of(together), fingerprint_of_all(dated)):
        _write(together, all_letters_page(dated))
    for path in folder.glob("*.html"):
        if path not in paths and not (dated and path == together) and _MARK in _text_of(path):
            path.unlink(missing_ok=True)
    return tuple(paths)


_MARK: Final = '<meta name="kinfolio-letter" '
_DAY: Final = re.compile(r'<time datetime="(\d{4}-\d{2}-\d{2})">')
_NOT_IN_A_FILE_NAME: Final = re.compile(r"[^a-z0-9-]")


def _file_name(person: str) -> str:
    return f"{_NOT_IN_A_FILE_NAME.sub('_', person.lower())}.html"


def _says(page: str, fingerprint: str) -> bool:
    return f'{_MARK}content="{fingerprint}">' in page


def _text_of(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""


def _write(path: Path, text: str) -> None:
    # mkstemp makes files that only their owner can read.
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
