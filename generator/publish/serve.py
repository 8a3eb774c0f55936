"""A small server for a finished deployment, on this computer only, with the headers a real host would send."""

import contextlib
import gzip
import sys
import threading
from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.publish.hosts import ANY_OTHER_TYPE, HEADERS, TYPES, caching_of

_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt"})
"""What hosts send packed; what is sealed does not get smaller."""


@contextlib.contextmanager
def serving(folder: Path, *, port: int = 0) -> Iterator[str]:
    """Serves the folder while the block runs and gives its address, `http://127.0.0.1:…/`. Port 0 takes a free one.

    Browsers count this address as secure, so that everything works as it will with https. Raises OSError for a port
    that is taken.
    """

    class Handler(_Handler):
        root = folder.resolve()

    with _Server(("127.0.0.1", port), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of a browser that was closed; everything else is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Files and nothing else: no listing, no parent folder, no hidden file."""

    root: Path
    protocol_version = "HTTP/1.1"
    server_version = "kinfolio"
    sys_version = ""

    def do_GET(self) -> None:
        """Answers with a file, or with the neutral page."""
        asked = urlsplit(self.path).path
        path = unquote(asked).lstrip("/")
        if self._is_open(path) and (self.root / path).is_dir():
            if asked.endswith("/"):
                path = f"{path}index.html"
            else:
                self._send_on(f"{asked}/")
                return
        if self._is_open(path) and (self.root / path).is_file():
            self._answer(HTTPStatus.OK, path)
        else:
            self._answer(HTTPStatus.NOT_FOUND, "404.html")

    do_HEAD = do_GET  # noqa: N815 - the same

    def log_message(self, *_arguments: object) -> None:
        """Says nothing: the terminal belongs to the address."""

    def _is_open(self, path: str) -> bool:
        """Whether this is a path a host would answer: below the folder, and not hidden."""
        if "\0" in path or any(part.startswith(".") for part in PurePosixPath(path).parts):
            return False
        return (self.root / path).resolve().is_relative_to(self.root)

    def _send_on(self, address: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, path: str) -> None:
        file = self.root / path
        data = file.read_bytes() if file.is_file() else b""
        packed = file.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            data = _packed(data)
        self.send_response(status)
        self.send_header("Content-Type", TYPES.get(file.suffix, ANY_OTHER_TYPE))
        self.send_header("Content-Length", str(len(data)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", caching_of(path))
        for name, value in HEADERS:
            self.send_header(name, value)
        self.end_headers()
        # A browser that went elsewhere in the middle of a film is no failure.
        with contextlib.suppress(ConnectionError):
            if self.command != "HEAD":
                self.wfile.write(data)


@cache
def _packed(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)
