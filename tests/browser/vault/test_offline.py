"""The sealed edition for a disk, opened by a double-click: no server, no worker, nothing fetched."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publish.findings import KnownSite
from generator.publish.offline import write_offline
from tests.browser.vault.conftest import ASHA, LINK, RAVI, SCHOOL, SOUND_SECONDS, WORDS, Deployment, Visit
from tests.browser.vault.engines import Engine, firefox, webkit

pytestmark = [pytest.mark.browser, pytest.mark.timeout(180)]


@pytest.fixture
def stick(deployment: Deployment, tmp_path: Path) -> Path:
    """A memory stick with one child's portfolio on it."""
    folder = tmp_path / "memory stick" / "portfolio"
    site = KnownSite(name="asha (family)", key=ASHA, school=SCHOOL.public, generation=1)
    write_offline(deployment.folder, site=site, to=folder)
    deployment.host.down = True
    return folder


def test_everything_but_seeking_in_parts_works_from_a_disk(
    browser: Browser, deployment: Deployment, stick: Path
) -> None:
    context = browser.new_context(
        locale="en-CA", viewport={"width": 360, "height": 740}, accept_downloads=True
    )
    visit = Visit(page=context.new_page(), context=context, deployment=deployment)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("weberror", lambda error: visit.complaints.append(str(error.error)))
    context.on("console", lambda said: visit.hear(said.type, said.text))
    page = visit.page
    page.goto((stick / "index.html").as_uri())
    page.wait_for_selector("#unlock:not([hidden])")
    page.select_option("#language", "fr")
    page.wait_for_selector("h1:text('Ouvrir un portfolio')")
    page.select_option("#language", "en")
    page.fill("#words", "acorn banjo cactsu daisy eagle fable")
    page.click("#go")
    page.wait_for_selector("#trouble p")
    page.click("#trouble button")
    page.click("#go")
    visit.titled("Home")
    assert page.locator("[data-siblings] a").count() == 0

    page.click("header a[href$='timeline']")
    visit.titled("Timeline")
    visit.until("document.images[0].src.startsWith('blob:') && document.images[0].naturalWidth > 0")
    page.click("main a[href$='day3']")
    visit.titled("Piece 3")
    page.go_back()
    visit.titled("Timeline")
    page.click("header a[href$='search']")
    page.wait_for_selector("form[data-ready]")
    page.fill("#q", "robo")
    page.wait_for_selector("[data-results] a:text('Piece 3')")
    page.evaluate("location.hash = '#/listening'")
    page.click(".fetch-media")
    visit.until(f"Math.round(document.querySelector('audio').duration) === {SOUND_SECONDS}")
    page.evaluate("const sound = document.querySelector('audio'); sound.currentTime = 30; sound.play()")
    visit.until("document.querySelector('audio').currentTime > 30.3")
    with page.expect_download() as download:
        page.click("#code")
    assert download.value.suggested_filename == "robot.py"

    page.click("[data-lock]")
    page.wait_for_selector("#unlock:not([hidden])")
    assert "Asha" not in page.content()
    page.go_back()
    page.wait_for_selector("#unlock:not([hidden])")
    context.close()
    assert {address.partition(":")[0] for address in asked} <= {"file", "blob", "data"}
    sibling = [said for said in visit.complaints if RAVI.site in said or "ERR_FILE_NOT_FOUND" in said]
    assert visit.complaints == sibling


def test_a_missing_or_damaged_file_is_said_from_a_disk_too(
    browser: Browser, deployment: Deployment, stick: Path
) -> None:
    context = browser.new_context(locale="en-CA")
    visit = Visit(page=context.new_page(), context=context, deployment=deployment)
    slots = stick / ASHA.site / "slots.js"
    kept = slots.read_bytes()
    slots.unlink()
    page = visit.page
    page.goto((stick / ASHA.site / "index.html").as_uri())
    page.fill("#words", WORDS.text)
    page.click("#go")
    visit.until("document.querySelector('#trouble').innerText.includes('not in their place')")
    slots.write_bytes(kept)
    contents = stick / ASHA.site / "m1.js"
    contents.write_bytes(contents.read_bytes().replace(b"A", b"B"))
    page.click("#go")
    visit.until("document.querySelector('main.message')?.innerText.includes('changed or damaged')")
    context.close()


def test_firefox_opens_it_from_a_disk(stick: Path, tmp_path: Path) -> None:
    with firefox(tmp_path / "profile") as engine:
        look(engine, stick)


def test_webkitgtk_opens_it_from_a_disk(stick: Path) -> None:
    with webkit() as engine:
        look(engine, stick)


def look(engine: Engine, stick: Path) -> None:
    engine.go((stick / "index.html").as_uri())
    engine.type("#words", WORDS.text)
    engine.click("#go")
    engine.until("document.querySelector('#who')?.innerText === 'Asha'")
    engine.click("header a[href$='timeline']")
    engine.until("document.images[0]?.src.startsWith('blob:') && document.images[0].naturalWidth > 0")
    engine.click("header a[href$='search']")
    engine.until("document.querySelector('form[data-ready]')")
    engine.type("#q", "robo")
    engine.until("document.querySelector('[data-results] a')?.innerText === 'Piece 3'")
    engine.click("[data-lock]")
    engine.until("document.querySelector('#unlock:not([hidden])')")


def test_the_edition_holds_one_child_sealed(stick: Path) -> None:
    everything = b"".join(path.read_bytes() for path in stick.rglob("*") if path.is_file())
    assert RAVI.site not in {path.name for path in stick.iterdir()}
    for secret in (b"Asha", b"Timeline", LINK.text.encode(), WORDS.text.encode()):
        assert secret not in everything
