"""Who has no address, or a wrong one: the pages around the portfolios, at any depth, in every language of the shell."""

import pytest
from playwright.sync_api import Browser

from generator.vault.browser.bundle import LANGUAGES
from tests.browser.accessibility import too_wide, violations
from tests.schools.example import ExampleSchool

pytestmark = [pytest.mark.browser]

WARM_PAPER = {"light": "rgb(255, 251, 244)", "dark": "rgb(31, 29, 38)"}


@pytest.mark.parametrize("path", ["", "mistyped", "abcdefghijklmnop/", "abcdefghijklmnop/d/mistyped"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_the_right_address_somebody_reads_what_to_do(
    browser: Browser, example_school: ExampleSchool, path: str, scheme: str
) -> None:
    context = browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": 320, "height": 256}
    )
    page = context.new_page()
    answer = page.goto(f"{example_school.address}{path}")
    assert answer
    assert answer.status == (404 if path else 200)
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == WARM_PAPER[scheme], "the page has no style where it was asked for"
    for language in LANGUAGES:
        assert page.is_visible(f"p[lang='{language}']"), language
    assert violations(page) == []
    assert too_wide(page) == []
    context.close()
