"""Pages stay whole whatever is put into them: endless words, no picture, twenty pictures, one piece, four hundred."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.cli.workplace import open_workplace
from generator.preview.portfolios import Portfolios
from generator.preview.server import previewing
from tests.browser.accessibility import too_wide
from tests.schools.extremes import FOUR_SCRIPTS, HUNDREDS, LONGEST_WORD, extreme_school

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (320, 1280)
PAGES = ("index", "timeline", "goals", "growth", "showcase", "reflections", "competencies", "about", "more")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The extreme school as its teacher sees it while writing."""
    root: Path = tmp_path_factory.mktemp("extremes")
    school = extreme_school(root)
    workplace, problems = open_workplace(school.root / "site-config.yml")
    assert workplace, problems
    with previewing(Portfolios(workplace), watched=()) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("student", ["ana-lee", "no-piece", "one-piece", "many-pieces"])
def test_no_page_is_wider_than_the_screen(page: Page, address: str, student: str) -> None:
    found = list[str]()
    for name in PAGES:
        page.goto(f"{address}{student}/{name}.html")
        assert page.locator("h1").count() == 1, name
        found += [f"{name} {width}: {said}" for width in WIDTHS for said in at_width(page, width)]
    assert not found, "\n".join(found)


def test_no_piece_of_work_is_wider_than_the_screen(page: Page, address: str) -> None:
    page.goto(f"{address}ana-lee/timeline.html")
    pieces: list[str] = page.evaluate(
        "[...document.querySelectorAll('.entry a[href]')].map((link) => link.href)"
    )
    found = list[str]()
    titles = set[str]()
    for piece in dict.fromkeys(pieces):
        page.goto(piece)
        titles.add(page.locator("h1").inner_text().strip())
        found += [f"{piece} {width}: {said}" for width in WIDTHS for said in at_width(page, width)]
    assert not found, "\n".join(found)
    assert {FOUR_SCRIPTS, LONGEST_WORD} <= titles


def test_a_very_long_year_is_shown_bit_by_bit(page: Page, address: str) -> None:
    page.goto(f"{address}many-pieces/timeline.html")
    page.locator("[data-show-older]").wait_for()
    assert page.locator(".entry").count() == HUNDREDS
    assert page.locator(".entry:visible").count() == 20


def at_width(page: Page, width: int) -> list[str]:
    """What sticks out at this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return too_wide(page)
