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
FONTS = 60_000
TOP, PIECE = 45, 40
"""As in `reading/document.js`."""
_PACKED = {".html", ".css", ".js", ".txt", ".svg", ".json"}


def test_the_first_page_is_there_after_few_bytes(browser: Browser, example_school: ExampleSchool) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    with reader_at(browser, example_school, viewport={"width": 360, "height": 740}) as reader:
        reader.context.on("request", note)
        reader.page.goto(f"{example_school.address}{example_school.sites['asha-gill']}/")
        reader.page.locator("#words").fill(example_school.words["harpreet-gill"])
        until(reader.page, "() => document.querySelector('#counted').textContent !== ''")
        shell = weights(example_school, asked)
        assert sum(shell.values()) <= SHELL, shell
        reader.page.locator("#go").click()
        reader.page.wait_for_selector("body.portfolio h1")
        reader.page.evaluate("() => document.fonts.ready.then(() => true)")
        page = weights(example_school, asked)
        fonts = {name: size for name, size in page.items() if name.endswith(".woff2")}
        # Words are shown in the device's own letters until ours have come, and pictures come after the words: the first
        # sealed file holds the page, and all others of the site's are pictures that came into view meanwhile.
        _, *pictures = (name for name in page if "/d/" in name)
        later = sum(fonts.values()) + sum(page[name] for name in pictures)
        assert sum(page.values()) - later <= FIRST_PAGE, page
        assert sum(page.values()) - sum(fonts.values()) <= WITH_PICTURES, page
        assert 0 < sum(fonts.values()) <= FONTS, fonts


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
