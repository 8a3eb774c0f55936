"""What a family waits for on a slow connection: the bytes of unlocking and of the first page."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.reader import reader_at, until
from tests.schools.example import ExampleSchool

pytestmark = pytest.mark.browser

SHELL = 60_000
FIRST_PAGE = 150_000
WITH_PICTURES = 300_000
FONTS = {"en": 40_000, "pa": 62_000}
"""Another script has letters of its own beside ours."""
TOP, PIECE = 45, 40
"""As in `reading/document.js`."""
_PACKED = {".html", ".css", ".js", ".txt", ".svg", ".json"}


@pytest.mark.parametrize("language", ["en", "pa"])
def test_the_first_page_is_there_after_few_bytes(
    browser: Browser, example_school: ExampleSchool, language: str
) -> None:
    """Punjabi weighs the most: words, and letters of its own."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    phone = {"width": 360, "height": 740}
    with reader_at(browser, example_school, viewport=phone, locale=language) as reader:
        reader.context.on("request", note)
        reader.context.add_init_script(_NOTE_WHEN_SHOWN)
        reader.page.goto(f"{example_school.address}{example_school.sites['asha-gill']}/")
        reader.page.locator("#words").fill(example_school.words["harpreet-gill"])
        until(reader.page, "() => document.querySelector('#counted').textContent !== ''")
        shell = weights(example_school, asked)
        assert sum(shell.values()) <= SHELL, shell
        reader.page.locator("#go").click()
        reader.page.wait_for_selector("body.portfolio h1")
        reader.page.evaluate("() => document.fonts.ready.then(() => true)")
        assert reader.page.get_attribute("html", "lang") == language
        page = weights(example_school, asked)
        fonts = {name: size for name, size in page.items() if name.endswith(".woff2")}
        # Words are shown in the device's own letters until ours have come; pictures, what plays films and the names of
        # brothers and sisters are asked for when the page is there.
        later = {urlsplit(address).path for address in reader.page.evaluate(_ASKED_LATER)}
        first = {name: size for name, size in page.items() if name not in fonts.keys() | later}
        assert any("/d/" in name for name in first), first
        assert sum(first.values()) <= FIRST_PAGE, first
        assert sum(page.values()) - sum(fonts.values()) <= WITH_PICTURES, page
        assert 0 < sum(fonts.values()) <= FONTS[language], fonts


def test_the_top_of_the_first_page_is_laid_out_before_the_rest(
    browser: Browser, example_school: ExampleSchool
) -> None:
    with reader_at(browser, example_school, viewport={"width": 360, "height": 740}) as reader:
        reader.context.add_init_script(_COUNT_AT_FIRST)
        reader.unlock("asha-gill", words=example_school.words["harpreet-gill"])
        until(reader.page, "() => !document.querySelector('[data-coming]')")
        at_first, in_the_end = reader.page.evaluate(f"() => [window.atFirst, {_COUNT}]")
        assert 20 < at_first <= TOP
        assert in_the_end > at_first + PIECE


_NOTE_WHEN_SHOWN = """new MutationObserver((_, watch) => {
  if (!document.querySelector("body.portfolio h1")) return;
  watch.disconnect();
  window.shown = performance.now();
}).observe(document, { childList: true, subtree: true })"""
_ASKED_LATER = """() => performance.getEntriesByType("resource")
  .filter((one) => one.startTime >= window.shown).map((one) => one.name)"""

_COUNT = "[...document.querySelectorAll('body *')].filter((one) => one.checkVisibility()).length"
_COUNT_AT_FIRST = f"""new MutationObserver((_, watch) => {{
  if (!document.querySelector("body.portfolio h1")) return;
  watch.disconnect();
  window.atFirst = {_COUNT};
}}).observe(document, {{ childList: true, subtree: true }})"""


def weights(school: ExampleSchool, asked: list[str]) -> dict[str, int]:
    """Bytes on the wire of each file that was asked for, as from a host that packs text."""
    found: dict[str, int] = {}
    for path in asked:
        file = school.out / path.lstrip("/")
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            body = file.read_bytes()
            found[path] = len(gzip.compress(body, mtime=0)) if file.suffix in _PACKED else len(body)
    return found
