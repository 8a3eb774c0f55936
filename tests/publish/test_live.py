"""A host that means harm: it never stops sending, dawdles, or writes to somebody's terminal."""

import contextlib
import http.server
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from generator.publish import live
from generator.publish.layout import LARGEST_BLOB
from generator.publish.live import LiveSite
from tests.schools.built import BuiltSchool

PIPES = 16 * 1_048_576
"""What may lie between a host and a reader who does not listen."""

Sender = Callable[["_Handler"], None]


class _Host(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, senders: Mapping[str, Sender], fallback: Sender) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.senders = senders
        self.fallback = fallback
        self.sent = 0
        self.is_open = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever hangs up on us is right."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Host

    def do_GET(self) -> None:
        self.server.senders.get(self.path, self.server.fallback)(self)

    def send(self, piece: bytes) -> None:
        self.wfile.write(piece)
        self.server.sent += len(piece)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


def for_ever(beginning: bytes = b"") -> Sender:
    def send(handler: _Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        with contextlib.suppress(OSError):
            handler.send(beginning)
            while handler.server.is_open:
                handler.send(bytes(65_536))

    return send


def now_and_then(handler: _Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with contextlib.suppress(OSError):
        while handler.server.is_open:
            handler.send(b"x")
            time.sleep(0.02)


def elsewhere(handler: _Handler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "https://elsewhere.example/\x1b]0;mine\x07\x1b[2J" + "x" * 5000)
    handler.end_headers()


@contextlib.contextmanager
def host(fallback: Sender, senders: Mapping[str, Sender] | None = None) -> Iterator[tuple[str, _Host]]:
    server = _Host(senders or {}, fallback)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", server
    finally:
        server.is_open = False
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("keep", [0, 100, 1_000_000])
def test_an_endless_answer_is_read_no_further_than_it_is_kept(tmp_path: Path, keep: int) -> None:
    home = tmp_path / "file"
    home.write_bytes(bytes(200))
    with host(for_ever()) as (address, server):
        answer = LiveSite(address).ask("file", like=home, keep=keep)
        assert (answer.status, answer.same) == (200, False)
        assert len(answer.body) <= keep + 1
        assert server.sent <= keep + PIPES
        assert not LiveSite(address).ask("stray", like=None).same
        assert server.sent <= keep + 2 * PIPES


def test_a_host_that_dawdles_is_given_up(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_bytes(b"x" * 10_000)
    with host(now_and_then) as (address, _), mock.patch.object(live, "SECONDS", 0.5):
        began = time.monotonic()
        assert LiveSite(address).ask("file", like=home, keep=LARGEST_BLOB).status == 0
        assert time.monotonic() - began < 10


def test_what_a_host_says_of_itself_is_shown_without_what_commands_a_terminal() -> None:
    with host(elsewhere) as (address, _):
        said = LiveSite(address).ask("file", like=None).headers["location"]
    assert said.startswith("https://elsewhere.example/")
    assert said.isprintable()
    assert len(said) <= 500


def test_verify_ends_and_tells_when_every_file_is_endless(sealed_school: BuiltSchool) -> None:
    with host(for_ever(b"KFSL\x01")) as (address, server):
        said = sealed_school.command("verify", address, "--without-headers")
        sites = sum(path.is_file() for path in sealed_school.out.glob("*/slots"))
        files = sum(path.is_file() for path in sealed_school.out.rglob("*"))
        assert server.sent <= sites * LARGEST_BLOB + 2 * files * PIPES
    assert said.code == 1
    assert "is not as it was built" in said.err
