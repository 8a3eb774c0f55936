"""Hands a portfolio over to the family: reads the school, and makes what one student keeps.

This is the one place where a child's words are written readable on purpose: for one student, asked for by name, and
never into what is published.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from generator.config import Workplace
from generator.keepsake.book import BookLooks, BookWriter
from generator.keepsake.drawings import Paints, standing_alone
from generator.keepsake.files import KeptFile
from generator.keepsake.learner import without_other_children
from generator.keepsake.open_edition import OpenEdition, folder_name, newest_day, open_edition
from generator.keepsake.pictures import HIGH, ORDINARY, PictureBox
from generator.keepsake.typesetting import scripts_without_letters, typeset
from generator.keepsake.writing import write_file, write_folder, write_zip
from generator.model.audience import Audience
from generator.model.medium import MediumKind
from generator.model.school import School
from generator.model.student import Band, Student
from generator.pages.colours import mixed
from generator.pages.drawings import Drawings
from generator.pages.filters import Speech
from generator.pages.mkdocs_internals import material_templates
from generator.pages.stylesheet import theme_files
from generator.pages.theme import Theme, load_theme
from generator.plan import media_folder
from generator.problems import KinfolioError, Problem, Severity, in_reading_order
from generator.reading.school import read_school
from generator.site import MediaJob, clean_media, press
from generator.views.audience import seen_by
from generator.views.keepsake import keepsake_of
from generator.views.more import MoreContent
from generator.views.portfolio import fill
from generator.views.search import SEARCH
from generator.views.view import Page, Portfolio, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One student's portfolio, ready to be handed over: as its reader sees it, without classmates' names."""

    subject: Subject
    copies: Mapping[str, Path]
    """Clean media by their place in the site."""
    theme: Theme
    audience: Audience
    language: str
    """In which the interface speaks; people's words stay as they wrote them."""
    workplace: Workplace

    @property
    def student(self) -> Student:
        """Whose it is."""
        return self.subject.student

    @property
    def name(self) -> str:
        """What the folder is called."""
        return folder_name(self.student)


def hand_over(
    workplace: Workplace, *, student: str, audience: Audience, language: str = ""
) -> tuple[Handover | None, tuple[Problem, ...]]:
    """The student's portfolio as that reader sees it; None where the files have errors. No language means the school's.

    Raises:
        KinfolioError: there is no such student.
    """
    school, problems = read_school(workplace.config)
    if school is None or _has_errors(problems):
        return None, in_reading_order(problems)
    seen = without_other_children(seen_by(_find(student, school=school), audience=audience))
    job = MediaJob(student=seen, content=workplace.config.content, cache=media_folder(workplace))
    media, files, slips = clean_media(job)
    if _has_errors(slips):
        return None, in_reading_order((*problems, *slips))
    return Handover(
        subject=Subject(student=seen, framework=school.framework, media=media),
        copies={file.path: file.file for file in files},
        theme=load_theme(workplace.config.theme),
        audience=audience,
        language=language or school.framework.school_language,
        workplace=workplace,
    ), in_reading_order((*_about(student, problems), *slips))


def write_open_edition(handover: Handover, *, into: Path, zipped: bool) -> tuple[Path, int]:
    """Writes the open edition into a new folder there, or as one zip; gives its place and how many files are in it.

    Raises:
        KinfolioError: the place is one that gets published or read as content, or something else lies there.
    """
    refuse_shared_places(into, workplace=handover.workplace)
    files = open_edition(
        OpenEdition(
            student=handover.student,
            framework=handover.subject.framework,
            media=handover.subject.media,
            copies=handover.copies,
            pages=_pages(handover),
            entry=_portfolio(handover).pages[0].path,
            speech=InterfaceSpeech(theme=handover.theme, language=handover.language),
        )
    )
    place = into / (f"{handover.name}.zip" if zipped else handover.name)
    if zipped:
        write_zip(files, place, top=handover.name)
    else:
        write_folder(files, place)
    return place, len(files)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenBook:
    """A book on the disk, and what is wanting in it."""

    place: Path
    size: int
    keeps_pdf_ua: bool
    scripts_without_letters: tuple[str, ...]
    """For which this machine has no font."""


def write_book(handover: Handover, *, into: Path, fine: bool, paper: str) -> WrittenBook:
    """Writes the book.

    Ordinary books stay below `MOST_BYTES`; `fine` ones are as large as their pictures ask for. `paper` is empty for what is
    usual where the school is.

    Raises:
        KinfolioError: Typst is not installed, or the place is a shared one.
    """
    refuse_shared_places(into, workplace=handover.workplace)
    framework, student = handover.subject.framework, handover.student
    looks = _looks(handover, paper=paper or paper_of(framework.school_language))
    content = keepsake_of(handover.subject)
    place = into / f"{handover.name}.pdf"
    for fineness in (HIGH,) if fine else ORDINARY:
        pictures = PictureBox(
            copies=handover.copies.get, original=_originals(handover).get, fineness=fineness
        )
        writer = BookWriter(
            content=content,
            school=framework.school_name,
            language=student.language,
            speech=InterfaceSpeech(theme=handover.theme, language=handover.language),
            pictures=pictures,
            looks=looks,
        )
        data = writer.data()
        drawings = {"avatar.svg": looks.avatar.encode(), "pattern.svg": looks.pattern.encode()}
        made = typeset(data, files={**pictures.files, **drawings}, day=newest_day(student))
        if fine or len(made.pdf) <= MOST_BYTES:
            break
    write_file(place, made.pdf)
    return WrittenBook(
        place=place,
        size=len(made.pdf),
        keeps_pdf_ua=made.keeps_pdf_ua,
        scripts_without_letters=scripts_without_letters(data),
    )


