import pytest

from generator.vault.paths import is_media_type, is_safe_path, is_theme_folder


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "e/7f3kq2ab.html",
        "media/a b.webp",
        "\u0a2a\u0a70/x.html",
        "a/.hidden",
        "console/x",
        "themes/x",
    ],
)
def test_a_plain_path_is_fine(path: str) -> None:
    assert is_safe_path(path)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "/etc/passwd",
        "a//b",
        "a/",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/./b",
        "a\\b",
        "C:/a",
        "a:b",
        "a\x00b",
        "a\nb",
        "a\x7fb",
        "a.",
        "a /b",
        "con",
        "a/NUL.txt",
        "com1.tar.gz",
        "theme",
        "Theme/x.css",
        "e\u0301.html",
        "\ud800.html",
        "a" * 513,
        "a?b",
        "a*b",
    ],
)
def test_a_path_that_could_lead_elsewhere_is_refused(path: str) -> None:
    assert not is_safe_path(path)


def test_media_types_are_plain() -> None:
    assert is_media_type("image/svg+xml")
    assert not is_media_type("text/html; charset=utf-8")
    assert not is_media_type("Text/HTML")
    assert not is_media_type("text")


def test_a_theme_is_one_folder_below_themes() -> None:
    assert is_theme_folder("theme/ab12/")
    for text in ("theme/", "theme/ab12", "theme/../", "theme/a/b/", "../theme/ab12/", "/theme/ab12/"):
        assert not is_theme_folder(text)
