import io
import struct
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image

from generator.media import pictures
from generator.media.cache import MediaCache
from generator.media.pictures import MOST_PIXELS
from generator.media.records import MediaKind, Role
from generator.media.webp import holds_only_pixels
from generator.problems import Severity
from tests.media.making import (
    CANARY,
    XMP,
    assert_clean,
    assert_upright,
    copies_of,
    exif,
    jpeg,
    media_of,
    png,
    problem_of,
    scene,
    srgb_profile,
    turned,
)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def large(path: Path, *, cache: MediaCache) -> Image.Image:
    copy = media_of(path, cache=cache).of(Role.LARGE)
    assert copy is not None
    image = Image.open(copy.file)
    image.load()
    assert image.size == (copy.width, copy.height)
    return image


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_however_the_camera_was_held(
    orientation: int, tmp_path: Path, cache: MediaCache
) -> None:
    stored = turned(scene(), orientation=orientation)

    shown = large(written(tmp_path / "a.jpg", jpeg(stored, orientation=orientation)), cache=cache)

    assert shown.size == (640, 480)
    assert_upright(shown)


@pytest.mark.parametrize("name", ["WEBP", "PNG", "TIFF", "AVIF"])
def test_orientation_counts_in_every_format(name: str, tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a"
    turned(scene(), orientation=6).save(path, name, exif=exif(orientation=6))

    shown = large(path, cache=cache)

    assert shown.size == (640, 480)
    assert_upright(shown)


def test_a_large_photo_becomes_two_sizes_and_no_more(tmp_path: Path, cache: MediaCache) -> None:
    path = written(tmp_path / "a.jpg", jpeg(turned(scene(4000, 3000), orientation=8), orientation=8))

    media = media_of(path, cache=cache)

    assert media.kind is MediaKind.PICTURE
    assert [(copy.role, copy.width, copy.height) for copy in media.derivatives] == [
        (Role.LARGE, 1600, 1200),
        (Role.SMALL, 480, 360),
    ]
    assert all(copy.media_type == "image/webp" and copy.file.suffix == ".webp" for copy in media.derivatives)
    assert media.source_size == path.stat().st_size
    assert 0 < media.size < media.source_size


def test_a_small_picture_is_not_scaled_up_and_one_file_serves(tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "a.jpg", jpeg(scene(300, 200))), cache=cache)

    (only,) = media.derivatives
    assert (only.width, only.height) == (300, 200)
    assert media.of(Role.SMALL) == media.of(Role.LARGE) == only


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (1601, 3)])
def test_odd_shapes_keep_at_least_one_pixel(size: tuple[int, int], tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "a.png", png(Image.new("RGB", size, "teal"))), cache=cache)

    assert all(
        copy.width and copy.height and max(copy.width, copy.height) <= 1600 for copy in media.derivatives
    )


def test_a_photo_loses_place_camera_and_every_other_word(tmp_path: Path, cache: MediaCache) -> None:
    data = jpeg(scene())
    assert data.count(CANARY.encode()) >= 4

    assert_clean(media_of(written(tmp_path / "a.jpg", data), cache=cache))


def test_png_text_and_profile_are_gone(tmp_path: Path, cache: MediaCache) -> None:
    data = png(scene())
    assert CANARY.encode() in data

    assert_clean(media_of(written(tmp_path / "a.png", data), cache=cache))


