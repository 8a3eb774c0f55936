"""Whether an MP4 or MOV was shortened by a note instead of a cut: phones keep what was trimmed away, and only skip it."""

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

_PARENTS = (b"moov", b"trak", b"edts", b"mdia")
_SKIPPABLE = 0.3
"""Seconds. Encoders skip a few frames of their own at the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    name: bytes
    content: bytes


def hides_frames(path: Path) -> bool:
    """True where a track holds more than it shows, and where that cannot be told."""
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return any(_hides(track) for track in _tracks(list(_boxes(data, start=0, end=len(data)))))
    except (ValueError, IndexError, struct.error, ZeroDivisionError):
        return True


def _boxes(data: mmap.mmap, *, start: int, end: int) -> Iterator[_Box]:
    """Parents empty and followed by their children; of the rest, as much as a table of edits may need."""
    at = start
    while at + 8 <= end:
        size, name, header = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, header = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        size = size or end - at
        if size < header:
            raise ValueError("a box of impossible size")
        if name in _PARENTS:
            yield _Box(name=name, content=b"")
            yield from _boxes(data, start=at + header, end=min(at + size, end))
        elif name in {b"mvhd", b"mdhd", b"elst"}:
            yield _Box(name=name, content=data[at + header : at + min(size, 1_000_000)])
        at += size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Track:
    """Seconds a track holds, seconds it shows, and seconds into it where showing begins."""

    held: float
    shown: float
    begins: float


def _tracks(boxes: list[_Box]) -> Iterator[_Track]:
    movie = next((_clock(box.content)[0] for box in boxes if box.name == b"mvhd"), 0)
    starts = [index for index, box in enumerate(boxes) if box.name == b"trak"]
    for start, end in pairwise([*starts, len(boxes)]):
        inside = {box.name: box.content for box in boxes[start:end]}
        if b"elst" not in inside or b"mdhd" not in inside:
            continue
        scale, length = _clock(inside[b"mdhd"])
        shown = [edit for edit in _edits(inside[b"elst"]) if edit[1] >= 0]
        yield _Track(
            held=length / scale,
            shown=sum(duration for duration, _ in shown) / movie,
            begins=max((begin for _, begin in shown), default=0) / scale,
        )


def _hides(track: _Track) -> bool:
    # An edit of no length means "to the end".
    ends_early = track.shown > 0 and track.held - track.shown > _SKIPPABLE
    return ends_early or track.begins > _SKIPPABLE


def _clock(content: bytes) -> tuple[int, int]:
    """Units per second and length in units, of a movie or media header."""
    form = ">16xIQ" if content[0] else ">8xII"
    scale, length = struct.unpack_from(form, content, 4)
    return scale, length


def _edits(content: bytes) -> Iterator[tuple[int, int]]:
    """Length (in the movie's units) and beginning (in the track's, -1 for a pause) of each edit."""
    form = ">Qq4x" if content[0] else ">Ii4x"
    for number in range(int.from_bytes(content[4:8], "big")):
        duration, begin = struct.unpack_from(form, content, 8 + number * struct.calcsize(form))
        yield duration, begin
