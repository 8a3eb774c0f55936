"""The objects of a PDF as PDFium writes it: dictionaries in plain sight, one generation, a classic table of offsets."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    rb"\((?:\\.|[^\\()])*\)|<<|>>|<[^<>]*>|[\[\]]|/[^\s/<>\[\](){}%]*|[^\s/<>\[\](){}%]+", re.DOTALL
)
_OBJECT = re.compile(rb"(\d+) 0 obj\r?\n")
_STREAM = re.compile(rb"\s*stream\r?\n")
_LENGTH = re.compile(rb"/Length (\d+)(?! \d+ R)")
_TABLE = re.compile(rb"xref\r?\n0 (\d+)\r?\n")
_ROW = re.compile(rb"(\d{10}) \d{5} ([nf])\s*")


class NotPlainError(ValueError):
    """The file is not of the plain shape; nothing can be shown about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfObject:
    """Byte positions of one object: its value before any stream, and its stream's content (both 0 where there is none)."""

    start: int
    end: int
    stream_start: int = 0
    stream_end: int = 0


def objects_of(data: bytes) -> tuple[PdfObject, ...]:
    """Every object the table knows. Raises `NotPlainError` where table, tokens and bytes do not agree."""
    return tuple(_object(data, offset=offset) for offset in _offsets(data))


def names_in(data: bytes, part: PdfObject) -> frozenset[bytes]:
    """Every name in an object's value, without the slash."""
    return frozenset(
        token[1:] for token in _TOKEN.findall(data, part.start, part.end) if token.startswith(b"/")
    )


def blank_entries(data: bytes, *, unwanted: Callable[[bytes], bool]) -> bytes:
    """The same file, byte for byte as long, with spaces where dictionaries had an unwanted key and its value."""
    blanked = bytearray(data)
    for part in objects_of(data):
        tokens = list(_TOKEN.finditer(data, part.start, part.end))
        for start, end in _entries(tokens, unwanted=unwanted):
            blanked[start:end] = b" " * (end - start)
    return bytes(blanked)


def _offsets(data: bytes) -> Iterator[int]:
    table = _TABLE.search(data, max(0, data.rfind(b"\nxref")))
    if not table:
        raise NotPlainError("no table")
    at = table.end()
    for _ in range(int(table[1])):
        row = _ROW.match(data, at)
        if not row:
            raise NotPlainError("a broken table")
        at = row.end()
        if row[2] == b"n":
            yield int(row[1])


def _object(data: bytes, *, offset: int) -> PdfObject:
    begun = _OBJECT.match(data, offset)
    if not begun:
        raise NotPlainError("no object where the table says")
    start = at = begun.end()
    depth = 0
    while True:
        token = _TOKEN.search(data, at)
        if not token:
            raise NotPlainError("an object without an end")
        at = token.end()
        depth += {b"<<": 1, b"[": 1, b">>": -1, b"]": -1}.get(token[0], 0)
        if depth == 0 and token[0] in {b">>", b"]"}:
            break
        if depth == 0 and token[0] == b"endobj":
            return PdfObject(start=start, end=token.start())
    stream = _STREAM.match(data, at)
    if not stream:
        return PdfObject(start=start, end=at)
    length = _LENGTH.search(data, start, at)
    if not length:
        raise NotPlainError("a stream of unknown length")
    end = stream.end() + int(length[1])
    if not data[end : end + 12].lstrip().startswith(b"endstream"):
        raise NotPlainError("a stream of another length")
    return PdfObject(start=start, end=at, stream_start=stream.end(), stream_end=end)


def _entries(
    tokens: list[re.Match[bytes]], *, unwanted: Callable[[bytes], bool]
) -> Iterator[tuple[int, int]]:
    """Spans of unwanted entries, from key to the end of the value, in dictionaries at any depth."""
    open_marks: list[bytes] = []
    expects_key = False
    at = 0
    while at < len(tokens):
        token = tokens[at][0]
        if expects_key and token.startswith(b"/"):
            end = _value_end(tokens, at=at + 1)
            if unwanted(token[1:]):
                yield tokens[at].start(), tokens[end - 1].end()
                at = end
                continue
            expects_key = False
            at += 1
            continue
        if token in {b"<<", b"["}:
            open_marks.append(token)
        elif token in {b">>", b"]"}:
            if not open_marks:
                raise NotPlainError("brackets that do not match")
            open_marks.pop()
        at = at + 1 if token in {b"<<", b"[", b">>", b"]"} else _value_end(tokens, at=at)
        expects_key = bool(open_marks) and open_marks[-1] == b"<<"


def _value_end(tokens: list[re.Match[bytes]], *, at: int) -> int:
    """The index behind the value that begins at `at`; a reference is three tokens."""
    if at >= len(tokens):
        raise NotPlainError("a key without a value")
    if at + 2 < len(tokens) and tokens[at + 2][0] == b"R" and tokens[at][0].isdigit():
        return at + 3
    depth = 0
    while at < len(tokens):
        depth += {b"<<": 1, b"[": 1, b">>": -1, b"]": -1}.get(tokens[at][0], 0)
        at += 1
        if depth == 0:
            return at
    raise NotPlainError("a value without an end")
