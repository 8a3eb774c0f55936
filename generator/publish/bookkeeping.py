"""A note of which files the last publication no longer named, so that they go when the next one comes."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

_LAYOUT = 1


def read_superseded(file: Path) -> dict[str, frozenset[str]]:
    """Paths by site; nothing when there is no note or it cannot be understood, which only keeps files longer."""
    try:
        stored = json.loads(file.read_text(encoding="utf-8"))
        if stored["layout"] != _LAYOUT:
            return {}
        return {str(site): frozenset(map(str, paths)) for site, paths in stored["superseded"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def save_superseded(file: Path, superseded: Mapping[str, frozenset[str]]) -> None:
    """Writes the note whole or not at all."""
    note = {"layout": _LAYOUT, "superseded": {site: sorted(paths) for site, paths in superseded.items()}}
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        fresh.write_text(json.dumps(note, indent=1), encoding="utf-8", newline="\n")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
