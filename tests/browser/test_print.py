"""Every kind of page on paper: no chrome, no addresses, films and recordings named, nothing blank, nothing cut off."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from generator.handover.edition import write_open_edition
from generator.handover.portfolio import hand_over
from generator.model.audience import Audience
from tests.browser.reader import reader_at, until
from tests.browser.walking import go_to
from tests.schools.example import ExampleSchool, example_workplace

LEFT_ON_SCREEN = (
    ".places",
    ".cover-actions",
    ".skip-link",
    ".footer-print",
    ".timeline-tools",
    ".changes-shown",
    "audio",
    "video",
)
ONE_OF_EACH = (
    *(
        "index",
        "timeline",
        "growth",
        "goals",
        "showcase",
        "progress",
        "levels",
        "competencies",
        "how-we-know",
    ),
    *(
        "conversations",
        "conferences",
        "talk",
        "reflections",
        "about",
        "agreement",
        "keepsake",
        "scale",
        "more",
    ),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, common_place: Path) -> Path:
    """The open edition's pages: the same as the sealed ones, and quick to open."""
    folder = tmp_path_factory.mktemp("print")
    workplace = example_workplace(folder, common=common_place)
    handover, _ = hand_over(workplace, student="asha-gill", audience=Audience.FAMILY)
    assert handover is not None
    place, _ = write_open_edition(handover, into=folder, zipped=False)
    return place / "site"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 816, "height": 1056})
    opened.emulate_media(media="print")
    yield opened
    opened.close()


def paths(site: Path) -> tuple[str, ...]:
    film = next(
        path for path in sorted((site / "e").iterdir()) if "<video" in path.read_text(encoding="utf-8")
    )
    sound = next(
        path for path in sorted((site / "e").iterdir()) if "<audio" in path.read_text(encoding="utf-8")
    )
    pair = next(
        path for path in sorted((site / "g").iterdir()) if "changes-shown" in path.read_text(encoding="utf-8")
    )
    singles = (path.relative_to(site).as_posix() for path in (film, sound, pair))
    return (*(f"{name}.html" for name in ONE_OF_EACH), *singles)


def test_chrome_stays_on_the_screen_and_nothing_is_wider_than_the_paper(site: Path, page: Page) -> None:
    found = []
    for path in paths(site):
        page.goto((site / path).as_uri())
        found += [
            (path, chrome) for chrome in LEFT_ON_SCREEN if page.locator(chrome).filter(visible=True).count()
        ]
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            found.append((path, "too wide"))
    assert found == []


@pytest.mark.parametrize("name", ["index", "goals", "progress", "levels", "keepsake"])
def test_a_printed_page_has_words_and_no_addresses(site: Path, page: Page, tmp_path: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri())
    page.pdf(path=tmp_path / "printed.pdf", format="Letter")
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        sheets = [sheet.get_textpage().get_text_bounded() for sheet in document]
        pictures = [sum(1 for _ in sheet.get_objects(filter=(3,))) for sheet in document]
    assert [place for place, text in enumerate(sheets) if not text.strip() and not pictures[place]] == []
    assert re.findall(r"https?://|file://|\.html", "\n".join(sheets)) == []


def test_the_front_page_is_one_sheet_for_the_fridge(site: Path, page: Page, tmp_path: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.pdf(path=tmp_path / "fridge.pdf", format="Letter")
    with pypdfium2.PdfDocument(tmp_path / "fridge.pdf") as document:
        assert len(document) == 1


@pytest.mark.parametrize(("name", "most"), [("levels", 9), ("progress", 7), ("keepsake", 23)])
def test_paper_is_filled_before_another_sheet_is_taken(
    site: Path, page: Page, tmp_path: Path, name: str, most: int
) -> None:
    page.goto((site / f"{name}.html").as_uri())
    page.pdf(path=tmp_path / "printed.pdf", format="Letter")
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) <= most
        last = document[len(document) - 1].get_textpage().get_text_bounded()
    # A sheet with nothing but the school's address is a sheet for nothing.
    assert len(last.split()) > 30


def test_the_button_that_prints_the_book_stands_above_its_sentence(site: Path, page: Page) -> None:
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((site / "keepsake.html").as_uri())
    page.evaluate("document.querySelector('.book-how button').hidden = false")
    try:
        below = page.evaluate(
            """() => {
              const said = document.createRange();
              said.selectNode(document.querySelector(".book-how").lastChild);
              return said.getBoundingClientRect().top - document.querySelector(".book-how button").getBoundingClientRect().bottom;
            }"""
        )
    finally:
        page.set_viewport_size({"width": 816, "height": 1056})
        page.emulate_media(media="print")
    assert below >= 0


def test_films_and_recordings_are_named_on_paper(site: Path, page: Page) -> None:
    film, sound = paths(site)[-3:-1]
    for path, words in ((film, "This is a film."), (sound, "This is a recording.")):
        page.goto((site / path).as_uri())
        assert page.get_by_text(words).first.is_visible()


def test_a_sealed_book_is_printed_once_its_pictures_are_there(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school) as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        go_to(reader.page, "keepsake")
        reader.page.evaluate(
            """() => { window.print = () => {
              const pictures = [...document.querySelectorAll("main img")];
              window.left = pictures.filter((picture) => picture.naturalWidth === 0 || picture.hasAttribute("data-waiting")).length;
              window.there = pictures.length;
            }; }"""
        )
        reader.page.get_by_role("button", name="Print my book").click()
        until(reader.page, "() => window.there !== undefined")
        assert reader.page.evaluate("window.there") > 5
        assert reader.page.evaluate("window.left") == 0
