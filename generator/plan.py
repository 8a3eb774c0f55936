"""Which sites a school is to have, and which of them are due to be made."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.access import Occasion
from generator.cache import SiteCache, fingerprint_of, fingerprint_of_program
from generator.config import Workplace
from generator.media.cache import MediaCache
from generator.media.ffmpeg import find_ffmpeg
from generator.model.audience import STAFF_EDITION, Edition
from generator.model.framework import Framework
from generator.model.identifiers import StudentId
from generator.model.student import Student
from generator.pages.stylesheet import ThemeFile, theme_digest, theme_files, theme_folder
from generator.pages.theme import load_theme
from generator.problems import Problem
from generator.publish.staging import Staging
from generator.site import SiteJob
from generator.staff.register import Register
from generator.vault.keyring_records import SiteRecord
from generator.vault.signing import SigningKey
from generator.vault.site import manifest_path


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """Every site the school is to have. Those in neither tuple were not asked for."""

    due: tuple[SiteJob, ...]
    unchanged: tuple[SiteJob, ...]
    told_before: tuple[Problem, ...]
    """Problems that stand about the unchanged ones since they were made."""
    sites: frozenset[str]
    """Ids of all the school's sites, asked for or not."""
    media: frozenset[str]
    """Digests of all files that speak in any of them."""
    theme: tuple[ThemeFile, ...]
    """What the sites were planned with; read once, so that pages and deployment cannot differ."""


def plan_sites(
    occasion: Occasion, *, workplace: Workplace, students: frozenset[StudentId], staging: Staging
) -> BuildPlan:
    """Sorts the school's sites out; `students` empty means everybody's."""
    cache = site_cache(workplace)
    theme = theme_files(load_theme(workplace.config.theme))
    jobs, media = _jobs(occasion, workplace=workplace, staging=staging, theme=theme)
    due: list[SiteJob] = []
    unchanged: list[SiteJob] = []
    told: list[Problem] = []
    for job in jobs:
        if students and not job.is_about(students) and not _is_behind(job, out=workplace.config.out):
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
    return BuildPlan(
        due=tuple(due),
        unchanged=tuple(unchanged),
        told_before=tuple(told),
        sites=frozenset(job.key.site for job in jobs),
        media=media,
        theme=theme,
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
    occasion: Occasion, *, workplace: Workplace, staging: Staging, theme: tuple[ThemeFile, ...]
) -> tuple[tuple[SiteJob, ...], frozenset[str]]:
    school, keyring, config = occasion.school, occasion.keyring, occasion.config
    media = MediaCache(folder=media_folder(workplace))
    shared = (school.framework, config.theme, theme_digest(theme), config.lock_after_minutes)
    machine = (fingerprint_of_program(load_theme(config.theme).folders), find_ffmpeg() is not None)
    school_key = keyring.signing_key.public.hex()
    known = {(site.student, site.edition): site for site in keyring.sites}
    jobs: list[SiteJob] = []
    digests: set[str] = set()
    common = _Common(
        framework=school.framework,
        content=config.content,
        cache=media_folder(workplace),
        theme=config.theme,
        theme_folder=theme_folder(theme),
        lock_after_minutes=config.lock_after_minutes,
        signing_key=keyring.signing_key,
        today=occasion.today,
        staging=staging,
    )
    for student in school.students:
        files = tuple((path, _digest_of(config.content / path, media=media)) for path, _ in student.files)
        digests |= {digest for _, digest in files}
        for edition in occasion.editions_of(student):
            site = known[student.id, edition.name]
            inputs = (student, edition, site.key.site, site.key.epoch, school_key, files, shared, machine)
            jobs.append(_job(student, site=site, edition=edition, inputs=inputs, common=common))
    for register in occasion.registers():
        site = known[register.name, STAFF_EDITION.name]
        of_class = (register, STAFF_EDITION, site.key.site, site.key.epoch, school_key, shared, machine)
        jobs.append(_job(register, site=site, edition=STAFF_EDITION, inputs=of_class, common=common))
    return tuple(jobs), frozenset(digests)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What all sites of a build share."""

    framework: Framework
    content: Path
    cache: Path
    theme: str
    theme_folder: str
    lock_after_minutes: int
    signing_key: SigningKey
    today: date
    staging: Staging


def _job(
    subject: Student | Register,
    *,
    site: SiteRecord,
    edition: Edition,
    inputs: tuple[object, ...],
    common: _Common,
) -> SiteJob:
    return SiteJob(
        subject=subject,
        framework=common.framework,
        edition=edition,
        content=common.content,
        cache=common.cache,
        theme=common.theme,
        theme_folder=common.theme_folder,
        lock_after_minutes=common.lock_after_minutes,
        key=site.key,
        signing_key=common.signing_key,
        stamp=site.stamp,
        today=common.today,
        fingerprint=fingerprint_of(inputs),
        staging=common.staging,
    )


def _digest_of(file: Path, *, media: MediaCache) -> str:
    """The content's digest; empty for a file that cannot be read, which making the site will tell."""
    try:
        return media.digest(file)
    except OSError:
        return ""
