"""A note of what `verify` found on the web, so that the next upload sends only what differs from that.

Written only when a whole deployment was the same, hence a broken upload never counts. It holds names, sizes and times
of sealed files, and lies beside the keyring.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from generator.problems import KinfolioError

Stamp: TypeAlias = tuple[int, int]
"""Size and time of a file here: a build that changes a file changes its time."""

PROVEN_NAME: Final = "proven.json"
_LAYOUT: Final = 1


def stamps_of(out: Path, paths: Iterable[str]) -> dict[str, Stamp]:
    """The stamp of each file of a deployment. A file that goes meanwhile has none."""
    stamps: dict[str, Stamp] = {}
    for path in paths:
        try:
            found = (out / path).stat()
        except FileNotFoundError:
            continue
        stamps[path] = (found.st_size, found.st_mtime_ns)
    return stamps


def read_proven(file: Path, *, address: str) -> dict[str, Stamp]:
    """What is at this address; nothing when it was never proven, which only makes an upload larger."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["layout"] != _LAYOUT:
            return {}
        return {
            str(path): (int(size), int(time)) for path, (size, time) in stored["at"].get(address, {}).items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def save_proven(file: Path, stamps: Mapping[str, Stamp], *, address: str) -> None:
    """Writes the note whole or not at all. Only the last address is kept: an upload goes to one place."""
    note = {"layout": _LAYOUT, "at": {address: stamps}}
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_text(json.dumps(note), encoding="utf-8", newline="\n")
        fresh.replace(file)
    except OSError as failure:
        raise KinfolioError(
            f"{file} cannot be written: {failure.strerror or failure}",
            hint="everything was compared all the same; the next upload will be a whole one",
        ) from failure
    finally:
        fresh.unlink(missing_ok=True)
