"""A family that reads another language: the pages speak it, what people wrote stays as written."""

import pytest
from playwright.sync_api import Browser, expect

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
        go_to(page, "scale")
        expect(page.locator(".scale-meaning [lang=ar]").first).to_be_visible()

        page.reload()
        expect(page.locator("html[lang=ar]")).to_be_attached(timeout=PATIENCE)
        page.locator("select[data-language]").select_option("en")
        expect(page.locator("h1")).to_have_text("What the levels mean", timeout=PATIENCE)


def test_search_names_kinds_and_days_in_the_readers_language(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport=PHONE, locale="zh-TW") as reader:
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        go_to(reader.page, "search")
        reader.page.locator("form[data-search] input").fill("salamand")
        day = reader.page.locator(".search-day").first
        day.wait_for(timeout=PATIENCE)
        assert "作品" in reader.page.locator("[data-results]").inner_text()
        assert "年" in day.inner_text()
