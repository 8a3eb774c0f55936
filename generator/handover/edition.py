"""Writes the open edition: the pages in their looks, and everything that the folder holds beside them."""

from dataclasses import replace
from pathlib import Path

from generator.handover.places import refuse_shared_places
from generator.handover.portfolio import Handover
from generator.handover.speech import InterfaceSpeech
from generator.keepsake.files import KeptFile
from generator.keepsake.open_edition import OpenEdition, open_edition
from generator.keepsake.writing import write_folder, write_zip
from generator.pages.stylesheet import theme_files
from generator.site import press
from generator.views.more import MoreContent
from generator.views.portfolio import fill
from generator.views.search import SEARCH
from generator.views.view import Page, Portfolio


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
