import struct
from pathlib import Path

import pytest

from generator.media.cache import MediaCache
from generator.media.ffmpeg import Input, find_ffmpeg, run
from generator.media.records import Role
from generator.media.trimming import hides_frames
from tests.media.making import copies_of, ffmpeg

SHOWN = 2.0


def trimmed(path: Path, *, begin: float = 2.45) -> Path:
    """Six seconds of which a note says to show two, as a phone trims."""
    ffmpeg(
        *("-f", "lavfi", "-i", "testsrc2=d=6:s=320x240:r=10", "-f", "lavfi", "-i", "sine=d=6"),
        *("-c:v", "libx264", "-g", "10", "-bf", "0", "-pix_fmt", "yuv420p", "-video_track_timescale", "1000"),
        *("-movie_timescale", "1000", "-c:a", "aac", "-ar", "48000", path),
    )
    data = bytearray(path.read_bytes())
    at = data.index(b"mvhd") + 16
    struct.pack_into(">II", data, at, 1000, int(SHOWN * 1000))
    at = -1
    for scale in (1000, 48_000):
        at = data.index(b"elst", at + 1)
        struct.pack_into(">Ii", data, at + 12, int(SHOWN * 1000), int(begin * scale))
    path.write_bytes(data)
    return path


def frames_held(film: Path) -> int:
    program = find_ffmpeg()
    assert program is not None
    source = Input(path=film, demuxer="mov")
    told = run(
        program,
        [
            "-v",
            "error",
            "-ignore_editlist",
            "1",
            *source.arguments,
            "-map",
            "0:v",
            "-c",
            "copy",
            "-f",
            "framecrc",
            "-",
        ],
        seconds=60,
    )
    return sum(not line.startswith(b"#") for line in told.output.splitlines())


def test_a_note_that_hides_frames_is_noticed(tmp_path: Path) -> None:
    assert hides_frames(trimmed(tmp_path / "a.mp4"))
    assert hides_frames(trimmed(tmp_path / "b.mp4", begin=0.0))


def test_an_ordinary_film_hides_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=d=3", "-f", "lavfi", "-i", "sine=d=3", "-pix_fmt", "yuv420p", path)

    assert not hides_frames(path)


@pytest.mark.parametrize("data", [b"", b"\0\0\0\x03moov"], ids=["empty", "impossible size"])
def test_what_cannot_be_told_counts_as_hiding(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(data)

    assert hides_frames(path)


def test_what_was_trimmed_away_is_gone(tmp_path: Path, cache: MediaCache) -> None:
    path = trimmed(tmp_path / "a.mov")
    assert frames_held(path) == 60

    media, _ = copies_of(path, cache=cache)

    assert media is not None
    film = media.of(Role.FILM)
    assert film is not None
    assert film.seconds == pytest.approx(SHOWN, abs=0.3)
    assert frames_held(film.file) == pytest.approx(SHOWN * 10, abs=2)
