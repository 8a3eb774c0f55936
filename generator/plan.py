"""Which sites a school is to have, and which of them are due to be made."""

from dataclasses import dataclass
from pathlib import Path

from generator.access import Occasion
from generator.cache import SiteCache, fingerprint_of, fingerprint_of_program
from generator.config import Workplace
from generator.media.cache import MediaCache
from generator.media.ffmpeg import find_ffmpeg
from generator.model.identifiers import StudentId
from generator.pages.stylesheet import theme_digest, theme_files, theme_folder
from generator.pages.theme import load_theme
from generator.problems import Problem
from generator.publish.staging import Staging
from generator.site import SiteJob
from generator.vault.site import manifest_path


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePlan:
    """Every site the school is to have. Those in neither tuple were not asked for."""

    due: tuple[SiteJob, ...]
    unchanged: tuple[SiteJob, ...]
    told_before: tuple[Problem, ...]
    """Problems that stand about the unchanged ones since they were made."""
    sites: frozenset[str]
    """Ids of all the school's sites, asked for or not."""
    media: frozenset[str]
    """Digests of all files that speak in any of them."""


def plan_sites(
    occasion: Occasion, *, workplace: Workplace, students: frozenset[StudentId], staging: Staging
) -> SitePlan:
    """Sorts the school's sites out; `students` empty means everybody's."""
    cache = site_cache(workplace)
    jobs, media = _jobs(occasion, workplace=workplace, staging=staging)
    due: list[SiteJob] = []
    unchanged: list[SiteJob] = []
    told: list[Problem] = []
    for job in jobs:
        if students and job.student.id not in students and not _is_behind(job, out=workplace.config.out):
            continue
        record = cache.find(job.key.site)
        if (
            record
            and record.fingerprint == job.fingerprint
            and record.describes(workplace.config.out / job.key.site)
        ):
            unchanged.append(job)
            told += record.problems
        else:
            due.append(job)
    return SitePlan(
        due=tuple(due),
        unchanged=tuple(unchanged),
        told_before=tuple(told),
        sites=frozenset(job.key.site for job in jobs),
        media=media,
    )


def _is_behind(job: SiteJob, *, out: Path) -> bool:
    """Whether the site lies there in an earlier epoch: its new key slots are to open something, whoever was asked for."""
    folder = out / job.key.site
    return (folder / "slots").is_file() and not (folder / manifest_path(job.key.epoch)).is_file()


def site_cache(workplace: Workplace) -> SiteCache:
    """Where it is kept what each site was made from."""
    return SiteCache(workplace.cache / "sites")


def media_folder(workplace: Workplace) -> Path:
    """Where clean copies of media are kept."""
    return workplace.cache / "media"


def _jobs(
    occasion: Occasion, *, workplace: Workplace, staging: Staging
) -> tuple[tuple[SiteJob, ...], frozenset[str]]:
    school, keyring, config = occasion.school, occasion.keyring, occasion.config
    media = MediaCache(folder=media_folder(workplace))
    theme = theme_files(load_theme(config.theme))
    shared = (school.framework, config.theme, theme_digest(theme), config.lock_after_minutes)
    machine = (fingerprint_of_program(load_theme(config.theme).folders), find_ffmpeg() is not None)
    school_key = keyring.signing_key.public.hex()
    known = {(site.student, site.edition): site for site in keyring.sites}
    jobs: list[SiteJob] = []
    digests: set[str] = set()
    for student in school.students:
        files = tuple((path, _digest_of(config.content / path, media=media)) for path, _ in student.files)
        digests |= {digest for _, digest in files}
        for edition in occasion.editions_of(student):
            site = known[student.id, edition.name]
            inputs = (student, edition, site.key.site, site.key.epoch, school_key, files, shared, machine)
            jobs.append(
                SiteJob(
                    student=student,
                    framework=school.framework,
                    edition=edition,
                    content=config.content,
                    cache=media_folder(workplace),
                    theme=config.theme,
                    theme_folder=theme_folder(theme),
                    lock_after_minutes=config.lock_after_minutes,
                    key=site.key,
                    signing_key=keyring.signing_key,
                    stamp=site.stamp,
                    today=occasion.today,
                    fingerprint=fingerprint_of(inputs),
                    staging=staging,
                )
            )
    return tuple(jobs), frozenset(digests)


def _digest_of(file: Path, *, media: MediaCache) -> str:
    """The content's digest; empty for a file that cannot be read, which making the site will tell."""
    try:
        return media.digest(file)
    except OSError:
        return ""
