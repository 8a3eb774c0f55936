"""Waiting until what was written would outlast a power cut."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final


def settle(paths: Iterable[Path]) -> None:
    """Returns when these files and folders are on the disk. Raises OSError.

    A disk takes many at once for little more than one, so they are not waited for one by one.
    """
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for _ in pool.map(_settle, paths):
            pass


_AT_ONCE: Final = 16


def _settle(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        # Windows keeps the names of files itself, and opens no folder.
        return
    # Windows settles only what may be written to.
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
