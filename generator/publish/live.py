"""Asking a live site for one file and comparing it with the one at home, in bounded time and memory."""

import contextlib
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
_PIECE: Final = 65_536
_LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class NotReached(KinfolioError):
    """The site cannot be asked at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host said about one path. `status` is 0 when it broke off; header names are in small letters."""

    status: int
    same: bool
    headers: Mapping[str, str]
    body: bytes = field(repr=False)
    """As much of it as was asked for."""


class LiveSite:
    """A deployment on the web. Several threads may ask it at once."""

    def __init__(self, address: str) -> None:
        self.address = address_of(address)
        self._opener: OpenerDirector = build_opener(_Stay)

    def ask(self, path: str, *, like: Path | None, keep: int = 0) -> Answer:
        """Fetches a path below the address and compares it with the file `like`; keeps the first `keep` bytes.

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
    body, same = bytearray(), True
    with like.open("rb") if like else contextlib.nullcontext() as home:
        while piece := response.read(_PIECE):
            body += piece[: keep - len(body)]
            same = same and home is not None and home.read(len(piece)) == piece
            if not same and len(body) >= keep:
                break
        same = same and home is not None and home.read(1) == b""
    return Answer(status=response.status, same=same, headers=_small(response.headers), body=bytes(body))


def _small(headers: object) -> dict[str, str]:
    items = headers.items() if hasattr(headers, "items") else ()
    return {str(name).lower(): str(value) for name, value in items}
