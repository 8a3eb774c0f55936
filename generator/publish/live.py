"""Asking a live site for one file and comparing it with the one at home, in bounded time and memory."""

import contextlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from generator.problems import KinfolioError

SECONDS: Final = 20.0
"""How long nobody may say anything, and how long a file may take besides a second for each `SLOWEST` bytes."""
SLOWEST: Final = 4_096
_PIECE: Final = 65_536
_LONGEST_HEADER: Final = 500
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class NotReached(KinfolioError):
    """The site cannot be asked at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host said about one path. `status` is 0 when it broke off or dawdled; header names are in small letters."""

    status: int
    same: bool
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    """As much of it as was asked for; where it is longer, a byte more."""


class LiveSite:
    """A deployment on the web. Several threads may ask it at once."""

    def __init__(self, address: str) -> None:
        self.address = address_of(address)
        self._opener: OpenerDirector = build_opener(_Stay)

    def ask(self, path: str, *, like: Path | None, keep: int = 0) -> Answer:
        """Fetches a path below the address and compares it with the file `like`; keeps up to `keep` bytes.

        What is another file, and longer than is kept, is read no further: a host may send for ever.

        Raises NotReached when nobody answers there at all.
        """
        request = Request(  # noqa: S310 - the scheme was checked when this was made
            self.address + path, headers={"Accept-Encoding": "identity", "User-Agent": "kinfolio-verify"}
        )
        try:
            with self._opener.open(request, timeout=SECONDS) as response:
                return _read(response, like=like, keep=keep)
        except HTTPError as refusal:
            with refusal:
                return Answer(status=refusal.code, same=False, headers=_small(refusal.headers), body=b"")
        except URLError as failure:
            raise NotReached(
                f"{self.address} cannot be reached: {failure.reason}",
                hint="look whether the address is right and this computer is online",
            ) from failure
        except (OSError, HTTPException):
            return Answer(status=0, same=False, headers={}, body=b"")


def address_of(typed: str) -> str:
    """The address of a deployment as we write it, with a slash at its end. Raises NotReached for what is none."""
    parts = urlsplit(typed)
    local = parts.scheme == "http" and parts.hostname in _LOOPBACK
    if not parts.hostname or parts.query or parts.fragment or not (parts.scheme == "https" or local):
        raise NotReached(
            f"`{typed}` is not the address of a deployment",
            hint="write it as `https://portfolios.example.org/`, without a key",
        )
    return f"{typed.rstrip('/')}/"


class _Stay(HTTPRedirectHandler):
    """Follows no redirection: what lies elsewhere is not what families get at this address."""

    def redirect_request(self, *_arguments: object) -> None:
        """None, so that the redirection itself is the answer."""


def _read(response: HTTPResponse, *, like: Path | None, keep: int) -> Answer:
    body, same, received, began = bytearray(), True, 0, time.monotonic()
    with like.open("rb") if like else contextlib.nullcontext() as home:
        # Whatever has come is taken: waiting for a whole piece, a byte now and then would hold us for days.
        while piece := response.read1(_PIECE):
            received += len(piece)
            body += piece[: max(0, keep + 1 - len(body))]
            same = same and home is not None and home.read(len(piece)) == piece
            if not same and received > keep:
                break
            if time.monotonic() - began > SECONDS + received / SLOWEST:
                raise TimeoutError
        same = same and home is not None and home.read(1) == b""
    return Answer(status=response.status, same=same, headers=_small(response.headers), body=bytes(body))


def _small(headers: object) -> dict[str, str]:
    items = headers.items() if hasattr(headers, "items") else ()
    return {str(name).lower(): _shown(str(value)) for name, value in items}


def _shown(value: str) -> str:
    # It ends up on somebody's terminal, where a host could otherwise write what it likes.
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in value[:_LONGEST_HEADER]
    )
