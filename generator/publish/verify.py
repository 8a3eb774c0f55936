"""Comparing a live deployment with the last build: every file, every signature, every header."""

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Final

from generator.problems import KinfolioError
from generator.publish.canary import Place
from generator.publish.findings import Difference, Finding, KnownSite, of_file, of_headers, of_site
from generator.publish.hosts import host_files
from generator.publish.layout import LARGEST_BLOB, SHELL_PAGE, is_manifest, is_slots, place_of
from generator.publish.live import Answer, LiveSite
from generator.vault.site import manifest_path


class NothingBuilt(KinfolioError):
    """There is no build to compare with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """How many files were compared, and everything that is not as it was built."""

    files: int
    findings: tuple[Finding, ...]


def verify(
    live: LiveSite,
    *,
    out: Path,
    sites: tuple[KnownSite, ...],
    with_headers: bool,
    advance: Callable[[], None] = lambda: None,
) -> Verified:
    """Compares everything; without headers for a host that can send none. `advance` is called after each file.

    Raises NotReached when nobody answers, and NothingBuilt.
    """
    paths = published_files(out)
    if not paths:
        raise NothingBuilt(f"there is nothing in {out} to compare with", hint="run `kinfolio build` first")
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        asking = {
            path: pool.submit(live.ask, _asked(path), like=out / path, keep=_kept_of(path)) for path in paths
        }
        answers: dict[str, Answer] = {}
        for path, asked in asking.items():
            answers[path] = asked.result()
            advance()
        strays = tuple(pool.map(lambda stray: _found(live, stray), _strays(paths, sites=sites)))
    findings: list[Finding] = []
    for site in sites:
        own = {path: answer for path, answer in answers.items() if path.startswith(f"{site.key.site}/")}
        findings += of_site(site, own) if own else ()
    known = {site.key.site for site in sites}
    shared = {path: answer for path, answer in answers.items() if path.split("/", 1)[0] not in known}
    findings += [found for path, answer in shared.items() if (found := of_file(path, answer))]
    findings += [found for found in strays if found]
    if with_headers:
        findings += of_headers(answers)
    return Verified(files=len(paths), findings=tuple(findings))


def published_files(out: Path) -> tuple[str, ...]:
    """Every file of the build that a host is to serve, in a stable order."""
    kept_back = {*host_files(), ".nojekyll", "404.html"}
    files = sorted(file for file in out.rglob("*") if file.is_file()) if out.is_dir() else []
    paths = (file.relative_to(out).as_posix() for file in files)
    return tuple(path for path in paths if path not in kept_back and place_of(path) is not Place.OTHER)


_AT_ONCE: Final = 8


def _asked(path: str) -> str:
    # Families ask for the folder, and some hosts redirect whoever asks for its page by name.
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == SHELL_PAGE else path


def _kept_of(path: str) -> int:
    # Only these are looked into.
    return LARGEST_BLOB if is_manifest(path) or is_slots(path) else 0


def _strays(paths: tuple[str, ...], *, sites: tuple[KnownSite, ...]) -> Iterator[Finding]:
    """What would be wrong if the host answered there."""
    yield Finding(
        difference=Difference.FRIENDLY,
        path=secrets.token_hex(10),
        message="the host answers for a file that does not exist; readers then take its page for a damaged portfolio",
    )
    there = {path.split("/", 1)[0] for path in paths}
    for site in sites:
        folder = site.key.site
        if folder not in there:
            message = (
                f"the portfolio of {site.name} is not in the last build and still on the web; delete it there"
            )
            yield Finding(difference=Difference.LEFT_OVER, path=f"{folder}/slots", message=message)
            continue
        yield Finding(
            difference=Difference.LEFT_OVER,
            path=f"{folder}/d/",
            message=f"the host lists the files of {site.name} to anybody; turn listing off",
        )
        for epoch in range(max(1, site.key.epoch - _EPOCHS_BACK), site.key.epoch):
            if f"{folder}/{manifest_path(epoch)}" not in paths:
                message = (
                    f"a contents list of {site.name} from before its keys were renewed is still on the web;"
                    " delete it there"
                )
                path = f"{folder}/{manifest_path(epoch)}"
                yield Finding(difference=Difference.LEFT_OVER, path=path, message=message)


_EPOCHS_BACK: Final = 3


def _found(live: LiveSite, stray: Finding) -> Finding | None:
    return stray if live.ask(stray.path, like=None).status == HTTPStatus.OK else None
