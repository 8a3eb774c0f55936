import html
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from generator.letters.code import QUIET_ZONE, drawn_code
from generator.letters.letter import Letter, LetterSite
from generator.letters.page import CODES_ON_A_PAGE, DatedLetter, letter_page
from generator.letters.write import write_letters
from generator.model.audience import Role

MONDAY = date(2026, 11, 23)
TUESDAY = date(2026, 11, 24)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def site(child: str, *, folder: str = "abcdefghij234567") -> LetterSite:
    address = f"https://portfolios.example.org/{folder}/"
    return LetterSite(child=child, address=address, link=f"{address}#k=AbCdEfGhIjKlMnOpQrStUv")


LETTER = Letter(
    person="amrit-sandhu",
    name="Amrit Kaur Sandhu",
    role=Role.GUARDIAN,
    language="pa",
    school_name="Maple Hill School",
    contact="604 555 0142",
    words="acorn banjo silliness unwrapped oversight gruffly",
    sites=(site("Asha"),),
)
BEN = replace(
    LETTER, person="student:ben", name="Ben Lee", role=Role.STUDENT, language="en", sites=(site("Ben"),)
)


def page_of(letter: Letter) -> str:
    return letter_page(DatedLetter(letter=letter, made_on=MONDAY))


def text_of(page: str) -> str:
    visible = re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.DOTALL)
    return " ".join(html.unescape(visible).split())


def test_a_letter_says_who_what_where_and_when() -> None:
    text = text_of(page_of(LETTER))
    for said in (
        "For Amrit Kaur Sandhu",
        "Maple Hill School",
        "Asha’s learning",
        "604 555 0142",
        "house key",
    ):
        assert said in text
    assert "https://portfolios.example.org/abcdefghij234567/" in text
    assert "acorn banjo silliness unwrapped oversight gruffly" in text
    assert "November 23, 2026" in text


def test_a_letter_asks_nobody_else_for_anything() -> None:
    page = page_of(LETTER)
    assert "<script" not in page
    assert not re.search(r"\b(?:src|srcset|href|action)=[\"'](?!data:)", page)
    assert "url(" not in page
    assert "@import" not in page


def test_the_key_is_in_the_code_alone() -> None:
    assert "#k=" not in page_of(LETTER)


def test_no_secret_shows_in_a_traceback() -> None:
    shown = repr(DatedLetter(letter=LETTER, made_on=MONDAY))
    assert "acorn" not in shown
    assert "#k=" not in shown


@pytest.mark.parametrize("child", ["<script>alert(1)</script>", "Zoë & “Z”", "ليلى"])
def test_names_are_shown_as_they_are(child: str) -> None:
    page = page_of(replace(LETTER, name=child, sites=(site(child),)))
    assert "<script>" not in page
    assert child in text_of(page)


def test_a_page_says_the_language_it_is_in() -> None:
    page = page_of(LETTER)
    assert '<html lang="en" dir="ltr">' in page
    assert '<ol class="words" lang="en" dir="ltr">' in page


def test_each_child_has_a_code_and_those_without_room_are_named() -> None:
    children = ("Asha", "Ben", "Cleo", "Dov", "Emil", "Fay")
    page = page_of(replace(LETTER, sites=tuple(map(site, children))))
    assert page.count('class="code"') == CODES_ON_A_PAGE
    assert "The same codes also open: Emil and Fay" in text_of(page)


def test_without_an_address_there_is_no_code_but_room_to_write() -> None:
    page = page_of(replace(LETTER, sites=(LetterSite(child="Asha", address="", link=""),)))
    assert 'class="code"' not in page
    assert "The address is on its way." in text_of(page)
    assert "camera" not in text_of(page)
    assert "gruffly" in page


def test_a_student_is_spoken_to_as_a_student() -> None:
    text = text_of(page_of(BEN))
    assert "Your portfolio is yours to open" in text
    assert "Let your child lead" not in text


