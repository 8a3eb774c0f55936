"""What a site was made from last time, so that an unchanged one is left alone.

The cache holds digests, opaque names and sizes, and the problems that were told (whose words stand in the content
folder already). It lives outside `dist/`, may be deleted at any time, and is believed only while the published files
it speaks of are all there with the sizes it remembers.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from generator import __version__
from generator.problems import Origin, Problem, Severity

_LAYOUT = 1
_SOURCES = frozenset({".py", ".html", ".css", ".svg", ".yml", ".po", ".mo"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMaking:
    """How one site came about when it was last made. `outputs` are names below the site's folder with their sizes in bytes."""

    fingerprint: str
    outputs: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]

    def describes(self, folder: Path) -> bool:
        """Whether every output is there with its size; a cheap look that reads no file."""
        try:
            return all((folder / name).stat().st_size == size for name, size in self.outputs)
        except OSError:
            return False


class SiteCache:
    """One small record per site, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, site: str) -> LastMaking | None:
        """The record of a site; None where there is none or it cannot be understood."""
        try:
            stored = json.loads((self._folder / f"{site}.json").read_text(encoding="utf-8"))
            if stored["layout"] != _LAYOUT:
                return None
            return LastMaking(
                fingerprint=stored["fingerprint"],
                outputs=tuple((name, size) for name, size in stored["outputs"]),
                problems=tuple(_problem(entry) for entry in stored["problems"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self, site: str) -> None:
        """Drops the record of a site, if there is one."""
        (self._folder / f"{site}.json").unlink(missing_ok=True)

    def keep(self, site: str, record: LastMaking) -> None:
        """Stores a record whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(
            {
                "layout": _LAYOUT,
                "fingerprint": record.fingerprint,
                "outputs": record.outputs,
                "problems": [asdict(problem) for problem in record.problems],
            },
            ensure_ascii=False,
        )
        handle, name = tempfile.mkstemp(dir=self._folder, prefix=f".{site}-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(self._folder / f"{site}.json")


def fingerprint_of(parts: Iterable[object]) -> str:
    """One digest of records and texts, in order. Records must show themselves wholly in their `repr`."""
    digest = hashlib.sha256()
    for part in parts:
        encoded = repr(part).encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big"))
        digest.update(encoded)
    return digest.hexdigest()


def fingerprint_of_program(theme_folders: tuple[Path, ...]) -> str:
    """Changes whenever Kinfolio or the theme does, in a checkout too: names, sizes and times of their files."""
    package = Path(__file__).parent
    files = [
        path
        for folder in (package, *theme_folders)
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SOURCES
    ]
    stats = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return fingerprint_of([__version__, *stats])


def _problem(entry: dict[str, object]) -> Problem:
    origin = entry["origin"]
    if not isinstance(origin, dict):
        raise TypeError
    return Problem(
        severity=Severity(str(entry["severity"])),
        origin=Origin(**origin),
        slug=str(entry["slug"]),
        message=str(entry["message"]),
        fix=str(entry["fix"]),
    )
