"""A folder beside the deployment in which the next one is put together, out of sight until it is whole."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """Where files wait. May be sent to other processes, which put their own sites into it."""

    out: Path
    folder: Path

    def put(self, path: str, data: bytes) -> bool:
        """Lays a file aside for publishing, unless the deployment holds these very bytes already; says which.

        `path` is relative to the deployment, with forward slashes.
        """
        if _holds(self.out / path, data):
            return False
        waiting = self.folder / path
        waiting.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(data)
        return True

    def paths(self) -> tuple[str, ...]:
        """Every file that waits, in a stable order."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path.relative_to(self.folder).as_posix() for path in files))


@contextlib.contextmanager
def staging_for(out: Path) -> Iterator[Staging]:
    """A fresh staging folder on the file system of `out`; gone afterwards, whatever happens.

    Sweeps away what a build that was killed left there. Two builds of one school exclude each other by the keyring.
    """
    out = out.resolve()
    home = _home_for(out)
    home.mkdir(parents=True, exist_ok=True)
    for left_over in home.glob(f"{staging_prefix(out)}*"):
        shutil.rmtree(left_over, ignore_errors=True)
    folder = home / f"{staging_prefix(out)}{os.getpid()}"
    folder.mkdir()
    try:
        yield Staging(out=out, folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def staging_prefix(out: Path) -> str:
    """How the names of the staging folders of `out` begin."""
    return f".{out.name}.staging-"


def _home_for(out: Path) -> Path:
    # Moving a file is one step only within a file system, and `out` may be the root of a mounted one.
    if out.exists() and out.stat().st_dev != out.parent.stat().st_dev:
        return out
    return out.parent


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
