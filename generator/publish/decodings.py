"""The readable forms hidden in some bytes: packed, in base64 or hexadecimal, or written with escapes."""

import binascii
import html
import re
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
_PRINTABLE = bytes(0x70 if byte in b"\t\n\r" or 0x20 <= byte < 0x7F else 0 for byte in range(256))
_RUN = b"\x70" * SHORTEST_RUN
_BASE64_RUN = re.compile(rb"[A-Za-z0-9+/_-]{%d,}" % SHORTEST_RUN)
_HEX_RUN = re.compile(rb"[0-9A-Fa-f][0-9A-Fa-f :]{15,}")
_PADDING = (b"", b"AAA", b"AA", b"A")
"""Completes the last four letters, so that what was said in fewer is not lost; a byte or two of nonsense follow."""
_STANDARD_ALPHABET = bytes.maketrans(b"-_", b"+/")


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    zlib_like = len(data) > 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
    if zlib_like or data.startswith(b"\x1f\x8b"):
        try:
            yield "compression", zlib.decompressobj(wbits=47).decompress(data, _LARGEST)
        except zlib.error:
            return


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
    if parts:
        yield way, b"\n".join(parts)
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
