"""The content key of a site, what is derived from it, and the context every seal is bound to."""

import base64
import hmac
import re
import secrets
import struct
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from generator.vault.cobblestone import KEY_SIZE, SALT_SIZE

FORMAT: Final = "kinfolio/1"
SITE_ID_BYTES: Final = 10
LAST_EPOCH: Final = 0xFFFF_FFFF

_SITE_ID: Final = re.compile(r"[a-z2-7]{16}")
_FIELD_LENGTH: Final = struct.Struct(">I")


@dataclass(frozen=True, kw_only=True)
class SiteKey:
    """A site, its epoch, and the 32 random bytes everything in it is sealed under."""

    site: str
    epoch: int
    content_key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not is_site_id(self.site):
            raise ValueError("a site id is 16 characters of a-z and 2-7")
        if not 1 <= self.epoch <= LAST_EPOCH:
            raise ValueError("epochs count from 1")
        if len(self.content_key) != KEY_SIZE:
            raise ValueError("a content key has 32 bytes")

    @cached_property
    def data_key(self) -> bytes:
        """Seals packs and files."""
        return self._subkey("data")

    @cached_property
    def manifest_key(self) -> bytes:
        """Seals the contents list."""
        return self._subkey("manifest")

    @cached_property
    def name_key(self) -> bytes:
        """Names blobs."""
        return self._subkey("name")

    @cached_property
    def salt_key(self) -> bytes:
        """Makes salts out of content."""
        return self._subkey("salt")

    def _subkey(self, purpose: str) -> bytes:
        return subkey(self.content_key, purpose=purpose)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a sealed message belongs inside its site; part of the context, so it opens nowhere else."""

    kind: str
    path: str
    media_type: str
    part: int = 0
    parts: int = 1


def subkey(key: bytes, *, purpose: str) -> bytes:
    """32 bytes for one purpose, by HKDF-Expand-SHA-512 with info "kinfolio/1 <purpose>"."""
    info = f"{FORMAT} {purpose}".encode()
    return HKDFExpand(algorithm=SHA512(), length=KEY_SIZE, info=info).derive(key)


def context_of(*fields: str | bytes) -> bytes:
    """Fields one after the other, each with its length in front (u32)."""
    encoded = (field if isinstance(field, bytes) else field.encode() for field in fields)
    return b"".join(_FIELD_LENGTH.pack(len(value)) + value for value in encoded)


def place_context(place: Place, *, key: SiteKey) -> bytes:
    """The context of a blob or of the contents list."""
    return context_of(
        FORMAT,
        place.kind,
        key.site,
        str(key.epoch),
        place.path,
        place.media_type,
        str(place.part),
        str(place.parts),
    )


def salt_from(content: bytes, *, salt_key: bytes, context: bytes) -> bytes:
    """The 24-byte salt that comes back only for the identical message in the identical place."""
    mac = hmac.new(salt_key, context, "sha512")
    mac.update(content)
    return mac.digest()[:SALT_SIZE]


def new_site_id() -> str:
    """A random site id that says nothing about anyone."""
    return site_id_from(secrets.token_bytes(SITE_ID_BYTES))


def site_id_from(raw: bytes) -> str:
    """The 16 characters for 10 raw bytes."""
    return base32(raw)


def raw_site_id(site: str) -> bytes:
    """The 10 raw bytes of a site id."""
    return base64.b32decode(site.upper())


def is_site_id(text: str) -> bool:
    """Whether a folder of this name is a site's."""
    return _SITE_ID.fullmatch(text) is not None


def base32(raw: bytes) -> str:
    """Lower-case base32 without padding, safe as a file name everywhere."""
    return base64.b32encode(raw).decode("ascii").rstrip("=").lower()
