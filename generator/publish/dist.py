"""The step from the old deployment to the new one, in an order in which every moment is whole.

Blobs come first, under names nobody knows yet; then contents lists, each replaced in one step; then key slots, which
may point to a contents list of a new epoch and therefore find it there. So a site opens as it was, or as it will be,
at whatever step the power goes: each of these groups is on the disk before the next begins. What the new publication
no longer names goes last, and a generation later.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.publish.bookkeeping import read_superseded, save_superseded
from generator.publish.canary import Place
from generator.publish.durable import settle
from generator.publish.layout import is_manifest, is_slots, place_in_order, place_of
from generator.publish.staging import Staging, staging_prefix


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """One site that was built: all its files, as paths relative to the deployment, those that did not change too."""

    site: str
    files: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the deployment is to be. Sites that are neither built, kept nor removed are reported and left alone."""

    built: tuple[SitePlan, ...]
    kept: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    """Paths of all files outside of sites."""
    at_once: frozenset[str] = frozenset()
    """Sites whose unnamed files go right away, for they may show what somebody took back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Committed:
    """What was done. All are paths relative to the deployment; `foreign` ones are not ours and were left alone."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    foreign: tuple[str, ...]


def commit(staging: Staging, plan: Plan, *, bookkeeping: Path) -> Committed:
    """Makes the deployment what the plan says, out of what waits in the staging folder.

    `bookkeeping` is a small file of ours outside the deployment; without it old blobs only stay longer. Raises OSError
    when a step fails; everything is then as old or as new, and building again goes on from there.
    """
    written = tuple(sorted(staging.paths(), key=_rank))
    for _, group in groupby(written, key=place_in_order):
        _move(tuple(group), staging)
    superseded = read_superseded(bookkeeping)
    stale, waiting = _sort_out(staging.out, plan, written=frozenset(written), superseded=superseded)
    if waiting != superseded:
        save_superseded(bookkeeping, waiting)
    deleted = tuple(path for path in stale if _deleted(staging.out, path))
    for site in sorted(plan.removed):
        _drop_empty(staging.out / site)
    for folder in {(staging.out / path).parent for path in deleted}:
        _drop_empty(folder)
    return Committed(written=written, deleted=deleted, foreign=_foreign(staging.out, plan))


def _move(paths: tuple[str, ...], staging: Staging) -> None:
    """Moves files, and waits for the disk before and after: what comes next may point to them."""
    settle(staging.folder / path for path in paths)
    folders = {staging.out}
    for path in paths:
        target = staging.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (staging.folder / path).replace(target)
        folders |= {folder for folder in target.parents if folder.is_relative_to(staging.out)}
    settle(sorted(folders))


_SHARED: Final = ""
"""Stands for the files outside of sites, where a site's id would stand."""
_NOT_WORTH_TELLING: Final = frozenset({".git", ".well-known", "CNAME", ".DS_Store"})


def _rank(path: str) -> tuple[int, str]:
    return (place_in_order(path), path)


def _sort_out(
    out: Path, plan: Plan, *, written: frozenset[str], superseded: dict[str, frozenset[str]]
) -> tuple[tuple[str, ...], dict[str, frozenset[str]]]:
    """What to delete now, in that order, and what to delete when its site changes the next time."""
    now: list[str] = []
    later = {owner: paths for owner, paths in superseded.items() if owner not in plan.removed}
    for site in sorted(plan.removed):
        now += sorted(
            _files_of_site(out, site), key=lambda path: (not is_slots(path), not is_manifest(path), path)
        )
    for site_plan in plan.built:
        unnamed = _files_of_site(out, site_plan.site) - site_plan.files
        renewed = any(map(is_manifest, unnamed))
        if not renewed and not any(is_manifest(path) and path in written for path in site_plan.files):
            continue
        # A new epoch begins when somebody lost access; nothing they could open is kept for the sake of open tabs.
        due = (
            unnamed
            if renewed or site_plan.site in plan.at_once
            else unnamed & superseded.get(site_plan.site, frozenset())
        )
        now += sorted(due, key=lambda path: (not is_manifest(path), path))
        later[site_plan.site] = unnamed - due
    if not plan.kept and not plan.shared.isdisjoint(written):
        unnamed = _shared_files(out) - plan.shared
        due = unnamed & superseded.get(_SHARED, frozenset())
        now += sorted(due)
        later[_SHARED] = unnamed - due
    return tuple(now), {owner: paths for owner, paths in sorted(later.items()) if paths}


def _files_of_site(out: Path, site: str) -> frozenset[str]:
    """The files of a site that its format knows."""
    found = (f"{site}/{path.name}" for path in _entries(out / site))
    blobs = (f"{site}/d/{path.name}" for path in _entries(out / site / "d"))
    return frozenset(path for path in (*found, *blobs) if place_of(path) in {Place.SEALED, Place.SHELL})


def _shared_files(out: Path) -> frozenset[str]:
    found = (path for folder in ("shell", "theme") for path in (out / folder).rglob("*") if path.is_file())
    return frozenset(path.relative_to(out).as_posix() for path in found)


def _foreign(out: Path, plan: Plan) -> tuple[str, ...]:
    """What lies in the deployment and is not ours; of a folder that is not ours only its name."""
    ours = {site.site for site in plan.built} | plan.kept
    tops = {path.split("/", 1)[0] for path in plan.shared} | ours | _NOT_WORTH_TELLING
    prefix = staging_prefix(out)
    found = [
        path.name for path in _entries(out) if path.name not in tops and not path.name.startswith(prefix)
    ]
    for site in sorted(ours):
        inside = (*_entries(out / site), *_entries(out / site / "d"))
        known = _files_of_site(out, site)
        names = (path.relative_to(out).as_posix() for path in inside)
        found += [name for name in names if name not in known and name != f"{site}/d"]
    return tuple(sorted(found))


def _entries(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        yield from folder.iterdir()


def _deleted(out: Path, path: str) -> bool:
    """Deletes a file. One that cannot be deleted today is unnamed again when its site changes the next time."""
    try:
        (out / path).unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _drop_empty(folder: Path) -> None:
    for each in (folder / "d", folder):
        with contextlib.suppress(OSError):
            each.rmdir()
