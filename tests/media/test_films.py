import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from generator.media import films, recordings
from generator.media.cache import MediaCache
from generator.media.ffmpeg import Input, find_ffmpeg
from generator.media.records import Derivative, Media, MediaKind, Role
from generator.media.streams import Streams, streams_of
from generator.problems import Severity
from tests.media.making import (
    CANARY,
    PICTURES,
    SOUND,
    TAGS,
    assert_clean,
    copies_of,
    ffmpeg,
    media_of,
    problem_of,
    scene,
)

H264 = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-preset", "ultrafast")


def film_of(media: Media) -> Derivative:
    film = media.of(Role.FILM)
    assert film is not None
    return film


def told(film: Derivative) -> Streams:
    program = find_ffmpeg()
    assert program is not None
    demuxer = "mov" if film.media_type == "video/mp4" else "matroska"
    streams = streams_of(Input(path=film.file, demuxer=demuxer), program=program)
    assert streams is not None
    return streams


def tagged(path: Path, *codecs: str) -> Path:
    """A film with every tag a phone or an editor writes, a chapter and a data track."""
    notes = path.with_suffix(".notes")
    notes.write_text(
        f";FFMETADATA1\ntitle={CANARY}\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle={CANARY}\n",
        encoding="utf-8",
    )
    keep = ("-movflags", "use_metadata_tags") if path.suffix in {".mp4", ".mov"} else ()
    ffmpeg(
        *PICTURES,
        *SOUND,
        "-i",
        notes,
        "-map",
        "0:v",
        "-map",
        "1:a",
        "-map_chapters",
        "2",
        *codecs,
        *TAGS,
        *keep,
        path,
    )
    assert path.read_bytes().count(CANARY.encode()) >= 2
    return path


@pytest.mark.parametrize(
    ("name", "codecs", "media_type", "video", "audio"),
    [
        ("a.mp4", (*H264, "-c:a", "aac"), "video/mp4", "h264", "aac"),
        ("a.mov", (*H264, "-c:a", "aac"), "video/mp4", "h264", "aac"),
        ("a.mov", (*H264, "-c:a", "pcm_s16le"), "video/mp4", "h264", "aac"),
        ("a.mkv", (*H264, "-c:a", "libvorbis"), "video/mp4", "h264", "aac"),
        ("a.webm", ("-c:v", "libvpx", "-c:a", "libvorbis"), "video/webm", "vp8", "vorbis"),
        (
            "a.webm",
            ("-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-deadline", "realtime"),
            "video/webm",
            "vp9",
            "opus",
        ),
        ("a.mkv", ("-c:v", "libvpx", "-c:a", "aac"), "video/webm", "vp8", "opus"),
        ("a.avi", ("-c:v", "mpeg4", "-c:a", "libmp3lame"), "video/mp4", "h264", "aac"),
        ("a.mkv", ("-c:v", "ffv1", "-c:a", "flac"), "video/mp4", "h264", "aac"),
    ],
)
def test_a_film_plays_in_browsers_and_holds_only_frames(
    name: str,
    codecs: tuple[str, ...],
    media_type: str,
    video: str,
    audio: str,
    tmp_path: Path,
    cache: MediaCache,
) -> None:
    media = media_of(tagged(tmp_path / name, *codecs), cache=cache)

    film = film_of(media)
    streams = told(film)
    assert media.kind is MediaKind.FILM
    assert film.media_type == media_type
    assert film.file.suffix == f".{media_type.partition('/')[2]}"
    assert streams.video is not None
    assert streams.audio is not None
    assert (streams.video.codec, streams.audio.codec, streams.others) == (video, audio, 0)
    assert_clean(media, b"+49.28", b"x264 - core", b"SubtitleHandler")


def test_a_playable_film_is_not_encoded_again(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "_SMALLER", ("-c:v", "no_such_encoder"))

    assert film_of(media_of(tagged(tmp_path / "a.mp4", *H264), cache=cache)).media_type == "video/mp4"


