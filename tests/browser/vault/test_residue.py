"""What a browser's profile holds after somebody has read and locked: nothing that opens, and nothing that was read."""

import base64
import io
import json
import re
import secrets
import time
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.site import PlainFile
from tests.browser import chromium
from tests.browser.vault.conftest import Deployment, page
from tests.browser.vault.engines import Engine, firefox, webkit, webkit_alone

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

CHILD = "Quillan Ostrava-Bexley"
SENTENCE = "The kestrel nested under our lighthouse stairs"
PICTURE = "umbrella-jellyfish-sketch"
SEARCHED = "kestrel"
NOTED = 1.2
"""Seconds in which this Firefox, told to hurry, has noted thrice what stands in a form."""
RECORDED = b"a voice that nobody else may hear "
"""Stands throughout a long recording. While it plays, Firefox and WebKitGTK keep it in a file without a name."""


WHERE_LINKS_STAY = {
    "Chromium": r"Default/(History|Favicons|Sessions/|Top Sites|Visited Links)|segmentation_platform/",
    "Firefox": r"(places|favicons)\.sqlite|sessionstore",
    "WebKitGTK": r".*/WebKitCache/",
}
"""Files of the browser's own memory of where somebody was."""


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
        yield "a recording", RECORDED


@pytest.fixture
def secret(deployment: Deployment) -> Secrets:
    made = Secrets(
        key=SiteKey(site="qrstuvwxyzabcdef", epoch=1, content_key=secrets.token_bytes(32)),
        words=Words("zebra quilt mossy unicorn walnut acorn"),
        link=LinkKey(secrets.token_bytes(16)),
    )
    body = f"<p>{SENTENCE}</p><img src='media/day0.webp' data-name='{PICTURE}' width='90' height='60' alt=''>"
    voice = '<audio id="voice" src="media/voice.wav" controls></audio>'
    more = (
        page("diary.html", "Diary", body),
        page("voice.html", "Voice", voice),
        PlainFile(path="media/voice.wav", media_type="audio/wav", data=recording()),
    )
    deployment.publish(made.key, CHILD, more=more, words=made.words, link=made.link)
    return made


def recording() -> bytes:
    """Ten megabytes: more than Firefox keeps in memory."""
    sound = io.BytesIO()
    with wave.open(sound, "wb") as track:
        track.setnchannels(1)
        track.setsampwidth(2)
        track.setframerate(44_100)
        track.writeframes(RECORDED * 300_000)
    return sound.getvalue()


