"""Writing an opened site to a folder as ordinary files, and nowhere else."""

import shutil
import tempfile
from pathlib import Path

from generator.vault.errors import VaultError
from generator.vault.open import OpenedSite
from generator.vault.paths import is_safe_path


def unseal_site(site: OpenedSite, *, into: Path) -> tuple[Path, ...]:
    """Writes every page and picture, and the theme from beside the site where it is there; gives what it wrote.

    `into` must be absent or empty. It appears whole or not at all: files are written beside it first.
    Raises VaultError when it holds something, or when any file of the site is refused.
    """
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise VaultError(
            f"{into} already holds something",
            reason="not-empty",
            hint="name a folder that is not there yet, or an empty one",
        )
    into.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".unsealing-", dir=into.parent) as waiting:
        whole = Path(waiting) / "site"
        # Readable pages of a child: for whoever unsealed them, and nobody else on this computer.
        whole.mkdir(mode=0o700)
        for path in site.paths:
            _write(site.read(path), path=path, root=whole)
        theme = site.folder.resolve().parent / site.manifest.publication.theme
        if theme.is_dir():
            shutil.copytree(theme, whole / "theme", ignore=_links)
        if into.exists():
            into.rmdir()
        whole.replace(into)
    return tuple(into.joinpath(*path.split("/")) for path in site.paths)


def _links(folder: str, names: list[str]) -> list[str]:
    # The theme is not authentic: a link in it could lead to any file of this computer.
    return [name for name in names if Path(folder, name).is_symlink()]


def _write(data: bytes, *, path: str, root: Path) -> None:
    # The contents list was checked when it was read; this is the last door before the disk.
    if not is_safe_path(path):
        raise VaultError("a path of the portfolio leads out of its folder", reason="bad-path")
    target = root.joinpath(*path.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
