"""Two tiny sealed sites of one family, served by a host that can misbehave, and a page that opens them."""

import contextlib
import functools
import http.server
import io
import json
import os
import shutil
import struct
import threading
import time
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page
from playwright.sync_api import Error as PlaywrightError

from generator.publish.shell import shell_files, site_page
from generator.vault.browser.bundle import bring_up_to_date
from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.signing import SigningKey
from generator.vault.site import PlainFile, Publication, seal_site
from generator.vault.slots import Cost, Role, Slot, SlotsHeader, link_kek, slots_file, words_kek
from tests.schools.cost import CHEAP

WORDS = Words("acorn banjo cactus daisy eagle fable")
LINK = LinkKey(b"l" * 16)
ASHA = SiteKey(site="abcdefghijklmnop", epoch=1, content_key=b"k" * 32)
RAVI = SiteKey(site="ponmlkjihgfedcba", epoch=1, content_key=b"j" * 32)
SOUND_SECONDS = 40
SCHOOL = SigningKey(seed=b"g" * 32)
PATIENCE = 15.0
LINE = 0.001
"""Seconds for 64 KiB."""

SOUGHT = {
    "English": ("robo", "Piece 3", "The robot drew a heart", "e/day3.html"),
    "Punjabi": ("ਪੰਜਾ", "ਮੇਰੀ ਕਹਾਣੀ", "ਮੈਂ ਪੰਜਾਬੀ ਵਿੱਚ ਲਿਖਿਆ", "punjabi.html"),
    "Arabic": ("مكتب", "قصتي", "ذَهَبْنا إلى المَكتبة", "arabic.html"),
    "Persian": ("ميخوا", "خاطره", "کتاب می‌خوانیم", "timeline.html#day-4"),
    "Simplified Chinese": ("图书", "星期三", "我们去图书馆看书。", "timeline.html#day-5"),
    "Traditional Chinese": ("圖書", "星期四", "我們去圖書館畫畫。", "timeline.html#day-6"),
    "Korean": ("도섯", "수요일", "우리는 도서실에서 도서시간에 책을 읽었다", "timeline.html#day-7"),
    "French": ("ecol", "Ma journée", "Une journée à l’école", "timeline.html#day-2"),
}
"""By language: what somebody has typed so far, the title it finds, the text it stands in, and the place that leads to."""

_FRAME = """<!doctype html><html lang="{lang}" dir="{dir}"><head><meta charset="utf-8"><title>{title}</title>
<link rel="stylesheet" href="{up}theme/kinfolio.css"></head><body class="portfolio" data-accent="spruce">
<a class="skip-link" href="#main">Skip</a><header><a href="{up}index.html">Home</a> <a href="{up}timeline.html">Timeline</a>
<a href="{up}search.html">Search</a> <div data-siblings hidden></div><button type="button" data-lock hidden>Lock</button></header>
<main id="main" tabindex="-1"><h1>{title}</h1>{body}</main><footer><p data-published hidden></p></footer></body></html>"""


def page(path: str, title: str, body: str, *, lang: str = "en", direction: str = "ltr") -> PlainFile:
    up = "../" * path.count("/")
    html = _FRAME.format(title=title, body=body, up=up, lang=lang, dir=direction)
    return PlainFile(path=path, media_type="text/html", data=html.encode())


def pages(child: str) -> list[PlainFile]:
    days = "".join(
        f'<h2 id="day-{day}">Day {day}</h2><p><a href="e/day{day}.html">Piece {day}</a></p>'
        f'<img src="media/day{day}.webp" srcset="media/day{day}-small.webp 240w, media/day{day}.webp 900w"'
        f' width="900" height="600" alt="A coloured square">'
        for day in range(8)
    )
    hostile = (
        "<script>window.acted = 1</script><iframe srcdoc='x'></iframe><svg><script>window.acted = 2</script></svg>"
        '<a id="bad" href="javascript:window.acted = 3">bad</a><object data="x"></object>'
        '<img name="body" alt=""><img name="querySelectorAll" alt=""><img name="title" id="title" alt="">'
        '<form id="posing" action="/elsewhere">'
        '<input name="attributes"><input name="attributes"><input id="removeAttributeNode"><input name="q"></form>'
    )
    found = [
        {"path": path, "title": title, "text": text, "kind": "Made", "date": "2026-10-02"}
        for _, title, text, path in SOUGHT.values()
    ]
    search = (
        '<form role="search" data-search><label for="q">Search</label><input id="q" type="search">'
        "<p role=status data-status></p><div data-results></div></form>"
    )
    listening = (
        '<audio id="sound" src="media/sound.wav" controls preload="metadata"></audio>'
        '<a id="code" download href="media/robot.py">Code</a>'
    )
    return [
        page(
            "index.html",
            "Home",
            f'<p id="who">{child}</p><a id="march" href="timeline.html#day-3">March</a>{hostile}',
        ),
        page("timeline.html", "Timeline", days),
        page("listening.html", "Listening", listening),
        page("search.html", "Search", search),
        page("punjabi.html", "ਮੇਰੀ ਕਹਾਣੀ", "<p>ਪੰਜਾਬੀ</p>", lang="pa"),
        page("arabic.html", "قصتي", "<p>مرحبا</p>", lang="ar", direction="rtl"),
        *(page(f"e/day{day}.html", f"Piece {day}", "<p>words words</p>" * 90) for day in range(8)),
        PlainFile(
            path="search.json",
            media_type="application/json",
            data=json.dumps([{**entry, "lang": ""} for entry in found]).encode(),
        ),
    ]


