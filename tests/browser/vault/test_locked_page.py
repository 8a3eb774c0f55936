"""The locked page for everybody: in each language, for a screen reader's rules, enlarged four times."""

import pytest
from playwright.sync_api import Browser

from tests.browser.accessibility import violations
from tests.browser.vault.conftest import ASHA, Deployment, Visit

pytestmark = [pytest.mark.browser]

UNLOCK = "#unlock:not([hidden])"
LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_empty_nor_with_a_wrong_word(
    browser: Browser, deployment: Deployment, language: str, scheme: str
) -> None:
    context = browser.new_context(
        locale=language, color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(deployment.site(ASHA))
    page.wait_for_selector(UNLOCK)
    assert page.get_attribute("html", "lang") == language
    assert violations(page) == []
    page.fill("#words", "acorn banjo cactsu")
    page.click("#go")
    page.wait_for_selector("#trouble button")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_enlarged_four_times_it_needs_no_scrolling_sideways(
    browser: Browser, deployment: Deployment, language: str
) -> None:
    # A window of 1280 by 1024 at 400 % is one of 320 by 256.
    context = browser.new_context(locale=language, viewport={"width": 320, "height": 256})
    visit = Visit(page=context.new_page(), context=context, deployment=deployment)
    visit.go("")
    visit.page.wait_for_selector(UNLOCK)
    visit.page.fill("#words", "acorn banjo cactsu daisy eagle fab")
    visit.page.click("#go")
    visit.page.wait_for_selector("#trouble button")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for button in visit.page.locator("button:visible").all():
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
    context.close()
