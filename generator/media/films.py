"""Films: copied frame by frame where browsers play them, made smaller where not, freed of everything but frames."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from generator.media.ffmpeg import START_UP, Input, Outcome, make, run
from generator.media.purity import findings
from generator.media.records import Derivative, Role, Slip, unpublishable
from generator.media.rendering import finished
from generator.media.streams import Stream, Streams, streams_of
from generator.media.webp import two_sizes

MOST_KEPT_EDGE = 1920
MOST_KEPT_RATE = 12_000
"""Kilobits per second. A film within both is copied as it is; above, a family's phone would wait for nothing it can see."""

_MOST_PIXELS = 40_000_000
"""Per frame. Cameras reach 8K (33 million); a file that claims more wants the memory, not the screen."""

_PLAYABLE_PIXELS = {"yuv420p", "yuvj420p"}
_WEBM_SOUND = {"opus", "vorbis"}

# NAL units 6 (SEI, where cameras write places and encoders their settings) and the unspecified 24 to 31.
_FRAMES_ONLY = "filter_units=remove_types=6|24-31"

_SQUARE = "scale=w=trunc(iw*sar/2)*2:h=trunc(ih/2)*2,setsar=1"
"""Square pixels, and even sides as encoders want them."""

_SMALLER = (
    *("-c:v", "libx264", "-preset", "fast", "-crf", "23", "-maxrate", "3M", "-bufsize", "6M"),
    *("-profile:v", "high", "-pix_fmt", "yuv420p", "-fpsmax", "30"),
    # The number of threads changes x264's bytes, so it may not follow the number of cores.
    *("-threads", "4"),
    *("-vf", f"{_SQUARE},scale=w='if(gte(iw,ih),-2,min(720,iw))':h='if(gte(iw,ih),min(720,ih),-2)',setsar=1"),
    *("-bsf:v", _FRAMES_ONLY),
)
_COPY: tuple[str, ...] = ("-c:a", "copy")
_AAC = ("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000")
_OPUS = ("-c:a", "libopus", "-b:a", "96k", "-ac", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to make a film: the container, and what to do with pictures and sound."""

    suffix: str
    media_type: str
    arguments: tuple[str, ...]
    encodes: bool


def film_copies(
    source: Input, *, streams: Streams, whole: bool, program: str, work: Path
) -> tuple[tuple[Derivative, ...], float | None] | Slip:
    """The film and its poster in two sizes, and its length in seconds; or why there is none.

    `whole` says that the source shows all the frames it holds; only then are they copied.
    """
    if streams.video and streams.video.width * streams.video.height > _MOST_PIXELS:
        return _too_large(streams.video)
    slip: Slip = _unreadable()
    for way in _ways(streams, whole=whole):
        file = work / f"film{way.suffix}"
        limit = _seconds_allowed(source.path, streams=streams, encodes=way.encodes)
        arguments = ("-map", "0:V:0", "-map", "0:a:0?", *way.arguments)
        outcome = make(file, source=source, arguments=arguments, program=program, seconds=limit)
        if outcome is Outcome.TOO_SLOW:
            return _too_slow(limit)
        if outcome is Outcome.REFUSED:
            continue
        demuxer = "matroska" if way.suffix == ".webm" else "mov"
        told = streams_of(Input(path=file, demuxer=demuxer), program=program)
        if told is None or told.video is None:
            continue
        left = findings(file, media_type=way.media_type, told=told, source_tags=streams.tags)
        if left:
            slip = _not_clean(", ".join(finding.what for finding in left))
            continue
        poster = _poster(Input(path=file, demuxer=demuxer), seconds=told.seconds, program=program)
        if poster is None:
            continue
        film = finished(
            file,
            role=Role.FILM,
            media_type=way.media_type,
            width=poster.width,
            height=poster.height,
            seconds=told.seconds,
        )
        return (film, *two_sizes(poster, work=work, ceiling=None, drawn=False, name="poster")), told.seconds
    return slip


def _ways(streams: Streams, *, whole: bool) -> tuple[_Way, ...]:
    """First the cheapest way that may do, then the one that always does."""
    anew = _Way(
        suffix=".mp4",
        media_type="video/mp4",
        arguments=(*_SMALLER, *_AAC, "-movflags", "+faststart"),
        encodes=True,
    )
    video = streams.video
    if not whole or video is None or video.pixel_format not in _PLAYABLE_PIXELS:
        return (anew,)
    if max(video.width, video.height) > MOST_KEPT_EDGE or streams.bit_rate > MOST_KEPT_RATE:
        return (anew,)
    sound = streams.audio.codec if streams.audio else ""
    if video.codec == "h264":
        heard = _COPY if sound in {"aac", ""} else _AAC
        arguments = (
            "-c:v",
            "copy",
            "-bsf:v",
            _FRAMES_ONLY,
            *heard,
            "-write_tmcd",
            "0",
            "-movflags",
            "+faststart",
        )
        return _Way(suffix=".mp4", media_type="video/mp4", arguments=arguments, encodes=False), anew
    if video.codec in {"vp8", "vp9"}:
        heard = _COPY if sound in {*_WEBM_SOUND, ""} else _OPUS
        arguments = ("-c:v", "copy", *heard, "-cues_to_front", "1")
        return _Way(suffix=".webm", media_type="video/webm", arguments=arguments, encodes=False), anew
    return (anew,)


def _poster(film: Input, *, seconds: float | None, program: str) -> Image.Image | None:
    """A telling frame from near the start, upright and with square pixels: films tend to begin in the dark or on the floor."""
    for start in (min(3.0, (seconds or 0.0) / 5), 0.0):
        arguments = ["-v", "quiet", "-ss", f"{start:.2f}", *film.arguments, "-map", "0:V:0", "-an"]
        frame = [
            "-vf",
            f"thumbnail=24,{_SQUARE}",
            "-frames:v",
            "1",
            "-c:v",
            "png",
            "-f",
            "image2pipe",
            "pipe:1",
        ]
        taken = run(program, [*arguments, *frame], seconds=START_UP)
        if taken.well and taken.output:
            with Image.open(BytesIO(taken.output), formats=("PNG",)) as picture:
                pixels = picture.convert("RGB")
            pixels.info = {}
            return pixels
    return None


def _seconds_allowed(path: Path, *, streams: Streams, encodes: bool) -> float:
    if encodes:
        return START_UP + 40 * (streams.seconds or 600)
    return START_UP + path.stat().st_size / 2_000_000


def _unreadable() -> Slip:
    return unpublishable(
        "film-damaged",
        "{name} begins like a film and cannot be read to its end",
        fix="copy it again from the camera or tablet; if it does not play there either, leave it out",
    )


def _too_large(video: Stream) -> Slip:
    return unpublishable(
        "film-too-large",
        f"{{name}} has frames of {video.width} by {video.height} pixels, more than are opened",
        fix="export it as MP4 (H.264, 720p)",
    )


def _too_slow(seconds: float) -> Slip:
    return unpublishable(
        "film-too-slow",
        f"{{name}} was not ready after {seconds / 60:.0f} minutes, so it is not published",
        fix="export it shorter or as MP4 (H.264, 720p)",
    )


def _not_clean(what: str) -> Slip:
    return unpublishable(
        "film-not-clean",
        f"{{name}} still holds more than its frames after cleaning ({what}), so it is not published",
        fix="export it anew as MP4 (H.264, 720p) from a film editor",
    )
