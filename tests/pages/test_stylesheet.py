"""What a theme publishes in clear."""

import gzip
import re
from dataclasses import replace
from pathlib import Path

from generator.model.student import ACCENTS
from generator.pages.stylesheet import theme_digest, theme_files
from generator.pages.theme import Theme, load_theme


def css(theme: Theme) -> str:
    return next(file.data.decode() for file in theme_files(theme) if file.path == "kinfolio.css")


def test_one_style_sheet_for_both_schemes_and_all_accents(kinfolio: Theme) -> None:
    text = css(kinfolio)
    for accent in ACCENTS:
        assert text.count(f"[data-accent={accent}]") == 3
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "prefers-reduced-motion" in text
    assert "forced-colors" in text


def test_materials_colours_for_code_are_in_it(kinfolio: Theme) -> None:
    assert re.search(r"\.highlight \.k\w*[^}]*--md-code-hl-keyword-color", css(kinfolio))


def test_every_variable_that_is_used_is_set(kinfolio: Theme) -> None:
    text = css(kinfolio)
    used = set(re.findall(r"var\((--[\w-]+)", text))
    assert used - set(re.findall(r"(--[\w-]+)\s*:", text)) == set()


def test_it_asks_nobody_for_anything(kinfolio: Theme) -> None:
    text = css(kinfolio)
    assert "@import" not in text
    assert all(address.startswith("fonts/") for address in re.findall(r"url\(([^)]*)\)", text))
    assert "//" not in re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


def test_only_logical_sides_so_that_pages_turn_with_their_language(kinfolio: Theme) -> None:
    ours = "\n".join(sheet.read_text(encoding="utf-8") for sheet in kinfolio.styles)
    physical = re.findall(r"(?:margin|padding|border)-(?:left|right)\b|(?<![\w-])(?:left|right)\s*:", ours)
    assert physical == []


def test_what_is_said_to_who_writes_a_theme_stays_with_them(tmp_path: Path, kinfolio: Theme) -> None:
    sheet = tmp_path / "own.css"
    sheet.write_text(
        '/* why */\n/*! licence */\na { content: "b"; } /* c\nd */\ne { top: 0; }\n', encoding="utf-8"
    )
    assert css(replace(kinfolio, styles=(sheet,))).endswith(
        '/*! licence */\na { content: "b"; } e { top: 0; }\n'
    )


def test_it_is_small(kinfolio: Theme) -> None:
    # Three ages of books are in it; the design allows it 25 KB.
    assert len(gzip.compress(css(kinfolio).encode())) < 23_500


def test_the_folders_name_follows_the_content(tmp_path: Path, kinfolio: Theme) -> None:
    (tmp_path / "theme.yml").write_text("accents:\n  spruce: {light: '#14513F'}", encoding="utf-8")
    ours, theirs = theme_files(kinfolio), theme_files(load_theme(str(tmp_path)))
    assert theme_digest(ours) == theme_digest(theme_files(kinfolio))
    assert theme_digest(ours) != theme_digest(theirs)


def test_a_crest_comes_along(tmp_path: Path) -> None:
    (tmp_path / "crest.png").write_bytes(b"picture")
    (tmp_path / "theme.yml").write_text("crest: crest.png", encoding="utf-8")
    crest = theme_files(load_theme(str(tmp_path)))[-1]
    assert (crest.path, crest.media_type, crest.data) == ("crest.png", "image/png", b"picture")


def test_every_font_is_published_and_a_page_in_latin_letters_needs_little_of_them(kinfolio: Theme) -> None:
    files = {file.path: len(file.data) for file in theme_files(kinfolio)}
    named = set(re.findall(r"url\((fonts/[^)]*)\)", css(kinfolio)))
    assert named == {path for path in files if path.startswith("fonts/")}
    for family in ("atkinson-hyperlegible-next", "andika"):
        needed = [
            size
            for path, size in files.items()
            if path.startswith(f"fonts/{family}-latin-") and "-ext-" not in path
        ]
        assert 0 < sum(needed) < 60_000, family
