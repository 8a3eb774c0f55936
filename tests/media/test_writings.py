import re
from pathlib import Path

import pytest

from generator.media.cache import MediaCache
from generator.media.records import Media, MediaKind, Role
from generator.media.writings import MOST_BYTES, language_of, style_sheet
from generator.problems import Severity
from tests.media.making import copies_of, media_of, problem_of

PROGRAM = 'def greet(name):\n    """Says hello."""\n    return f"<b>{name}</b>"  # ਸਤ ਸ੍ਰੀ ਅਕਾਲ\n'


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def text_of(media: Media) -> str:
    copy = media.of(Role.TEXT)
    assert copy is not None
    return copy.file.read_bytes().decode()


def test_code_is_highlighted_with_class_names_alone(tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "greet.py", PROGRAM.encode()), cache=cache)

    assert (media.kind, media.language) == (MediaKind.CODE, "python")
    assert '<span class="k">def</span>' in media.html
    assert "style=" not in media.html
    assert "<b>" not in media.html
    assert "ਸਤ ਸ੍ਰੀ ਅਕਾਲ" in media.html
    assert text_of(media) == PROGRAM


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a.py", "python"),
        ("2026/a.JS", "javascript"),
        ("a.html", "html"),
        ("a.css", "css"),
        ("a.java", "java"),
        ("a.ino", "arduino"),
        ("a.txt", "text"),
        ("poem", "text"),
        ("a.unheard-of", "text"),
        ("", "text"),
    ],
)
def test_the_ending_tells_the_language(name: str, language: str) -> None:
    assert language_of(name) == language


def test_a_page_of_html_is_shown_and_never_run(tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "a.html", b"<script>alert(1)</script>"), cache=cache)

    assert "<script" not in media.html
    assert {copy.media_type for copy in media.derivatives} == {"text/plain"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_as_notepad_saved_it(encoding: str, tmp_path: Path, cache: MediaCache) -> None:
    media = media_of(written(tmp_path / "a.txt", "One\r\nتفاحة\r\n".encode(encoding)), cache=cache)

    assert media.kind is MediaKind.TEXT
    assert text_of(media) == "One\nتفاحة\n"


@pytest.mark.parametrize("data", ["école".encode("latin-1"), b"\xff\xfea", "text".encode("utf-16") + b"\0\0"])
def test_another_encoding_is_a_problem(data: bytes, tmp_path: Path, cache: MediaCache) -> None:
    problem = problem_of(written(tmp_path / "a.txt", data), cache=cache)

    assert problem.slug == "text-not-utf-8"
    assert "UTF-8" in problem.fix


def test_a_very_long_text_is_shortened_at_a_line_and_says_so_every_time(
    tmp_path: Path, cache: MediaCache
) -> None:
    path = written(tmp_path / "a.csv", "één;twee;drie\n".encode() * 20_000)

    for _ in range(2):
        media, problems = copies_of(path, cache=cache)
        assert media is not None
        assert [(problem.slug, problem.severity) for problem in problems] == [
            ("text-shortened", Severity.WARNING)
        ]
        assert MOST_BYTES - 100 < len(text_of(media).encode()) <= MOST_BYTES
        assert text_of(media).endswith("één;twee;drie")


def test_the_same_text_in_two_languages_is_highlighted_twice(tmp_path: Path, cache: MediaCache) -> None:
    code = media_of(written(tmp_path / "a.py", PROGRAM.encode()), cache=cache)
    plain = media_of(written(tmp_path / "a.txt", PROGRAM.encode()), cache=cache)
    again = media_of(tmp_path / "a.py", cache=cache)

    assert code == again
    assert (code.kind, plain.kind) == (MediaKind.CODE, MediaKind.TEXT)
    assert code.digest == plain.digest


def test_the_style_sheet_leaves_the_paper_to_the_theme() -> None:
    rules = style_sheet()

    assert re.search(r"\.highlight \.k \{", rules)
    assert not re.search(r"\.highlight \{[^}]*background", rules)
