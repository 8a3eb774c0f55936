"""A family's browser, which tells of everything that goes wrong in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.browser.walking import PATIENCE
from tests.schools.example import ExampleSchool


@dataclass(kw_only=True)
class Reader:
    """A family's browser with an ear on everything that goes wrong in it."""

    page: Page
    context: BrowserContext
    school: ExampleSchool
    complaints: list[str] = field(default_factory=list)

    def unlock(self, student: str, *, words: str) -> None:
        """Opens a portfolio by typing six words, and waits for its first page."""
        self.page.goto(f"{self.school.address}{self.school.sites[student]}/")
        self.page.locator("#words").fill(words)
        self.page.locator("#go").click()
        self.page.wait_for_selector("body.portfolio h1", timeout=PATIENCE)

    def follow(self, site: str, *, link: str) -> None:
        """Opens a site by the code on a letter, and waits for its first page."""
        self.page.goto(f"{self.school.address}{self.school.sites[site]}/#k={link}")
        self.page.wait_for_selector("body.portfolio h1", timeout=PATIENCE)

    def see_all(self) -> None:
        """Scrolls down the whole page as a reader does, so that every picture is asked for, and waits for the pictures."""
        until(self.page, "() => !document.querySelector('[data-coming]')")
        self.page.evaluate(_SCROLL_THROUGH)
        until(self.page, _PICTURES_ARE_THERE)


def until(page: Page, condition: str, *arguments: Any) -> None:
    """Waits for a condition in the page. Asks from outside, for the page's own policy forbids what Playwright's wait needs."""
    for _ in range(PATIENCE // _MOMENT):
        if page.evaluate(condition, *arguments):
            return
        page.wait_for_timeout(_MOMENT)
    pytest.fail(f"never came true: {condition}")


@contextmanager
def reader_at(browser: Browser, school: ExampleSchool, **settings: Any) -> Iterator[Reader]:
    """A fresh browser profile. What it complains about or asks of other hosts fails the test."""
    context = browser.new_context(**settings)
    page = context.new_page()
    reader = Reader(page=page, context=context, school=school)

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            reader.complaints.append(f"{message.type}: {message.text}")

    def watch(request: Request) -> None:
        if not request.url.startswith((school.address, "blob:", "data:")):
            reader.complaints.append(f"asked another host: {request.url}")

    context.on("console", hear)
    context.on("request", watch)
    context.on("weberror", lambda error: reader.complaints.append(f"uncaught: {error.error}"))
    try:
        yield reader
        assert reader.complaints == []
    finally:
        context.close()


_MOMENT = 25

_SCROLL_THROUGH = """async () => {
  const step = innerHeight * 0.8;
  for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
    scrollTo(0, y);
    // Who watches for what comes into view is told with each frame.
    await new Promise(requestAnimationFrame);
  }
  scrollTo(0, 0);
}"""

_PICTURES_ARE_THERE = """() => [...document.querySelectorAll("main img")]
  .filter((picture) => picture.checkVisibility())
  .every((picture) => picture.complete && picture.naturalWidth > 0 && !picture.closest("[data-waiting]"))"""
