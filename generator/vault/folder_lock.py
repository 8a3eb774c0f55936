"""One Kinfolio at a time in a folder; the lock ends with the process, however that ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.vault.errors import KeyringError

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_one(lock_file: Path) -> Iterator[None]:
    """Holds the lock while the block runs. Raises KeyringError at once when somebody else holds it."""
    with lock_file.open("ab") as file:
        try:
            _take(file)
        except OSError:
            raise KeyringError(
                "another Kinfolio is using the keyring",
                reason="in-use",
                hint="wait until it has finished, then try again",
            ) from None
        yield
