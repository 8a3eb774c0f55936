"""Comparing a live deployment with the last build: every file, every signature, every header."""

import secrets
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from http import HTTPStatus
from itertools import groupby
from pathlib import Path
from typing import Final, TypeVar

from generator.problems import KinfolioError
from generator.publish.findings import (
    Difference,
    Finding,
    HeaderSlips,
    KnownSite,
    of_content,
    of_file,
    of_site,
)
from generator.publish.hosts import host_files
from generator.publish.layout import LARGEST_BLOB, SHELL_PAGE, files_in, is_manifest, is_slots
from generator.publish.live import Answer, LiveSite
from generator.vault.site import manifest_path
from generator.vault.slots import SLOTS_FILE_SIZE

Question = TypeVar("Question")
Reply = TypeVar("Reply")


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
    paths: tuple[str, ...],
    sites: tuple[KnownSite, ...],
    with_headers: bool,
    advance: Callable[[], None] = lambda: None,
) -> Verified:
    """Compares everything; without headers for a host that can send none. `advance` is called after each file.

    `paths` are the `published_files` of that build. Holds the answers of one portfolio at a time.
    Raises NotReached when nobody answers, and NothingBuilt.
    """
    if not paths:
        raise NothingBuilt(f"there is nothing in {out} to compare with", hint="run `kinfolio build` first")
    known = {site.key.site: site for site in sites}
    findings: list[Finding] = []
    slips = HeaderSlips()

    def look(path: str) -> tuple[Answer, Finding | None]:
        return _look(live, path, home=out / path, site=known.get(_top(path)))

    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        for top, answered in groupby(_in_turn(pool, paths, ask=look), key=lambda pair: _top(pair[0])):
            answers: dict[str, Answer] = {}
            read: dict[str, Finding] = {}
            for path, (answer, found) in answered:
                answers[path] = answer
                read |= {path: found} if found else {}
                advance()
            site = known.get(top)
            findings += of_site(site, answers, read=read) if site else _of_shared(answers)
            slips.note(answers)
        strays = _in_turn(pool, _strays(paths, sites=sites), ask=lambda stray: _found(live, stray))
        findings += [found for _, found in strays if found]
    if with_headers:
        findings += slips.findings()
    return Verified(files=len(paths), findings=tuple(findings))


def published_files(out: Path) -> tuple[str, ...]:
    """Every file of the build that a host is to serve, in a stable order."""
    return tuple(path for path in files_in(out) if path not in KEPT_BACK)


KEPT_BACK: Final = frozenset({*host_files(), ".nojekyll", "404.html"})
"""What a host reads and shows nobody under its name; an upload sends it every time."""
_AT_ONCE: Final = 8
_AHEAD: Final = 8 * _AT_ONCE
"""How many questions wait their turn; all of them at once would be all answers at once."""


def _in_turn(
    pool: Executor, questions: Iterable[Question], *, ask: Callable[[Question], Reply]
) -> Iterator[tuple[Question, Reply]]:
    """Asks some questions at once and gives all of them with their answers, in their order."""
    waiting: deque[tuple[Question, Future[Reply]]] = deque()
    for question in questions:
        if len(waiting) == _AHEAD:
            first, answer = waiting.popleft()
            yield first, answer.result()
        waiting.append((question, pool.submit(ask, question)))
    while waiting:
        first, answer = waiting.popleft()
        yield first, answer.result()


def _top(path: str) -> str:
    """The folder that a file belongs to; empty for those beside the portfolios."""
    folder, slash, _ = path.partition("/")
    return folder if slash else ""


def _of_shared(answers: Mapping[str, Answer]) -> Iterator[Finding]:
    for path, answer in answers.items():
        if found := of_file(path, answer):
            yield found


def _asked(path: str) -> str:
    # Families ask for the folder, and some hosts redirect whoever asks for its page by name.
    folder, _, name = path.rpartition("/")
    return (f"{folder}/" if folder else "") if name == SHELL_PAGE else path


def _look(live: LiveSite, path: str, *, home: Path, site: KnownSite | None) -> tuple[Answer, Finding | None]:
    """What a host says about a path, and what its content tells; the content itself is let go of at once."""
    answer = live.ask(_asked(path), like=home, keep=_kept_of(path))
    found = of_content(site, path=path, answer=answer) if site else None
    return replace(answer, body=b""), found


def _kept_of(path: str) -> int:
    # Only these are looked into.
    if is_slots(path):
        return SLOTS_FILE_SIZE
    return LARGEST_BLOB if is_manifest(path) else 0


def _strays(paths: tuple[str, ...], *, sites: tuple[KnownSite, ...]) -> Iterator[Finding]:
    """What would be wrong if the host answered there."""
    yield Finding(
        difference=Difference.FRIENDLY,
        path=secrets.token_hex(10),
        message="the host answers for a file that does not exist; readers then take its page for a damaged portfolio",
    )
    published = frozenset(paths)
    there = frozenset(map(_top, paths))
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
            path = f"{folder}/{manifest_path(epoch)}"
            if path not in published:
                message = (
                    f"a contents list of {site.name} from before its keys were renewed is still on the web;"
                    " delete it there"
                )
                yield Finding(difference=Difference.LEFT_OVER, path=path, message=message)


_EPOCHS_BACK: Final = 3


def _found(live: LiveSite, stray: Finding) -> Finding | None:
    return stray if live.ask(stray.path, like=None).status == HTTPStatus.OK else None
