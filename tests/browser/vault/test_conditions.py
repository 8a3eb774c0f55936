"""Where Chromium keeps nothing, where the address is not safe, and films far too large to be fetched whole.

A fresh context of Playwright is a private window; hosts of these tests know no ranges and serve from a folder below
the root; and `test_reader.py` walks everything with and without a worker.
"""

import functools
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.vault.manifest import PartedFile
from generator.vault.open import open_site
from generator.vault.site import PlainFile
from tests.browser import chromium
from tests.browser.vault.conftest import ASHA, LINK, RAVI, WORDS, Deployment, Visit, page
from tests.browser.vault.engines import Engine, firefox, webkit

pytestmark = [pytest.mark.browser]

UNLOCK = "#unlock:not([hidden])"
FILM_SECONDS = 40
TAB_MEMORY = 160_000_000
"""Bytes that opening and throwing away parts may add, however often somebody seeks."""
MOMENTS_TO_TIDY = 40
MIDDLE = slice(12, 38)
"""Of some sixty parts: what has not come over the line yet when somebody seeks to second 30 of 40."""


@pytest.fixture
def visit_without_storage(browser: Browser, deployment: Deployment, tmp_path: Path) -> Iterator[Visit]:
    """A Chromium whose owner blocks all data of all sites."""
    settings = tmp_path / "profile" / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        json.dumps({"profile": {"default_content_setting_values": {"cookies": 2}}}), encoding="utf-8"
    )
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium.find(), args=list(chromium.FLAGS), locale="en-CA"
    )
    yield Visit(page=context.pages[0], context=context, deployment=deployment)
    context.close()


def test_with_all_data_of_sites_blocked_everything_still_opens(visit_without_storage: Visit) -> None:
    visit = visit_without_storage
    page = visit.page
    visit.open("#/timeline")
    visit.titled("Timeline")
    blocked = "try { localStorage.length; return false } catch { return true }"
    assert page.evaluate(f"(() => {{ {blocked} }})()")
    visit.until("document.images[0].src.startsWith('blob:') && document.images[0].naturalWidth > 0")
    visit.go("#/listening")
    page.click(".fetch-media")
    visit.until("document.querySelector('audio').duration > 30")
    page.reload()
    page.wait_for_selector(UNLOCK)
    page.fill("#words", WORDS.text)
    page.click("#go")
    visit.titled("Listening")
    page.click("[data-lock]")
    page.wait_for_selector(UNLOCK)


def test_an_address_that_is_not_safe_is_said_before_anybody_types(
    browser: Browser, deployment: Deployment
) -> None:
    mapped = "--host-resolver-rules=MAP portfolios.example 127.0.0.1"
    elsewhere = browser.browser_type.launch(executable_path=chromium.find(), args=[*chromium.FLAGS, mapped])
    opened = elsewhere.new_page(locale="en-CA")
    port = deployment.host.server_port
    opened.goto(f"http://portfolios.example:{port}/portfolios/{ASHA.site}/")
    opened.wait_for_selector("#trouble p")
    assert "it begins with https" in opened.inner_text("#trouble")
    elsewhere.close()


