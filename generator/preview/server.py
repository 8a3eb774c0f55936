"""The preview's web server: loopback only, plain pages from memory, and a line to wait on for changes."""

import contextlib
import threading
from collections.abc import Iterator
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.preview.portfolios import PlainPage, Portfolios, class_folder
from generator.problems import as_text

SCRIPTS = Path(__file__).parents[1] / "pages" / "browser"
"""Where `plain.js` and its modules lie; served under `~scripts/`."""

_CHANGES = "~changes"
_SCRIPTS = "~scripts"
_SEEN = "seen"
"""What a page calls the version of the files it was made of; `reload.js` hands it back."""
_PATIENCE = 20.0
"""Seconds a page waits for a change before it asks again."""
_CALM = 0.3
"""Seconds without a further change before the files are read again: editors save in several steps."""


@contextlib.contextmanager
def previewing(portfolios: Portfolios, *, watched: tuple[Path, ...], port: int = 0) -> Iterator[str]:
    """Serves while the block runs and gives the address. Port 0 takes a free one. Raises OSError for a taken one."""
    handler = partial(_Handler, portfolios)
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server, _watching(portfolios, watched=watched):
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """`/` lists the students, `/<student>/<path>` is a page of one, `/~class-<id>/<path>` of a class."""

    protocol_version = "HTTP/1.1"
    server_version = "kinfolio-preview"
    sys_version = ""

    def __init__(self, portfolios: Portfolios, *connection: object) -> None:
        self._portfolios = portfolios
        super().__init__(*connection)  # type: ignore[arg-type]  # what the server hands over

    def do_GET(self) -> None:
        """Answers with a page, a picture, or that there is none."""
        # Another website could point its own name at this address; only our own names are answered.
        if self.headers.get("Host", "").rpartition(":")[0] not in {"127.0.0.1", "localhost"}:
            self._send(HTTPStatus.FORBIDDEN, "text/plain; charset=utf-8", b"ask for 127.0.0.1")
            return
        asked, seen = urlsplit(self.path), self._portfolios.version
        path = unquote(asked.path).lstrip("/")
        student, _, rest = path.partition("/")
        if not path:
            front = _front_page(self._portfolios).encode()
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", front, seen=seen)
        elif path == _CHANGES:
            since = parse_qs(asked.query).get("since", [""])[0]
            known = int(since) if since.isdecimal() else seen
            changed = self._portfolios.wait_for_change(since=known, seconds=_PATIENCE)
            self._send(HTTPStatus.OK, "text/plain; charset=utf-8", b"changed" if changed else b"same")
        elif student == _SCRIPTS:
            self._send_script(rest)
        elif (page := self._portfolios.find(student, rest or "index.html")) is not None:
            self._send_page(page, seen=seen)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"there is no such page")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the library
        """Says nothing: the terminal belongs to the address and the problems."""

    def _send_script(self, name: str) -> None:
        file = (SCRIPTS / name).resolve()
        if file.suffix == ".js" and file.is_relative_to(SCRIPTS.resolve()) and file.is_file():
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", file.read_bytes())
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"there is no such script")

    def _send_page(self, page: PlainPage, *, seen: int) -> None:
        data = page.data if isinstance(page.data, bytes) else page.data.read_bytes()
        text = page.media_type.startswith("text/") or page.media_type == "application/json"
        self._send(HTTPStatus.OK, page.media_type + ("; charset=utf-8" if text else ""), data, seen=seen)

    def _send(self, status: HTTPStatus, media_type: str, data: bytes, *, seen: int | None = None) -> None:
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Referrer-Policy", "no-referrer")
            if seen is not None:
                # The one header of a page that a script in it can read.
                self.send_header("Server-Timing", f'{_SEEN};desc="{seen}"')
            self.end_headers()
            self.wfile.write(data)


class _Waker(FileSystemEventHandler):
    """Reads the school again once the files have been calm for a moment."""

    def __init__(self, portfolios: Portfolios) -> None:
        self._portfolios = portfolios
        self._timer: threading.Timer | None = None
        self._lock = threading.Lock()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in {"opened", "closed_no_write"}:
            return
        with self._lock:
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(_CALM, self._portfolios.read_again)
            self._timer.daemon = True
            self._timer.start()


@contextlib.contextmanager
def _watching(portfolios: Portfolios, *, watched: tuple[Path, ...]) -> Iterator[None]:
    observer = Observer()
    for folder in watched:
        observer.schedule(_Waker(portfolios), str(folder), recursive=True)
    observer.start()
    try:
        yield
    finally:
        observer.stop()
        observer.join()


def _front_page(portfolios: Portfolios) -> str:
    students = "".join(
        f'<li><a href="{escape(student.id)}/index.html">{escape(student.name)}</a></li>'
        for student in portfolios.students
    )
    classes = "".join(
        f'<li><a href="{class_folder(group)}/index.html">{escape(group.name)}</a></li>'
        for group in portfolios.groups
    )
    problems = "".join(f"<pre>{escape(as_text(problem))}</pre>" for problem in portfolios.problems)
    told = f"<h2>To mend</h2>{problems}" if problems else ""
    return _FRONT.replace("STUDENTS", students).replace("CLASSES", classes).replace("PROBLEMS", told)


_FRONT = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<style>
:root { color-scheme: light dark; font: 1.1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
.banner { padding: 1rem; border: .2rem solid; border-radius: 1rem; font-weight: 700; }
pre { overflow-x: auto; padding: 1rem; border: 1px solid; border-radius: .5rem; font-size: .9rem; }
a { display: inline-block; padding: .5rem 0; }
</style>
<script type="module" src="~scripts/reload.js"></script>
</head>
<body>
<p class="banner">Preview on this computer. Nothing here is locked; do not copy these pages to a website.</p>
<h1>Students</h1>
<ul>STUDENTS</ul>
<h1>Classes, for their teachers</h1>
<ul>CLASSES</ul>
PROBLEMS
</body>
</html>
"""
