import re
from array import array
from pathlib import Path

import pytest

from generator.media.cache import MediaCache
from generator.media.records import MediaKind, Role
from generator.media.waveform import BARS, HEIGHT, path_of
from tests.media.making import CANARY, MAKE, SOUND, assert_clean, ffmpeg, media_of, problem_of


def tagged(path: Path, *codec: str) -> Path:
    tags = ("-metadata", f"title={CANARY}", "-metadata", f"artist={MAKE}", "-metadata", f"comment={CANARY}")
    ffmpeg(*SOUND, *codec, *tags, *(("-write_id3v1", "1") if path.suffix == ".mp3" else ()), path)
    return path


@pytest.mark.parametrize(
    ("name", "codec", "media_type"),
    [
        ("a.mp3", ("-c:a", "libmp3lame"), "audio/mpeg"),
        ("a.m4a", ("-c:a", "aac"), "audio/mp4"),
        ("a.m4a", ("-c:a", "alac"), "audio/mp4"),
        ("a.aac", ("-c:a", "aac"), "audio/mp4"),
        ("a.wav", (), "audio/mp4"),
        ("a.flac", (), "audio/mp4"),
        ("a.ogg", ("-c:a", "libvorbis"), "audio/mp4"),
        ("a.opus", ("-c:a", "libopus"), "audio/mp4"),
        ("a.aiff", (), "audio/mp4"),
        ("a.caf", (), "audio/mp4"),
        ("a.wma", ("-c:a", "wmav2"), "audio/mp4"),
        ("a.webm", ("-c:a", "libopus"), "audio/mp4"),
    ],
)
def test_a_sound_plays_in_browsers_and_holds_only_sound(
    name: str, codec: tuple[str, ...], media_type: str, tmp_path: Path, cache: MediaCache
) -> None:
    media = media_of(tagged(tmp_path / name, *codec), cache=cache)

    (sound,) = media.derivatives
    assert media.kind is MediaKind.SOUND
    assert (sound.role, sound.media_type) == (Role.SOUND, media_type)
    assert sound.file.suffix == {"audio/mpeg": ".mp3", "audio/mp4": ".m4a"}[media_type]
    assert media.seconds == pytest.approx(2.0, abs=0.2)
    assert sound.seconds == media.seconds
    assert_clean(media, b"ID3", b"TAGCanary")


def test_mp3_and_aac_keep_their_frames(tmp_path: Path, cache: MediaCache) -> None:
    path = tagged(tmp_path / "a.mp3", "-c:a", "libmp3lame")
    source = path.read_bytes()

    (sound,) = media_of(path, cache=cache).derivatives

    assert source[len(source) // 2 : len(source) // 2 + 400] in sound.file.read_bytes()


def test_a_sound_is_drawn_in_numbers_alone(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.wav"
    ffmpeg("-f", "lavfi", "-i", "aevalsrc='if(lt(t,1),0,sin(880*t))':d=2", path)

    waveform = media_of(path, cache=cache).waveform

    heights = [int(found) for found in re.findall(r"v(\d+)", waveform)]
    assert re.fullmatch(r"(M\d+ \d+v\d+)+", waveform)
    assert len(heights) == BARS
    assert max(heights[: BARS // 2 - 4]) < 6
    assert min(heights[BARS // 2 + 4 : -4]) > HEIGHT * 0.7


def test_the_same_sound_is_drawn_alike_at_any_loudness() -> None:
    quiet = array("h", [step % 50 for step in range(5000)])
    loud = array("h", [value * 100 for value in quiet])

    assert path_of(quiet) == path_of(loud)


@pytest.mark.parametrize("samples", [[0], [0] * 500, [-32768], [1, -1] * 7])
def test_silence_and_a_click_can_be_drawn(samples: list[int]) -> None:
    assert path_of(array("h", samples)).count("M") == BARS


def test_no_sound_draws_nothing() -> None:
    assert path_of(array("h")) == ""


def test_the_same_sound_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tagged(tmp_path / "a.wav")
    first = media_of(path, cache=MediaCache(folder=tmp_path / "one"))
    second = media_of(path, cache=MediaCache(folder=tmp_path / "two"))

    assert first.derivatives[0].digest == second.derivatives[0].digest
    assert first.waveform == second.waveform


def test_a_sound_that_cannot_be_cleaned_is_not_published(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged(tmp_path / "a.m4a", "-c:a", "aac")
    monkeypatch.setattr("generator.media.ffmpeg.ANONYMOUS", ())

    assert problem_of(path, cache=cache).slug == "sound-not-clean"
