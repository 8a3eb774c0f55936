"""One sealed portfolio for a disk: what a deployment holds of it, in files that open without a server.

Browsers let a page from a disk load scripts, and fetch nothing; so every sealed file is handed over by a script of its
own, in base64. `vault/browser/format/script_files.js` is the other half. The folders are those of a deployment.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.problems import KinfolioError
from generator.publish.findings import KnownSite
from generator.publish.layout import SHELL_PAGE, SLOTS
from generator.publish.shell import as_script, offline_shell_files
from generator.vault.manifest import PartedFile
from generator.vault.open import open_manifest
from generator.vault.site import blob_path, manifest_path

_START: Final = (Path(__file__).resolve().parent / "front" / "offline.html").read_text(encoding="utf-8")
_SAME_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The time of every file in an archive, so that the same portfolio gives the same bytes."""


class NotOffline(KinfolioError):
    """The edition for a disk cannot be made; nothing was written."""


def offline_files(deployment: Path, *, site: KnownSite) -> Iterator[tuple[str, bytes]]:
    """Every file of the edition by its path, out of the last build. Superseded sealed files are left behind.

    Raises NotOffline when the build does not hold the portfolio, and VaultError when its contents list is damaged.
    """
    folder, key = deployment / site.key.site, site.key
    contents = manifest_path(key.epoch)
    sealed = _read(folder / contents, site=site)
    manifest = open_manifest(sealed, name=contents, key=key, school=site.school)
    shell = offline_shell_files()
    yield "index.html", _START.replace("SITE", key.site).encode()
    yield f"{key.site}/{SHELL_PAGE}", shell.pop(SHELL_PAGE)
    yield from shell.items()
    theme = deployment / manifest.publication.theme
    for path in sorted(theme.rglob("*")):
        if path.is_file():
            yield path.relative_to(deployment).as_posix(), path.read_bytes()
    yield f"{key.site}/{contents}.js", as_script(sealed)
    parted = (file.parts for file in manifest.files if isinstance(file, PartedFile))
    blobs = (*(pack.blob for pack in manifest.packs), *(name for parts in parted for name in parts))
    for name in (SLOTS, *map(blob_path, dict.fromkeys(blobs))):
        yield f"{key.site}/{name}.js", as_script(_read(folder / name, site=site))


def write_offline(deployment: Path, *, site: KnownSite, to: Path) -> int:
    """Writes the edition into a new folder, or into an archive where the name ends in `.zip`; gives the number of files.

    It appears whole or not at all. Raises NotOffline when there is something already.
    """
    if to.exists() and (to.is_file() or any(to.iterdir())):
        raise NotOffline(f"{to} is there already", hint="name a folder or a .zip file that is not there yet")
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".offline-", dir=to.parent) as waiting:
        whole = Path(waiting) / "portfolio"
        files = offline_files(deployment, site=site)
        written = _into_archive(files, whole) if to.suffix == ".zip" else _into_folder(files, whole)
        if to.exists():
            to.rmdir()
        whole.replace(to)
    return written


def _into_folder(files: Iterator[tuple[str, bytes]], folder: Path) -> int:
    written = 0
    for path, data in files:
        target = folder.joinpath(*path.split("/"))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        written += 1
    return written


def _into_archive(files: Iterator[tuple[str, bytes]], archive: Path) -> int:
    with zipfile.ZipFile(archive, "w") as target:
        for path, data in files:
            # Sealed bytes in base64 shrink back to what they were; nothing else does.
            entry = zipfile.ZipInfo(f"portfolio/{path}", date_time=_SAME_DAY)
            target.writestr(entry, data, compress_type=zipfile.ZIP_DEFLATED)
        return len(target.infolist())


def _read(path: Path, *, site: KnownSite) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as absent:
        raise NotOffline(
            f"the last build does not hold the portfolio of {site.name}", hint="run `kinfolio build` first"
        ) from absent
