"""The code on a printed letter, read by somebody else's decoder: through the printer, and as a phone sees it."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageEnhance, ImageFilter
from playwright.sync_api import Browser

from generator.letters.code import drawn_code
from generator.letters.letter import Letter
from generator.letters.write import write_letters
from generator.model.audience import Role
from tests.letters.test_letters import BEN, LETTER, MONDAY, site

SMALL_CAMERA = 150
"""Dots per inch that a cheap phone gets out of a sheet of paper held at arm's length."""
FOLDER = "qrstuvwxyz234567"
SIBLINGS = replace(
    LETTER,
    person="four",
    sites=tuple(
        site(child, folder=f"{letter}{FOLDER[1:]}") for child, letter in zip("ABCD", "abcd", strict=True)
    ),
)
SHOWCASE = replace(BEN, person="visitor", role=Role.VISITOR, until=MONDAY)


def read(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def links(*letters: Letter) -> set[str]:
    return {one.link for letter in letters for one in letter.sites}


@pytest.mark.parametrize("folder", ["a" * 16, "7" * 16, FOLDER])
def test_the_drawing_alone_says_the_link_and_nothing_else(folder: str) -> None:
    link = site("Asha", folder=folder).link
    assert read(drawn(str(drawn_code(link)))) == {link}


def drawn(svg: str) -> Image.Image:
    """The drawing's modules as dots, by its own numbers: a row is a stroke of whole steps to the right."""
    size = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    picture = Image.new("L", (size, size), 255)
    (path,) = re.findall(r'class="qrline"[^>]* d="([^"]+)"', svg)
    x = y = 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", path):
        if command == "h":
            for step in range(int(first)):
                picture.putpixel((int(x) + step, int(y)), 0)
            x += float(first)
        elif command == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    return picture.resize((size * 6, size * 6), Image.Resampling.NEAREST)


@pytest.fixture(scope="module")
def printed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[pypdfium2.PdfDocument]:
    """Letters of one child, of four, and of a showcase, as a browser prints them."""
    folder = tmp_path_factory.mktemp("letters")
    write_letters([LETTER, SIBLINGS, SHOWCASE], folder, today=MONDAY)
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.pdf(path=folder / "all.pdf", prefer_css_page_size=True, print_background=False)
    page.close()
    document = pypdfium2.PdfDocument(folder / "all.pdf")
    yield document
    document.close()


SHEETS = (LETTER, SIBLINGS, SHOWCASE)


def sheets(document: pypdfium2.PdfDocument, *, dots: int) -> list[Image.Image]:
    return [sheet.render(scale=dots / 72).to_pil().convert("L") for sheet in document]


@pytest.mark.browser
def test_every_code_on_a_printed_letter_says_its_link(printed: pypdfium2.PdfDocument) -> None:
    found = [read(sheet) for sheet in sheets(printed, dots=300)]
    assert found == [links(letter) for letter in SHEETS]


@pytest.mark.browser
@pytest.mark.parametrize("turned", [0, 7, 33, 90, 180])
def test_a_phone_reads_it_askew_blurred_and_in_bad_light(printed: pypdfium2.PdfDocument, turned: int) -> None:
    for sheet, letter in zip(sheets(printed, dots=SMALL_CAMERA), SHEETS, strict=True):
        seen = sheet.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=235)
        seen = ImageEnhance.Contrast(seen.filter(ImageFilter.GaussianBlur(1.0))).enhance(0.45)
        assert read(seen) == links(letter)


@pytest.mark.browser
def test_a_coffee_stain_on_an_eighth_of_its_side_does_no_harm(printed: pypdfium2.PdfDocument) -> None:
    sheet = sheets(printed, dots=300)[0]
    (code,) = zxingcpp.read_barcodes(sheet)
    at, side = code.position.top_left, code.position.bottom_right.x - code.position.top_left.x
    middle = (at.x + side // 2, at.y + side // 2)
    sheet.paste(120, (*middle, middle[0] + side // 8, middle[1] + side // 8))
    assert read(sheet) == links(LETTER)
