"""Sound: MP3 and AAC keep their frames, all else becomes AAC, which every browser plays."""

from pathlib import Path

from generator.media.ffmpeg import ANONYMOUS, START_UP, Input, as_output, run
from generator.media.purity import findings
from generator.media.records import Derivative, Role, Slip, unpublishable
from generator.media.rendering import finished
from generator.media.streams import Streams, streams_of

_KEPT_RATE = 200
"""Kilobits per second. Speech and a school concert need no more; what has more is encoded anew."""

_ANEW = (
    "sound.m4a",
    "audio/mp4",
    "mov",
    ("-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "44100", "-f", "ipod"),
)
_KEPT = {
    "mp3": ("sound.mp3", "audio/mpeg", "mp3", ("-c:a", "copy", "-id3v2_version", "0", "-write_id3v1", "0")),
    "aac": ("sound.m4a", "audio/mp4", "mov", ("-c:a", "copy", "-f", "ipod")),
}


def sound_copy(source: Input, *, streams: Streams, program: str, work: Path) -> Derivative | Slip:
    """The sound alone, without tags or cover; or why there is none."""
    kept = _KEPT.get(streams.audio.codec) if streams.audio and streams.bit_rate <= _KEPT_RATE else None
    slip = _unreadable()
    for name, media_type, demuxer, codec in (kept, _ANEW) if kept else (_ANEW,):
        file = work / name
        arguments = [
            "-v",
            "error",
            "-y",
            *source.arguments,
            "-map",
            "0:a:0",
            *codec,
            "-movflags",
            "+faststart",
        ]
        if media_type == "audio/mpeg":
            arguments = arguments[:-2]
        limit = START_UP + 2 * (streams.seconds or 600)
        made = run(program, [*arguments, *ANONYMOUS, as_output(file)], seconds=limit)
        if not made.in_time:
            return _too_slow(limit)
        if not made.well or not file.is_file() or not file.stat().st_size:
            continue
        told = streams_of(Input(path=file, demuxer=demuxer), program=program)
        if told is None or told.audio is None:
            continue
        left = findings(file, media_type=media_type, told=told, source_tags=streams.tags)
        if left:
            slip = _not_clean(", ".join(finding.what for finding in left))
            continue
        return finished(file, role=Role.SOUND, media_type=media_type, seconds=told.seconds)
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
