"""The book: a tagged PDF with everybody's words in their own language and direction."""

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from generator.cli.main import run
from generator.handover.book import paper_of, write_book
from generator.handover.portfolio import Handover, hand_over
from generator.keepsake import typesetting
from generator.keepsake.drawings import Paints, standing_alone
from generator.keepsake.typesetting import can_typeset, scripts_without_letters, typeset
from generator.keepsake.words_tree import words_tree
from generator.model.audience import Audience
from generator.model.words import Words
from generator.problems import KinfolioError
from tests.schools.example import REPOSITORY, example_workplace

needs_typst = pytest.mark.skipif(not can_typeset(), reason="the extra [keepsake] is not installed")


@pytest.fixture(scope="module")
def gurnoor(tmp_path_factory: pytest.TempPathFactory, common_place: Path) -> Handover:
    workplace = example_workplace(tmp_path_factory.mktemp("book"), common=common_place)
    handover, _ = hand_over(workplace, student="gurnoor-sandhu", audience=Audience.FAMILY)
    assert handover is not None
    return handover


@needs_typst
def test_the_book_is_tagged_small_and_the_same_every_time(gurnoor: Handover, tmp_path: Path) -> None:
    one = write_book(gurnoor, into=tmp_path / "one", fine=False, paper="a4")
    two = write_book(gurnoor, into=tmp_path / "two", fine=False, paper="a4")
    pdf = one.place.read_bytes()
    assert pdf == two.place.read_bytes()
    assert len(pdf) == one.size < 20_000_000
    assert one.keeps_pdf_ua
    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"/Lang\s*\(en", pdf)
    assert b"pdfuaid" in pdf
    assert b"http://127" not in pdf


@needs_typst
def test_the_book_has_every_part_on_paper_of_the_size_asked_for(gurnoor: Handover, tmp_path: Path) -> None:
    book = write_book(gurnoor, into=tmp_path, fine=False, paper="a4")
    with pypdfium2.PdfDocument(book.place) as document:
        assert len(document) > 5
        assert [round(side) for side in document[0].get_size()] == [595, 842]
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    for part in (
        "About me as a learner",
        "What I chose to show",
        "How I've grown",
        "My goals",
        "Points of progress",
    ):
        assert part in text


@needs_typst
def test_the_book_speaks_the_language_asked_for(gurnoor: Handover, tmp_path: Path) -> None:
    book = write_book(replace(gurnoor, language="fr"), into=tmp_path, fine=False, paper="a4")
    with pypdfium2.PdfDocument(book.place) as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Mes objectifs" in text
    assert "My goals" not in text
    assert "ਗੁਰਨੂਰ" in text


@needs_typst
def test_markup_in_somebodys_words_stays_words() -> None:
    trap = '#read("/etc/passwd") $x$ @name <label> \\ [a] #panic()'
    pdf = typeset(book_that_says(trap), files={}, day=None).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert "#panic()" in document[2].get_textpage().get_text_bounded()


def book_that_says(words: str) -> dict[str, object]:
    """The same words in every place of a book."""
    return {
        "title": _run(words),
        "name": _run(words),
        "class": _run(words),
        "school": _run(words),
        "years": words,
        "picture": None,
        "language": {"lang": "en", "script": None, "dir": "ltr"},
        "accent": "#17645A",
        "tint": "#E0F0EE",
        "points": 11,
        "paper": "a4",
        "has_avatar": False,
        "has_pattern": False,
        "contents": words,
        "remember": words,
        "remember-hint": words,
        "chapters": [
            {
                "title": words,
                "blocks": [{"block": "words", "style": "work", "nodes": [words], **_run("")}],
            }
        ],
    }


def _run(text: str) -> dict[str, object]:
    return {"text": text, "lang": "en", "script": None, "dir": "ltr"}


def test_without_typst_the_command_makes_the_folder_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KINFOLIO_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(typesetting, "find_spec", lambda _name: None)
    config = str(REPOSITORY / "site-config.yml")
    out = tmp_path / "kept"
    command = ["keepsake", "--config", config, "--student", "oskar-wren", "--out", str(out)]
    assert run(command) == 3
    said = capsys.readouterr()
    assert 'pip install "kinfolio[keepsake]"' in said.err
    assert "THIS IS NOT LOCKED" in said.err
    assert [path.name for path in out.iterdir()] == ["Oskar-portfolio-2026"]
    assert run([*command, "--without-book"]) == 0


