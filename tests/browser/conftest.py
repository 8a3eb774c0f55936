"""The example school, built and served once for all browser tests, and a Chromium that tells on every page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from generator.cli.main import run
from generator.publish.serve import serving
from generator.vault.keyring_file import open_keyring
from tests.browser.walking import PATIENCE

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class ExampleSchool:
    """The example school's deployment as a host serves it, with the keyring a family does not have."""

    address: str
    out: Path
    sites: dict[str, str]
    """Site ids of families' portfolios by student, of staff editions by `group:` and the class, of showcases by their visitor."""
    words: dict[str, str]
    """Six words by keyholder."""
    links: dict[str, str]
    """Link keys by keyholder."""


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
    for _ in range(PATIENCE // 100):
        if page.evaluate(condition, *arguments):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never came true: {condition}")


@contextmanager
def example_in(folder: Path, *, content: Path = REPOSITORY / "content") -> Iterator[ExampleSchool]:
    """The school in `content/`, or another, built into this folder by the command a teacher runs, and served."""
    shutil.copy(REPOSITORY / "site-config.yml", folder)
    config, home = folder / "site-config.yml", folder / "home"
    os.environ["KINFOLIO_HOME"] = str(home)
    out = folder / "dist"
    assert run(["build", "--config", str(config), "--content", str(content), "--out", str(out)]) == 0
    with open_keyring(home / "maple-creek", today=date(2026, 6, 30)) as kept:
        sites = {
            f"showcase:{site.student}" if site.edition == "showcase" else site.student: site.key.site
            for site in kept.keyring.sites
            if site.edition in {"family", "staff", "showcase"}
        }
        words = {holder.person: holder.words.text for holder in kept.keyring.keyholders}
        links = {holder.person: holder.link.text for holder in kept.keyring.keyholders}
    with serving(out) as address:
        yield ExampleSchool(address=address, out=out, sites=sites, words=words, links=links)


@pytest.fixture(scope="session")
def example_school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ExampleSchool]:
    """The example school, built once for all tests."""
    with example_in(tmp_path_factory.mktemp("example-school")) as school:
        yield school


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


_SCROLL_THROUGH = """async () => {
  const step = innerHeight * 0.8;
  for (let y = 0; y < document.documentElement.scrollHeight; y += step) {
    scrollTo(0, y);
    await new Promise((done) => setTimeout(done, 30));
  }
  scrollTo(0, 0);
}"""

_PICTURES_ARE_THERE = """() => [...document.querySelectorAll("main img")]
  .filter((picture) => picture.checkVisibility())
  .every((picture) => picture.complete && picture.naturalWidth > 0 && !picture.closest("[data-waiting]"))"""
