"""A family's evening with the portfolio, in a real Chromium: unlock, walk every page, look, listen, search, lock."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.accessibility import too_wide
from tests.browser.reader import Reader, reader_at, until
from tests.browser.walking import PATIENCE, every_page, go_to, routes_on
from tests.schools.example import ExampleSchool

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = {
    "phone": {"width": 360, "height": 740},
    "wide": {"width": 1280, "height": 800},
}


@pytest.fixture
def reader(browser: Browser, example_school: ExampleSchool) -> Iterator[Reader]:
    with reader_at(browser, example_school, viewport=SIZES["phone"]) as reader:
        yield reader


@pytest.mark.parametrize("size", ["phone", pytest.param("wide", marks=pytest.mark.thorough)])
def test_every_page_can_be_walked_to_and_shows_its_pictures(
    browser: Browser, example_school: ExampleSchool, size: str
) -> None:
    with reader_at(browser, example_school, viewport=SIZES[size]) as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        walked = 0
        for route in every_page(reader.page):
            walked += 1
            reader.see_all()
            assert reader.page.locator("h1").count() == 1, route
            assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
                f"{route} is too wide"
            )
        assert walked > 40


def test_titles_in_the_browser_history_never_name_the_child(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    for route in (
        "",
        "timeline",
        "about",
        *[found for found in routes_on(reader.page) if found.startswith("e/")][:3],
    ):
        go_to(reader.page, route)
        title = reader.page.title()
        assert title
        assert "asha" not in title.lower()
        assert "gill" not in (title + reader.page.url).lower()


def test_a_film_plays_and_seeks(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    film = find_on_some_page(reader, "main video")
    assert film.evaluate("(video) => { video.muted = true; return video.play().then(() => true); }")
    duration = film.evaluate("(video) => video.duration")
    target = duration * 0.7
    reached = film.evaluate(
        """(video, target) => new Promise((done) => {
          video.addEventListener("seeked", () => done(video.currentTime), { once: true });
          video.currentTime = target;
        })""",
        target,
    )
    assert abs(reached - target) < 0.5
    until(reader.page, "(target) => document.querySelector('main video').currentTime > target + 0.2", target)


def test_a_recording_plays(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    sound = find_on_some_page(reader, "main audio")
    sound.evaluate("(audio) => { audio.muted = true; return audio.play(); }")
    until(
        reader.page,
        "() => [...document.querySelectorAll('main audio')].some((audio) => audio.currentTime > 0.2)",
    )


@pytest.mark.parametrize(
    ("student", "guardian", "word"),
    [
        ("asha-gill", "harpreet-gill", "salamander"),
        ("gurnoor-sandhu", "manjit-sandhu", "ਨਾਨੀ"),
        ("yusuf-haddad", "rana-haddad", "نهر"),
    ],
    ids=["English", "Punjabi", "Arabic"],
)
def test_search_finds_words_of_every_script(reader: Reader, student: str, guardian: str, word: str) -> None:
    reader.unlock(student, words=reader.school.words[guardian])
    go_to(reader.page, "search")
    reader.page.locator("form[data-search] input").fill(word[: max(2, len(word) - 1)])
    found = reader.page.locator("[data-results] a").first
    found.wait_for(timeout=PATIENCE)
    found.click()
    until(reader.page, "() => !location.hash.startsWith('#/search')")
    expect(reader.page.locator("main")).to_contain_text(
        word[: max(2, len(word) - 1)], ignore_case=True, timeout=PATIENCE
    )


LARGEST = {"text": "larger", "spacing": "wide", "letters": "andika"}


@pytest.mark.parametrize(
    ("student", "guardian", "language"),
    [("asha-gill", "harpreet-gill", "en"), ("yusuf-haddad", "rana-haddad", "ar")],
)
def test_the_largest_letters_fit_on_the_narrowest_phone(
    reader: Reader, student: str, guardian: str, language: str
) -> None:
    kept = json.dumps({**LARGEST, "language": language})
    reader.context.add_init_script(f"localStorage.setItem('kinfolio:reader-settings', {kept!r})")
    page = reader.page
    page.set_viewport_size({"width": 320, "height": 640})
    reader.unlock(student, words=reader.school.words[guardian])
    found = []
    for route in ("", "timeline", "growth", "goals", "showcase", "progress", "levels", "how-we-know", "more"):
        go_to(page, route)
        found += [f"{route}: {said}" for said in too_wide(page)]
        broken = page.evaluate(f"({NAMES_IN_PIECES})()")
        found += [f"{route}: {name} is broken" for name in broken]
    assert found == []


NAMES_IN_PIECES = """() => [...document.querySelectorAll(".owner-name, .greeting h1 bdi")]
  .filter((name) => name.checkVisibility() && name.getClientRects().length > 1 || name.offsetHeight > parseFloat(getComputedStyle(name).lineHeight) * 1.6)
  .map((name) => name.textContent)"""


def test_back_and_forward_and_reload_keep_the_place(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    page = reader.page
    go_to(page, "timeline")
    timeline = page.locator("h1").inner_text()
    go_to(page, "goals")
    goals = page.locator("h1").inner_text()
    assert goals != timeline
    page.go_back()
    expect(page.locator("h1")).to_have_text(timeline, timeout=PATIENCE)
    page.go_forward()
    expect(page.locator("h1")).to_have_text(goals, timeout=PATIENCE)
    page.reload()
    expect(page.locator("body.portfolio h1")).to_have_text(goals, timeout=PATIENCE)


def test_lock_leaves_nothing_on_the_page_nor_behind_the_back_button(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    page = reader.page
    go_to(page, "timeline")
    page.locator("[data-lock]").first.click()
    expect(page.locator("#words")).to_be_visible(timeout=PATIENCE)
    assert "Asha" not in page.content()
    page.go_back()
    page.wait_for_timeout(1_000)
    assert "Asha" not in page.content()
    page.reload()
    expect(page.locator("#words")).to_be_visible(timeout=PATIENCE)


def test_locking_one_tab_locks_the_others(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    other = reader.context.new_page()
    other.goto(
        f"{reader.school.address}{reader.school.sites['asha-gill']}/#k={reader.school.links['harpreet-gill']}"
    )
    other.wait_for_selector("body.portfolio h1", timeout=PATIENCE)
    other.locator("[data-lock]").first.click()
    expect(reader.page.locator("#words")).to_be_visible(timeout=PATIENCE)


def test_the_link_of_the_letter_opens_and_leaves_the_address(reader: Reader) -> None:
    page = reader.page
    page.goto(
        f"{reader.school.address}{reader.school.sites['asha-gill']}/#k={reader.school.links['harpreet-gill']}"
    )
    page.wait_for_selector("body.portfolio h1", timeout=PATIENCE)
    assert reader.school.links["harpreet-gill"] not in page.url


def test_one_letter_opens_both_siblings(reader: Reader) -> None:
    reader.unlock("asha-gill", words=reader.school.words["harpreet-gill"])
    page = reader.page
    switch = page.locator("[data-siblings]")
    expect(switch).to_be_visible(timeout=PATIENCE)
    switch.locator("summary").click()
    switch.locator("a", has_text="Arjan").click()
    expect(page.locator("h1")).to_contain_text("Arjan", timeout=PATIENCE)
    assert reader.school.sites["arjan-gill"] in page.url


def test_a_wrong_word_is_named(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.school.address}{reader.school.sites['asha-gill']}/")
    words = reader.school.words["harpreet-gill"].split()
    page.locator("#words").fill(" ".join(["zzyzx", *words[1:]]))
    page.locator("#go").click()
    expect(page.locator("#trouble")).to_contain_text("zzyzx", timeout=PATIENCE)


def test_another_familys_words_open_nothing(reader: Reader) -> None:
    page = reader.page
    page.goto(f"{reader.school.address}{reader.school.sites['asha-gill']}/")
    page.locator("#words").fill(reader.school.words["rana-haddad"])
    page.locator("#go").click()
    expect(page.locator("#trouble")).not_to_be_empty(timeout=PATIENCE)
    assert page.locator("body.portfolio").count() == 0


def find_on_some_page(reader: Reader, selector: str) -> Locator:
    """The first such element on the timeline's pieces, with its page open."""
    go_to(reader.page, "timeline")
    for route in [found for found in routes_on(reader.page) if found.startswith("e/")]:
        go_to(reader.page, route)
        if reader.page.locator(selector).count():
            found = reader.page.locator(selector).first
            found.scroll_into_view_if_needed()
            return found
    pytest.fail(f"no page shows {selector}")
