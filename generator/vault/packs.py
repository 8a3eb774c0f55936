"""Small texts travel together: which pages share a pack, chosen so that an edit changes one pack only.

A pack ends where a hash of the last file's path says so, never where a count says so; hence an edited, added or
removed page leaves all other packs as they were.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.vault.manifest import LARGEST_PACK, PACK_PREFIX

FIRST_PACK: Final = PACK_PREFIX + "first"
TEXT_TYPES: Final = frozenset({"text/html", "application/json"})
LARGEST_TEXT: Final = 4 * 1_048_576

_USUAL_SIZE: Final = 128 * 1024
_FULL: Final = 1_048_576


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A small text on its way into a pack."""

    path: str
    media_type: str
    data: bytes
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Texts that share a blob. `path` is the pack's own, and stays while its first text does."""

    path: str
    texts: tuple[Text, ...]

    @property
    def data(self) -> bytes:
        """The texts without gaps."""
        return b"".join(text.data for text in self.texts)


class BadPack(ValueError):
    """Bytes that are not the compressed data they should be."""


def belongs_in_pack(media_type: str, *, size: int) -> bool:
    """Whether a file is text small enough to travel with others."""
    return media_type in TEXT_TYPES and size <= LARGEST_TEXT


def into_packs(texts: Sequence[Text]) -> tuple[Pack, ...]:
    """The packs, the first one first; within each the order given. Kinds of text do not mix beyond the first pack."""
    packs = [Pack(path=FIRST_PACK, texts=tuple(text for text in texts if text.first))]
    for media_type in sorted(TEXT_TYPES, reverse=True):
        packs += _cut([text for text in texts if not text.first and text.media_type == media_type])
    return tuple(pack for pack in packs if pack.texts)


def compressed(data: bytes) -> bytes:
    """Zlib at its best. Another zlib may give other bytes for the same data; readers do not mind."""
    return zlib.compress(data, 9)


def decompressed(data: bytes, *, most: int = LARGEST_PACK) -> bytes:
    """The data, never more than `most` bytes. Raises BadPack for anything but one whole stream."""
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(data, most + 1)
    except zlib.error as broken:
        raise BadPack("not a zlib stream") from broken
    if len(plain) > most or not stream.eof or stream.unused_data:
        raise BadPack("too long, unfinished, or followed by something else")
    return plain


def _cut(texts: Sequence[Text]) -> list[Pack]:
    packs: list[Pack] = []
    together: list[Text] = []
    size = 0
    for text in texts:
        if together and size + len(text.data) > _FULL:
            packs.append(_pack(together))
            together, size = [], 0
        together.append(text)
        size += len(text.data)
        if _ends_pack(text):
            packs.append(_pack(together))
            together, size = [], 0
    return [*packs, _pack(together)] if together else packs


def _pack(texts: Sequence[Text]) -> Pack:
    name = hashlib.sha256(texts[0].path.encode()).hexdigest()[:16]
    return Pack(path=f"{PACK_PREFIX}{name}", texts=tuple(texts))


def _ends_pack(text: Text) -> bool:
    # Sizes count in powers of two only (and half as much again, the middle between two), so that an edit hardly
    # ever moves the end of a pack.
    likely = 1.5 * (1 << len(text.data).bit_length()) / 2
    chance = int.from_bytes(hashlib.sha256(b"end of pack " + text.path.encode()).digest()[:4], "big") / 2**32
    return chance < likely / _USUAL_SIZE