@functools.cache
def film() -> bytes:
    """Some 60 MB that look like snow."""
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    snow = f"color=gray:size=320x180:rate=25:duration={FILM_SECONDS},noise=alls=100:allf=t"
    command = [ffmpeg, "-v", "error", "-f", "lavfi", "-i", snow, "-c:v", "libx264", "-preset", "ultrafast"]
    command += [
        "-pix_fmt",
        "yuv420p",
        "-g",
        "25",
        "-b:v",
        "12M",
        "-minrate",
        "12M",
        "-maxrate",
        "12M",
        "-bufsize",
        "12M",
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        subprocess.run([*command, "-movflags", "+faststart", str(path)], check=True)
        return path.read_bytes()


@pytest.fixture
def cinema(deployment: Deployment) -> Deployment:
    """A film, on a line that does not bring its middle.

    How much players read ahead on a fast line is theirs to choose: WebKitGTK takes the whole if it can.
    """
    video = '<video id="film" src="media/film.mp4" controls muted width="320" height="180"></video>'
    shown = (
        page("film.html", "Film", video),
        PlainFile(path="media/film.mp4", media_type="video/mp4", data=film()),
    )
    assert len(film()) > 50_000_000
    deployment.publish(ASHA, "Asha", siblings=(RAVI,), more=shown)
    deployment.host.withheld = frozenset(parts_of_film(deployment)[MIDDLE])
    return deployment


def parts_of_film(deployment: Deployment) -> list[str]:
    """What a browser asks the host for, part by part."""
    files = open_site(deployment.folder / ASHA.site, LINK).manifest.files
    film = next(file for file in files if file.path == "media/film.mp4")
    assert isinstance(film, PartedFile)
    return [f"/{deployment.folder.name}/{ASHA.site}/d/{name}" for name in film.parts]


def assert_only_looked_ahead(cinema: Deployment) -> None:
    """Of what did not come, the one next part was asked for, which is what bounds the worker's memory."""
    beginning, middle, end = (
        set(parts) & set(cinema.host.asked)
        for parts in (
            parts_of_film(cinema)[: MIDDLE.start],
            parts_of_film(cinema)[MIDDLE],
            parts_of_film(cinema)[MIDDLE.stop :],
        )
    )
    assert beginning
    assert end
    assert middle <= {parts_of_film(cinema)[MIDDLE.start]}


@pytest.mark.slow
def test_a_film_of_sixty_megabytes_seeks_without_being_fetched_whole(
    simple_visit: Visit, cinema: Deployment
) -> None:
    simple_visit.open("#/film")
    simple_visit.until("document.querySelector('#film')?.readyState >= 2")
    before = memory_of_pages(simple_visit)
    seek_to(simple_visit, 30)
    assert_only_looked_ahead(cinema)
    cinema.host.release()
    for place in (10, 25, 5, 36, 15):
        seek_to(simple_visit, place)
    assert memory_given_back(simple_visit, before=before)


def memory_given_back(visit: Visit, *, before: int) -> bool:
    """Whether no more is held than before and a few parts, once what nobody needs has been thrown away.

    A browser throws away when it likes; it is asked to, and given the time.
    """
    session = visit.context.new_cdp_session(visit.page)
    for _ in range(MOMENTS_TO_TIDY):
        session.send("Memory.simulatePressureNotification", {"level": "critical"})
        session.send("HeapProfiler.collectGarbage")
        if memory_of_pages(visit) - before < TAB_MEMORY:
            return True
        visit.page.wait_for_timeout(500)
    return False


def seek_to(visit: Visit, place: int) -> None:
    film = "const film = document.querySelector('#film');"
    visit.page.evaluate(f"{film} film.currentTime = {place}; film.play()")
    visit.until(f"document.querySelector('#film').currentTime > {place + 0.3}")
    visit.page.evaluate(f"{film} film.pause()")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Firefox", "WebKitGTK"])
def test_the_film_seeks_in_other_engines(cinema: Deployment, tmp_path: Path, name: str) -> None:
    with firefox(tmp_path / "profile") if name == "Firefox" else webkit() as engine:
        seek(engine, cinema)
        assert_only_looked_ahead(cinema)


def seek(engine: Engine, cinema: Deployment) -> None:
    engine.go(f"{cinema.site(ASHA)}#k={LINK.text}")
    engine.until("document.querySelector('#who')")
    engine.run("location.hash = '#/film'")
    engine.until("document.querySelector('#film')?.readyState >= 2")
    engine.run(
        "const film = document.querySelector('#film'); film.muted = true; film.currentTime = 30; film.play()"
    )
    engine.until("document.querySelector('#film').currentTime > 30.3")
    engine.run("document.querySelector('#film').pause()")


def memory_of_pages(visit: Visit) -> int:
    """Bytes in memory of all processes that hold pages and workers; 0 where the system does not tell."""
    browser = visit.context.browser
    assert browser
    processes = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")["processInfo"]
    total = 0
    for process in processes:
        status = Path(f"/proc/{process['id']}/statm")
        if process["type"] == "renderer" and status.is_file():
            total += int(status.read_text(encoding="ascii").split()[1]) * 4096
    return total
