"""Every student's pages in memory, made on first sight and made again when a file changed."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.config import Workplace
from generator.media.published import PublishedFile
from generator.model.audience import FAMILY_EDITION
from generator.model.people import Group
from generator.model.school import School
from generator.model.student import Student
from generator.pages.stylesheet import theme_files
from generator.pages.theme import load_theme
from generator.plan import media_folder
from generator.problems import Problem, in_reading_order
from generator.reading.school import read_school
from generator.site import MediaJob, clean_media, press
from generator.staff.edition import fill_register
from generator.staff.register import Register, register_of
from generator.views.audience import seen_by
from generator.views.portfolio import fill
from generator.views.view import Portfolio, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainPage:
    """What the server sends: bytes, or the file that holds them."""

    media_type: str
    data: bytes | Path


class Portfolios:
    """What the preview shows. Safe to ask from several threads."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._lock = threading.RLock()
        self._reading = threading.Lock()
        self._changed = threading.Condition()
        self._version = 0
        self._school: School | None = None
        self._problems: tuple[Problem, ...] = ()
        self._pages: dict[str, Mapping[str, PlainPage]] = {}
        self.read_again()

    @property
    def students(self) -> tuple[Student, ...]:
        """Everybody, in the order of the files."""
        with self._lock:
            return self._school.students if self._school else ()

    @property
    def groups(self) -> tuple[Group, ...]:
        """Every class that has teachers."""
        with self._lock:
            return tuple(one for one in self._school.groups if one.teachers) if self._school else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the files right now."""
        with self._lock:
            return in_reading_order(self._problems)

    def read_again(self) -> None:
        """Reads the school anew and wakes everybody who waits for a change."""
        # One after the other, so that the files as they are now never give way to what they were.
        with self._reading:
            school, problems = read_school(self._workplace.config)
            with self._lock:
                self._school, self._problems = school, problems
                self._pages.clear()
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    @property
    def version(self) -> int:
        """Counts the readings. Ask for it before a page, and a change while the page is made is not missed."""
        with self._changed:
            return self._version

    def wait_for_change(self, *, since: int, seconds: float) -> bool:
        """Whether the files were read again since that version, or are before that many seconds are over."""
        with self._changed:
            return self._changed.wait_for(lambda: self._version != since, timeout=seconds)

    def find(self, student: str, path: str) -> PlainPage | None:
        """One file of one student's site, as a family would see it, or of a class's, as its teachers would."""
        with self._lock:
            if student not in self._pages:
                if self._school is None:
                    return None
                known = next((one for one in self.students if one.id == student), None)
                group = next((one for one in self.groups if class_folder(one) == student), None)
                if known is not None:
                    self._pages[student] = self._made(known, school=self._school)
                elif group is not None:
                    self._pages[student] = self._staff(register_of(group, school=self._school))
                else:
                    return None
            return self._pages[student].get(path)

    def _made(self, student: Student, *, school: School) -> Mapping[str, PlainPage]:
        seen = seen_by(student, audience=FAMILY_EDITION.audience)
        job = MediaJob(
            student=seen, content=self._workplace.config.content, cache=media_folder(self._workplace)
        )
        media, files, problems = clean_media(job)
        self._problems = (*self._problems, *problems)
        subject = Subject(student=seen, framework=school.framework, media=media)
        return self._laid_out(fill(subject, language=school.framework.school_language), files=files)

    def _staff(self, register: Register) -> Mapping[str, PlainPage]:
        filled = fill_register(register, language=register.framework.school_language)
        return self._laid_out(filled, files=())

    def _laid_out(self, portfolio: Portfolio, *, files: tuple[PublishedFile, ...]) -> Mapping[str, PlainPage]:
        theme = self._workplace.config.theme
        laid_out = press(theme).lay_out(portfolio, preview=True)
        return {
            **{
                page.path: PlainPage(media_type=page.media_type, data=page.text.encode()) for page in laid_out
            },
            **{copy.path: PlainPage(media_type=copy.media_type, data=copy.file) for copy in files},
            **{
                f"theme/{file.path}": PlainPage(media_type=file.media_type, data=file.data)
                for file in theme_files(load_theme(theme))
            },
        }


def class_folder(group: Group) -> str:
    """Where the preview shows the staff edition of a class; no student's id begins so."""
    return f"~class-{group.id}"