MOST_BYTES = 20_000_000
"""What still goes through a family's mail."""


def paper_of(language: str) -> str:
    """The paper that is usual where that language tag points; Letter where it names no place, as here in British Columbia."""
    territory = next((part.upper() for part in language.split("-")[1:] if len(part) == 2), "")
    return "us-letter" if territory in _LETTER_COUNTRIES else "a4"


_LETTER_COUNTRIES = frozenset({"", "CA", "US", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "PR"})


def keepsakes_folder(workplace: Workplace) -> Path:
    """Where keepsakes go unless somebody says otherwise: beside the keyring, far from everything that is published."""
    return workplace.home / "keepsakes"


def refuse_shared_places(folder: Path, *, workplace: Workplace) -> None:
    """Raises KinfolioError for a folder inside what is published or what the school's files are."""
    place = folder.absolute().resolve()
    for taken, why in (
        (workplace.config.out, "what is published"),
        (workplace.config.content, "the school's files"),
    ):
        if place.is_relative_to(taken.resolve()):
            raise KinfolioError(
                f"{folder} lies inside {why}, and a keepsake can be read by anyone",
                hint="name a folder elsewhere with --out, or leave --out away",
            )


class InterfaceSpeech:
    """The theme's words and the locale's dates, as the keepsake asks for them."""

    def __init__(self, *, theme: Theme, language: str) -> None:
        self._language = language
        self._speech = Speech(language=language, own=theme.words)

    @property
    def language(self) -> str:
        """The language's tag."""
        return self._language

    def word(self, message: str) -> str:
        """An interface word."""
        return self._speech.word(message)

    def day(self, day: date) -> str:
        """A full date without markup."""
        return self._speech.written_day(day)


def _looks(handover: Handover, *, paper: str) -> BookLooks:
    student, theme = handover.student, handover.theme
    accent = theme.accents[student.accent]["light"]
    colours = theme.colours["light"]
    drawings = Drawings(theme=theme, icons=material_templates() / ".icons" / "material")
    own = Paints(
        main=accent,
        pale=mixed(accent, into=colours["card"], share=0.38),
        card=colours["card"],
        ink=colours["ink"],
    )
    on_accent = Paints(main=colours["card"], pale=accent, card=accent, ink=accent)
    return BookLooks(
        accent=accent,
        tint=theme.tint(student.accent, scheme="light"),
        avatar=standing_alone(str(drawings.avatar(student.avatar)), paints=own),
        pattern=standing_alone(str(drawings.cover(student.cover)), paints=on_accent, faint=True),
        points=_POINTS[student.band],
        paper=paper,
    )


_POINTS = {Band.YOUNGEST: 12.5, Band.MIDDLE: 11.5, Band.OLDEST: 10.5}


def _originals(handover: Handover) -> Mapping[str, Path]:
    """The untouched picture behind each large copy."""
    content = handover.workplace.config.content
    return {
        medium.large.path: content / path
        for path, medium in handover.subject.media.items()
        if medium.kind is MediumKind.PICTURE and medium.large
    }


def _find(student: str, *, school: School) -> Student:
    known = {str(one.id): one for one in school.students}
    if student not in known:
        near = ", ".join(get_close_matches(student, known, n=3)) or "one of the folders in `students/`"
        raise KinfolioError(f"there is no student `{student}`", hint=f"name {near}")
    return known[student]


def _about(student: str, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Warnings about this student's files, such as a classmate's name in their words."""
    return tuple(problem for problem in problems if problem.origin.path.startswith(f"students/{student}/"))


def _has_errors(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _pages(handover: Handover) -> tuple[KeptFile, ...]:
    laid_out = press(handover.workplace.config.theme).lay_out(_portfolio(handover))
    theme = theme_files(handover.theme)
    return (
        *(KeptFile(path=file.path, data=file.text.encode()) for file in laid_out),
        *(KeptFile(path=f"theme/{file.path}", data=file.data) for file in theme),
    )


def _portfolio(handover: Handover) -> Portfolio:
    """Without search, which needs a script: these pages need none."""
    portfolio = fill(handover.subject, language=handover.language, audience=handover.audience)
    return replace(
        portfolio,
        views=tuple(view for view in portfolio.views if view.name != SEARCH.name),
        pages=tuple(_without_search(page) for page in portfolio.pages if page.path != SEARCH.path),
        search=(),
    )


def _without_search(page: Page) -> Page:
    content = page.content
    if not isinstance(content, MoreContent):
        return page
    kept = tuple(entry for entry in content.entries if entry.path != SEARCH.path)
    return replace(page, content=replace(content, entries=kept))
