"""A file's bytes become lines that know where they stand, whatever machine typed them."""

import unicodedata
from dataclasses import dataclass

from generator.problems import Origin, Problem, error

MOST_BYTES = 4 * 1024 * 1024
"""More than a child writes in a year; a recording renamed to `.md` is refused before it is read."""

_STRAY_SIGNS = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xE000: "", 0xE001: "", 0xE002: "", 0xE003: ""}
"""Breaks inside a line, and four signs without a shape that `pages/marks.py` uses for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A file as typed: without byte order mark, cut at its line ends, accents composed."""

    path: str
    """Relative to the content folder, forward slashes."""
    lines: tuple[str, ...]

    def origin(self, line: int, *, column: int = 0, width: int = 1) -> Origin:
        """The place in this file, lines and columns from 1; line 0 is the file as a whole."""
        excerpt = self.lines[line - 1] if 1 <= line <= len(self.lines) else ""
        return Origin(path=self.path, line=line, column=column, excerpt=excerpt, width=max(1, width))


def to_text(data: bytes, *, path: str) -> Text | Problem:
    """Decodes a file; what is not UTF-8 is a problem with the line it begins to go wrong in."""
    whole = Origin(path=path)
    if len(data) > MOST_BYTES:
        return error(
            whole,
            "file-too-large",
            f"{len(data) // 1_000_000} MB is too large for a text file",
            fix="keep words in text files, and pictures and recordings in files of their own beside them",
        )
    try:
        decoded = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        good = data[: failure.start].decode("utf-8-sig", errors="replace")
        place = Origin(path=path, line=good.count("\n") + 1)
        return error(
            place, "not-utf-8", "the file is not UTF-8 text", fix="save it again with the encoding UTF-8"
        )
    if "\r" in decoded:
        decoded = decoded.replace("\r\n", "\n").replace("\r", "\n")
    if not decoded.isascii():
        # Word and some phones put these inside a line; an editor shows one line, so we count one.
        decoded = unicodedata.normalize("NFC", decoded.translate(_STRAY_SIGNS))
    return Text(path=path, lines=tuple(decoded.split("\n")))
