"""The file `slots`: sixteen equal boxes, each opened by somebody's words or link, or by nobody.

Layout and rules: `docs/vault-format.md` section 5. This file writes; `slots_reading.py` reads.
"""

import hmac
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from generator.vault import cobblestone
from generator.vault.errors import DoesNotFit
from generator.vault.keys import FORMAT, SiteKey, context_of, raw_site_id, salt_from, subkey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.signing import SIGNING_KEY_SIZE

MAGIC: Final = b"KFSL"
HEADER: Final = struct.Struct(">4sBBHIIII16s10s14s")
VERSION: Final = 1
SLOT_COUNT: Final = 16
SLOT_SIZE: Final = 512
SLOTS_FILE_SIZE: Final = HEADER.size + SLOT_COUNT * SLOT_SIZE
CONTENT_SIZE: Final = SLOT_SIZE - cobblestone.HEADER_SIZE - cobblestone.TAG_SIZE
ENTRY_HEAD: Final = struct.Struct(">BBB32s32s")
ENTRY_SIBLING: Final = struct.Struct(">10sI32s")
MOST_SIBLINGS: Final = (CONTENT_SIZE - ENTRY_HEAD.size) // ENTRY_SIBLING.size
ARGON2_SALT_SIZE: Final = 16
KEK_SIZE: Final = 32


class Role(IntEnum):
    """What a keyholder is to the child."""

    GUARDIAN = 1
    STUDENT = 2
    STAFF = 3
    VISITOR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one try of a passphrase costs, in Argon2id's terms."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 1

    @property
    def is_acceptable(self) -> bool:
        """Whether a reader takes it: neither so cheap that guessing pays, nor so dear that a phone dies of it."""
        return 19_456 <= self.memory_kib <= 262_144 and 1 <= self.passes <= 10 and self.lanes == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotsHeader:
    """The 64 bytes in front of the slots."""

    site: str
    epoch: int
    salt: bytes
    cost: Cost = Cost()

    def as_bytes(self) -> bytes:
        """The header as it stands in the file."""
        return HEADER.pack(
            MAGIC,
            VERSION,
            SLOT_COUNT,
            SLOT_SIZE,
            self.epoch,
            self.cost.memory_kib,
            self.cost.passes,
            self.cost.lanes,
            self.salt,
            raw_site_id(self.site),
            b"",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What one slot gives to whoever opens it. `siblings` are the other sites this keyholder may read."""

    kek: bytes = field(repr=False)
    role: Role
    siblings: tuple[SiteKey, ...] = ()


def words_kek(words: Words, *, salt: bytes, cost: Cost) -> bytes:
    """The key that opens a passphrase slot. Takes as long as `cost` says; threads may run it side by side."""
    stretched = Argon2id(
        salt=salt,
        length=KEK_SIZE,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(words.text.encode())
    return _hkdf(stretched, salt=None, purpose="slot words")


def link_kek(link: LinkKey, *, salt: bytes) -> bytes:
    """The key that opens a link slot."""
    return _hkdf(link.raw, salt=salt, purpose="slot link")


def slots_file(
    slots: Sequence[Slot], *, key: SiteKey, school: bytes, header: SlotsHeader, secret: bytes
) -> bytes:
    """The whole file: header and 16 slots.

    `school` is the public half of the school's signing key, by which readers know the school's contents lists.
    `secret` never leaves the keyring: from it come the unused slots and the order, so that nobody, not even a
    keyholder, can count the others. The same slots give the same bytes; one change changes every slot.
    Raises DoesNotFit for too many slots or siblings, or a cost no reader would take.
    """
    _check(slots, key=key, school=school, header=header)
    context = slot_context(header.as_bytes(), site=key.site)
    contents = [(slot.kek, _content(slot, key=key, school=school)) for slot in slots]
    whole = hmac.new(secret, context, "sha512")
    for kek, content in sorted(contents):
        whole.update(kek + content)
    set_digest = whole.digest()
    sealed = [_seal(content, kek=kek, context=context, set_digest=set_digest) for kek, content in contents]
    unused = (SLOT_COUNT - len(sealed)) * SLOT_SIZE
    if unused:
        noise = HKDFExpand(algorithm=SHA512(), length=unused, info=b"unused slots").derive(set_digest)
        sealed += [noise[start : start + SLOT_SIZE] for start in range(0, unused, SLOT_SIZE)]
    sealed.sort(key=lambda slot: hmac.digest(set_digest, slot, "sha256"))
    return header.as_bytes() + b"".join(sealed)


def slot_context(header: bytes, *, site: str) -> bytes:
    """The context of every slot behind this header."""
    return context_of(FORMAT, "slot", site, header)


def _check(slots: Sequence[Slot], *, key: SiteKey, school: bytes, header: SlotsHeader) -> None:
    if len(school) != SIGNING_KEY_SIZE:
        raise ValueError("the public half of a signing key has 32 bytes")
    if (header.site, header.epoch) != (key.site, key.epoch) or len(header.salt) != ARGON2_SALT_SIZE:
        raise ValueError("the header is of another site or epoch, or its salt has not 16 bytes")
    if not header.cost.is_acceptable:
        raise DoesNotFit("no reader would take this cost of a passphrase", reason="cost-out-of-limits")
    if len(slots) > SLOT_COUNT:
        raise DoesNotFit(
            f"a portfolio has room for {SLOT_COUNT // 2} keyholders, and {len(slots) // 2} are to hold a key to one",
            reason="too-many-keyholders",
            hint="give the portfolio's key to fewer people; staff read the staff site",
        )
    if any(len(slot.siblings) > MOST_SIBLINGS for slot in slots):
        raise DoesNotFit(
            f"one person can hold keys to {MOST_SIBLINGS + 1} portfolios, and one is to hold more",
            reason="too-many-siblings",
            hint="give this person access to fewer portfolios; staff read the staff site",
        )


def _content(slot: Slot, *, key: SiteKey, school: bytes) -> bytes:
    head = ENTRY_HEAD.pack(VERSION, slot.role, len(slot.siblings), key.content_key, school)
    siblings = (ENTRY_SIBLING.pack(raw_site_id(s.site), s.epoch, s.content_key) for s in slot.siblings)
    return (head + b"".join(siblings)).ljust(CONTENT_SIZE, b"\x00")


def _seal(content: bytes, *, kek: bytes, context: bytes, set_digest: bytes) -> bytes:
    salt = salt_from(set_digest + content, salt_key=subkey(kek, purpose="salt"), context=context)
    return cobblestone.seal(content, key=kek, context=context, salt=salt)


def _hkdf(secret: bytes, *, salt: bytes | None, purpose: str) -> bytes:
    info = f"{FORMAT} {purpose}".encode()
    return HKDF(algorithm=SHA512(), length=KEK_SIZE, salt=salt, info=info).derive(secret)