def test_a_webp_is_written_anew_without_its_chunks(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.webp"
    scene().save(path, "WEBP", exif=exif(), xmp=XMP, icc_profile=srgb_profile())
    assert not holds_only_pixels(path.read_bytes())

    media = media_of(path, cache=cache)

    assert_clean(media)
    assert all(holds_only_pixels(copy.file.read_bytes()) for copy in media.derivatives)


def test_words_behind_the_end_of_a_picture_stay_behind(tmp_path: Path, cache: MediaCache) -> None:
    path = written(tmp_path / "a.jpg", jpeg(scene()) + CANARY.encode() * 9)

    assert_clean(media_of(path, cache=cache))


def test_a_picture_with_an_unknown_chunk_counts_as_unclean() -> None:
    buffer = io.BytesIO()
    scene(8, 8).save(buffer, "WEBP")
    clean = buffer.getvalue()
    grown = struct.pack("<I", len(clean) - 8 + 12)

    assert holds_only_pixels(clean)
    assert not holds_only_pixels(b"RIFF" + grown + clean[8:] + b"note\x04\0\0\0abcd")
    assert not holds_only_pixels(clean + b"more")


def test_transparency_stays_and_what_was_rubbed_out_does_not(tmp_path: Path, cache: MediaCache) -> None:
    drawing = Image.new("RGBA", (200, 100), (255, 0, 0, 0))
    drawing.paste((0, 0, 255, 255), (0, 0, 100, 100))

    shown = large(written(tmp_path / "a.png", png(drawing)), cache=cache)

    assert shown.mode == "RGBA"
    assert shown.getpixel((150, 50)) == (0, 0, 0, 0)
    assert shown.getpixel((50, 50)) == (0, 0, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "I", "RGBA", "CMYK"])
def test_every_mode_becomes_red_green_blue(mode: str, tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a"
    grey = Image.linear_gradient("L")
    image = (
        grey.convert("I").point(lambda value: value * 256).convert("I;16")
        if mode == "I;16"
        else grey.convert(mode)
    )
    image.save(path, "TIFF" if mode in {"CMYK", "I;16", "I"} else "PNG")

    shown = large(path, cache=cache).convert("L")

    assert shown.crop((0, 0, 256, 9)).resize((1, 1), Image.Resampling.BOX).tobytes()[0] < 40
    assert shown.crop((0, 247, 256, 256)).resize((1, 1), Image.Resampling.BOX).tobytes()[0] > 200


def test_a_colour_profile_is_worked_into_the_pixels(tmp_path: Path, cache: MediaCache) -> None:
    profile = (
        srgb_profile().replace(b"rXYZ", b"----", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"----", b"gXYZ", 1)
    )
    path = tmp_path / "a.png"
    Image.new("RGB", (64, 64), (250, 0, 0)).save(path, icc_profile=profile)

    red, green, blue = large(path, cache=cache).getpixel((9, 9))  # type: ignore[misc]

    assert green > 200
    assert max(red, blue) < 60


def test_a_photo_with_a_second_picture_inside_shows_the_first(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.jpg"
    scene().save(path, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48))], exif=exif())

    assert_clean(media_of(path, cache=cache))
    assert_upright(large(path, cache=cache))


