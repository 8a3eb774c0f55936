"""A teacher's morning with the staff edition, in a real Chromium: unlock, walk, sort, keep the gradebook."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader, reader_at
from tests.browser.walking import PATIENCE, every_page, go_to
from tests.schools.example import ExampleSchool

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(browser: Browser, example_school: ExampleSchool) -> Iterator[Reader]:
    with reader_at(browser, example_school, viewport={"width": 1280, "height": 800}) as reader:
        reader.unlock("group:cedar", words=example_school.words["ms-okafor"])
        yield reader


def names(reader: Reader) -> list[str]:
    return reader.page.locator("tbody th").all_inner_texts()


@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_the_class_can_be_walked_to(
    browser: Browser, example_school: ExampleSchool, width: int
) -> None:
    with reader_at(browser, example_school, viewport={"width": width, "height": 740}) as reader:
        reader.unlock("group:cedar", words=example_school.words["ms-okafor"])
        walked = 0
        for route in every_page(reader.page):
            walked += 1
            assert reader.page.locator("h1").count() == 1, route
            assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), route
        assert walked >= 11


def test_the_class_list_sorts_by_name_and_by_what_is_still_to_come(reader: Reader) -> None:
    by_name = names(reader)
    assert by_name[0] == "Asha Kaur Gill"
    reader.page.get_by_role("button", name="Name").click()
    assert names(reader) == by_name[::-1]
    reader.page.get_by_role("button", name="Still to come").click()
    assert names(reader)[0] == "Asha Kaur Gill"
    reader.page.get_by_role("button", name="Still to come").click()
    assert names(reader)[-1] == "Asha Kaur Gill"
    heading = reader.page.locator("th", has=reader.page.get_by_role("button", name="Still to come"))
    assert heading.get_attribute("aria-sort") == "descending"


def test_the_gradebook_can_be_kept_as_a_table(reader: Reader, tmp_path: Path) -> None:
    go_to(reader.page, "gradebook")
    with reader.page.expect_download(timeout=PATIENCE) as coming:
        reader.page.get_by_role("link", name="Keep as a table").click()
    kept = tmp_path / "kept.csv"
    coming.value.save_as(kept)
    assert coming.value.suggested_filename == "gradebook.csv"
    lines = list(csv.DictReader(io.StringIO(kept.read_text(encoding="utf-8-sig"))))
    assert {line["Student"] for line in lines} >= {"Asha Kaur Gill", "Theo Marchetti-Solheim"}
    assert {line["Level"] for line in lines} <= {
        "Emerging",
        "Developing",
        "Proficient",
        "Extending",
        "Insufficient evidence",
    }


def test_a_guardian_does_not_get_in(browser: Browser, example_school: ExampleSchool) -> None:
    with reader_at(browser, example_school) as reader:
        page = reader.page
        page.goto(f"{example_school.address}{example_school.sites['group:cedar']}/")
        page.locator("#words").fill(example_school.words["harpreet-gill"])
        page.locator("#go").click()
        expect(page.locator("#trouble")).not_to_be_empty(timeout=PATIENCE)
        assert page.locator("body.portfolio").count() == 0
