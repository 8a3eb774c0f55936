"""Media made for a test: everything that a camera, a phone or an editor would write into it, and canaries to look for."""

import io
import struct
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from generator.media.cache import MediaCache
from generator.media.derive import derive
from generator.media.ffmpeg import find_ffmpeg
from generator.media.records import Media, Source
from generator.problems import Origin, Problem

CANARY = "CanaryWestmount"
"""Stands in every tag; must stand in no copy."""
MAKE = "CanaryCameraWorks"
LATITUDE = (49.0, 17.0, 43.21)
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>{CANARY}</rdf:li></x:xmpmeta>'.encode()

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"


def copies_of(path: Path, *, cache: MediaCache) -> tuple[Media | None, tuple[Problem, ...]]:
    return derive(Source(path=path, name=path.name, origin=Origin(path="index.md", line=3)), cache=cache)


def media_of(path: Path, *, cache: MediaCache) -> Media:
    media, problems = copies_of(path, cache=cache)
    assert problems == ()
    assert media is not None
    return media


def problem_of(path: Path, *, cache: MediaCache) -> Problem:
    media, problems = copies_of(path, cache=cache)
    assert media is None
    (problem,) = problems
    return problem


def assert_clean(media: Media, *more: bytes) -> None:
    """No canary, tag or familiar name of a metadata block in any byte of any copy."""
    forbidden = (CANARY.encode(), MAKE.encode(), CANARY.encode("utf-16-le"), *more)
    blocks = (
        b"Exif\0\0",
        b"EXIF",
        b"XMP ",
        b"ICCP",
        b"<x:xmpmeta",
        b"http://ns.adobe.com",
        b"Photoshop 3.0",
        b"\xa9xyz",
        b"com.apple",
        b"APETAGEX",
    )
    assert media.derivatives
    for copy in media.derivatives:
        data = copy.file.read_bytes()
        assert len(data) == copy.size
        for word in (*forbidden, *blocks):
            assert word not in data, (copy.role, word)


def scene(width: int = 640, height: int = 480) -> Image.Image:
    """Red on the left, green on the right, blue at the bottom: which way is up can be read from four pixels."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill=(30, 160, 30))
    draw.rectangle((0, height * 3 // 4, width, height), fill=(30, 30, 200))
    return image


def assert_upright(image: Image.Image) -> None:
    shown = image.convert("RGB")
    width, height = shown.size

    def channel(x: float, y: float) -> int:
        pixel = shown.getpixel((int(width * x), int(height * y)))
        assert isinstance(pixel, tuple)
        return pixel.index(max(pixel))

    assert (channel(0.2, 0.2), channel(0.8, 0.2), channel(0.2, 0.9), channel(0.8, 0.9)) == (0, 1, 2, 2)


def exif(*, orientation: int = 1) -> Image.Exif:
    tags = Image.Exif()
    tags[0x010F] = MAKE
    tags[0x010E] = CANARY
    tags[0x0112] = orientation
    tags.get_ifd(0x8825).update({1: "N", 2: LATITUDE, 3: "W", 4: LATITUDE})
    tags.get_ifd(0x8769)[0x9286] = CANARY.encode()
    return tags


def turned(image: Image.Image, *, orientation: int) -> Image.Image:
    """The image as a camera held that way stores it."""
    stored = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    return image if stored is None else image.transpose(stored)


def jpeg(image: Image.Image, *, orientation: int = 1) -> bytes:
    """A JPEG with EXIF, GPS, XMP, a comment, a Photoshop block and a colour profile."""
    buffer = io.BytesIO()
    image.save(
        buffer,
        "JPEG",
        quality=90,
        exif=exif(orientation=orientation),
        xmp=XMP,
        comment=CANARY.encode(),
        icc_profile=srgb_profile(),
    )
    data = buffer.getvalue()
    photoshop = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(CANARY)) + CANARY.encode()
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(photoshop) + 2) + photoshop + data[2:]


def png(image: Image.Image) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY)
    text.add_itxt("XML:com.adobe.xmp", XMP.decode())
    text.add_text("Comment", CANARY * 3, zip=True)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", pnginfo=text, exif=exif(), icc_profile=srgb_profile())
    return buffer.getvalue()


def srgb_profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def ffmpeg(*arguments: str | Path) -> None:
    program = find_ffmpeg()
    if program is None:
        pytest.skip("needs ffmpeg: pip install kinfolio[film]")
    words: Sequence[str] = [program, "-v", "error", "-nostdin", "-y", *map(str, arguments)]
    subprocess.run(words, check=True, stdin=subprocess.DEVNULL, timeout=120)


PICTURES = ("-f", "lavfi", "-i", "testsrc2=d=2:s=320x240:r=15")
SOUND = ("-f", "lavfi", "-i", "sine=f=440:d=2")
TAGS = (
    *(
        "-metadata",
        f"title={CANARY}",
        "-metadata",
        f"comment={CANARY}",
        "-metadata",
        "location=+49.2827-123.1207/",
    ),
    *(
        "-metadata",
        f"make={MAKE}",
        "-metadata:s:v:0",
        f"title={CANARY}",
        "-metadata:s:a:0",
        f"title={CANARY}",
    ),
    *("-metadata:s:a:0", f"handler_name={CANARY}", "-metadata", "creation_time=2026-03-04T05:06:07Z"),
)
