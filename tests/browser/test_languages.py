"""A family that reads another language: the pages speak it, what people wrote stays as written."""

import re

import pytest
from playwright.sync_api import Browser, expect

from generator.languages.catalogue import catalogue_of
from tests.browser.reader import reader_at
from tests.browser.walking import PATIENCE, go_to
from tests.schools.example import ExampleSchool

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}


def test_pages_speak_the_language_of_the_device_and_of_the_menu(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=PHONE, locale="fr-CA") as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        page = reader.page
        go_to(page, "goals")
        expect(page.locator("h1")).to_have_text("Mes objectifs")
        assert page.title() == "Objectifs"
        assert page.locator("html").get_attribute("lang") == "fr"
        goal = page.locator("main [lang=en]").first.inner_text()

        page.locator("select[data-language]").select_option("ar")
        expect(page.locator("html[lang=ar][dir=rtl]")).to_be_attached(timeout=PATIENCE)
        expect(page.locator("main [lang=en]").first).to_have_text(goal)
        assert page.locator("select[data-language]").evaluate("(menu) => menu === document.activeElement")
        for route in ("", "timeline", "growth", "levels", "scale", "about", "more"):
            go_to(page, route)
            assert page.locator("html").get_attribute("dir") == "rtl", route
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), route
        go_to(page, "timeline")
        expect(page.locator(".term-name").first).to_have_text(catalogue_of("ar").word("Spring"))
        go_to(page, "scale")
        expect(page.locator(".scale-meaning [lang=ar]").first).to_be_visible()

        page.reload()
        expect(page.locator("html[lang=ar]")).to_be_attached(timeout=PATIENCE)
        page.locator("select[data-language]").select_option("en")
        expect(page.locator("h1")).to_have_text("What the levels mean", timeout=PATIENCE)


def test_what_was_unfolded_stays_so_in_another_language(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=PHONE) as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        page = reader.page
        go_to(page, "timeline")
        page.locator("[data-filters] summary").click()
        unfolded = "[...document.querySelectorAll('details')].map((one) => one.open)"
        before = page.evaluate(unfolded)
        assert True in before
        page.locator("select[data-language]").select_option("es")
        expect(page.locator("html[lang=es]")).to_be_attached(timeout=PATIENCE)
        expect(page.locator("[data-filters][open], [data-filters] [open]").first).to_be_visible()
        assert page.evaluate(unfolded) == before


def test_the_day_of_publication_is_written_as_every_other_day(
    browser: Browser, example_school: ExampleSchool
) -> None:
    """Chromium has no names for the months of Punjabi; the catalogue has."""
    with reader_at(browser, example_school, viewport=PHONE, locale="pa") as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        go_to(reader.page, "scale")
        reader.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        line = reader.page.locator("[data-published]")
        expect(line).to_have_text(re.compile(r"^\d{1,2} [\u0a00-\u0a7f]+ 20\d\d "))


def test_search_names_kinds_and_days_in_the_readers_language(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=PHONE, locale="zh-TW") as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        go_to(reader.page, "search")
        reader.page.locator("form[data-search] input").fill("salamand")
        day = reader.page.locator(".search-day").first
        day.wait_for(timeout=PATIENCE)
        kinds = reader.page.locator("[data-results] h2").all_inner_texts()
        assert catalogue_of("zh-Hant").word("Evidence") in kinds
        assert re.fullmatch(r"20\d\d年\d+月\d+日", day.inner_text())


def test_in_arabic_every_word_is_said_in_its_own_language(
    browser: Browser, example_school: ExampleSchool
) -> None:
    """As `tests/pages/test_tongues.py` does for the pages as written, here with what scripts add to them."""
    with reader_at(browser, example_school, viewport=PHONE, locale="ar") as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        page = reader.page
        for route in ("", "timeline", "growth", "levels", "goals", "showcase", "more", "search"):
            go_to(page, route)
            if route == "timeline":
                page.locator("[data-filters] summary").click()
                page.locator(".chip[data-token]").first.click()
                expect(page.locator(".filter-status")).not_to_be_empty()
            if route == "showcase":
                page.locator("[data-tour-start]").click()
            if route == "search":
                page.locator("form[data-search] input").fill("learning")
                page.locator("[data-results] a").first.wait_for(timeout=PATIENCE)
            assert page.evaluate(_WRONG) == [], route


_WRONG = """() => {
  const wrong = [];
  const check = (element, words) => {
    const isOurs = /[\\u0620-\\u064a]{2,}/.test(words);
    const language = element.closest("[lang]").getAttribute("lang").split("-")[0];
    if (isOurs && !["ar", ""].includes(language)) wrong.push(`${language}: ${words}`);
    if (!isOurs && /[A-Za-z]{2,}/.test(words) && language === "ar") wrong.push(`not said to be English: ${words}`);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const element = walk.currentNode.parentElement;
    // Each language in the menu is named in itself, and Persian has the letters of Arabic.
    if (element.localName !== "option") check(element, walk.currentNode.data.trim());
  }
  for (const name of ["alt", "aria-label", "title"])
    for (const element of document.querySelectorAll(`[${name}]`)) check(element, element.getAttribute(name));
  return [...new Set(wrong)];
}"""
