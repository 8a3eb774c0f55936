"""The same visit in the other engines, and where a browser keeps nothing: private, without workers, without storage."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.browser.vault.conftest import ASHA, LINK, SOUGHT, SOUND_SECONDS, WORDS, Deployment
from tests.browser.vault.engines import Engine, firefox, webkit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]

UNLOCKED = "document.querySelector('body.portfolio h1')"
LOCKED = "document.querySelector('#unlock:not([hidden])')"

CONDITIONS: dict[str, Callable[[Path], AbstractContextManager[Engine]]] = {
    "Firefox": firefox,
    "Firefox, private": lambda profile: firefox(profile, **{"browser.privatebrowsing.autostart": True}),
    "Firefox, no workers": lambda profile: firefox(profile, **{"dom.serviceWorkers.enabled": False}),
    "Firefox, nothing kept": lambda profile: firefox(profile, **{"network.cookie.cookieBehavior": 2}),
    "WebKitGTK": lambda _profile: webkit(),
    "WebKitGTK, private": lambda _profile: webkit("--private"),
}
FORGETFUL = {"Firefox, no workers", "Firefox, nothing kept"}
"""Where nothing carries the keys over a reload: the words are asked for again."""


@pytest.fixture(params=CONDITIONS, scope="module")
def condition(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def engine(condition: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Started once for each condition: every deployment is another origin, which shares nothing with those before."""
    with CONDITIONS[condition](tmp_path_factory.mktemp("engine") / "profile") as started:
        yield started


def test_a_visit_from_unlocking_to_locking(engine: Engine, deployment: Deployment, condition: str) -> None:
    engine.go(deployment.site(ASHA))
    engine.type("#words", "acorn banjo cactsu daisy eagle fable")
    engine.click("#go")
    engine.until("document.querySelector('#trouble').innerText.includes('cactsu')")
    engine.click("#trouble button")
    engine.click("#go")
    engine.until(UNLOCKED)

    engine.click("header a[href$='timeline']")
    engine.until("document.title === 'Timeline'")
    engine.until("document.images[0].src.startsWith('blob:') && document.images[0].naturalWidth > 0")
    engine.click("main a[href$='day3']")
    engine.until("document.title === 'Piece 3'")
    engine.back()
    engine.until("document.title === 'Timeline'")
    engine.forward()
    engine.until("document.title === 'Piece 3'")

    engine.click("header a[href$='search']")
    engine.until("document.querySelector('form[data-ready]')")
    engine.type("#q", "robo")
    engine.until("document.querySelector('[data-results] a')?.innerText === 'Piece 3'")

    engine.run("location.hash = '#/listening'")
    engine.until("document.querySelector('audio')?.src || document.querySelector('.fetch-media')")
    if engine.run("return !!document.querySelector('.fetch-media')"):
        engine.click(".fetch-media")
    engine.until(f"Math.round(document.querySelector('audio').duration) === {SOUND_SECONDS}")
    engine.run(
        "const sound = document.querySelector('audio'); sound.muted = true; sound.currentTime = 30; sound.play()"
    )
    engine.until("document.querySelector('audio').currentTime > 30.3")

    engine.reload()
    if condition in FORGETFUL:
        engine.type("#words", WORDS.text)
        engine.click("#go")
    engine.until("document.title === 'Listening'")
    # They come a moment later and push the button aside; a driver clicks where it was.
    engine.until("document.querySelector('[data-siblings]:not([hidden])')")

    engine.click("[data-lock]")
    engine.until(LOCKED)
    engine.back()
    engine.until(LOCKED)
    assert "Asha" not in engine.run("return document.documentElement.outerHTML")


def test_a_scanned_code_opens_and_leaves_the_address(engine: Engine, deployment: Deployment) -> None:
    engine.go(f"{deployment.site(ASHA)}#k={LINK.text}")
    engine.until(UNLOCKED)
    assert LINK.text not in engine.run("return location.href")


@pytest.mark.parametrize("condition", ["Firefox", "WebKitGTK"], indirect=True)
def test_words_of_every_script_are_found_by_their_beginnings(engine: Engine, deployment: Deployment) -> None:
    engine.go(f"{deployment.site(ASHA)}#k={LINK.text}")
    engine.until(UNLOCKED)
    for typed, title, _, path in SOUGHT.values():
        engine.run("location.hash = '#/search'")
        engine.until("document.querySelector('form[data-ready]')")
        engine.run(TYPE, typed)
        engine.until(f"document.querySelector('[data-results] a')?.innerText === '{title}'")
        engine.run("document.querySelector('[data-results] a').click()")
        page, _, place = path.partition("#")
        engine.until(f"location.hash.startsWith('#/{page.removesuffix('.html')}')")
        if place:
            engine.until(f"document.activeElement.id === '{place}'")


TYPE = """const field = document.querySelector("[data-search] input");
field.value = arguments[0];
field.dispatchEvent(new InputEvent("input", { bubbles: true }));"""
