"""Sound: MP3 and AAC keep their frames, all else becomes AAC, which every browser plays."""

from dataclasses import dataclass
from pathlib import Path

from generator.media.ffmpeg import START_UP, Input, Outcome, make
from generator.media.purity import findings
from generator.media.records import Derivative, Role, Slip, unpublishable
from generator.media.rendering import finished
from generator.media.streams import Streams, streams_of

_KEPT_RATE = 200
"""Kilobits per second. Speech and a school concert need no more; what has more is encoded anew."""

_M4A = ("-f", "ipod", "-movflags", "+faststart")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to make a sound: its file, the reader to look at it again with, and what to do with the frames."""

    name: str
    media_type: str
    demuxer: str
    arguments: tuple[str, ...]


_ANEW = _Way(
    name="sound.m4a",
    media_type="audio/mp4",
    demuxer="mov",
    arguments=("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "44100", *_M4A),
)
_KEPT = {
    "mp3": _Way(
        name="sound.mp3",
        media_type="audio/mpeg",
        demuxer="mp3",
        arguments=("-c:a", "copy", "-f", "mp3", "-id3v2_version", "0", "-write_id3v1", "0"),
    ),
    "aac": _Way(name="sound.m4a", media_type="audio/mp4", demuxer="mov", arguments=("-c:a", "copy", *_M4A)),
}


def sound_copy(
    source: Input, *, streams: Streams, whole: bool, program: str, work: Path
) -> Derivative | Slip:
    """The sound alone, without tags or cover; or why there is none. `whole` as for films."""
    may_keep = whole and streams.audio is not None and streams.audio.bit_rate <= _KEPT_RATE
    kept = _KEPT.get(streams.audio.codec) if streams.audio and may_keep else None
    slip = _unreadable()
    for way in (kept, _ANEW) if kept else (_ANEW,):
        file = work / way.name
        limit = START_UP + 2 * (streams.seconds or 600)
        outcome = make(
            file, source=source, arguments=("-map", "0:a:0", *way.arguments), program=program, seconds=limit
        )
        if outcome is Outcome.TOO_SLOW:
            return _too_slow(limit)
        if outcome is Outcome.REFUSED:
            continue
        told = streams_of(Input(path=file, demuxer=way.demuxer), program=program)
        if told is None or told.audio is None:
            continue
        left = findings(file, media_type=way.media_type, told=told, source_tags=streams.tags)
        if left:
            slip = _not_clean(", ".join(finding.what for finding in left))
            continue
        return finished(file, role=Role.SOUND, media_type=way.media_type, seconds=told.seconds)
    return slip


def _unreadable() -> Slip:
    return unpublishable(
        "sound-damaged",
        "{name} begins like a sound and cannot be read to its end",
        fix="copy it again from the recorder or tablet; if it does not play there either, leave it out",
    )


def _too_slow(seconds: float) -> Slip:
    return unpublishable(
        "sound-too-slow",
        f"{{name}} was not ready after {seconds / 60:.0f} minutes, so it is not published",
        fix="export it shorter or as MP3",
    )


def _not_clean(what: str) -> Slip:
    return unpublishable(
        "sound-not-clean",
        f"{{name}} still holds more than its sound after cleaning ({what}), so it is not published",
        fix="export it anew as MP3 from a sound editor",
    )
