"""Film and sound: which of the two a container holds, and what is made of it."""

from pathlib import Path

from generator.media.ffmpeg import Input, find_ffmpeg
from generator.media.films import film_copies
from generator.media.records import Derivative, Media, MediaKind, Slip, left_out, unpublishable
from generator.media.sounds import sound_copy
from generator.media.streams import streams_of
from generator.media.trimming import hides_frames
from generator.media.waveform import waveform_of


def recording_copies(source: Input, *, digest: str, work: Path) -> Media | Slip:
    """A film with its poster, or a sound with its waveform; or why there is neither."""
    program = find_ffmpeg()
    if program is None:
        return left_out(
            "ffmpeg-missing",
            "{name} is a film or a sound, which needs ffmpeg to be freed of places and names, so it is left out",
            fix="run: pip install kinfolio[film] - or install ffmpeg so that it is on the PATH",
        )
    size = source.path.stat().st_size
    streams = streams_of(source, program=program)
    if streams is None or (streams.video is None and streams.audio is None):
        return unpublishable(
            "film-without-frames",
            "{name} begins like a film or a sound and holds neither",
            fix="copy it again from the camera or tablet; if it does not play there either, leave it out",
        )
    # Copied frames would bring along what somebody trimmed away; encoding takes only what is shown.
    whole = source.demuxer != "mov" or not hides_frames(source.path)
    if streams.video:
        film = film_copies(source, streams=streams, whole=whole, program=program, work=work)
        if isinstance(film, Slip):
            return film
        copies, seconds = film
        return Media(
            kind=MediaKind.FILM,
            digest=digest,
            source_size=size,
            derivatives=copies,
            seconds=seconds,
            remarks=_cut_off(seconds, promised=streams.seconds),
        )
    sound = sound_copy(source, streams=streams, whole=whole, program=program, work=work)
    if isinstance(sound, Slip):
        return sound
    return Media(
        kind=MediaKind.SOUND,
        digest=digest,
        source_size=size,
        derivatives=(sound,),
        seconds=sound.seconds,
        waveform=_waveform(sound, program=program),
        remarks=_cut_off(sound.seconds, promised=streams.seconds),
    )


def _cut_off(seconds: float | None, *, promised: float | None) -> tuple[Slip, ...]:
    if seconds is None or promised is None or seconds >= promised * 0.9 - 0.5:
        return ()
    return (
        left_out(
            "film-cut-off",
            f"{{name}} says it lasts {promised:.0f} s and ends after {seconds:.0f} s, so what is there is shown",
            fix="copy it again from the camera or tablet",
        ),
    )


def _waveform(sound: Derivative, *, program: str) -> str:
    demuxer = "mp3" if sound.media_type == "audio/mpeg" else "mov"
    return waveform_of(Input(path=sound.file, demuxer=demuxer), seconds=sound.seconds or 0.0, program=program)