def test_chromium_keeps_no_key_and_no_word(
    browser: Browser, deployment: Deployment, secret: Secrets, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    context = browser.browser_type.launch_persistent_context(
        profile, executable_path=chromium.find(), args=list(chromium.FLAGS), locale="en-CA"
    )
    read_and_lock(context.pages[0], deployment, secret)
    context.close()
    assert_no_trace(profile, secret)


@pytest.mark.thorough
@pytest.mark.parametrize("name", WHERE_LINKS_STAY)
def test_a_scanned_link_stays_in_the_browsers_own_list_of_addresses_and_nowhere_else(
    browser: Browser, deployment: Deployment, secret: Secrets, tmp_path: Path, name: str
) -> None:
    """The page takes the key out of the address at once; a browser has noted it before. The format's page says so."""
    home = tmp_path / "home"
    address = f"{deployment.site(secret.key)}#k={secret.link.text}"
    if name == "Chromium":
        context = browser.browser_type.launch_persistent_context(
            home, executable_path=chromium.find(), args=list(chromium.FLAGS)
        )
        context.pages[0].goto(address)
        context.pages[0].wait_for_selector("#who")
        context.pages[0].wait_for_timeout(3_000)
        context.close()
    elif name == "Firefox":
        with firefox(home) as engine:
            engine.go(address)
            engine.until("document.querySelector('#who')")
            time.sleep(3)
    else:
        with webkit_alone(address, home=home):
            wait_until_asked(deployment, f"{secret.key.site}/m1")
            time.sleep(10)
    found = traces_in(home, secret)
    assert found, "this browser keeps no addresses any more: say so in docs/vault-format.md"
    allowed = re.compile(f"link key in base64(?:url)? in (?:{WHERE_LINKS_STAY[name]})")
    assert [trace for trace in found if not allowed.match(trace)] == []


@pytest.mark.thorough
def test_firefox_keeps_no_key_and_no_word(deployment: Deployment, secret: Secrets, tmp_path: Path) -> None:
    profile = tmp_path / "profile"
    with firefox(profile, **{"browser.sessionstore.interval": 400}) as engine:
        read_and_lock_with(engine, deployment, secret)
    assert_no_trace(profile, secret)


@pytest.mark.thorough
def test_webkitgtk_keeps_no_key_and_no_word(deployment: Deployment, secret: Secrets, tmp_path: Path) -> None:
    # Whoever drives this browser gets one that keeps nothing, so here the page itself plays the reader.
    drive_from_within(deployment, secret)
    home = tmp_path / "home"
    with webkit_alone(f"{deployment.site(secret.key)}?drive", home=home):
        wait_until_asked(deployment, LAST_STEP)
        time.sleep(3)
    assert_no_trace(home, secret)


@pytest.mark.thorough
def test_webkitgtk_driven_with_real_keys_keeps_nothing_at_all(
    deployment: Deployment, secret: Secrets, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with webkit(home=home) as engine:
        read_and_lock_with(engine, deployment, secret)
    assert [path for path in home.rglob("*") if path.is_file()], "the browser has another home"
    assert traces_in(home, secret) == []
    assert files_with(home, address_of(secret)) == []


PLAY = "const voice = document.querySelector('#voice'); voice.muted = true; voice.currentTime = 60; voice.play();"


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
    page.evaluate("location.hash = '#/voice'")
    page.wait_for_selector("#voice")
    page.evaluate(f"(async () => {{ {PLAY} }})()")
    page.wait_for_timeout(2_000)
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
    engine.run("location.hash = '#/voice'")
    engine.until("document.querySelector('#voice')?.src || document.querySelector('.fetch-media')")
    if engine.run("return !!document.querySelector('.fetch-media')"):
        engine.click(".fetch-media")
    engine.until("document.querySelector('#voice').readyState >= 2")
    engine.run(PLAY)
    time.sleep(2)
    engine.click("[data-lock]")
    engine.until("document.querySelector('#unlock:not([hidden])')")
    time.sleep(NOTED)


def drive_from_within(deployment: Deployment, secret: Secrets) -> None:
    """Puts a reader of ours into the page, who types, reads, searches, locks, and asks the host for a file after each step."""
    said = json.dumps({"words": secret.words.text, "sentence": SENTENCE, "searched": SEARCHED})
    # The browser keeps the script; it must not find there what it is searched for.
    hidden = base64.b64encode(said.encode()).decode()
    (deployment.folder / "driver.js").write_text(
        _DRIVER.replace("HIDDEN", hidden).replace("PLAY", PLAY), encoding="utf-8"
    )
    page = deployment.folder / secret.key.site / "index.html"
    shell = page.read_text(encoding="utf-8")
    page.write_text(shell.replace("</body>", '<script type="module" src="../driver.js"></script></body>'))


LAST_STEP = "step-locked"
_DRIVER = """
const said = JSON.parse(atob("HIDDEN"));
const sleep = (time) => new Promise((done) => setTimeout(done, time));
const until = async (look) => { for (;;) { const found = look(); if (found) return found; await sleep(50); } };
const find = (selector) => until(() => document.querySelector(selector));
const step = (name) => fetch(new URL(`../step-${name}`, location.href));
const type = async (selector, text) => {
  const field = await find(selector);
  field.focus();
  for (const letter of text) {
    field.value += letter;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: letter }));
    await sleep(20);
  }
};
await find("#unlock:not([hidden])");
if (location.search === "?drive") {
  await type("#words", said.words);
  await sleep(3000);
  (await find("#go")).click();
  await find("#who");
  await step("open");
  location.hash = "#/diary";
  await until(() => document.body.innerText.includes(said.sentence));
  await sleep(1000);
  location.hash = "#/search";
  await find("form[data-ready]");
  await type("#q", said.searched);
  await sleep(3000);
  location.hash = "#/listening";
  await find("#sound");
  await sleep(1000);
  location.hash = "#/voice";
  (await until(() => document.querySelector("#voice[src], .fetch-media"))).click();
  await until(() => document.querySelector("#voice").readyState >= 2);
  PLAY
  await sleep(2000);
  (await find("[data-lock]")).click();
} else await step("locked");
"""


def wait_until_asked(deployment: Deployment, name: str) -> None:
    end = time.monotonic() + 200
    while not any(asked.endswith(name) for asked in deployment.host.asked):
        assert time.monotonic() < end, f"nobody came to {name}; asked was {deployment.host.asked[-5:]}"
        time.sleep(0.1)


def assert_no_trace(profile: Path, secret: Secrets) -> None:
    """No secret lies in the profile; and what a browser does write is found there by the same search."""
    assert traces_in(profile, secret) == []
    assert files_with(profile, address_of(secret)), "the search finds nothing, not even the address"


def address_of(secret: Secrets) -> tuple[bytes, ...]:
    """What every browser that remembers anything notes of a visit."""
    return secret.key.site.encode(), secret.key.site.encode("utf-16-le")


def files_with(profile: Path, traces: tuple[bytes, ...]) -> list[Path]:
    files = [path for path in profile.rglob("*") if path.is_file()]
    return [path for path in files if any(trace in path.read_bytes() for trace in traces)]


def traces_in(profile: Path, secret: Secrets) -> list[str]:
    """Which secrets lie in which files, after the browser has gone."""
    found = []
    for path in profile.rglob("*"):
        if path.is_file() and path.name != "user.js":
            data = path.read_bytes()
            named = path.relative_to(profile)
            found += [f"{name} in {named}" for name, trace in secret.traces() if trace in data]
    return found
