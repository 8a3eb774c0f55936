"""The proof itself: files that are not clean, made without the cleaning."""

import subprocess
from pathlib import Path

import pytest

from generator.media.ffmpeg import ANONYMOUS, Input, find_ffmpeg
from generator.media.purity import findings
from generator.media.streams import Streams, streams_of
from tests.media.making import CANARY, PICTURES, SOUND, TAGS, ffmpeg

MEDIA_TYPES = {".mp4": "video/mp4", ".m4a": "audio/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg"}
DEMUXERS = {".mp4": "mov", ".m4a": "mov", ".webm": "matroska", ".mp3": "mp3"}
SILENT = Streams(video=None, audio=None, seconds=None, bit_rate=0, others=0, tags=())


def found_in(path: Path, *, source_tags: tuple[tuple[str, str], ...] = ()) -> set[str]:
    program = find_ffmpeg()
    assert program is not None
    told = streams_of(Input(path=path, demuxer=DEMUXERS[path.suffix]), program=program)
    assert told is not None
    media_type = MEDIA_TYPES[path.suffix]
    return {
        finding.what for finding in findings(path, media_type=media_type, told=told, source_tags=source_tags)
    }


def structure_of(path: Path) -> set[str]:
    """What the file's own boxes give away, with nothing said by ffmpeg."""
    media_type = MEDIA_TYPES[path.suffix]
    return {finding.what for finding in findings(path, media_type=media_type, told=SILENT, source_tags=())}


def clean(path: Path) -> Path:
    raw = path.with_stem("raw")
    ffmpeg(*(() if path.suffix in {".mp3", ".m4a"} else PICTURES), *SOUND, raw)
    tags = ("-id3v2_version", "0") if path.suffix == ".mp3" else ()
    ffmpeg("-i", raw, "-c", "copy", *ANONYMOUS, *tags, path)
    return path


@pytest.mark.parametrize("suffix", [".mp4", ".webm", ".m4a", ".mp3"])
def test_a_clean_file_has_no_findings(suffix: str, tmp_path: Path) -> None:
    assert found_in(clean(tmp_path / f"a{suffix}")) == set()


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_tags_are_found_by_structure_and_by_description(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    ffmpeg(*PICTURES, *SOUND, *TAGS, path)

    assert structure_of(path)
    assert "the tag title" in found_in(path)


def test_an_id3_tag_is_found_at_either_end(tmp_path: Path) -> None:
    path = clean(tmp_path / "a.mp3")
    sound = path.read_bytes()
    for dirty in (
        b"ID3\x03\0\0\0\0\0\0" + sound,
        sound + b"TAG" + bytes(125),
        sound + b"APETAGEX" + bytes(24),
    ):
        path.write_bytes(dirty)
        assert structure_of(path) == {"an ID3 or APE tag"}


@pytest.mark.parametrize(
    ("box", "what"),
    [
        (b"\0\0\0\x0cuuidabcd", "the box uuid"),
        (b"\0\0\0\x0c\xa9xyz+49.", "the box ©xyz"),
        (b"\0\0\0\x10udta\0\0\0\x08loci", "the box loci"),
        (b"\0\0\0\x0cfreeCANA", "the box free"),
        (b"\0\0\0\x02free", "a box of impossible size"),
        (b"\0\0\xff\xffmdat", "a box of impossible size"),
    ],
)
def test_any_box_that_need_not_be_there_is_found(box: bytes, what: str, tmp_path: Path) -> None:
    path = clean(tmp_path / "a.mp4")
    path.write_bytes(path.read_bytes() + box)

    assert structure_of(path) == {what}


@pytest.mark.parametrize(
    ("element", "what"),
    [
        (b"\x10\x43\xa7\x70\x80", "chapters"),
        (b"\x19\x41\xa4\x69\x80", "attachments"),
        (b"\x12\x54\xc3\x67\x8b\x73\x73\x88\x67\xc8\x85\x45\xa3\x82GP", "a tag"),
        (b"\x15\x49\xa9\x66\x84\x7b\xa9\x81x", "a title"),
        (b"\xec\xff", "an element of impossible size"),
    ],
)
def test_any_element_that_tells_is_found(element: bytes, what: str, tmp_path: Path) -> None:
    path = clean(tmp_path / "a.webm")
    path.write_bytes(path.read_bytes() + element)

    assert structure_of(path) == {what}


def test_words_of_the_source_are_looked_for_everywhere(tmp_path: Path) -> None:
    path = clean(tmp_path / "a.mp4")
    data = path.read_bytes()
    middle = data.index(b"mdat") + 200
    path.write_bytes(data[:middle] + CANARY.encode() + data[middle + len(CANARY) :])

    assert "the value of title" in found_in(path, source_tags=(("title", CANARY), ("major_brand", "isom")))


def test_a_container_nobody_planned_is_not_clean(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"anything")

    (finding,) = findings(path, media_type="video/x-other", told=SILENT, source_tags=())

    assert finding.what == "an unknown container"


def test_the_tests_know_what_a_tag_looks_like(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    ffmpeg(*PICTURES, *SOUND, *TAGS, path)
    program = find_ffmpeg()
    assert program is not None

    told = subprocess.run([program, "-i", path], capture_output=True, check=False, timeout=60).stderr

    assert told.count(CANARY.encode()) >= 2
