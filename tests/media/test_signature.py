import io

import pytest

from generator.media.signature import HEAD, Format, recognise
from tests.media.making import scene


@pytest.mark.parametrize("name", ["JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_pictures_are_told_by_their_first_bytes(name: str) -> None:
    buffer = io.BytesIO()
    scene(32, 32).save(buffer, name)

    found = recognise(buffer.getvalue()[:HEAD])

    assert found is not None
    assert found.value.upper() == name


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Format.HEIC),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", Format.AVIF),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Format.MP4),
        (b"\0\0\0\x14ftypM4A \0\0\0\0M4A ", Format.MP4),
        (b"\0\0\x01\x00moov", Format.MP4),
        (b"\x1aE\xdf\xa3\x01\0", Format.MATROSKA),
        (b"RIFF\0\0\0\0AVI LIST", Format.AVI),
        (b"RIFF\0\0\0\0WAVEfmt ", Format.WAV),
        (b"FORM\0\0\0\0AIFF", Format.AIFF),
        (b"ID3\x04\0", Format.MP3),
        (b"\xff\xfb\x90\x44", Format.MP3),
        (b"\xff\xf1\x50\x80", Format.AAC),
        (b"OggS\0", Format.OGG),
        (b"fLaC\0", Format.FLAC),
        (b"%PDF-1.7\n", Format.PDF),
        (b"\xef\xbb\xbf%PDF-1.4\n", Format.PDF),
        (b"PK\x03\x04\x14\0", Format.ARCHIVE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLD_OFFICE),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", Format.SVG),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg>", Format.SVG),
        (b"print('hello')\n", Format.TEXT),
        ("ਮੇਰਾ ਸਕੂਲ".encode(), Format.TEXT),
        ("školа".encode("utf-16"), Format.TEXT),
        (b"#EXTM3U\nhttp://example.org/a.ts\n", Format.TEXT),
        (b"ffconcat version 1.0\nfile secret\n", Format.TEXT),
        (b"\0\x01\x02\x03\0\0\0\0\0", None),
    ],
)
def test_a_file_is_what_its_bytes_say(head: bytes, found: Format | None) -> None:
    assert recognise(head) is found


def test_a_page_that_shows_a_drawing_is_text() -> None:
    assert recognise(b"<html><body><svg></svg></body></html>") is Format.TEXT