def test_a_film_too_rich_for_a_phone_becomes_smaller(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=d=0.5:s=2560x1440:r=60", *H264, path)

    film = film_of(media_of(path, cache=cache))

    assert (film.width, film.height) == (1280, 720)


def test_the_film_can_start_before_it_has_arrived(tmp_path: Path, cache: MediaCache) -> None:
    data = film_of(media_of(tagged(tmp_path / "a.mov", *H264), cache=cache)).file.read_bytes()

    assert data.index(b"moov") < data.index(b"mdat")


def test_a_film_has_a_length_and_a_poster_of_its_shape(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=d=3:s=1280x720:r=10", *H264, path)

    media = media_of(path, cache=cache)

    film, poster, card = media.of(Role.FILM), media.of(Role.LARGE), media.of(Role.SMALL)
    assert media.seconds == pytest.approx(3.0, abs=0.1)
    assert film is not None
    assert poster is not None
    assert card is not None
    assert film.seconds == media.seconds
    assert (film.width, film.height) == (poster.width, poster.height) == (1280, 720)
    assert (card.width, card.height) == (480, 270)
    assert poster.media_type == card.media_type == "image/webp"


def turned_clockwise(film: bytes) -> bytes:
    """The film with the matrix in its track header that says: turn me by a quarter."""
    matrix = film.index(b"tkhd") + 44
    quarter = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, 0, 0, 1 << 30)
    return film[:matrix] + quarter + film[matrix + len(quarter) :]


def test_a_film_held_upright_is_shown_upright(tmp_path: Path, cache: MediaCache) -> None:
    still, path = tmp_path / "a.png", tmp_path / "a.mov"
    scene(320, 240).transpose(Image.Transpose.ROTATE_90).save(still)
    ffmpeg("-loop", "1", "-t", "1", "-i", still, *H264, path)
    path.write_bytes(turned_clockwise(path.read_bytes()))

    media = media_of(path, cache=cache)

    film, poster = media.of(Role.FILM), media.of(Role.LARGE)
    assert film is not None
    assert poster is not None
    assert (film.width, film.height) == (320, 240)
    with Image.open(poster.file) as shown:
        red, green, blue = shown.convert("RGB").getpixel((40, 40))  # type: ignore[misc]
    assert red > max(green, blue)


def test_the_same_film_gives_the_same_bytes(tmp_path: Path) -> None:
    kept = tagged(tmp_path / "a.mp4", *H264)
    encoded = tagged(tmp_path / "a.avi", "-c:v", "mpeg4")
    first, second = MediaCache(folder=tmp_path / "one"), MediaCache(folder=tmp_path / "two")

    for path in (kept, encoded):
        one, two = media_of(path, cache=first), media_of(path, cache=second)
        assert [copy.digest for copy in one.derivatives] == [copy.digest for copy in two.derivatives]


def test_a_name_that_looks_like_an_option_is_a_name(tmp_path: Path, cache: MediaCache) -> None:
    folder = tmp_path / "-i http"
    folder.mkdir()
    path = tagged(tmp_path / "a.mp4", *H264).rename(folder / "-y 100% concat,a.mp4")

    assert media_of(path, cache=cache).kind is MediaKind.FILM


def test_a_play_list_is_never_followed(tmp_path: Path, cache: MediaCache) -> None:
    secret = tagged(tmp_path / "secret.mp4", *H264)
    path = tmp_path / "list"
    path.write_text(f"ffconcat version 1.0\nfile '{secret}'\n", encoding="utf-8")

    assert media_of(path, cache=cache).kind is MediaKind.TEXT


def test_a_film_that_ends_early_is_shown_and_told(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=d=6:s=320x240:r=15", *H264, "-movflags", "+faststart", path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 3])

    media, problems = copies_of(path, cache=cache)

    assert media is not None
    assert [(problem.slug, problem.severity) for problem in problems] == [("film-cut-off", Severity.WARNING)]


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2",
        b"\x1aE\xdf\xa3" + b"\x80" * 90,
        b"OggS" + b"\0" * 90,
        b"ID3\x04" + b"\0" * 90,
    ],
)
def test_a_film_of_nothing_is_a_problem(data: bytes, tmp_path: Path, cache: MediaCache) -> None:
    if find_ffmpeg() is None:
        pytest.skip("needs ffmpeg: pip install kinfolio[film]")
    path = tmp_path / "a.mp4"
    path.write_bytes(data)

    problem = problem_of(path, cache=cache)

    assert problem.slug == "film-without-frames"
    assert "a.mp4" in problem.message


def test_without_ffmpeg_the_film_is_left_out_and_told(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2")
    monkeypatch.setattr(recordings, "find_ffmpeg", lambda: None)

    problem = problem_of(path, cache=cache)

    assert problem.slug == "ffmpeg-missing"
    assert problem.severity is Severity.WARNING
    assert "a.mp4" in problem.message
    assert "pip install kinfolio[film]" in problem.fix


def test_a_film_that_cannot_be_cleaned_is_not_published(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tagged(tmp_path / "a.mp4", *H264)
    monkeypatch.setattr("generator.media.ffmpeg.ANONYMOUS", ("-movflags", "+faststart+use_metadata_tags"))

    problem = problem_of(path, cache=cache)

    assert problem.slug == "film-not-clean"


def test_a_film_that_takes_too_long_is_stopped_and_told(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.mov"
    ffmpeg("-f", "lavfi", "-i", "testsrc2=d=9:s=1920x1080:r=30", "-c:v", "mpeg4", path)
    monkeypatch.setattr(films, "_seconds_allowed", lambda *_, **__: 0.05)

    assert problem_of(path, cache=cache).slug == "film-too-slow"


def test_a_frame_of_impossible_size_is_refused(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(films, "_MOST_PIXELS", 320 * 240 - 1)

    assert problem_of(tagged(tmp_path / "a.mp4", *H264), cache=cache).slug == "film-too-large"


def test_an_embedded_cover_does_not_make_a_film(tmp_path: Path, cache: MediaCache) -> None:
    cover = tmp_path / "cover.png"
    buffer = io.BytesIO()
    scene(64, 64).save(buffer, "PNG")
    cover.write_bytes(buffer.getvalue())
    path = tmp_path / "a.m4a"
    ffmpeg(
        *SOUND,
        "-i",
        cover,
        "-map",
        "0",
        "-map",
        "1",
        "-c:a",
        "aac",
        "-c:v",
        "png",
        "-disposition:v",
        "attached_pic",
        path,
    )

    media = media_of(path, cache=cache)

    assert media.kind is MediaKind.SOUND
    assert [copy.role for copy in media.derivatives] == [Role.SOUND]
    assert b"\x89PNG" not in media.derivatives[0].file.read_bytes()
