"""The last chapter: made sites, key slots and what all sites share become the deployment in `dist/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.model.audience import FAMILY_EDITION, SHOWCASE_EDITION
from generator.model.school import School
from generator.pages.stylesheet import ThemeFile, theme_folder
from generator.publish.canary import canaries_of
from generator.publish.dist import Committed, Plan, SitePlan, commit
from generator.publish.gate import OutgoingFile, let_through
from generator.publish.shell import shell_files, site_page
from generator.publish.staging import Staging
from generator.publish.strings import Text, TextKind
from generator.vault.keyring import Keyring
from generator.vault.keyring_records import SiteRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What is to be published. `made` gives the names of all files of each site that was made, by site id."""

    school: School
    made: Mapping[str, frozenset[str]]
    sites: frozenset[str]
    """Ids of all the school's sites, made just now or lying there."""
    theme: tuple[ThemeFile, ...]
    bookkeeping: Path
    prune: bool
    at_once: frozenset[str] = frozenset()
    """Sites from which somebody's consent keeps something out: what they no longer name is deleted right away."""


def publish(deployment: Deployment, *, keyring: Keyring, staging: Staging) -> tuple[tuple[str, str], ...]:
    """Makes the deployment what it is to be; gives what was left alone in it, and why.

    Raises NotPublished before anything is touched when something readable would get out.
    """
    there = frozenset(
        site for site in deployment.sites if site in deployment.made or _lies_in(staging.out, site)
    )
    gone = {
        site.key.site: site
        for site in keyring.sites
        if site.key.site not in deployment.sites and _lies_in(staging.out, site.key.site)
    }
    removed = frozenset(
        name for name, site in gone.items() if deployment.prune or site.edition == SHOWCASE_EDITION.name
    )
    shared = {**shell_files(), **_theme(deployment.theme)}
    of_sites = _beside_the_pages(keyring, there=there)
    _through_the_gate({**shared, **of_sites}, school=deployment.school)
    for path, data in (*shared.items(), *of_sites.items()):
        staging.put(path, data)
    committed = commit(
        staging,
        Plan(
            built=tuple(
                SitePlan(
                    site=site, files=frozenset({f"{site}/{name}" for name in (*names, "slots", "index.html")})
                )
                for site, names in deployment.made.items()
            ),
            kept=(there - deployment.made.keys()) | (gone.keys() - removed),
            removed=removed,
            shared=frozenset(shared),
            at_once=deployment.at_once,
        ),
        bookkeeping=deployment.bookkeeping,
    )
    return (*_gone(gone, removed=removed), *_foreign(committed))


def _lies_in(out: Path, site: str) -> bool:
    return (out / site / "slots").is_file()


def _theme(files: tuple[ThemeFile, ...]) -> dict[str, bytes]:
    folder = theme_folder(files)
    return {f"{folder}{file.path}": file.data for file in files}


def _beside_the_pages(keyring: Keyring, *, there: frozenset[str]) -> dict[str, bytes]:
    """Every site's own copy of the shell page, and its key slots, which may change though its pages do not."""
    page = site_page()
    files: dict[str, bytes] = {}
    for site in keyring.sites:
        if site.key.site in there:
            slots = keyring.slots(site.student, edition=site.edition, together=there)
            files[f"{site.key.site}/{slots.name}"] = slots.data
            files[f"{site.key.site}/index.html"] = page
    return files


def _through_the_gate(files: Mapping[str, bytes], *, school: School) -> None:
    names = (
        Text(TextKind.NAME, name) for student in school.students for name in (student.name, student.called)
    )
    shell = {**shell_files(), **{path: site_page() for path in files if path.endswith("/index.html")}}
    outgoing = (OutgoingFile(path=path, data=data) for path, data in files.items())
    let_through(outgoing, canaries=canaries_of(names), shell=shell)


def _gone(gone: Mapping[str, SiteRecord], *, removed: frozenset[str]) -> Iterator[tuple[str, str]]:
    for name, site in gone.items():
        what = site.student if site.edition == FAMILY_EDITION.name else f"{site.student} ({site.edition})"
        if site.edition == SHOWCASE_EDITION.name:
            yield what, "is not shared any more; taken out of the deployment"
        elif name in removed:
            yield what, "is not in the files any more; taken out of the deployment"
        else:
            yield (
                what,
                "is not in the files any more and still published; `kinfolio build --prune` takes it out",
            )


def _foreign(committed: Committed) -> tuple[tuple[str, str], ...]:
    return tuple((name, "lies in the output and is not ours; left alone") for name in committed.foreign)
