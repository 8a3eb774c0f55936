"""The story of a build: read, check, entitle, make each site, publish.

    content/ ──read──▶ School ──view──▶ Portfolio ──page──▶ files ──seal──▶ sealed files ──publish──▶ dist/

`build` tells it whole. It and its neighbours here are the only ones that hold a school; `site.py` makes one site out
of one student, in any process, and nothing in there ever meets a second one: but for the staff edition of a class.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import Protocol

from generator.access import Occasion, entitle
from generator.cache import LastMaking
from generator.config import Workplace
from generator.correspondence import letters_for
from generator.deployment import Deployment, publish
from generator.letters.write import write_letters as write_letter_files
from generator.media.cache import MediaCache
from generator.media.ffmpeg import find_ffmpeg
from generator.model.audience import SHOWCASE_EDITION
from generator.model.identifiers import StudentId
from generator.model.school import School
from generator.plan import media_folder, plan_sites, site_cache
from generator.problems import Origin, Problem, Severity, error, in_reading_order
from generator.publish.staging import staging_for
from generator.reading.school import read_school
from generator.site import MadeSite, MediaJob, SiteJob, clean_media, make_site, press
from generator.vault.keyring import Keyring
from generator.vault.keyring_file import open_keyring
from generator.vault.slots import Role as SlotRole
from generator.workers import processes, run


class Progress(Protocol):
    """Somebody who may be watching."""

    def step(self, title: str, total: int) -> None:
        """A step of that many parts begins."""

    def advance(self) -> None:
        """One part is done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOrder:
    """What to build. No students named means all of them."""

    students: frozenset[StudentId] = frozenset()
    jobs: int = 1
    strict: bool = False
    prune: bool = False
    """Take the sites of students who are not in the content any more out of the deployment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSite:
    """One site in a report."""

    student: str
    edition: str
    site: str
    pages: int
    media: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did. `published` is false when problems stopped it; nothing has changed then."""

    published: bool
    problems: tuple[Problem, ...]
    built: tuple[ReportedSite, ...] = ()
    unchanged: tuple[str, ...] = ()
    """Students whose sites lie there already as they would be made again."""
    skipped: tuple[tuple[str, str], ...] = ()
    """What was left alone, and why."""
    letters: Path | None = None
    keyring: Path | None = None
    recovery_sheet: Path | None = None
    """Only when this build made the keyring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What reading found."""

    students: int
    problems: tuple[Problem, ...]


def check(workplace: Workplace, *, jobs: int, progress: Progress) -> Checked:
    """Reads the school and cleans its media, and gives every problem of both; publishes nothing."""
    progress.step("Reading", 1)
    school, problems = read_school(workplace.config)
    if school is None:
        return Checked(students=0, problems=in_reading_order(problems))
    content, cache = workplace.config.content, media_folder(workplace)
    media_jobs = [MediaJob(student=student, content=content, cache=cache) for student in school.students]
    progress.step("Looking at pictures, film and sound", len(media_jobs))
    with processes(min(jobs, len(media_jobs)), warm_up=find_ffmpeg) as executor:
        for _job, slips in run(_media_problems, media_jobs, executor=executor):
            problems = (*problems, *slips)
            progress.advance()
    return Checked(students=len(school.students), problems=in_reading_order(problems))


