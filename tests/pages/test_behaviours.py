"""The pages' behaviours in a real browser, on plain pages from memory: what they add, and that pages do without them."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.pages.engine import Press
from generator.pages.stylesheet import theme_files
from generator.pages.theme import Theme
from generator.views.portfolio import fill
from generator.views.view import Subject
from tests.views import builders

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPTS = Path(__file__).parents[2] / "generator" / "pages" / "browser"
PICTURE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>'
)

pytestmark = pytest.mark.browser


def busy_year() -> Subject:
    """Thirty pieces, a comparison of the same frame, a tour of two."""
    pieces = [
        builders.evidence(
            f"2026-01-{day:02}-piece-{day}",
            areas=["science" if day % 3 else "mathematics"],
            artifacts=(builders.artifact(f"{day}.png", alternative=f"Drawing {day}"),),
        )
        for day in range(1, 31)
    ]
    aligned = builders.comparison(pieces[0].id, later=pieces[-1].id)
    student = builders.student(
        evidence=pieces,
        comparisons=(replace(aligned, aligned=True),),
        showcase=builders.showcase(builders.pick(pieces[3].id), builders.pick(pieces[7].id)),
    )
    return builders.subject(student, media={f"{day}.png": builders.picture(str(day)) for day in range(1, 31)})


@pytest.fixture(scope="module")
def address(press: Press, kinfolio: Theme) -> Iterator[str]:
    files = {
        f"/{file.path}": (file.media_type, file.text.encode())
        for file in press.lay_out(fill(busy_year(), language="en"), preview=True)
    }
    files |= {f"/theme/{file.path}": (file.media_type, file.data) for file in theme_files(kinfolio)}
    files |= {
        f"/~scripts/{file.name}": ("text/javascript", file.read_bytes()) for file in SCRIPTS.glob("*.js")
    }
    files["/~scripts/reload.js"] = ("text/javascript", b"")

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            media_type, data = files.get(
                path, ("image/svg+xml", PICTURE) if path.startswith("/m/") else ("", b"")
            )
            self.send_response(HTTPStatus.OK if media_type else HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", f"{media_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_said: object) -> None:
            """Nothing to say."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert [trouble for trouble in troubles if "favicon" not in trouble and "404" not in trouble] == []


def test_the_timeline_shows_twenty_and_then_the_older_ones(page: "Page", address: str) -> None:
    page.goto(f"{address}/timeline.html")
    page.locator("[data-show-older]").wait_for()
    assert page.locator(".entry:visible").count() == 20
    page.locator("[data-show-older]").click()
    assert page.locator(".entry:visible").count() == 30
    assert page.evaluate("document.activeElement.textContent.trim()") == "Piece 10"
    assert not page.locator("[data-show-older]").is_visible()


def test_a_filter_is_told_kept_in_the_address_and_let_go(page: "Page", address: str) -> None:
    page.goto(f"{address}/timeline.html")
    page.locator("[data-filters] summary").click()
    page.get_by_role("button", name="Mathematics").click()
    assert page.get_by_role("status").text_content() == "Showing 10 of 30"
    kept = page.url
    assert kept.endswith("#show=area%3Amathematics")
    page.goto("about:blank")
    page.goto(kept)
    page.locator(".chip[aria-pressed=true]").wait_for()
    assert page.locator(".entry:visible").count() == 10
    page.get_by_role("button", name="Show everything").click()
    assert page.url.endswith("/timeline.html")
    assert page.locator(".entry:visible").count() == 20


def test_a_turned_timeline_is_kept_in_the_address(page: "Page", address: str) -> None:
    page.goto(f"{address}/timeline.html")
    page.get_by_role("button", name="Oldest first").click()
    kept = page.url
    assert kept.endswith("#show=oldest-first")
    page.goto("about:blank")
    page.goto(kept)
    page.locator("[data-oldest-first][aria-pressed=true]").wait_for()
    assert page.locator(".entry:visible h4").first.inner_text().strip() == "Piece 1"
    assert page.locator(".entry:visible").count() == 20
    page.get_by_role("button", name="Show newer").click()
    assert page.locator(".entry:visible").count() == 30
    page.get_by_role("button", name="Oldest first").click()
    assert page.url.endswith("/timeline.html")


def test_a_slider_moves_by_key_and_by_button(page: "Page", address: str) -> None:
    page.goto(f"{address}/growth.html")
    page.locator(".pair-card a").first.click()
    slider = page.get_by_role("slider")
    slider.wait_for()
    slider.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "January 2026: 51%"
    later = page.locator(".slider-buttons button").last
    assert (later.text_content() or "").startswith("Only ")
    later.click()
    assert slider.get_attribute("aria-valuetext") == later.text_content()
    assert slider.input_value() == "0"
    clip = page.locator(".slider-pictures img").last.evaluate("picture => picture.style.clipPath")
    assert clip == "inset(0px 100% 0px 0px)"


def test_a_picture_opens_large_and_gives_the_focus_back(page: "Page", address: str) -> None:
    page.goto(f"{address}/showcase.html")
    page.locator("[data-tour-start]").wait_for()
    page.locator("a[data-zoom]").first.click()
    dialog = page.get_by_role("dialog")
    assert dialog.locator("img").get_attribute("alt") == "Drawing 4"
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('a[data-zoom]')")


