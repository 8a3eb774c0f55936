"""What a browser's profile holds after somebody has read and locked: nothing that opens, and nothing that was read."""

import base64
import secrets
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from tests.browser import chromium
from tests.browser.vault.conftest import Deployment, page
from tests.browser.vault.engines import Engine, firefox

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

CHILD = "Quillan Ostrava-Bexley"
SENTENCE = "The kestrel nested under our lighthouse stairs"
PICTURE = "umbrella-jellyfish-sketch"
SEARCHED = "kestrel"
NOTED = 1.2
"""Seconds in which this Firefox, told to hurry, has noted thrice what stands in a form."""


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """A site whose every secret is unlike anything else on a disk."""

    key: SiteKey
    words: Words
    link: LinkKey

    def traces(self) -> Iterator[tuple[str, bytes]]:
        """What must not be found, and what it is called."""
        named = {
            "content key": self.key.content_key,
            "data key": self.key.data_key,
            "manifest key": self.key.manifest_key,
            "name key": self.key.name_key,
            "link key": self.link.raw,
        }
        for name, key in named.items():
            yield name, key
            yield f"{name} in hex", key.hex().encode()
            yield f"{name} in base64", base64.b64encode(key).rstrip(b"=")
            yield f"{name} in base64url", base64.urlsafe_b64encode(key).rstrip(b"=")
        spoken = (self.words.text, " ".join(self.words.text.split()[:2]), CHILD, SENTENCE, PICTURE, SEARCHED)
        for text in spoken:
            yield f"“{text}”", text.encode()
            yield f"“{text}” in UTF-16", text.encode("utf-16-le")


@pytest.fixture
def secret(deployment: Deployment) -> Secrets:
    made = Secrets(
        key=SiteKey(site="qrstuvwxyzabcdef", epoch=1, content_key=secrets.token_bytes(32)),
        words=Words("zebra quilt mossy unicorn walnut acorn"),
        link=LinkKey(secrets.token_bytes(16)),
    )
    body = f"<p>{SENTENCE}</p><img src='media/day0.webp' data-name='{PICTURE}' width='90' height='60' alt=''>"
    deployment.publish(
        made.key, CHILD, more=(page("diary.html", "Diary", body),), words=made.words, link=made.link
    )
    return made


def test_chromium_keeps_no_key_and_no_word(
    browser: Browser, deployment: Deployment, secret: Secrets, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium.find(), args=list(chromium.FLAGS), locale="en-CA"
    )
    read_and_lock(context.pages[0], deployment, secret)
    context.close()
    assert traces_in(profile, secret) == []


def test_firefox_keeps_no_key_and_no_word(deployment: Deployment, secret: Secrets, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with firefox(profile, **{"browser.sessionstore.interval": 400}) as engine:
        read_and_lock_with(engine, deployment, secret)
    assert traces_in(profile, secret) == []


def read_and_lock(page: Page, deployment: Deployment, secret: Secrets) -> None:
    page.goto(deployment.site(secret.key))
    page.locator("#words").press_sequentially(secret.words.text)
    # Long enough for a browser to note what stands in a form.
    page.wait_for_timeout(3_000)
    page.click("#go")
    page.wait_for_selector("#who")
    page.evaluate("location.hash = '#/diary'")
    page.wait_for_selector(f"text={SENTENCE}")
    page.wait_for_timeout(1_000)
    page.evaluate("location.hash = '#/search'")
    page.wait_for_selector("form[data-ready]")
    page.locator("#q").press_sequentially(SEARCHED)
    page.wait_for_timeout(3_000)
    page.evaluate("location.hash = '#/listening'")
    page.wait_for_selector("#sound")
    page.wait_for_timeout(1_000)
    page.click("[data-lock]")
    page.wait_for_selector("#unlock:not([hidden])")
    page.wait_for_timeout(3_000)


def read_and_lock_with(engine: Engine, deployment: Deployment, secret: Secrets) -> None:
    engine.go(deployment.site(secret.key))
    engine.type("#words", secret.words.text)
    time.sleep(NOTED)
    engine.click("#go")
    engine.until("document.querySelector('#who')")
    engine.run("location.hash = '#/diary'")
    engine.until(f"document.body.innerText.includes({SENTENCE!r})")
    time.sleep(NOTED)
    engine.run("location.hash = '#/search'")
    engine.until("document.querySelector('form[data-ready]')")
    engine.type("#q", SEARCHED)
    time.sleep(NOTED)
    engine.run("location.hash = '#/listening'")
    engine.until("document.querySelector('#sound')")
    time.sleep(NOTED)
    engine.click("[data-lock]")
    engine.until("document.querySelector('#unlock:not([hidden])')")
    time.sleep(NOTED)


def traces_in(profile: Path, secret: Secrets) -> list[str]:
    """Which secrets lie in which files, after the browser has gone."""
    files = [path for path in profile.rglob("*") if path.is_file() and path.name != "user.js"]
    assert len(files) > 20
    found = []
    for path in files:
        data = path.read_bytes()
        found += [
            f"{name} in {path.relative_to(profile)}" for name, trace in secret.traces() if trace in data
        ]
    return found