def build(workplace: Workplace, order: BuildOrder, *, today: date, progress: Progress) -> BuildReport:
    """The whole story. Publishes everything that changed, or nothing at all."""
    progress.step("Reading", 1)
    school, problems = read_school(workplace.config, today=today)
    problems = (*problems, *_unknown_students(school, order))
    if school is None or _stop(problems, order):
        return BuildReport(published=False, problems=in_reading_order(problems))
    with open_keyring(workplace.home, today=today) as kept, staging_for(workplace.config.out) as staging:
        progress.step("Preparing keys", 1)
        occasion = Occasion(school=school, keyring=kept.keyring, config=workplace.config, today=today)
        entitle(occasion, threads=order.jobs)
        kept.save()
        plan = plan_sites(occasion, workplace=workplace, students=order.students, staging=staging)
        progress.step("Making portfolios", len(plan.due))
        made = tuple(_make(plan.due, theme=workplace.config.theme, count=order.jobs, progress=progress))
        problems = (*problems, *plan.told_before, *(slip for _, site in made for slip in site.problems))
        if _stop(problems, order):
            return BuildReport(published=False, problems=in_reading_order(problems))
        for job, site in made:
            kept.keyring.stamp(job.name, edition=job.edition.name, fingerprint=site.content, today=today)
        kept.save()
        deployment = Deployment(
            school=school,
            made={job.key.site: frozenset(name for name, _ in site.outputs) for job, site in made},
            sites=plan.sites,
            theme=plan.theme,
            bookkeeping=workplace.home / "superseded.json",
            prune=order.prune,
            at_once=frozenset(job.key.site for job, _ in made if job.withholds),
        )
        skipped = (
            *_not_shared(occasion),
            *publish(deployment, keyring=kept.keyring, staging=staging),
        )
        _forget_ended_showcases(occasion)
        for job, site in made:
            record = LastMaking(fingerprint=job.fingerprint, outputs=site.outputs, problems=site.problems)
            site_cache(workplace).keep(job.key.site, record)
        if not order.students:
            # What was withdrawn from the files is not to live on in the cache.
            MediaCache(folder=media_folder(workplace)).prune(keep=plan.media)
        write_letter_files(letters_for(occasion), letters_folder(workplace), today=today)
    return BuildReport(
        published=True,
        problems=in_reading_order(problems),
        built=tuple(_reported(job, site) for job, site in made),
        unchanged=tuple(job.name for job in plan.unchanged),
        skipped=skipped,
        letters=letters_folder(workplace),
        keyring=kept.folder,
        recovery_sheet=kept.recovery_file,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """How to open one portfolio of a made-up school."""

    site: str
    reader: str
    words: str


def demonstration(workplace: Workplace, *, today: date) -> Demonstration | None:
    """The guardian with the most portfolios; None where nobody holds a key. Only for schools that are made up."""
    with open_keyring(workplace.home, today=today) as kept:
        holders = [(len(sites), person, sites) for person, sites in _guardians(kept.keyring)]
        if not holders:
            return None
        _, person, sites = max(holders)
        return Demonstration(site=sites[0], reader=person, words=kept.keyring.keyholder(person).words.text)


def write_letters(workplace: Workplace, *, today: date) -> tuple[int, tuple[Problem, ...]]:
    """Writes everybody's letter, new or changed; how many there are now, none where the files have errors."""
    school, problems = read_school(workplace.config)
    if school is None or any(problem.severity is Severity.ERROR for problem in problems):
        return 0, in_reading_order(problems)
    with open_keyring(workplace.home, today=today) as kept:
        occasion = Occasion(school=school, keyring=kept.keyring, config=workplace.config, today=today)
        entitle(occasion, threads=1)
        letters = tuple(letters_for(occasion))
        write_letter_files(letters, letters_folder(workplace), today=today)
    return len(letters), ()


def letters_folder(workplace: Workplace) -> Path:
    """Where letters go: beside the keyring, unless the school says otherwise."""
    return workplace.config.letters or workplace.home / "letters"


def _guardians(keyring: Keyring) -> Iterator[tuple[str, tuple[str, ...]]]:
    for keyholder in keyring.keyholders:
        sites = tuple(
            site.key.site
            for site in keyring.sites
            if (keyholder.person, SlotRole.GUARDIAN) in site.keyholders
        )
        if sites:
            yield keyholder.person, sites


def _stop(problems: tuple[Problem, ...], order: BuildOrder) -> bool:
    return any(order.strict or problem.severity is Severity.ERROR for problem in problems)


def _unknown_students(school: School | None, order: BuildOrder) -> Iterator[Problem]:
    known = {student.id for student in school.students} if school else order.students
    for student in sorted(order.students - known):
        place = Origin(path="students")
        near = ", ".join(get_close_matches(student, known, n=3)) or "one of the folders in `students/`"
        yield error(place, "unknown-student", f"there is no student `{student}`", fix=f"name {near}")


def _not_shared(occasion: Occasion) -> Iterator[tuple[str, str]]:
    for student in occasion.school.students:
        if reason := occasion.why_not_shared(student):
            yield student.id, reason


def _forget_ended_showcases(occasion: Occasion) -> None:
    """A link that has ended never opens anything again: a showcase shared anew has another address and another key."""
    shared = {student.id for student in occasion.school.students if occasion.shares_showcase(student)}
    ended = {
        site.student for site in occasion.keyring.sites if site.edition == SHOWCASE_EDITION.name
    } - shared
    for student in sorted(ended):
        occasion.keyring.forget(student, editions={SHOWCASE_EDITION.name})


def _media_problems(job: MediaJob) -> tuple[Problem, ...]:
    return clean_media(job)[2]


def _make(
    jobs: tuple[SiteJob, ...], *, theme: str, count: int, progress: Progress
) -> Iterator[tuple[SiteJob, MadeSite]]:
    """Every due site, in the jobs' order whatever order they were finished in."""
    place = {job.key.site: number for number, job in enumerate(jobs)}
    made: list[tuple[SiteJob, MadeSite]] = []
    with processes(min(count, len(jobs)), warm_up=partial(press, theme)) as executor:
        for job, site in run(make_site, jobs, executor=executor):
            made.append((job, site))
            progress.advance()
    yield from sorted(made, key=lambda pair: place[pair[0].key.site])


def _reported(job: SiteJob, made: MadeSite) -> ReportedSite:
    return ReportedSite(
        student=job.name,
        edition=job.edition.name,
        site=job.key.site,
        pages=made.pages,
        media=made.media,
    )
