"""Lays out a portfolio: its views' content goes through the theme's templates and comes out as finished files, in memory."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import jinja2
from markupsafe import Markup

from generator.model.words import direction_of, tongue_of
from generator.pages.drawings import Drawings
from generator.pages.filters import (
    Speech,
    day,
    in_a_line,
    in_their_words,
    in_tongue,
    joint,
    length_of,
    month,
    number,
    short_day,
    size,
    told,
    told_in,
)
from generator.pages.marks import in_words, mark, mark_count
from generator.pages.marks import translatable as places_noted
from generator.pages.mkdocs_internals import Engine, material_templates
from generator.pages.theme import Theme
from generator.views.view import Page, Portfolio, SearchEntry
from generator.views.wording import message_of

SEARCH_FILE = "search.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedFile:
    """One finished text file of a site. `first` marks what is needed right after opening."""

    path: str
    media_type: str
    text: str
    first: bool


class Press:
    """The theme's templates, compiled once and used for all students; one per process."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._engine = Engine(template_folders=[folder / "templates" for folder in theme.folders])
        self._speeches: dict[str, Speech] = {}
        self._to_root = ""
        self._school_language = "en"
        self._furnish(self._engine.environment)

    def _furnish(self, environment: jinja2.Environment) -> None:
        environment.undefined = jinja2.StrictUndefined
        environment.autoescape = True
        environment.trim_blocks = True
        environment.lstrip_blocks = True
        environment.install_gettext_callables(mark, mark_count, newstyle=True)  # type: ignore[attr-defined]
        environment.filters.update(
            url=_asked_each_time(lambda: self._address),
            school_words=_asked_each_time(lambda: self._school_words),
            person=_asked_each_time(lambda: self._person),
            say=_say,
            day=day,
            month=month,
            short_day=short_day,
            size=size,
            number=number,
            joint=joint,
            length_of=length_of,
            told=told,
            told_in=told_in,
            words=in_their_words,
            tongue=in_tongue,
            inline=in_a_line,
            direction=direction_of,
            trusted=Markup,
        )
        drawings = Drawings(theme=self._theme, icons=material_templates() / ".icons" / "material")
        environment.globals.update(
            icon=drawings.icon,
            avatar=drawings.avatar,
            cover_pattern=drawings.cover,
            season_picture=drawings.season,
            crest=f"theme/crest{self._theme.crest.suffix}" if self._theme.crest else "",
        )

    def lay_out(
        self, portfolio: Portfolio, *, preview: bool = False, translatable: bool = False
    ) -> Iterator[RenderedFile]:
        """Every page of the portfolio, and what search looks through.

        `preview` puts a loud line on top: that the page is not sealed and not for anybody else. `translatable` lets the
        reader exchange the words of the interface for those of another language.
        """
        frame = {
            "cover": portfolio.cover,
            "school_name": portfolio.school_name,
            "contact": portfolio.contact,
            "language": portfolio.language,
            "school_language": portfolio.school_language,
            "views": portfolio.views,
            "entry": portfolio.pages[0].path,
            "preview": preview,
        }
        speaker = self._speech(portfolio.language)
        for page in portfolio.pages:
            # Set for every page: another portfolio may have been laid out between two pages of this one.
            self._school_language = portfolio.school_language
            marked = self._page(page, frame=frame)
            text = (
                places_noted(marked, speaker=speaker).with_places
                if translatable
                else in_words(marked, speaker=speaker)
            )
            yield RenderedFile(path=page.path, media_type="text/html", text=text, first=page.first)
        for kept in portfolio.downloads:
            yield RenderedFile(path=kept.path, media_type=kept.media_type, text=kept.text, first=False)
        if portfolio.search:
            yield RenderedFile(
                path=SEARCH_FILE,
                media_type="application/json",
                text=_search_index(portfolio.search, speaker=speaker),
                first=False,
            )

    def _address(self, path: str) -> str:
        return self._to_root + path

    def _school_words(self, words: str) -> Markup:
        """Words of the school's framework, such as an area's name, which stay in its language whatever a reader reads."""
        return in_tongue(words, self._school_language)

    def _person(self, name: str) -> Markup:
        """Somebody's name, or a class's or a school's: spoken as at school, and kept apart from the direction around it."""
        return Markup('<bdi lang="{}">{}</bdi>').format(tongue_of(name, language=self._school_language), name)

    def _page(self, page: Page, *, frame: Mapping[str, Any]) -> str:
        self._to_root = "../" * page.path.count("/")
        return self._engine.render(
            path=page.path,
            title=page.title,
            template=page.template,
            extra={**frame, "heading": page.title, "menu": page.menu, "content": page.content},
        )

    def _speech(self, language: str) -> Speech:
        if language not in self._speeches:
            self._speeches[language] = Speech(language=language, own=self._theme.words)
        return self._speeches[language]


def _say(member: StrEnum) -> Markup:
    # A mark is a pattern, and here no template fills it.
    return Markup(mark(message_of(member)) % {})  # noqa: S704 - our own message


def _asked_each_time(which: Callable[[], Callable[[Any], str]]) -> Callable[[object, Any], str]:
    """A filter that changes with page and language. Templates bind filters when they compile, and work out constants then."""

    @jinja2.pass_context
    def asked(_context: object, value: Any) -> str:
        return which()(value)

    return asked


def _search_index(entries: tuple[SearchEntry, ...], *, speaker: Speech) -> str:
    """Kinds stay messages, which a reader of another language exchanges; `said` is one in the words of this language."""
    found = []
    for entry in entries:
        said = speaker.word(entry.kind)
        found.append(
            {
                "path": entry.path,
                "title": entry.title,
                "text": entry.text,
                "kind": entry.kind,
                "date": entry.date,
                "lang": entry.language,
                **({"said": said} if said != entry.kind else {}),
            }
        )
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))
