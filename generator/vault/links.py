"""Link keys: 16 random bytes in the fragment of an address, which browsers never send to the host."""

import base64
import re
import secrets
from dataclasses import dataclass, field
from typing import Final

from generator.vault.errors import WrongLink

LINK_KEY_SIZE: Final = 16

_TEXT: Final = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class LinkKey:
    """What a link or a QR code carries."""

    raw: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.raw) != LINK_KEY_SIZE:
            raise ValueError("a link key has 16 bytes")

    @property
    def text(self) -> str:
        """22 characters of base64url."""
        return base64.urlsafe_b64encode(self.raw).decode("ascii").rstrip("=")

    def address(self, deployment: str, *, site: str) -> str:
        """The whole link. `deployment` is the address the sites lie under, with or without a slash at its end."""
        return f"{deployment.rstrip('/')}/{site}/#k={self.text}"


def new_link_key() -> LinkKey:
    """A fresh key from the system's random source."""
    return LinkKey(secrets.token_bytes(LINK_KEY_SIZE))


def link_key_from(text: str) -> LinkKey:
    """The key in 22 characters, in `k=…`, or in a whole link. Raises WrongLink when it is incomplete."""
    key = text.strip().rpartition("k=")[2]
    if _TEXT.fullmatch(key) is None:
        raise WrongLink(
            "the link does not hold a whole key",
            reason="bad-link",
            hint="copy the link to its very end, or use the six words",
        )
    return LinkKey(base64.urlsafe_b64decode(key + "=="))
