"""Cobblestone-256: C2SP chunked encryption @v1 with HKDF-Expand-SHA-512 and AES-256-GCM.

Specification: https://c2sp.org/chunked-encryption, in our words `docs/vault-format.md` section 3.
"""

import hmac
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

KEY_SIZE: Final = 32
SALT_SIZE: Final = 24
COMMITMENT_SIZE: Final = 32
HEADER_SIZE: Final = SALT_SIZE + COMMITMENT_SIZE
CHUNK_SIZE: Final = 16_384
TAG_SIZE: Final = 16
NONCE_SIZE: Final = 12

_LABEL: Final = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\x00"
_SEALED_CHUNK_SIZE: Final = CHUNK_SIZE + TAG_SIZE


class SealBroken(Exception):
    """A sealed message that must not be used. Callers turn it into an error that knows the file."""


class CutShort(SealBroken):
    """No message has this length: its end, or part of its header, is missing."""


class NotAuthentic(SealBroken):
    """Key, context or some byte is not the one it was sealed with."""


def seal(plaintext: bytes, *, key: bytes, context: bytes, salt: bytes) -> bytes:
    """The sealed message: salt, commitment, chunks.

    `key` is 32 uniformly random bytes; `salt` is 24 bytes and MUST NOT come back under the same key for another
    message. Raises ValueError when a length is wrong.
    """
    if len(key) != KEY_SIZE or len(salt) != SALT_SIZE:
        raise ValueError("a key has 32 bytes and a salt 24")
    cipher, first_nonce, commitment = _derive(key, salt=salt, context=context)
    source = memoryview(plaintext)
    sealed = [salt, commitment]
    # Up to and including the length itself: a message of whole chunks ends with an empty one.
    for number, start in enumerate(range(0, len(source) + 1, CHUNK_SIZE)):
        sealed.append(
            cipher.encrypt(_nonce(first_nonce, number=number), source[start : start + CHUNK_SIZE], None)
        )
    return b"".join(sealed)


def unseal(sealed: bytes, *, key: bytes, context: bytes) -> bytes:
    """The plaintext, whole and authentic. Raises CutShort or NotAuthentic."""
    if len(key) != KEY_SIZE:
        raise NotAuthentic("a key has 32 bytes")
    if not has_message_length(len(sealed)):
        raise CutShort("no message has this length")
    source = memoryview(sealed)
    salt, claimed = sealed[:SALT_SIZE], sealed[SALT_SIZE:HEADER_SIZE]
    cipher, first_nonce, commitment = _derive(key, salt=salt, context=context)
    if not hmac.compare_digest(commitment, claimed):
        raise NotAuthentic("the commitment is of another key, context or salt")
    try:
        return b"".join(
            cipher.decrypt(
                _nonce(first_nonce, number=number), source[start : start + _SEALED_CHUNK_SIZE], None
            )
            for number, start in enumerate(range(HEADER_SIZE, len(source), _SEALED_CHUNK_SIZE))
        )
    except InvalidTag as broken:
        raise NotAuthentic("a chunk does not authenticate") from broken


def sealed_size(plaintext_size: int) -> int:
    """How many bytes a plaintext of this many bytes is sealed to."""
    return HEADER_SIZE + plaintext_size + TAG_SIZE * (plaintext_size // CHUNK_SIZE + 1)


def has_message_length(size: int) -> bool:
    """Whether any message is sealed to this many bytes; a cut at a chunk's edge is noticed here."""
    return size >= HEADER_SIZE + TAG_SIZE and (size - HEADER_SIZE) % _SEALED_CHUNK_SIZE >= TAG_SIZE


def _derive(key: bytes, *, salt: bytes, context: bytes) -> tuple[AESGCM, int, bytes]:
    length = KEY_SIZE + NONCE_SIZE + COMMITMENT_SIZE
    derived = HKDFExpand(algorithm=SHA512(), length=length, info=_LABEL + salt + context).derive(key)
    nonce_end = KEY_SIZE + NONCE_SIZE
    return AESGCM(derived[:KEY_SIZE]), int.from_bytes(derived[KEY_SIZE:nonce_end], "big"), derived[nonce_end:]


def _nonce(first: int, *, number: int) -> bytes:
    return (first ^ number).to_bytes(NONCE_SIZE, "big")