@functools.cache
def media() -> tuple[PlainFile, ...]:
    files = [PlainFile(path="media/robot.py", media_type="text/x-python", data=b"print('beep')\n")]
    for day in range(8):
        for name, size in ((f"day{day}", (900, 600)), (f"day{day}-small", (240, 160))):
            picture = io.BytesIO()
            Image.new("RGB", size, (30 * day, 140, 120)).save(picture, "WEBP")
            files.append(
                PlainFile(path=f"media/{name}.webp", media_type="image/webp", data=picture.getvalue())
            )
    sound = io.BytesIO()
    with wave.open(sound, "wb") as track:
        track.setnchannels(1)
        track.setsampwidth(2)
        track.setframerate(44_100)
        one_second = b"".join(struct.pack("<h", (at % 100) * 40) for at in range(44_100))
        track.writeframes(one_second * SOUND_SECONDS)
    files.append(PlainFile(path="media/sound.wav", media_type="audio/wav", data=sound.getvalue()))
    return tuple(files)


class Host(http.server.ThreadingHTTPServer):
    """Serves a folder; `down` breaks connections, `friendly` answers everything missing with a page, and all is noted.

    What is `withheld` is on its way until `release`: a slow line, and the same one on every machine. What is `endless`
    begins as the file and never stops; `sent` counts its bytes, and `sending` who still listens.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.down = False
        self.friendly = False
        self.asked: list[str] = []
        self.withheld: frozenset[str] = frozenset()
        self.endless: frozenset[str] = frozenset()
        self.sent: list[int] = []
        self.sending = 0
        self._released = threading.Event()
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))

    def release(self) -> None:
        self._released.set()

    def wait_for(self, path: str) -> None:
        if path in self.withheld:
            self._released.wait()

    def send_for_ever(self, path: str, *, file: Path, to: io.BufferedIOBase) -> None:
        """Sends until nobody listens any more."""
        self.sent.append(0)
        self.sending += 1
        which = len(self.sent) - 1
        piece = file.read_bytes()
        with contextlib.suppress(OSError):
            while path in self.endless:
                to.write(piece)
                self.sent[which] += len(piece)
                piece = bytes(65_536)
                # A fast line, and not the memory of one machine: WebKitGTK takes whatever comes before it is read.
                time.sleep(LINE)
        self.sending -= 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves is no error."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.server.wait_for(self.path)
        if self.server.down:
            self.connection.close()
        elif self.path in self.server.endless:
            self.send_response(200)
            self.end_headers()
            file = Path(self.translate_path(self.path))
            self.server.send_for_ever(self.path, file=file, to=self.wfile)
        elif self.server.friendly and not Path(self.translate_path(self.path)).exists():
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Not found</title>")
        else:
            super().do_GET()

    def log_message(self, *_: Any) -> None:
        """Requests are noted by the host."""


@dataclass
class Deployment:
    """The published folder of both sites."""

    folder: Path
    host: Host
    address: str
    moment: float = field(default_factory=time.time)

    def publish(
        self,
        key: SiteKey,
        child: str,
        *,
        siblings: Sequence[SiteKey] = (),
        generation: int = 1,
        more: Sequence[PlainFile] = (),
        words: Words = WORDS,
        link: LinkKey = LINK,
        cost: Cost = CHEAP,
    ) -> Path:
        """Puts one site in its place, whatever was there before."""
        folder = self.folder / key.site
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "d").mkdir(parents=True)
        publication = Publication(
            generation=generation,
            published=date(2026, 11, 23),
            edition="family",
            label=child,
            entry="index.html",
            theme="theme/plain/",
            lock_after_minutes=15,
        )
        for file in seal_site(
            (*pages(child), *media(), *more), key=key, signing_key=SCHOOL, publication=publication
        ):
            (folder / file.name).write_bytes(file.data)
        header = SlotsHeader(site=key.site, epoch=key.epoch, salt=b"s" * 16, cost=cost)
        keks = (words_kek(words, salt=header.salt, cost=cost), link_kek(link, salt=header.salt))
        slots = [Slot(kek=kek, role=Role.GUARDIAN, siblings=tuple(siblings)) for kek in keks]
        sealed = slots_file(slots, key=key, school=SCHOOL.public, header=header, secret=b"x" * 32)
        (folder / "slots").write_bytes(sealed)
        (folder / "index.html").write_bytes(site_page())
        # This host tells versions of a file apart by whole seconds, and tests publish faster than that.
        self.moment += 10
        for path in (folder / f"m{key.epoch}", folder / "slots"):
            os.utime(path, (self.moment, self.moment))
        return folder

    def site(self, key: SiteKey) -> str:
        return f"{self.address}{key.site}/"


@dataclass
class Visit:
    """A page of a browser that has never been here, and what went wrong in it."""

    page: Page
    context: BrowserContext
    deployment: Deployment
    complaints: list[str] = field(default_factory=list)

    def hear(self, kind: str, text: str) -> None:
        if kind == "error":
            self.complaints.append(text)

    def open(self, route: str = "", *, key: SiteKey = ASHA) -> None:
        """With the link of the letter; then to a route."""
        self.page.goto(f"{self.deployment.site(key)}#k={LINK.text}")
        self.until("document.title === 'Home'")
        if route:
            self.go(route)

    def go(self, route: str, *, key: SiteKey = ASHA) -> None:
        self.page.goto(f"{self.deployment.site(key)}{route}")

    def titled(self, title: str) -> None:
        self.until(f"document.title === {json.dumps(title)}")

    def until(self, expression: str) -> None:
        """Waits for an expression; Playwright's own way needs `eval`, which the shell's policy forbids."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if self.page.evaluate(expression):
                    return
            except PlaywrightError:
                pass  # between two documents there is nothing to ask
            self.page.wait_for_timeout(30)
        pytest.fail(
            f"never came true: {expression}; at {self.page.url} there is: {self.page.inner_text('body')[:300]}"
        )