def test_a_profile_that_is_none_does_no_harm(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.png"
    Image.new("RGB", (64, 64), (90, 90, 90)).save(path, icc_profile=b"no profile at all")

    assert large(path, cache=cache).getpixel((9, 9)) == (90, 90, 90)


def test_flat_drawings_stay_exact(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.png"
    drawing = scene(400, 300)
    drawing.save(path)

    assert large(path, cache=cache).convert("RGB").tobytes() == drawing.tobytes()


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jpg", jpeg(scene(1800, 1200)))
    first = media_of(path, cache=MediaCache(folder=tmp_path / "one"))
    second = media_of(path, cache=MediaCache(folder=tmp_path / "two"))

    assert [copy.digest for copy in first.derivatives] == [copy.digest for copy in second.derivatives]


def test_the_name_does_not_decide(tmp_path: Path, cache: MediaCache) -> None:
    assert media_of(written(tmp_path / "film.mp4", png(scene())), cache=cache).kind is MediaKind.PICTURE


def test_a_scan_of_several_pages_shows_its_first_and_says_so(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.tif"
    scene().save(path, "TIFF", save_all=True, append_images=[scene(), scene()])

    media, problems = copies_of(path, cache=cache)

    assert media is not None
    assert [(problem.slug, problem.severity) for problem in problems] == [
        ("first-page-only", Severity.WARNING)
    ]


def bomb(width: int, height: int) -> bytes:
    """A PNG that promises so many pixels in a few bytes."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in parts
    )


@pytest.mark.parametrize("size", [(10_000, 10_000), (60_000, 60_000), (MOST_PIXELS // 1000 + 1, 1000)])
def test_a_bomb_is_refused_before_it_unpacks(
    size: tuple[int, int], tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        pytest.fail("was decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", explode)

    problem = problem_of(written(tmp_path / "a.png", bomb(*size)), cache=cache)

    assert problem.slug == "picture-too-large"
    assert "a.png" in problem.message


def test_a_truthful_photo_of_many_pixels_passes(tmp_path: Path, cache: MediaCache) -> None:
    path = tmp_path / "a.png"
    Image.new("L", (8000, 6000), 200).save(path)

    assert media_of(path, cache=cache).of(Role.LARGE)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(jpeg(scene())[:-4000], id="cut off"),
        pytest.param(png(scene())[:900], id="png cut off"),
        pytest.param(bomb(50, 50), id="too few pixels"),
        pytest.param(b"\xff\xd8\xff" + b"nonsense" * 40, id="only begins like one"),
        pytest.param(b"II*\0" + b"\xff" * 60, id="directory nowhere"),
        pytest.param(b"RIFF\x10\0\0\0WEBPVP8 \xff\xff\xff\x7f", id="webp of nothing"),
        pytest.param(b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", id="avif of nothing"),
    ],
)
def test_a_damaged_picture_is_a_problem_and_no_copy(data: bytes, tmp_path: Path, cache: MediaCache) -> None:
    problem = problem_of(written(tmp_path / "a.jpg", data), cache=cache)

    assert problem.slug == "picture-damaged"
    assert problem.severity is Severity.ERROR
    assert "a.jpg" in problem.message
    assert problem.origin.line == 3


def test_text_named_as_a_photo_is_a_problem(tmp_path: Path, cache: MediaCache) -> None:
    path = written(tmp_path / "photo.JPG", b"<html>404 not found</html>")

    assert problem_of(path, cache=cache).slug == "media-only-text"


def test_a_heic_photo_names_the_extra_that_reads_it(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    path = written(tmp_path / "a.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 40)

    problem = problem_of(path, cache=cache)

    assert problem.severity is Severity.WARNING
    assert "pip install kinfolio[heic]" in problem.fix


def test_a_heic_photo_is_read_where_the_extra_is(tmp_path: Path, cache: MediaCache) -> None:
    heif = pytest.importorskip("pillow_heif", reason="needs the extra: pip install kinfolio[heic]")
    heif.register_heif_opener()
    path = tmp_path / "a.heic"
    scene().save(path, "HEIF", exif=exif().tobytes(), xmp=XMP)
    assert CANARY.encode() in path.read_bytes()

    media = media_of(path, cache=cache)

    assert_clean(media)
    copy = media.of(Role.LARGE)
    assert copy is not None
    assert_upright(Image.open(copy.file))


def test_a_full_disk_is_not_blamed_on_the_picture(
    tmp_path: Path, cache: MediaCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, _: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    path = written(tmp_path / "a.png", png(scene()))
    monkeypatch.setattr(Path, "write_bytes", full)

    with pytest.raises(OSError, match="No space left"):
        copies_of(path, cache=cache)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_not_opened(tmp_path: Path, cache: MediaCache) -> None:
    assert problem_of(tmp_path, cache=cache).slug == "media-unreadable"
    assert problem_of(Path("/dev/zero"), cache=cache).slug == "media-unreadable"


def test_a_missing_or_empty_file_is_a_problem(tmp_path: Path, cache: MediaCache) -> None:
    assert problem_of(tmp_path / "gone.jpg", cache=cache).slug == "media-unreadable"
    assert problem_of(written(tmp_path / "a.jpg", b""), cache=cache).slug == "media-empty"


@pytest.mark.parametrize(
    ("data", "slug"),
    [
        (b"<svg><script>alert(1)</script></svg>", "media-unsuitable"),
        (b"PK\x03\x04\x14\0\x06\0", "media-unsuitable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "media-unsuitable"),
        (b"\0\x01\x02\x03\x04\0\0\0", "media-unknown"),
    ],
)
def test_what_cannot_be_shown_says_what_can(
    data: bytes, slug: str, tmp_path: Path, cache: MediaCache
) -> None:
    problem = problem_of(written(tmp_path / "thing", data), cache=cache)

    assert problem.slug == slug
    assert "export it as" in problem.fix
