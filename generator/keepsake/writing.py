"""Puts an open edition on the disk: as a folder, whole or not at all, and as one zip that has the same bytes every time."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from generator.keepsake.bag import MARK
from generator.keepsake.files import KeptFile
from generator.problems import KinfolioError

_SAME_DAY: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_ORDINARY_FILE: Final = 0o100644 << 16


def write_folder(files: Iterable[KeptFile], folder: Path) -> None:
    """Writes the folder; an open edition that lies there already is replaced in one step.

    Raises:
        KinfolioError: something else lies there.
    """
    if folder.exists() and not (folder / MARK).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise KinfolioError(
            f"{folder} is there already and is no keepsake", hint="name another folder with --out, or move it"
        )
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".keepsake-"))
    try:
        fresh = aside / "fresh"
        fresh.mkdir(mode=0o700)
        for file in files:
            place = fresh / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(file.data, Path):
                shutil.copyfile(file.data, place)
            else:
                place.write_bytes(file.data)
        _put(fresh, folder, before=aside / "before")
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put(fresh: Path, folder: Path, *, before: Path) -> None:
    if folder.exists():
        folder.rename(before)
    try:
        fresh.rename(folder)
    except OSError:
        if before.exists():
            before.rename(folder)
        raise


def write_zip(files: Iterable[KeptFile], archive: Path, *, top: str) -> None:
    """Writes all files below one folder `top`. Nothing is compressed: compressors differ, and pictures are small already."""
    with _whole(archive) as opened, zipfile.ZipFile(opened, "w") as written:
        for file in sorted(files, key=lambda one: one.path):
            entry = zipfile.ZipInfo(f"{top}/{file.path}", date_time=_SAME_DAY)
            entry.create_system, entry.external_attr = _UNIX, _ORDINARY_FILE
            written.writestr(entry, file.read())


def write_file(place: Path, body: bytes) -> None:
    """Writes one file, whole or not at all."""
    with _whole(place) as opened:
        opened.write(body)


@contextmanager
def _whole(place: Path) -> Iterator[IO[bytes]]:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes files that only their owner can read.
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".keepsake-")
    try:
        with os.fdopen(handle, "wb") as opened:
            yield opened
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
