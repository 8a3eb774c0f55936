"""The first screen of every home, and the books of the youngest and of the oldest."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import too_wide, violations
from tests.browser.reader import reader_at, until
from tests.browser.walking import go_to, page_kinds
from tests.schools.example import ExampleSchool

pytestmark = [pytest.mark.browser, pytest.mark.slow]

READ_BY = {
    "mika-reyes": "liza-reyes",
    "asha-gill": "harpreet-gill",
    "theo-marchetti": "luca-marchetti",
    "gurnoor-sandhu": "manjit-sandhu",
    "maeve-tolliver": "fern-tolliver",
    "oskar-wren": "dorothea-wren",
    "arjan-gill": "jas-gill",
    "yusuf-haddad": "rana-haddad",
    "imogen-castellanos": "kate-thornbury",
    "kai-reid": "emi-nakamura",
    "ruth-adeyemi": "yewande-adeyemi",
}
SMALL = {"width": 360, "height": 640}
SHARE = 0.26
"""How much of the first screen the face of a portfolio takes at most."""
SIBLINGS = 0.32
"""The same where a sister or a brother stands beside."""
FOR_A_SMALL_THUMB = 56
FOR_THE_CHILD = (
    "",
    "timeline",
    "growth",
    "goals",
    "showcase",
    "more",
    "competencies",
    "reflections",
    "about",
)
"""The pages that are not folded away for grown-ups."""


@pytest.mark.parametrize("student", READ_BY)
def test_the_newest_work_is_seen_whole_on_the_first_small_screen(
    browser: Browser, example_school: ExampleSchool, student: str
) -> None:
    with reader_at(browser, example_school, viewport=SMALL, locale="en-CA") as reader:
        reader.unlock(student, words=example_school.words[READ_BY[student]])
        until(reader.page, _WHOLE)
        cover, card, bar, has_siblings = reader.page.evaluate(_FIRST_SCREEN)
        assert cover <= SMALL["height"] * (SIBLINGS if has_siblings else SHARE)
        assert card <= bar
        assert too_wide(reader.page) == []


def test_whoever_is_six_meets_nothing_small_and_nothing_to_type(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=SMALL, locale="en-CA") as reader:
        reader.unlock("mika-reyes", words=example_school.words["liza-reyes"])
        found = list[str]()
        for route in FOR_THE_CHILD:
            go_to(reader.page, route)
            until(reader.page, _WHOLE)
            assert reader.page.evaluate("() => document.body.dataset.band") == "K-3"
            found += [f"{route}: {said}" for said in reader.page.evaluate(_TOO_SMALL, FOR_A_SMALL_THUMB)]
        assert not found, "\n".join(found)


def test_a_goal_said_aloud_is_heard_where_the_goal_stands(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=SMALL, locale="en-CA") as reader:
        reader.unlock("mika-reyes", words=example_school.words["liza-reyes"])
        until(reader.page, _WHOLE)
        assert reader.page.locator(".home-goal .goal audio").count() == 1
        go_to(reader.page, "goals")
        assert reader.page.locator(".goal audio").count() == 1
        assert not reader.page.locator(".loop-drawing").first.is_visible()


def test_months_have_their_season_and_an_earlier_year_is_told_as_a_child_counts(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=SMALL, locale="en-CA") as reader:
        reader.unlock("mika-reyes", words=example_school.words["liza-reyes"])
        go_to(reader.page, "timeline")
        until(reader.page, _WHOLE)
        months = reader.page.locator(".month-name")
        assert months.count() == reader.page.locator(".month-name .season").count() > 0
        assert "When I was in Kindergarten" in reader.page.locator(".term-name").all_inner_texts()


@pytest.mark.thorough
@pytest.mark.parametrize(("student", "width"), [("mika-reyes", 360), ("ruth-adeyemi", 1280)])
def test_both_books_break_no_rule_in_their_own_clothes(
    browser: Browser, example_school: ExampleSchool, student: str, width: int
) -> None:
    scheme = "light" if width == 360 else "dark"
    viewport = {"width": width, "height": 800}
    with reader_at(browser, example_school, viewport=viewport, color_scheme=scheme, locale="en-CA") as reader:
        reader.unlock(student, words=example_school.words[READ_BY[student]])
        found = list[str]()
        for kind, route in page_kinds(reader.page).items():
            go_to(reader.page, route)
            until(reader.page, _WHOLE)
            found += [f"{kind}: {said}" for said in (*violations(reader.page), *too_wide(reader.page))]
        assert not found, "\n".join(found)


def test_a_river_of_four_years_lies_side_by_side_on_a_wide_page(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(
        browser, example_school, viewport={"width": 1280, "height": 800}, locale="en-CA"
    ) as reader:
        reader.unlock("ruth-adeyemi", words=example_school.words["yewande-adeyemi"])
        go_to(reader.page, "growth")
        reader.page.locator(".door").click()
        reader.page.locator(".river-year").first.wait_for()
        assert reader.page.locator(".river-name").all_inner_texts() == [
            "Grade 8 2022/23",
            "Grade 9 2023/24",
            "Grade 10 2024/25",
            "Grade 11 2025/26",
        ]
        assert len(set(_tops(reader.page))) == 1


def _tops(page: Page) -> list[float]:
    tops: list[float] = page.evaluate(
        "() => [...document.querySelectorAll('.river-year')].map((one) => one.getBoundingClientRect().top)"
    )
    return tops


_WHOLE = "() => !document.querySelector('[data-coming]')"

_FIRST_SCREEN = """() => {
  scrollTo(0, 0);
  const siblings = document.querySelector("[data-siblings]");
  return [
    document.querySelector(".cover").getBoundingClientRect().height,
    document.querySelector("main .card").getBoundingClientRect().bottom,
    document.querySelector(".places").getBoundingClientRect().top,
    !siblings.hidden,
  ];
}"""

_TOO_SMALL = """(least) => [...document.querySelectorAll("main :is(a, button, summary, audio, input, textarea), .places a")]
  .filter((one) => one.checkVisibility() && !one.closest(".card, .choice"))
  .filter((one) => one.getBoundingClientRect().height < least - 0.5)
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}: ${one.getBoundingClientRect().height}`)"""
