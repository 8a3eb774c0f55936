"""Every kind of page for everybody: axe-core finds nothing, nothing is wider than the screen, the keyboard reaches all of it."""

from collections.abc import Iterator
from itertools import cycle, takewhile
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import (
    State,
    kinds_of_pages,
    open_all,
    opened_portfolios,
    too_wide,
    violations,
)
from tests.browser.reader import Reader, reader_at
from tests.browser.walking import go_to
from tests.schools.example import ExampleSchool

pytestmark = [pytest.mark.browser, pytest.mark.slow]


STATES = (
    State(width=320, scheme="light", direction="ltr", band="4-7"),
    State(width=1280, scheme="dark", direction="rtl", band="K-3"),
    State(width=360, scheme="dark", direction="ltr", band="8-12"),
    State(width=768, scheme="light", direction="rtl", band="8-12"),
    State(width=320, scheme="dark", direction="rtl", band="K-3"),
    State(width=1280, scheme="light", direction="ltr", band="8-12"),
    State(width=768, scheme="dark", direction="ltr", band="4-7"),
    State(width=360, scheme="light", direction="rtl", band="K-3"),
)
"""Every width meets every scheme and both directions. Each kind of page is seen in one, the next kind in the next."""

KINDS = 30
"""How many kinds of page there are at least; a kind that goes missing here is no longer checked."""


@pytest.fixture(scope="module")
def open_portfolios(browser: Browser, example_school: ExampleSchool) -> Iterator[dict[str, Reader]]:
    """One open portfolio for each student of `READ_BY`."""
    with opened_portfolios(browser, example_school) as readers:
        yield readers


@pytest.fixture(scope="module")
def routes(open_portfolios: dict[str, Reader]) -> dict[str, tuple[str, str]]:
    """For each kind of page, whose portfolio shows it and where."""
    return kinds_of_pages(open_portfolios)


def test_no_kind_of_page_breaks_a_rule_or_is_wider_than_the_screen(
    open_portfolios: dict[str, Reader], routes: dict[str, tuple[str, str]]
) -> None:
    found = list[str]()
    states = cycle(STATES)
    for kind, (student, route) in routes.items():
        page = open_portfolios[student].page
        go_to(page, route)
        open_all(page)
        state = next(states)
        state.arrange(page)
        found += [f"{kind} ({route}) {state}: {violation}" for violation in violations(page)]
        found += [f"{kind} ({route}) {state}: {wide} is too wide" for wide in too_wide(page)]
    assert not found, "\n".join(found)
    assert len(routes) >= KINDS, sorted(routes)


def test_the_locked_page_breaks_no_rule(browser: Browser, example_school: ExampleSchool) -> None:
    with reader_at(browser, example_school, reduced_motion="reduce") as reader:
        reader.page.goto(f"{example_school.address}{example_school.sites['asha-gill']}/")
        reader.page.wait_for_selector("#words")
        for state in STATES:
            state.arrange(reader.page)
            assert violations(reader.page) == [], state
            assert too_wide(reader.page) == [], state


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(
    open_portfolios: dict[str, Reader], routes: dict[str, tuple[str, str]]
) -> None:
    found = list[str]()
    for kind, (student, route) in routes.items():
        page = open_portfolios[student].page
        STATES[0].arrange(page)
        page.set_viewport_size({"width": 360, "height": 740})
        go_to(page, route)
        found += [f"{kind} ({route}): {said}" for said in walk_by_keyboard(page)]
    assert not found, "\n".join(found)


def walk_by_keyboard(page: Page) -> list[str]:
    """Holds Tab from the top to the end; says what was not reached, came out of order or could not be seen."""
    count: int = page.evaluate(_NUMBER_STOPS)
    reached = list[int]()
    said = list[str]()
    stops = list[dict[str, Any] | None]()
    while None not in stops and len(stops) < count * 3 + 20:
        for _ in range(_AT_ONCE):
            page.keyboard.down("Tab")
        stops = page.evaluate("window.stops")
    page.keyboard.up("Tab")
    if None not in stops:
        said.append("Tab never comes out of the page")
    for stop in takewhile(lambda stop: stop is not None, stops):
        if stop and stop["number"] >= 0 and stop["number"] not in reached:
            reached.append(stop["number"])
            if stop["trouble"]:
                said.append(f"{stop['name']}: {stop['trouble']}")
    if reached != sorted(reached):
        said.append("the order of stops is not that of the page")
    missing = sorted(set(range(count)) - set(reached))
    names: list[str] = page.evaluate(
        "(missing) => missing.map((one) => document.querySelector(`[data-stop='${one}']`).outerHTML.slice(0, 90))",
        missing,
    )
    return [*said, *(f"not reached: {name}" for name in names)]


_AT_ONCE = 10

_WHERE = """() => {
  const here = document.activeElement;
  if (!here || here === document.body || here === document.documentElement) return null;
  const rings = [here, ...(function* () { for (let up = here.parentElement, far = 0; up && far < 4; up = up.parentElement, far += 1) yield up; })()];
  const ring = rings.some((one) => { const { outlineStyle, outlineWidth } = getComputedStyle(one); return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2; });
  const { top, bottom, width, height } = here.getBoundingClientRect();
  const bar = document.querySelector(".places").getBoundingClientRect();
  const covered = !here.closest(".places") && (top >= bar.top || bottom <= 0);
  const trouble = !ring ? "no ring" : covered ? "is covered or out of sight" : width < 1 || height < 1 ? "has no size" : "";
  return { number: Number(here.dataset.stop ?? -1), trouble, name: here.outerHTML.slice(0, 90) };
}"""

_NUMBER_STOPS = f"""() => {{
  // Each stop is looked at before the key leads on from it.
  const where = {_WHERE};
  window.noting?.abort();
  window.noting = new AbortController();
  window.stops = [];
  let begun = false;
  const note = () => {{ if (begun) window.stops.push(where()); begun = true; }};
  addEventListener("keydown", note, {{ capture: true, signal: window.noting.signal }});
  document.activeElement?.blur();
  getSelection()?.removeAllRanges();
  scrollTo(0, 0);
  const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, audio[controls], video[controls], [tabindex='0']")]
    .filter((one) => one.checkVisibility({{ visibilityProperty: true }}) && !one.disabled)
    // A mark in a drawing leads where its line in the table leads, and the table has the stop.
    .filter((one) => !(one.tabIndex < 0 && [...document.querySelectorAll("table a[href]")].some((same) => same.getAttribute("href") === one.getAttribute("href"))))
    // The arrow keys choose among radio buttons; Tab stops once.
    .filter((one) => one.type !== "radio" || one.checked);
  for (const [number, one] of stops.entries()) one.dataset.stop = number;
  document.body.tabIndex = -1;
  document.body.focus({{ preventScroll: true }});
  return stops.length;
}}"""
