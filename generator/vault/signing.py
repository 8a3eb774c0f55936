"""The school's signature: what keeps even somebody who holds a key from writing in the school's name."""

import secrets
from dataclasses import dataclass, field
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from generator.vault.keys import FORMAT, SiteKey, context_of

SIGNATURE_SIZE: Final = 64
SIGNING_KEY_SIZE: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """The school's Ed25519 key, by its 32-byte seed. It never leaves the keyring and the build."""

    seed: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.seed) != SIGNING_KEY_SIZE:
            raise ValueError("a signing key has 32 bytes")

    @property
    def public(self) -> bytes:
        """The 32-byte half that lies in every slot."""
        return self._private.public_key().public_bytes_raw()

    def sign(self, contents: bytes, *, site: str, epoch: int) -> bytes:
        """64 bytes over a contents list as compressed; the same for the same, as Ed25519 is."""
        return self._private.sign(_signed(contents, site=site, epoch=epoch))

    @property
    def _private(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)


def new_signing_key() -> SigningKey:
    """A fresh key from the system's random source."""
    return SigningKey(seed=secrets.token_bytes(SIGNING_KEY_SIZE))


def is_signed(contents: bytes, *, signature: bytes, school: bytes, key: SiteKey) -> bool:
    """Whether the school with this public key signed this contents list for this site and epoch."""
    try:
        signed = _signed(contents, site=key.site, epoch=key.epoch)
        Ed25519PublicKey.from_public_bytes(school).verify(signature, signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def _signed(contents: bytes, *, site: str, epoch: int) -> bytes:
    return context_of(FORMAT, "signature", site, str(epoch), contents)
