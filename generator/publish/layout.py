"""The only files a deployment may hold, and the only sizes a sealed one may have."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.publish.canary import Place
from generator.vault.cobblestone import has_message_length, sealed_size
from generator.vault.padding import LENGTH_SIZE, SMALLEST_FRAME, frame_size
from generator.vault.slots import SLOTS_FILE_SIZE

SHELL_PAGE: Final = "index.html"
SLOTS: Final = "slots"
LARGEST_BLOB: Final = sealed_size(frame_size(16 << 20))

_SITE = r"[a-z2-7]{16}"
_IS_SITE = re.compile(_SITE)
_IS_BLOB = re.compile(rf"{_SITE}/d/[a-z2-7]{{26}}")
_IS_MANIFEST = re.compile(rf"{_SITE}/m[1-9][0-9]{{0,9}}")
_IS_SLOTS = re.compile(rf"{_SITE}/{SLOTS}")
_IS_THEME = re.compile(r"theme/[A-Za-z0-9_-]+/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-][A-Za-z0-9._-]*")
_IS_SHELL = re.compile(rf"{_SITE}/{SHELL_PAGE}|shell/[A-Za-z0-9][A-Za-z0-9._-]*|sw\.js")
_AT_THE_TOP: Final = frozenset(
    {"index.html", "404.html", "robots.txt", ".nojekyll", "_headers", ".htaccess", "staticwebapp.config.json"}
)


def place_of(path: str) -> Place:
    """What kind of file lies at this path of a deployment; OTHER when none may."""
    if is_blob(path) or is_manifest(path) or is_slots(path):
        return Place.SEALED
    if _IS_SHELL.fullmatch(path) or path in _AT_THE_TOP:
        return Place.SHELL
    return Place.THEME if _IS_THEME.fullmatch(path) else Place.OTHER


def files_in(out: Path) -> Iterator[str]:
    """Every file of a deployment that may be there, folder by folder, in a stable order."""
    for folder, below, names in os.walk(out):
        below.sort()
        place = Path(folder).relative_to(out).as_posix()
        prefix = "" if place == "." else f"{place}/"
        for name in sorted(names):
            if place_of(f"{prefix}{name}") is not Place.OTHER:
                yield f"{prefix}{name}"


def is_site(name: str) -> bool:
    """Whether a folder is named like a site."""
    return _IS_SITE.fullmatch(name) is not None


def is_blob(path: str) -> bool:
    """Whether this is the path of a sealed blob."""
    return _IS_BLOB.fullmatch(path) is not None


def is_manifest(path: str) -> bool:
    """Whether this is the path of a sealed contents list."""
    return _IS_MANIFEST.fullmatch(path) is not None


def is_slots(path: str) -> bool:
    """Whether this is the path of a site's key slots."""
    return _IS_SLOTS.fullmatch(path) is not None


def place_in_order(path: str) -> int:
    """In which of four steps a file goes out: sealed files, what all share, contents lists, key slots.

    What points comes after what it points to, so that a portfolio opens at every moment between.
    """
    if is_slots(path):
        return 3
    if is_manifest(path):
        return 2
    return 0 if is_blob(path) else 1


def has_sealed_size(path: str, *, size: int) -> bool:
    """Whether a sealed file of this path can have this size: slots have one, all others only Padmé's."""
    if is_slots(path):
        return size == SLOTS_FILE_SIZE
    if not has_message_length(size) or size > LARGEST_BLOB:
        return False
    framed = _opened_size(size)
    return framed >= SMALLEST_FRAME and frame_size(framed - LENGTH_SIZE) == framed


def _opened_size(size: int) -> int:
    """The inverse of `sealed_size`, which grows by more than a byte where a chunk begins."""
    low, high = 0, size
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if sealed_size(middle) < size else (low, middle)
    return low
