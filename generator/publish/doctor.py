"""What a host takes, in numbers, held against what a deployment is, before anything is sent."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.publish.canary import Place
from generator.publish.layout import is_manifest, is_site, place_of
from generator.publish.staging import staging_prefix

_MB: Final = 1_000_000
_MIB: Final = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """One host, or one plan of it, with the limits that can stop an upload; None where there is none."""

    name: str
    files: int | None = None
    bytes_per_file: int | None = None
    bytes_in_all: int | None = None
    in_one_folder: int | None = None
    """Files and folders directly in one folder."""
    folders_count: bool = False
    """Whether a folder counts as a file, as it does where the web space counts inodes."""
    instead: str = ""
    """What to do when this host is too small."""


HOSTS: Final = (
    Host(
        name="apache",
        folders_count=True,
        instead="ask for a larger web space, or give each class an address of its own",
    ),
    Host(
        name="azure",
        bytes_in_all=250 * _MB,
        instead="azure-standard takes twice as much; a web server of your own has no such limit",
    ),
    Host(
        name="azure-standard",
        bytes_in_all=500 * _MB,
        instead="a storage account with a web server in front of it, or a server of your own, has no such limit",
    ),
    Host(
        name="cloudflare",
        files=20_000,
        bytes_per_file=25 * _MIB,
        instead="cloudflare-paid takes 100,000 files; or publish each class as a project of its own",
    ),
    Host(
        name="cloudflare-paid",
        files=100_000,
        bytes_per_file=25 * _MIB,
        instead="publish each class as a project of its own",
    ),
    Host(
        name="github",
        bytes_in_all=1_000 * _MB,
        instead="GitHub Pages is for trying out; docs/hosting.md has hosts for a school",
    ),
    Host(name="netlify", in_one_folder=54_000, instead="publish each class as a site of its own"),
    Host(name="nginx"),
    Host(name="s3"),
)
"""Every host that docs/hosting.md has a recipe for. Where a host writes MB the smaller meaning is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What an upload of the whole folder sends."""

    files: int
    folders: int
    bytes_in_all: int
    largest: tuple[str, int]
    """The path and the size of the largest file."""
    fullest: tuple[str, int]
    """The folder with the most entries, and how many."""
    strangers: tuple[str, ...]
    """Files that are not ours and would go out with it."""
    torn: tuple[str, ...]
    """Folders of portfolios that lack their page, their key slots or their contents list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One reason not to begin, with its numbers, and what to do."""

    message: str
    hint: str


def weigh(out: Path) -> Load:
    """Looks at every file of a deployment once, and opens none."""
    files = folders = total = 0
    largest, fullest = ("", -1), ("", -1)
    strangers: list[str] = []
    torn: list[str] = []
    for folder, below, names in os.walk(out):
        place = Path(folder).relative_to(out).as_posix()
        below[:] = sorted(name for name in below if not _stays_home(name, out=out))
        prefix = "" if place == "." else f"{place}/"
        folders += place != "."
        fullest = max(fullest, (place, len(below) + len(names)), key=lambda known: known[1])
        if is_site(place) and not _is_whole(place, names):
            torn.append(place)
        for name in sorted(names):
            path, size = f"{prefix}{name}", (Path(folder) / name).lstat().st_size
            files, total = files + 1, total + size
            largest = max(largest, (path, size), key=lambda known: known[1])
            if place_of(path) is Place.OTHER and not _is_welcome(path):
                strangers.append(path)
    return Load(
        files=files,
        folders=folders,
        bytes_in_all=total,
        largest=largest,
        fullest=fullest,
        strangers=tuple(strangers),
        torn=tuple(torn),
    )


def refusals(load: Load, host: Host) -> Iterator[Refusal]:
    """Why this host would not take the deployment, or nobody should."""
    if load.strangers:
        message = (
            f"what Kinfolio did not make would be published, and is not sealed: {_named(load.strangers)}"
        )
        yield Refusal(message=message, hint="take it out of the folder")
    if load.torn:
        message = (
            f"these portfolios lack their page, their key slots or their contents list: {_named(load.torn)}"
        )
        yield Refusal(message=message, hint="run `kinfolio build` again")
    entries = load.files + (load.folders if host.folders_count else 0)
    if host.files is not None and entries > host.files:
        what = "files and folders" if host.folders_count else "files"
        message = f"{host.name} takes {host.files:,} {what}, and here are {entries:,}"
        yield Refusal(message=message, hint=host.instead)
    path, size = load.largest
    if host.bytes_per_file is not None and size > host.bytes_per_file:
        message = (
            f"{host.name} takes {_at_most(host.bytes_per_file)} in one file, and {path} has {megabytes(size)}"
        )
        yield Refusal(message=message, hint="take the longest film or recording out of that portfolio")
    if host.bytes_in_all is not None and load.bytes_in_all > host.bytes_in_all:
        message = f"{host.name} takes {_at_most(host.bytes_in_all)} in all, and here are {megabytes(load.bytes_in_all)}"
        yield Refusal(message=message, hint=host.instead)
    folder, entries = load.fullest
    if host.in_one_folder is not None and entries > host.in_one_folder:
        where = "the deployment" if folder == "." else folder
        message = f"{host.name} takes {host.in_one_folder:,} in one folder, and {where} has {entries:,}"
        yield Refusal(message=message, hint=host.instead)


def megabytes(size: int) -> str:
    """`262.2 MB`, rounded up."""
    return _tenths(-(-size * 10 // _MB))


def _at_most(limit: int) -> str:
    """Rounded down, so that what is one byte too much never reads like what is allowed."""
    return _tenths(limit * 10 // _MB)


def _tenths(tenths: int) -> str:
    return f"{tenths // 10:,}.{tenths % 10} MB"


def _named(paths: tuple[str, ...]) -> str:
    return ", ".join(paths[:3]) + (f" and {len(paths) - 3:,} more" if len(paths) > 3 else "")


_WELCOME: Final = frozenset({"CNAME"})


def _is_welcome(path: str) -> bool:
    """Whether a school may have put it there on purpose, as hosts and certificates ask for it."""
    return path in _WELCOME or path.startswith(".well-known/")


def _stays_home(name: str, *, out: Path) -> bool:
    return name == ".git" or name.startswith(staging_prefix(out))


def _is_whole(site: str, names: list[str]) -> bool:
    return {"index.html", "slots"} <= set(names) and any(is_manifest(f"{site}/{name}") for name in names)
