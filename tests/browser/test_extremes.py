"""Pages stay whole whatever is put into them: endless words, no picture, twenty pictures, one piece, four hundred."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.cli.workplace import open_workplace
from generator.preview.portfolios import Portfolios
from generator.preview.server import previewing
from tests.browser.accessibility import too_wide
from tests.browser.reader import Reader, reader_at, until
from tests.browser.test_weight import FIRST_PAGE, weights
from tests.browser.walking import go_to
from tests.schools.example import ExampleSchool, another_school
from tests.schools.extremes import FOUR_SCRIPTS, HUNDREDS, LONGEST_WORD, STUDENTS, extreme_school

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


@pytest.mark.parametrize("student", STUDENTS)
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


def test_a_name_of_any_length_leaves_room_for_the_page(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{address}ana-lee/timeline.html")
    assert page.locator("h1").evaluate("(title) => title.getBoundingClientRect().top") < 240
    page.goto(f"{address}ana-lee/index.html")
    whole = page.locator("h1").evaluate("(title) => title.scrollHeight - title.clientHeight")
    assert whole <= 1


def test_a_very_long_year_is_shown_bit_by_bit(page: Page, address: str) -> None:
    page.goto(f"{address}many-pieces/timeline.html")
    page.locator("[data-show-older]").wait_for()
    assert page.locator(".entry").count() == HUNDREDS
    assert page.locator(".entry:visible").count() == 20


def at_width(page: Page, width: int) -> list[str]:
    """What sticks out at this width."""
    page.set_viewport_size({"width": width, "height": 800})
    return too_wide(page)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExampleSchool]:
    """The extreme school as its families have it."""
    root: Path = tmp_path_factory.mktemp("sealed-extremes")
    school = extreme_school(root)
    with another_school(root, config=school.root / "site-config.yml", name="tiny") as built:
        yield built


@pytest.fixture
def reader(browser: Browser, sealed: ExampleSchool) -> Iterator[Reader]:
    with reader_at(browser, sealed, viewport={"width": 360, "height": 740}) as reader:
        yield reader


def test_a_portfolio_of_hundreds_opens_with_few_bytes_and_is_turned_and_searched(reader: Reader) -> None:
    asked: list[str] = []
    reader.context.on("request", lambda request: asked.append(urlsplit(request.url).path))
    reader.follow("many-pieces", link=reader.school.links["jo-lee"])
    page = reader.page
    found = weights(reader.school, asked)
    sealed = [name for name in found if "/d/" in name]
    beside = sum(size for name, size in found.items() if name in sealed[1:] or name.endswith(".woff2"))
    assert sum(found.values()) - beside <= FIRST_PAGE, found
    go_to(page, "timeline")
    page.get_by_role("button", name="Oldest first").click()
    assert page.locator(".entry:visible").count() == 20
    # By keyboard: cards get their true height as they come into view, and a pointer may hit where the button was.
    page.get_by_role("button", name="Show newer").press("Enter")
    assert page.locator(".entry:visible").count() == 40
    go_to(page, "search")
    page.locator(".search-field").fill("creek")
    page.get_by_role("button", name=f"Show all {HUNDREDS}").click()
    assert page.locator("[data-results] li").count() == HUNDREDS
    assert page.evaluate("document.activeElement === document.querySelector('[data-results] a')")


def film_pair(reader: Reader) -> Page:
    """The page with two versions of one film."""
    reader.follow("ana-lee", link=reader.school.links["jo-lee"])
    page = reader.page
    go_to(page, "growth")
    page.locator(".pair-card a", has_text="A film").click()
    page.locator("[data-in-turns]").wait_for()
    until(page, "() => [...document.querySelectorAll('video')].every((film) => film.src)")
    return page


PLAYING = "() => [...document.querySelectorAll('video')].map((film) => !film.paused).join()"


def test_two_films_have_their_turns_and_only_one_plays(reader: Reader) -> None:
    page = film_pair(reader)
    page.locator("[data-in-turns]").focus()
    page.keyboard.press("Enter")
    until(page, f"() => ({PLAYING})() === 'true,false'")
    # Nobody reaches for the end of a film that has not begun.
    until(page, "() => document.querySelector('video').currentTime > 0")
    page.evaluate("() => { document.querySelector('video').currentTime = 60; }")
    until(page, f"() => ({PLAYING})() === 'false,true'")
    page.evaluate("() => void document.querySelector('video').play()")
    until(page, f"() => ({PLAYING})() === 'true,false'")
    page.locator("[data-lock]").first.click()
    page.locator("#unlock").wait_for()
    assert page.locator("video").count() == 0


def test_a_film_that_does_not_come_says_so_when_its_turn_has_come(reader: Reader) -> None:
    page = film_pair(reader)
    first, second = (page.locator("video").nth(number) for number in (0, 1))
    page.locator("[data-in-turns]").click()
    until(page, f"() => ({PLAYING})() === 'true,false'")
    reader.context.route("**/d/*", lambda route: route.abort())
    second.evaluate(
        "(film) => { film.removeAttribute('src'); film.src = film.ownerDocument.baseURI + 'nothing'; }"
    )
    page.locator(".side").nth(1).get_by_role("button", name="Try again").wait_for()
    assert page.locator(".side").nth(0).get_by_role("button", name="Try again").count() == 0
    assert first.evaluate("(film) => film.error === null")
    reader.context.unroute_all()
    page.locator(".side").nth(1).get_by_role("button", name="Try again").click()
    until(page, f"() => ({PLAYING})() === 'false,true'")
    reader.complaints.clear()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("chinese", "我看见一只红色的小鸟。它飞走来了。我很高兴。妈妈也笑了。"),
        ("poem", "grey wings\nquick beak\nslow feet\nquiet water"),
    ],
)
def test_a_draft_with_its_changes_reads_as_it_was_written(reader: Reader, name: str, kept: str) -> None:
    reader.follow("two-drafts", link=reader.school.links["jo-lee"])
    page = reader.page
    go_to(page, "growth")
    page.locator(".pair-card a", has_text=name).click()
    page.get_by_text("Show what changed, word by word").click()
    page.evaluate(
        "() => { for (const aloud of document.querySelectorAll('.changes .visually-hidden')) aloud.remove(); }"
    )
    assert page.locator(".changes .ruled p").inner_text().strip() == kept
    assert page.locator(".changes .ruled ins").count() >= 1


def test_what_a_change_is_called_is_heard_in_the_language_of_the_page(reader: Reader) -> None:
    reader.follow("two-drafts", link=reader.school.links["jo-lee"])
    page = reader.page
    go_to(page, "growth")
    page.locator(".pair-card a", has_text="arabic").click()
    aloud = page.locator(".changes ins .visually-hidden").first
    aloud.wait_for(state="attached")
    assert aloud.get_attribute("lang") == "en"
    assert aloud.evaluate("(one) => one.parentElement.closest('[lang]').lang") == "ar"


def test_unchanged_drafts_are_said_to_be_the_same(reader: Reader) -> None:
    reader.follow("two-drafts", link=reader.school.links["jo-lee"])
    page = reader.page
    go_to(page, "growth")
    page.locator(".pair-card a", has_text="same").click()
    page.get_by_text("The words are the same in both.").wait_for()
    assert page.locator(".changes details").count() == 0
