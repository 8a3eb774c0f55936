"""Pixels to WebP files that hold pixels and nothing else."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from generator.media.records import Derivative, Role
from generator.media.rendering import finished

LARGE = 1600
"""Longest edge, in pixels, of a picture to look at: a phone's width three times over, a printed page at 150 dpi."""
SMALL = 480
"""Longest edge, in pixels, of a picture on a card."""

_QUALITIES = (80, 70, 60)
"""Tried in turn until the picture is no larger in bytes than what it was made from."""
_METHOD = 4
_MOST_COLOURS_DRAWN = 8192
"""A picture of more colours is a photo, whatever its format; kept exact it would only be large."""
_ANIMATION_QUALITY = 70
_NOTHING_ELSE = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"})


def two_sizes(
    pixels: Image.Image, *, work: Path, ceiling: int | None, drawn: bool, name: str = "picture"
) -> tuple[Derivative, ...]:
    """LARGE, and SMALL where it is smaller. Never scaled up.

    `ceiling` is the source's size in bytes; `drawn` says that the source was lossless, so that flat colours may stay
    exact where that costs nothing.
    """
    large = shrunk(pixels, longest=LARGE)
    # A picture that had to be scaled down says nothing about how many bytes its smaller self deserves.
    limit = ceiling if large.size == pixels.size else None
    first, quality = still(
        large, role=Role.LARGE, file=work / f"{name}-large.webp", ceiling=limit, drawn=drawn
    )
    small = shrunk(large, longest=SMALL)
    if small.size == large.size:
        return (first,)
    file = work / f"{name}-small.webp"
    second, _ = still(small, role=Role.SMALL, file=file, qualities=(quality,), drawn=drawn)
    return first, second


def shrunk(pixels: Image.Image, *, longest: int) -> Image.Image:
    """The picture with its longest edge at most `longest`; itself where it fits already."""
    factor = longest / max(pixels.size)
    if factor >= 1:
        return pixels
    size = (max(1, round(pixels.width * factor)), max(1, round(pixels.height * factor)))
    return pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def still(
    pixels: Image.Image,
    *,
    role: Role,
    file: Path,
    drawn: bool,
    ceiling: int | None = None,
    qualities: tuple[int, ...] = _QUALITIES,
) -> tuple[Derivative, int]:
    """One WebP picture at the first quality that fits under the ceiling, and that quality."""
    chosen = qualities[0]
    best = _encoded(pixels, quality=chosen)
    for quality in qualities[1:]:
        if ceiling is None or len(best) <= ceiling:
            break
        chosen, best = quality, _encoded(pixels, quality=quality)
    if drawn and pixels.getcolors(_MOST_COLOURS_DRAWN):
        best = min(_encoded(pixels, quality=None), best, key=len)
    file.write_bytes(best)
    return finished(
        file, role=role, media_type="image/webp", width=pixels.width, height=pixels.height
    ), chosen


def moving(
    frames: Sequence[Image.Image], *, milliseconds: Sequence[int], loop: int, role: Role, file: Path
) -> Derivative:
    """An animated WebP. `loop` counts how often it plays, 0 for ever."""
    first, *rest = frames
    buffer = io.BytesIO()
    first.save(
        buffer,
        "WEBP",
        save_all=True,
        append_images=rest,
        duration=list(milliseconds),
        loop=loop,
        quality=_ANIMATION_QUALITY,
        method=_METHOD,
        allow_mixed=True,
        background=(0, 0, 0, 0),
        minimize_size=False,
    )
    file.write_bytes(buffer.getvalue())
    return finished(file, role=role, media_type="image/webp", width=first.width, height=first.height)


def holds_only_pixels(data: bytes) -> bool:
    """Whether a WebP file is made of picture chunks alone: no EXIF, XMP, colour profile or unknown chunk, nothing behind."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or int.from_bytes(data[4:8], "little") + 8 != len(data):
        return False
    at = 12
    while at < len(data):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] not in _NOTHING_ELSE:
            return False
        at += 8 + size + size % 2
    return at == len(data)


def _encoded(pixels: Image.Image, *, quality: int | None) -> bytes:
    buffer = io.BytesIO()
    if quality is None:
        pixels.save(buffer, "WEBP", lossless=True, quality=80, method=_METHOD)
    else:
        pixels.save(buffer, "WEBP", quality=quality, method=_METHOD)
    return buffer.getvalue()
