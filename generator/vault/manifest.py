"""The contents list: which blobs there are, and what each path of the site is made of.

Shape and rules: `docs/vault-format.md` section 8. `manifest_json.py` turns it into text and back.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

PART_SIZE: Final = 1_048_576
LARGEST_PACK: Final = 16 * 1_048_576
LARGEST_MANIFEST: Final = 16 * 1_048_576
LARGEST_SEALED: Final = 17 * 1_048_576
"""More than any contents list or pack within the limits above is sealed to: what is longer is read no further."""
LARGEST_PART_SEALED: Final = 1_082_472
"""What a full part of a file is sealed to."""
MANIFEST_PATH: Final = "manifest"
MANIFEST_TYPE: Final = "application/json"
PACK_TYPE: Final = "application/zlib"
PACK_PREFIX: Final = "pack/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What a site says of itself after unlocking. `generation` counts publications of changed content from 1.

    `theme` is `theme/<hash>/`; `entry` is the path of the first page; 0 minutes means the page never locks by itself.
    """

    generation: int
    published: date
    edition: str
    label: str
    entry: str
    theme: str
    lock_after_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackEntry:
    """One pack: its path, its blob's name, and its size in bytes before compression."""

    path: str
    blob: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFile:
    """A file inside a pack: bytes `offset` to `offset + length` of pack number `pack`."""

    path: str
    media_type: str
    pack: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartedFile:
    """A file in blobs of its own, one for each MiB; `size` in bytes."""

    path: str
    media_type: str
    size: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole contents list of one site and epoch."""

    site: str
    epoch: int
    publication: Publication
    packs: tuple[PackEntry, ...]
    files: tuple[PackedFile | PartedFile, ...]


def part_count(size: int) -> int:
    """Number of parts of a file of this size; an empty file has one."""
    return max(1, -(-size // PART_SIZE))


def part_length(size: int, *, part: int) -> int:
    """Bytes of data in this part of a file of this size."""
    return min(PART_SIZE, size - part * PART_SIZE)
