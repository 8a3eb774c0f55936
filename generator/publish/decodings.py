"""The readable forms hidden in some bytes: packed, in base64 or hexadecimal, or written with escapes."""

import binascii
import html
import re
import struct
import zlib
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

SHORTEST_RUN = 12
"""Printable characters in a row, below which bytes do not count as text that could be decoded.

A megabyte of sealed bytes holds some ten such runs, so decoding them costs next to nothing.
"""


def decoded(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yields what `data` becomes when read in each way that changes it, with the name of that way."""
    yield from _unpacked(data)
    runs = _printable_runs(data)
    if not runs:
        return
    yield from _from_alphabets(runs)
    text = b"\n".join(runs)
    readings = (
        ("URL encoding", unquote_to_bytes(text.replace(b"+", b" "))),
        ("JSON escapes", _unescaped(text)),
        ("HTML entities", html.unescape(text.decode("ascii")).encode()),
    )
    yield from ((way, form) for way, form in readings if form != text)


_LARGEST = 64 << 20
_SHORTEST_FORM = 8
"""Bytes; what is shorter came out of nothing, and no text is sought in so few."""
_STEP = 256
_ZLIB_OR_GZIP, _BARE = 47, -15
_STREAMS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda", b"\x1f\x8b\x08")
"""How zlib, at each of its levels, and gzip begin."""
_MEMBER = b"PK\x03\x04"
_MEMBER_HEAD = struct.Struct("<4s22xHH")
"""How a member of a zip begins; the lengths of its name and of what else stands before its data."""
_PRINTABLE = bytes(0x70 if byte in b"\t\n\r" or 0x20 <= byte < 0x7F else 0 for byte in range(256))
_RUN = b"\x70" * SHORTEST_RUN
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{%d,}" % SHORTEST_RUN)
_HEX_RUN = re.compile(rb"[0-9A-Fa-f][0-9A-Fa-f :]{15,}")
_PADDING = (b"", b"AAA", b"AA", b"A")
"""Completes the last four letters, so that what was said in fewer is not lost; a byte or two of nonsense follow."""
_STANDARD_ALPHABET = bytes.maketrans(b"-_", b"+/")


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """All that was packed in there: a whole file, a stream of a PDF, a member of a zip, a pack whose seal failed."""
    streams = [_inflated(data, start, _ZLIB_OR_GZIP) for begin in _STREAMS for start in _places(data, begin)]
    for place in _places(data, _MEMBER):
        if place + _MEMBER_HEAD.size <= len(data):
            _, name, extra = _MEMBER_HEAD.unpack_from(data, place)
            streams.append(_inflated(data, place + _MEMBER_HEAD.size + name + extra, _BARE))
    if forms := [form for form in streams if len(form) >= _SHORTEST_FORM]:
        yield "compression", b"\n".join(forms)


def _places(data: bytes, begin: bytes) -> Iterator[int]:
    # Looking for fixed strings one by one is many times faster than a pattern for all of them.
    place = data.find(begin)
    while place >= 0:
        yield place
        place = data.find(begin, place + 1)


def _inflated(data: bytes, start: int, wbits: int) -> bytes:
    """What unpacks from here on, up to where it breaks off; in random bytes that is at once."""
    stream = zlib.decompressobj(wbits=wbits)
    plain = bytearray()
    try:
        while start < len(data) and not stream.eof and len(plain) < _LARGEST:
            plain += stream.decompress(data[start : start + _STEP], _LARGEST - len(plain))
            start += _STEP
    except zlib.error:
        # What came before is as readable; only of the step that broke nothing is left.
        return bytes(plain)
    return bytes(plain)


def _printable_runs(data: bytes) -> list[bytes]:
    # Translating and looking for a fixed string is many times faster than a pattern.
    shape = data.translate(_PRINTABLE)
    runs: list[bytes] = []
    start = shape.find(_RUN)
    while start >= 0:
        end = shape.find(b"\0", start)
        end = len(data) if end < 0 else end
        runs.append(data[start:end])
        start = shape.find(_RUN, end)
    return runs


def _from_alphabets(runs: list[bytes]) -> Iterator[tuple[str, bytes]]:
    for phase in range(4):
        parts = [
            binascii.a2b_base64(letters + _PADDING[len(letters) % 4])
            for run in runs
            for match in _BASE64_RUN.findall(run)
            if (letters := match[phase:].translate(_STANDARD_ALPHABET))
        ]
        yield from _together("base64", parts)
    for phase in range(2):
        parts = [
            binascii.a2b_hex(digits[: len(digits) // 2 * 2])
            for run in runs
            for match in _HEX_RUN.findall(run)
            if (digits := match.translate(None, b" :")[phase:])
        ]
        yield from _together("hexadecimal", parts)


def _together(way: str, parts: list[bytes]) -> Iterator[tuple[str, bytes]]:
    if not parts:
        return
    whole = b"\n".join(parts)
    yield way, whole
    # Looked for in all of them at once: there are thousands in a megabyte, and next to none holds a stream.
    if any(begin in whole for begin in (*_STREAMS, _MEMBER)):
        for part in parts:
            for inner, data in _unpacked(part):
                yield f"{way} of {inner}", data


def _unescaped(text: bytes) -> bytes:
    def characters(match: re.Match[bytes]) -> bytes:
        # Surrogates stand in pairs, so the numbers in a row go through UTF-16 together.
        numbers = [int(long or short, 16) for long, short in _BACKSLASH_NUMBER.findall(match.group())]
        units = b"".join(number.to_bytes(2, "big") for number in numbers)
        return units.decode("utf-16-be", "replace").encode()

    plain = _BACKSLASH_NUMBERS.sub(characters, text)
    return plain.replace(b'\\"', b'"').replace(b"\\/", b"/")


_BACKSLASH_NUMBER = re.compile(rb"\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))")
_BACKSLASH_NUMBERS = re.compile(rb"(?:\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}))+")
