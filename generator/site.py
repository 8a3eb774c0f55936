"""One site for one edition, from records to sealed files: the middle of the story.

Everything here is about one student, or for the staff edition about one class. A job can be sent to any process; what comes back is small.
"""

import hashlib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from generator.media.cache import MediaCache
from generator.media.derive import derive
from generator.media.published import PublishedFile, published
from generator.media.records import Source
from generator.model.audience import Edition
from generator.model.framework import Framework
from generator.model.identifiers import StudentId
from generator.model.medium import Medium
from generator.model.student import Student
from generator.pages.engine import Press
from generator.pages.theme import load_theme
from generator.problems import Problem, Severity
from generator.publish.canary import canaries_of
from generator.publish.gate import OutgoingFile, let_through
from generator.publish.staging import Staging
from generator.publish.strings import strings_of
from generator.staff.edition import fill_register
from generator.staff.register import Register
from generator.vault.keyring_records import Stamp
from generator.vault.signing import SigningKey
from generator.vault.site import PlainFile, Publication, SiteKey, seal_site
from generator.views.audience import seen_by
from generator.views.portfolio import fill
from generator.views.view import Portfolio, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaJob:
    """Where one student's files lie, and where their clean copies are kept."""

    student: Student
    content: Path
    cache: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteJob:
    """All that is needed to make one site. `theme_folder` is its place in the deployment, `stamp` the last publication."""

    subject: Student | Register
    """One student, or for the staff edition one class."""
    framework: Framework
    edition: Edition
    content: Path
    cache: Path
    theme: str
    theme_folder: str
    lock_after_minutes: int
    key: SiteKey
    signing_key: SigningKey
    stamp: Stamp | None
    today: date
    fingerprint: str
    staging: Staging

    @property
    def name(self) -> str:
        """How the keyring names what the site is about."""
        return self.subject.name if isinstance(self.subject, Register) else self.subject.id

    @property
    def withholds(self) -> bool:
        """Whether something was left out because somebody did not agree to it, or not any more."""
        return isinstance(self.subject, Student) and self.subject.withheld

    def is_about(self, students: Container[StudentId]) -> bool:
        """Whether the site shows any of these students."""
        shown = self.subject.students if isinstance(self.subject, Register) else (self.subject,)
        return any(student.id in students for student in shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSite:
    """What came of a job. With an error among the problems nothing was sealed and `outputs` is empty.

    `content` is a digest of the plain site and of what it says of itself, under which the keyring keeps its generation.
    """

    outputs: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    content: str
    pages: int
    media: int


def make_site(job: SiteJob) -> MadeSite:
    """Cleans the media, fills the views, lays out the pages, seals everything, looks for leaks, lays it aside.

    Raises NotPublished when something readable would have left.
    """
    portfolio, files, problems = _filled(job)
    if portfolio is None:
        return MadeSite(outputs=(), problems=problems, content="", pages=0, media=0)
    label = portfolio.cover.called
    plain = (*_pages(portfolio, theme=job.theme), *_media_files(files))
    content = _digest(plain, job=job, label=label)
    publication = _publication(job, content=content, label=label, entry=portfolio.pages[0].path)
    outputs = tuple(_seal(plain, job=job, publication=publication))
    return MadeSite(
        outputs=outputs, problems=problems, content=content, pages=len(portfolio.pages), media=len(files)
    )


def _filled(
    job: SiteJob,
) -> tuple[Portfolio | None, tuple[PublishedFile, ...], tuple[Problem, ...]]:
    """Every page of the site and the media on them; no pages where a file of the student's must not be published."""
    language = job.framework.school_language
    if isinstance(job.subject, Register):
        return fill_register(job.subject, language=language), (), ()
    student = seen_by(job.subject, audience=job.edition.audience)
    media, files, problems = clean_media(MediaJob(student=student, content=job.content, cache=job.cache))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, (), problems
    subject = Subject(student=student, framework=job.framework, media=media)
    return fill(subject, language=language, audience=job.edition.audience), files, problems


def clean_media(job: MediaJob) -> tuple[Mapping[str, Medium], tuple[PublishedFile, ...], tuple[Problem, ...]]:
    """What became of each file the student's records name, by content path; its published copies, each once; problems."""
    store = MediaCache(folder=job.cache)
    media: dict[str, Medium] = {}
    files: dict[str, PublishedFile] = {}
    problems: list[Problem] = []
    for path, origin in job.student.files:
        made, slips = derive(Source(path=job.content / path, name=path, origin=origin), cache=store)
        problems += slips
        if made is not None:
            media[path], copies = published(made)
            files |= {copy.path: copy for copy in copies}
    return media, tuple(files.values()), tuple(problems)


@cache
def press(theme: str) -> Press:
    """The theme's press, one per process; loading it is most of what a first page costs."""
    return Press(load_theme(theme))


def _pages(portfolio: Portfolio, *, theme: str) -> Iterator[PlainFile]:
    for file in press(theme).lay_out(portfolio, translatable=True):
        yield PlainFile(path=file.path, media_type=file.media_type, data=file.text.encode(), first=file.first)


def _media_files(files: tuple[PublishedFile, ...]) -> Iterator[PlainFile]:
    for file in files:
        yield PlainFile(path=file.path, media_type=file.media_type, data=file.file)


def _digest(files: tuple[PlainFile, ...], *, job: SiteJob, label: str) -> str:
    """Changes with everything a reader could see: media are named by their content, so their paths speak for them."""
    digest = hashlib.sha256()
    for said in (job.edition.name, label, job.theme_folder, str(job.lock_after_minutes)):
        digest.update(len(said.encode()).to_bytes(8, "big") + said.encode())
    for file in files:
        body = file.data if isinstance(file.data, bytes) else b""
        for part in (file.path.encode(), file.media_type.encode(), body):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def _seal(
    plain: tuple[PlainFile, ...], *, job: SiteJob, publication: Publication
) -> Iterator[tuple[str, int]]:
    written = job.subject.students if isinstance(job.subject, Register) else job.subject
    canaries = canaries_of(strings_of(written))
    for sealed in seal_site(plain, key=job.key, signing_key=job.signing_key, publication=publication):
        path = f"{job.key.site}/{sealed.name}"
        let_through((OutgoingFile(path=path, data=sealed.data),), canaries=canaries, shell={})
        job.staging.put(path, sealed.data)
        yield sealed.name, len(sealed.data)


def _publication(job: SiteJob, *, content: str, label: str, entry: str) -> Publication:
    """The same generation and day as last time while the content is the same."""
    if job.stamp is not None and job.stamp.fingerprint == content:
        generation, day = job.stamp.generation, job.stamp.published
    else:
        generation, day = (job.stamp.generation + 1 if job.stamp else 1), job.today
    return Publication(
        generation=generation,
        published=day,
        edition=job.edition.name,
        label=label,
        entry=entry,
        theme=job.theme_folder,
        lock_after_minutes=job.lock_after_minutes,
    )
