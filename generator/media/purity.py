"""Showing that a film or sound we made holds frames and nothing else, before anybody gets it."""

import mmap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.media.streams import Streams

_OUR_TAGS = frozenset(
    {
        *(
            "major_brand",
            "minor_version",
            "compatible_brands",
            "handler_name",
            "vendor_id",
            "duration",
            "encoder",
        ),
        *("language", "creation_time"),
    }
)
_OUR_VALUES = {
    "handler_name": {"VideoHandler", "SoundHandler"},
    "vendor_id": {"[0][0][0][0]"},
    "encoder": {"Lavf", "Lavc aac", "Lavc libopus", "Lavc libx264"},
    "creation_time": set(),
}
"""Where ffmpeg writes words of its own, these are all it may write."""

_SHORTEST_TELLING_WORD = 6
"""Bytes; shorter tag values turn up in compressed frames by chance."""

_MP4_PARENTS = frozenset({b"moov", b"trak", b"edts", b"mdia", b"minf", b"dinf", b"stbl", b"udta", b"meta"})
_MP4_LEAVES = frozenset(
    {
        *(
            b"ftyp",
            b"free",
            b"mdat",
            b"mvhd",
            b"tkhd",
            b"elst",
            b"mdhd",
            b"hdlr",
            b"vmhd",
            b"smhd",
            b"nmhd",
            b"dref",
        ),
        *(
            b"stsd",
            b"stts",
            b"stss",
            b"ctts",
            b"cslg",
            b"stsc",
            b"stsz",
            b"stz2",
            b"stco",
            b"co64",
            b"sgpd",
            b"sbgp",
        ),
        *(b"sdtp", b"ilst"),
    }
)
_MP4_EMPTY = {b"free": 8, b"ilst": 8}
"""Boxes that may be there as long as nothing is in them: their size in bytes when empty."""

_WEBM_PARENTS = frozenset({0x18538067, 0x1549A966, 0x1654AE6B, 0xAE, 0x1254C367, 0x7373, 0x67C8})
_WEBM_REFUSED = {
    0x1043A770: "chapters",
    0x1941A469: "attachments",
    0x7BA9: "a title",
    0x4461: "a date",
    0x7384: "a file name",
    0x3C83AB: "a file name",
    0x3E83BB: "a file name",
    0x536E: "a track name",
    0x23314F: "a time code",
}
_WEBM_TAG_NAME = 0x45A3
_WEBM_OUR_TAGS = {b"DURATION", b"ENCODER"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a cleaned file still holds, in words."""

    what: str


def findings(
    file: Path, *, media_type: str, told: Streams, source_tags: Iterable[tuple[str, str]]
) -> tuple[Finding, ...]:
    """Everything in the file beside its frames; empty for a clean one.

    Three looks that know nothing of each other: the file's own structure against a list of what may be there, ffmpeg's
    description of it (`told`), and a search for every word the source came with.
    """
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        found = [*_structure(data, media_type=media_type), *_tags(told), *_words(data, source_tags)]
    return tuple(Finding(what=what) for what in dict.fromkeys(found))


def _tags(told: Streams) -> Iterator[str]:
    if told.others:
        yield "a track that is neither pictures nor sound"
    for key, value in told.tags:
        if key not in _OUR_TAGS or value not in _OUR_VALUES.get(key, {value}):
            yield f"the tag {key}"


def _words(data: mmap.mmap, tags: Iterable[tuple[str, str]]) -> Iterator[str]:
    for key, value in tags:
        word = value.encode()
        if key not in _OUR_TAGS and len(word) >= _SHORTEST_TELLING_WORD and data.find(word) >= 0:
            yield f"the value of {key}"


def _structure(data: mmap.mmap, *, media_type: str) -> Iterator[str]:
    if media_type.endswith("/mp4"):
        yield from _mp4(data, start=0, end=len(data))
    elif media_type.endswith("/webm"):
        yield from _webm(data, start=0, end=len(data))
    elif media_type == "audio/mpeg":
        if data[:3] == b"ID3" or data[-128:-125] == b"TAG" or data.find(b"APETAGEX") >= 0:
            yield "an ID3 or APE tag"
    else:
        yield "an unknown container"


def _mp4(data: mmap.mmap, *, start: int, end: int) -> Iterator[str]:
    at = start
    while at < end:
        size, box, header = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, header = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        if size < header or at + size > end:
            yield "a box of impossible size"
            return
        if box in _MP4_PARENTS:
            # `meta` has four bytes of version and flags before its children.
            inside = at + header + (4 if box == b"meta" else 0)
            yield from _mp4(data, start=inside, end=at + size)
        elif box not in _MP4_LEAVES or size > _MP4_EMPTY.get(box, size):
            yield f"the box {box.decode('latin-1')}"
        at += size


def _webm(data: mmap.mmap, *, start: int, end: int) -> Iterator[str]:
    at = start
    while at < end:
        element, at = _number(data, at=at, keep_marker=True)
        size, at = _number(data, at=at, keep_marker=False)
        if at + size > end:
            yield "an element of impossible size"
            return
        if element in _WEBM_REFUSED:
            yield _WEBM_REFUSED[element]
        elif element in _WEBM_PARENTS:
            yield from _webm(data, start=at, end=at + size)
        elif element == _WEBM_TAG_NAME and data[at : at + size] not in _WEBM_OUR_TAGS:
            yield "a tag"
        at += size


def _number(data: mmap.mmap, *, at: int, keep_marker: bool) -> tuple[int, int]:
    """An EBML number and the position behind it; the first byte's leading zeros tell how many bytes it has."""
    first = data[at] if at < len(data) else 0
    length = 9 - first.bit_length()
    number = int.from_bytes(data[at : at + length], "big")
    return (number if keep_marker else number & ((1 << (7 * length)) - 1)), at + length
