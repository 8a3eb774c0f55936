"""Derivatives kept by the content of their source, checked byte for byte before they are used again.

    <folder>/made/<recipe>/<digest of the source>/   derivatives and, written last, record.json
    <folder>/known/<digest of the path>.json         stat data seen with a digest, to save reading the source
    <folder>/work/<random>/                          where a derivative grows before it is moved into place

Names here are digests; nothing in the cache tells a file's name. Several processes may use one cache at once: every
file comes into being whole (`os.replace`), and two who make the same thing make the same bytes.
"""

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from generator.media.records import Derivative, Media, MediaKind, Role, Slip
from generator.problems import Severity

RECIPE = "2"
"""Raised whenever the same source would give other derivatives than before."""

_RACY = 2_000_000_000
"""Nanoseconds. FAT keeps times in steps of two seconds; a file as young as its record may have changed unseen."""

_ABANDONED = 6 * 3600
"""Seconds after which a work folder belongs to a process that died."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaCache:
    """A folder of derivatives. Made on first use; may be deleted at any time."""

    folder: Path

    def digest(self, path: Path) -> str:
        """SHA-256 of a file in hex; read only where stat data does not vouch for the last reading."""
        known = self.folder / "known" / f"{hashlib.sha256(os.fsencode(path)).hexdigest()}.json"
        stamp = _stamp(path)
        remembered = _read_json(known)
        if remembered and remembered.get("stamp") == stamp and isinstance(remembered.get("digest"), str):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime_ns + _RACY <= known.stat().st_mtime_ns:
                    return str(remembered["digest"])
        found = digest_of(path)
        if stamp == _stamp(path):
            _write(known, json.dumps({"stamp": stamp, "digest": found}).encode())
        return found

    def find(self, digest: str, *, variant: str = "") -> Media | None:
        """The media made of that source, every byte of it verified; None where there is none or it is damaged.

        `variant` tells apart what one content becomes in two ways: text by its language.
        """
        entry = self._entry(digest, variant=variant)
        recorded = _read_json(entry / "record.json")
        if not recorded:
            return None
        try:
            media = _media(recorded, entry=entry)
            whole = all(digest_of(each.file) == each.digest for each in media.derivatives)
        except (OSError, KeyError, TypeError, ValueError):
            return None
        return media if whole and media.digest == digest else None

    def keep(self, media: Media, *, variant: str = "") -> Media:
        """Moves derivatives from a work folder into the cache; the same media with files in their lasting place."""
        entry = self._entry(media.digest, variant=variant)
        entry.mkdir(parents=True, exist_ok=True)
        kept = tuple(replace(each, file=_move(each, entry=entry)) for each in media.derivatives)
        media = replace(media, derivatives=kept)
        _write(entry / "record.json", _record(media))
        return media

    @contextlib.contextmanager
    def work_folder(self) -> Iterator[Path]:
        """A folder of one's own on the same disk, gone afterwards."""
        place = self.folder / "work"
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as name:
            yield Path(name)

    def prune(self, *, keep: Collection[str]) -> int:
        """Forgets every source whose digest is not in `keep`, so that what left the content folder leaves here too.

        Returns how many were forgotten.
        """
        forgotten = 0
        for entry in [*(self.folder / "made").glob("*/*")]:
            if entry.parent.name != RECIPE or entry.name.partition("-")[0] not in keep:
                shutil.rmtree(entry, ignore_errors=True)
                forgotten += 1
        for known in [*(self.folder / "known").glob("*.json")]:
            remembered = _read_json(known)
            if not remembered or remembered.get("digest") not in keep:
                known.unlink(missing_ok=True)
        for work in [*(self.folder / "work").glob("*")]:
            with contextlib.suppress(OSError):
                if work.stat().st_mtime < time.time() - _ABANDONED:
                    shutil.rmtree(work, ignore_errors=True)
        return forgotten

    def _entry(self, digest: str, *, variant: str) -> Path:
        return self.folder / "made" / RECIPE / (f"{digest}-{variant}" if variant else digest)


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(path: Path) -> list[int]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_ctime_ns]


def _move(derivative: Derivative, *, entry: Path) -> Path:
    target = entry / derivative.file.name
    try:
        derivative.file.replace(target)
    except PermissionError:
        # Windows: somebody is reading the very same bytes there, which another process put in place first.
        if digest_of(target) != derivative.digest:
            raise
    return target


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except PermissionError:
        # Windows: the file is being read by another process that wrote the same; next time it will be there.
        Path(name).unlink(missing_ok=True)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _record(media: Media) -> bytes:
    fields = asdict(media)
    fields["derivatives"] = [asdict(each) | {"file": each.file.name} for each in media.derivatives]
    body = json.dumps(fields, sort_keys=True)
    return json.dumps({"seal": hashlib.sha256(body.encode()).hexdigest(), "body": body}).encode()


def _media(recorded: dict[str, Any], *, entry: Path) -> Media:
    body = recorded["body"]
    if hashlib.sha256(body.encode()).hexdigest() != recorded["seal"]:
        raise ValueError("damaged record")
    fields = json.loads(body)
    fields["kind"] = MediaKind(fields["kind"])
    fields["page_texts"] = tuple(fields["page_texts"])
    fields["remarks"] = tuple(
        Slip(**each | {"severity": Severity(each["severity"])}) for each in fields["remarks"]
    )
    fields["derivatives"] = tuple(
        Derivative(**each | {"role": Role(each["role"]), "file": entry / Path(each["file"]).name})
        for each in fields["derivatives"]
    )
    return Media(**fields)