def test_an_unknown_student_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(KinfolioError, match="asha-gil") as refused:
        hand_over(example_workplace(tmp_path, common=tmp_path), student="asha-gil", audience=Audience.FAMILY)
    assert "asha-gill" in refused.value.hint


@pytest.mark.parametrize(
    ("language", "paper"),
    [
        ("en", "us-letter"),
        ("fr-CA", "us-letter"),
        ("fr-FR", "a4"),
        ("zh-Hant-TW", "a4"),
        ("pa-Guru", "us-letter"),
    ],
)
def test_paper_follows_the_place(language: str, paper: str) -> None:
    assert paper_of(language) == paper


def test_words_become_a_tree_of_known_tags() -> None:
    tree = words_tree(
        Words(text="A *bold* try\n\n- one\n- [two](https://example.org)\n\n> three", language="en")
    )
    assert tree == [
        {"tag": "p", "kids": ["A ", {"tag": "em", "kids": ["bold"]}, " try"]},
        {"tag": "ul", "kids": [{"tag": "li", "kids": ["one"]}, {"tag": "li", "kids": ["two"]}]},
        {"tag": "quote", "kids": [{"tag": "p", "kids": ["three"]}]},
    ]


def test_a_drawing_stands_alone_in_its_colours() -> None:
    paints = Paints(main="#111111", pale="#222222", card="#333333", ink="#444444")
    drawing = standing_alone('<svg viewBox="0 0 4 4"><path fill="currentColor"/></svg>', paints=paints)
    assert drawing.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">')
    assert 'fill="#111111"' in drawing
    assert standing_alone("", paints=paints) == ""


def test_every_shape_of_our_drawings_has_a_colour() -> None:
    rules = standing_alone("<svg></svg>", paints=Paints(main="", pale="", card="", ink=""))
    for drawing in (REPOSITORY / "themes" / "kinfolio").glob("[ac]*s/*.svg"):
        for shape in re.findall(r'class="(\w+)"', drawing.read_text(encoding="utf-8")):
            assert shape in {"drawing", "pattern"} or f".{shape}{{" in rules, drawing.name


def test_scripts_without_a_font_are_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    typst = pytest.importorskip("typst")

    class OneComputersFonts:
        """What a computer has, whatever this one has."""

        def __init__(self, *, font_paths: list[str]) -> None:
            assert font_paths

        def families(self) -> list[str]:
            return ["Libertinus Serif", "Noto Sans Gurmukhi"]

    monkeypatch.setattr(typst, "Fonts", OneComputersFonts)
    monkeypatch.setattr(typesetting, "_FAMILIES", ("Libertinus Serif", "Noto Sans Gurmukhi"))
    words = ["Obāchan 日本語 ひらがな", {"text": "ਗੁਰਨੂਰ يوسف Ωmega Привет 🦦"}]
    assert scripts_without_letters(words) == ("Arabic", "CJK")


@needs_typst
def test_punjabi_arabic_and_persian_are_set_with_the_packages_own_letters() -> None:
    assert scripts_without_letters(["ਗੁਰਨੂਰ", "يوسف", "گلی"]) == ()
    for file in typesetting._FONT_PATHS:
        assert {font.name for font in Path(file).iterdir()} == {
            f"{family}-{weight}.ttf"
            for family in ("noto-sans-gurmukhi", "noto-naskh-arabic")
            for weight in (400, 700)
        }


@needs_typst
def test_a_book_is_made_even_where_nobody_has_the_letters() -> None:
    # No font has a sign here: the place belongs to nobody.
    made = typeset(book_that_says("\U000f1234"), files={}, day=None)
    assert made.pdf.startswith(b"%PDF")
    assert b"/StructTreeRoot" in made.pdf
    assert b"pdfuaid" not in made.pdf
    assert not made.keeps_pdf_ua
    assert b"pdfuaid" in typeset(book_that_says("otter"), files={}, day=None).pdf
