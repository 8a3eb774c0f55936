"""What a film or sound holds, read from what ffmpeg says of it."""

import re
from dataclasses import dataclass

from generator.media.ffmpeg import START_UP, Input, run

_TITLE = re.compile(
    r"^  Stream #0:(?P<index>\d+)\S*: (?P<kind>Video|Audio): (?P<codec>\w+)(?P<rest>.*)$", re.MULTILINE
)
_OTHER = re.compile(r"^  Stream #0:\d+\S*: (?!Video|Audio)", re.MULTILINE)
_DURATION = re.compile(r"^  Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)", re.MULTILINE)
_BIT_RATE = re.compile(r"^  Duration:.* bitrate: (\d+) kb/s", re.MULTILINE)
_RATE = re.compile(r", (\d+) kb/s")
_SIZE = re.compile(r"\b(\d{2,5})x(\d{2,5})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One track of pictures or sound. `pixel_format` and the sizes (stored, not turned) only for pictures; `bit_rate` in kilobits per second, 0 where unknown."""

    codec: str
    bit_rate: int = 0
    pixel_format: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Streams:
    """The first track of each kind, the length in seconds (None where the file does not say) and kilobits per second.

    `tags` are the words that came with the file, keys in lower case; `others` counts tracks of neither kind.
    """

    video: Stream | None
    audio: Stream | None
    seconds: float | None
    bit_rate: int
    others: int
    tags: tuple[tuple[str, str], ...]


def streams_of(source: Input, *, program: str) -> Streams | None:
    """What the file holds; None where ffmpeg cannot make it out, or not in time."""
    # Asked for no output, ffmpeg describes its input and ends with an error; the description is what counts.
    told = run(program, ["-v", "info", *source.arguments], seconds=START_UP)
    if not told.in_time or "Input #0" not in told.words:
        return None
    return parse(told.words)


def parse(words: str) -> Streams:
    """The description that ffmpeg prints of its input, as a record. Embedded covers are not film."""
    words = words.partition("Input #0")[2]
    video: Stream | None = None
    audio: Stream | None = None
    for title in _TITLE.finditer(words):
        rest = title["rest"]
        if title["kind"] == "Audio":
            audio = audio or Stream(codec=title["codec"], bit_rate=_rate(rest))
        elif "(attached pic)" not in rest and video is None:
            video = _video(title["codec"], rest=rest)
    duration = _DURATION.search(words)
    bit_rate = _BIT_RATE.search(words)
    return Streams(
        video=video,
        audio=audio,
        seconds=_seconds(duration) if duration else None,
        bit_rate=int(bit_rate[1]) if bit_rate else 0,
        others=len(_OTHER.findall(words)),
        tags=_tags(words),
    )


def _rate(rest: str) -> int:
    found = _RATE.search(rest)
    return int(found[1]) if found else 0


def _video(codec: str, *, rest: str) -> Stream:
    size = _SIZE.search(rest)
    pixel_format = re.search(r", ((?:yuv|gbr|rgb|bgr|gray|nv|p0|pal)\w*)", rest)
    return Stream(
        codec=codec,
        bit_rate=_rate(rest),
        pixel_format=pixel_format[1] if pixel_format else "",
        width=int(size[1]) if size else 0,
        height=int(size[2]) if size else 0,
    )


def _seconds(duration: re.Match[str]) -> float:
    return int(duration[1]) * 3600 + int(duration[2]) * 60 + float(duration[3])


def _tags(words: str) -> tuple[tuple[str, str], ...]:
    """Lines below a "Metadata:" are tags, two spaces deeper than it; a value's further lines have no key."""
    found: list[tuple[str, str]] = []
    depth = 0
    key = ""
    for line in words.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() == "Metadata:":
            depth = indent + 2
        elif depth and indent >= depth and ": " in line:
            name, _, value = line.partition(": ")
            key = name.strip().lower() or key
            found.append((key, value.strip()))
        else:
            depth = 0
    return tuple(tag for tag in found if tag[1])