def test_the_tour_goes_one_by_one_and_ends(page: "Page", address: str) -> None:
    page.goto(f"{address}/showcase.html")
    page.get_by_role("button", name="Start the tour").click()
    assert page.locator(".pick:visible h2").all_text_contents() == ["Piece 4"]
    page.get_by_role("link", name="Next").click()
    assert page.locator(".pick:visible h2").all_text_contents() == ["Piece 8"]
    assert page.get_by_role("status").text_content() == "2 of 2"
    page.get_by_role("link", name="Before").click()
    assert page.get_by_role("status").text_content() == "1 of 2"
    page.get_by_role("button", name="End the tour").click()
    assert page.locator(".pick:visible").count() == 2


def test_what_came_since_the_last_visit_is_worked_out_here(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.locator("[data-another]").wait_for()
    assert page.locator(".new-mark").count() == 0
    assert page.get_by_role("heading", name="What came in January 2026").is_visible()
    page.locator(".news").scroll_into_view_if_needed()
    page.wait_for_function("localStorage.getItem('kinfolio:/:seen') !== null")
    kept = page.evaluate("localStorage.getItem('kinfolio:/:seen')").split(" ")
    assert len(kept) == 30
    assert page.locator(".news li").first.get_attribute("data-key") == kept[0]
    page.evaluate("keys => localStorage.setItem('kinfolio:/:seen', keys)", " ".join(kept[1:]))
    page.reload()
    page.locator(".new-mark").wait_for()
    assert page.locator(".new-mark").count() == 1
    assert page.get_by_role("heading", name="New since your last visit").is_visible()
    assert page.locator(".news li:visible").count() == 1
    assert page.get_by_role("link", name="New: Piece 30").is_visible()


def test_a_visit_without_anything_new_says_so(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.locator(".news").scroll_into_view_if_needed()
    page.wait_for_function("localStorage.getItem('kinfolio:/:seen') !== null")
    page.reload()
    page.get_by_role("heading", name="Nothing new since your last visit").wait_for()
    assert page.locator(".news li:visible").count() == 0


def test_another_question_comes_on_request(page: "Page", address: str) -> None:
    page.goto(f"{address}/index.html")
    page.locator("[data-another]").wait_for()
    turns = page.locator(".talk-turn").count()
    pieces: list[str] = []
    for _ in range(turns + 1):
        pieces += page.locator(".talk-piece:visible").all_text_contents()
        page.get_by_role("button", name="Another question").click()
    assert pieces[0] == pieces[-1] == "Piece 30"
    assert len(set(pieces)) == turns > 1


def test_the_plain_preview_finds_words(page: "Page", address: str) -> None:
    page.goto(f"{address}/search.html")
    page.get_by_role("searchbox").fill("piece 17")
    page.get_by_role("link", name="Piece 17").click()
    assert page.locator("h1").text_content() == "Piece 17"


def test_without_scripts_everything_is_there(browser: "Browser", address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/timeline.html")
    assert page.locator(".entry:visible").count() == 30
    page.goto(f"{address}/showcase.html")
    assert page.locator(".pick:visible").count() == 2
    assert page.locator("button:visible").count() == 0
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_its_screen(browser: "Browser", address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700})
    page = context.new_page()
    for path in (
        "index",
        "timeline",
        "growth",
        "goals",
        "showcase",
        "progress",
        "levels",
        "about",
        "scale",
        "search",
        "more",
    ):
        page.goto(f"{address}/{path}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    context.close()


def test_how_somebody_likes_to_read_is_forgotten_unless_the_device_is_asked_to_keep_it(
    page: "Page", address: str
) -> None:
    page.goto(f"{address}/more.html")
    root = page.locator("html")
    size = page.evaluate("getComputedStyle(document.querySelector('main p, main a')).fontSize")
    page.get_by_label("Very large").check()
    page.get_by_label("Dark").check()
    page.get_by_label("Letters as in first readers").check()
    assert root.get_attribute("data-scheme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith("Andika")
    assert page.evaluate("getComputedStyle(document.querySelector('main p, main a')).fontSize") > size
    assert page.evaluate("localStorage.length") == 0
    page.get_by_label("Keep this on this device").check()
    page.goto(f"{address}/goals.html")
    assert root.get_attribute("data-text") == "larger"
    assert root.get_attribute("data-scheme") == "dark"
    page.goto(f"{address}/more.html")
    assert page.get_by_label("Dark").is_checked()
    page.get_by_label("Like this device").check()
    assert root.get_attribute("data-scheme") is None
    page.get_by_label("Keep this on this device").uncheck()
    assert page.evaluate("localStorage.getItem('kinfolio:reader-settings')") is None


VOICES = """(local) => {
  window.said = [];
  const voice = { lang: "en-CA", localService: local, name: "A voice", default: true, voiceURI: "a" };
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [voice], speak: (speech) => window.said.push(speech.text), cancel: () => window.said.push("stopped"),
  } });
}"""


@pytest.mark.parametrize("local", [True, False], ids=["a voice of the device", "a voice elsewhere"])
def test_words_are_read_aloud_by_the_device_and_by_nobody_else(
    page: "Page", address: str, *, local: bool
) -> None:
    page.add_init_script(f"({VOICES})({str(local).lower()})")
    page.add_init_script("localStorage.setItem('kinfolio:reader-settings', '{\"aloud\": \"on\"}')")
    page.goto(f"{address}/showcase.html")
    page.locator("main .words").first.wait_for()
    buttons = page.get_by_role("button", name="Read to me")
    if not local:
        assert buttons.count() == 0
        return
    words = page.locator("main .words[data-read]").first.text_content()
    buttons.first.click()
    assert page.evaluate("said.at(-1)") == words
    page.get_by_role("button", name="Stop reading").click()
    assert page.evaluate("said.at(-1)") == "stopped"
