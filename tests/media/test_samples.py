"""Other people's photos, films and sounds, where they have been laid beside the checkout."""

from pathlib import Path

import pytest
from PIL import Image

from generator.media.cache import MediaCache
from generator.media.ffmpeg import find_ffmpeg
from generator.media.records import MediaKind, Role
from tests.media.making import SAMPLES, assert_clean, media_of, problem_of

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="no sample media beside the checkout")


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.is_file():
        pytest.skip(f"the sample {name} is absent")
    if name.startswith("media/") and find_ffmpeg() is None:
        pytest.skip("needs ffmpeg: pip install kinfolio[film]")
    return path


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("landscape_3.jpg", (600, 450)),
        ("landscape_6.jpg", (600, 450)),
        ("portrait_5.jpg", (450, 600)),
        ("portrait_8.jpg", (450, 600)),
        ("avif_rot1mir0.avif", (640, 427)),
        ("hopper_orientation_6.webp", (128, 128)),
        ("testJPEG_GEO.jpg", (100, 68)),
        ("thompson-springs.jpg", (150, 103)),
        ("png_with_exif_and_gps.png", (1, 1)),
    ],
)
def test_photos_stand_upright_and_tell_nothing(name: str, size: tuple[int, int], cache: MediaCache) -> None:
    media = media_of(sample(f"photos/{name}"), cache=cache)

    large = media.of(Role.LARGE)
    assert media.kind is MediaKind.PICTURE
    assert large is not None
    assert (large.width, large.height) == size
    assert_clean(media, b"Canon", b"Apple", b"GPS")


def test_photos_of_one_scene_look_alike_whichever_way_they_were_stored(cache: MediaCache) -> None:
    shown = []
    for name in ("landscape_3.jpg", "landscape_6.jpg"):
        large = media_of(sample(f"photos/{name}"), cache=cache).of(Role.LARGE)
        assert large is not None
        with Image.open(large.file) as image:
            # The middle carries a number of its own in each.
            shown.append(image.convert("L").resize((8, 8)).tobytes()[:16])

    assert max(abs(one - two) for one, two in zip(*shown, strict=True)) < 12


def test_a_phones_heic_photo(cache: MediaCache) -> None:
    pytest.importorskip("pillow_heif", reason="needs the extra: pip install kinfolio[heic]")

    media = media_of(sample("photos/IMG_2682.heic"), cache=cache)

    large = media.of(Role.LARGE)
    assert large is not None
    assert max(large.width or 0, large.height or 0) == 1600
    assert_clean(media, b"Apple", b"iPhone")


@pytest.mark.parametrize(
    ("name", "kind", "media_type"),
    [
        ("testVideoMp4.mp4", MediaKind.FILM, "video/mp4"),
        ("testWEBM.webm", MediaKind.FILM, "video/webm"),
        ("testMP4.m4a", MediaKind.SOUND, "audio/mp4"),
        ("testMP3id3v24.mp3", MediaKind.SOUND, "audio/mpeg"),
        ("testWAV.wav", MediaKind.SOUND, "audio/mp4"),
    ],
)
def test_films_and_sounds_tell_nothing(
    name: str, kind: MediaKind, media_type: str, cache: MediaCache
) -> None:
    media = media_of(sample(f"media/{name}"), cache=cache)

    assert media.kind is kind
    assert media.derivatives[0].media_type == media_type
    assert_clean(media, b"Test Title", b"Test Artist", b"Test Album", b"iTunes", b"Lavf53", b"Lavf55", b"ID3")


@pytest.mark.parametrize("name", ["testMP4_QuickTimeMetadata.mov", "testMP4_udtaLocation.mp4"])
def test_places_without_a_film_around_them_are_not_published(name: str, cache: MediaCache) -> None:
    assert problem_of(sample(f"media/{name}"), cache=cache).slug == "film-without-frames"
