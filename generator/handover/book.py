"""Writes the book: the keepsake in the student's own colours, typeset, no larger than a family's mail takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.handover.places import refuse_shared_places
from generator.handover.portfolio import Handover
from generator.handover.speech import InterfaceSpeech
from generator.keepsake.book import BookLooks, BookWriter
from generator.keepsake.drawings import Paints, standing_alone
from generator.keepsake.open_edition import newest_day
from generator.keepsake.pictures import HIGH, ORDINARY, PictureBox
from generator.keepsake.typesetting import scripts_without_letters, typeset
from generator.keepsake.writing import write_file
from generator.model.medium import MediumKind
from generator.model.student import Band
from generator.pages.colours import mixed
from generator.pages.drawings import Drawings
from generator.pages.mkdocs_internals import material_templates
from generator.views.keepsake import keepsake_of


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