def test_a_code_has_error_level_m_and_its_quiet_zone() -> None:
    # A version 5 code of level M holds 84 bytes, one of level Q only 60, one of level L would need only version 4.
    drawing = drawn_code("x" * 80)
    assert f'viewBox="0 0 {37 + 2 * QUIET_ZONE} {37 + 2 * QUIET_ZONE}"' in drawing


class TestWriting:
    def test_one_page_each_and_one_with_all(self, tmp_path: Path) -> None:
        folder = tmp_path / "letters"
        paths = write_letters([LETTER, BEN], folder, today=MONDAY)
        assert [path.name for path in paths] == ["amrit-sandhu.html", "student_ben.html"]
        assert {path.name for path in folder.iterdir()} == {"index.html", *(path.name for path in paths)}
        everything = text_of((folder / "index.html").read_text(encoding="utf-8"))
        assert "2 letters, each on a sheet of its own." in everything
        assert "For Amrit Kaur Sandhu" in everything
        assert "For Ben Lee" in everything

    @pytest.mark.skipif(
        sys.platform == "win32", reason="Windows keeps a profile's folders to its owner by itself"
    )
    def test_only_the_owner_can_read_them(self, tmp_path: Path) -> None:
        folder = tmp_path / "letters"
        write_letters([LETTER], folder, today=MONDAY)
        modes = {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
        assert modes == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700

    def test_an_unchanged_letter_keeps_its_file_and_its_date(self, tmp_path: Path) -> None:
        write_letters([LETTER, BEN], tmp_path, today=MONDAY)
        before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()}
        write_letters([LETTER, BEN], tmp_path, today=TUESDAY)
        assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in tmp_path.iterdir()} == before

    @pytest.mark.parametrize(
        "change",
        [
            lambda letter: replace(letter, words="zoom " + letter.words.split(" ", 1)[1]),
            lambda letter: replace(letter, sites=(*letter.sites, site("Ben"))),
            lambda letter: replace(letter, sites=(site("Asha", folder="b" * 16),)),
        ],
        ids=["words", "children", "address"],
    )
    def test_a_changed_letter_gets_a_new_date(
        self, change: Callable[[Letter], Letter], tmp_path: Path
    ) -> None:
        write_letters([LETTER], tmp_path, today=MONDAY)
        (path,) = write_letters([change(LETTER)], tmp_path, today=TUESDAY)
        assert "November 24, 2026" in path.read_text(encoding="utf-8")

    def test_letters_of_people_who_left_go_and_other_files_stay(self, tmp_path: Path) -> None:
        write_letters([LETTER, BEN], tmp_path, today=MONDAY)
        (tmp_path / "my-list.html").write_text("<p>mine</p>", encoding="utf-8")
        write_letters([LETTER], tmp_path, today=TUESDAY)
        assert {path.name for path in tmp_path.iterdir()} == {
            "amrit-sandhu.html",
            "index.html",
            "my-list.html",
        }
        write_letters([], tmp_path, today=TUESDAY)
        assert [path.name for path in tmp_path.iterdir()] == ["my-list.html"]


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here to print with")
@pytest.mark.parametrize("size", ["letter", "A4"])
def test_every_letter_prints_on_one_sheet(tmp_path: Path, size: str) -> None:
    assert CHROMIUM
    crowded = replace(
        LETTER,
        sites=tuple(map(site, ("Asha", "Ben", "Cleo", "Dov", "Emil"))),
        contact="Office, 604 555 0142, office@maplehill.example, open from 8:15",
    )
    without = replace(BEN, sites=(LetterSite(child="Ben", address="", link=""),))
    write_letters([LETTER, replace(crowded, person="b"), without], tmp_path / "letters", today=MONDAY)
    page = tmp_path / "letters" / "index.html"
    sized = page.read_text(encoding="utf-8").replace("@page {", f"@page {{ size: {size};")
    page.write_text(sized, encoding="utf-8")
    printed = tmp_path / "printed.pdf"
    subprocess.run(
        [
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={printed}",
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = pypdfium2.PdfDocument(printed)
    texts = [sheet.get_textpage().get_text_range() for sheet in document]
    document.close()
    assert len(texts) == 3
    assert all("gruffly" in text and "November 23, 2026" in text for text in texts)