@pytest.fixture
def deployment(tmp_path: Path) -> Iterator[Deployment]:
    bring_up_to_date()
    folder = tmp_path / "www" / "portfolios"
    folder.mkdir(parents=True)
    for name, data in shell_files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    theme = folder / "theme" / "plain"
    theme.mkdir(parents=True)
    (theme / "kinfolio.css").write_text(
        "img { max-width: 100%; height: auto } body { margin: 1rem }", encoding="utf-8"
    )
    host = Host(tmp_path / "www")
    threading.Thread(target=host.serve_forever, daemon=True).start()
    deployed = Deployment(
        folder=folder, host=host, address=f"http://127.0.0.1:{host.server_port}/portfolios/"
    )
    deployed.publish(ASHA, "Asha", siblings=(RAVI,))
    deployed.publish(RAVI, "Ravi", siblings=(ASHA,))
    yield deployed
    host.release()
    host.endless = frozenset()
    host.shutdown()
    host.server_close()


@pytest.fixture(params=["allow", "block"], ids=["with a worker", "without a worker"])
def visit(request: pytest.FixtureRequest, browser: Browser, deployment: Deployment) -> Iterator[Visit]:
    """Twice: in a browser with service workers, and in one without."""
    yield from _visit(browser, deployment, workers=request.param)


@pytest.fixture
def simple_visit(browser: Browser, deployment: Deployment) -> Iterator[Visit]:
    yield from _visit(browser, deployment, workers="allow")


def _visit(browser: Browser, deployment: Deployment, *, workers: Any) -> Iterator[Visit]:
    context = browser.new_context(
        service_workers=workers, viewport={"width": 360, "height": 740}, accept_downloads=True, locale="en-CA"
    )
    visit = Visit(page=context.new_page(), context=context, deployment=deployment)
    context.on("weberror", lambda error: visit.complaints.append(str(error.error)))
    context.on("console", lambda said: visit.hear(said.type, said.text))
    yield visit
    context.close()


def renewed(key: SiteKey) -> SiteKey:
    """The same site in its next epoch."""
    return replace(key, epoch=key.epoch + 1, content_key=b"n" * 32)
