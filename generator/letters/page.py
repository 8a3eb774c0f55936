"""Lays a letter out as a page that needs nothing but itself."""

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.languages.catalogue import catalogue_files, catalogue_of
from generator.languages.tags import LANGUAGES, known_language
from generator.languages.writing import ways_of
from generator.letters.code import drawn_code
from generator.letters.letter import Letter
from generator.model.audience import Role
from generator.model.words import direction_of

CODES_ON_A_PAGE: Final = 4
"""More do not fit at a size every camera reads. Each opens all portfolios of that person, so nothing is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLetter:
    """A letter and the day it was made on."""

    letter: Letter
    made_on: date


def letter_page(dated: DatedLetter) -> str:
    """The whole HTML page of one letter."""
    language = _language_of(dated.letter)
    page = _environment(language).get_template("letter.html")
    return page.render(
        letters=[_filled(dated, language=language)],
        fingerprint=fingerprint_of(dated.letter),
        style=_style(),
        language=language,
        direction=direction_of(language),
    )


def all_letters_page(letters: Sequence[DatedLetter]) -> str:
    """One page with every letter on a sheet of its own, to be printed at once. There is at least one."""
    page = _environment("en").get_template("all.html")
    return page.render(
        letters=[_filled(dated, language=_language_of(dated.letter)) for dated in letters],
        fingerprint=fingerprint_of_all(letters),
        style=_style(),
        school_name=letters[0].letter.school_name,
        language="en",
        direction="ltr",
    )


def fingerprint_of(letter: Letter) -> str:
    """Stands in the page of the letter, and is another when anything would be said or look otherwise."""
    return _digest(_fingerprint_of_templates(), *map(repr, astuple(letter)))


def fingerprint_of_all(letters: Sequence[DatedLetter]) -> str:
    """The same for the page with all letters."""
    return _digest(*(f"{fingerprint_of(dated.letter)} {dated.made_on}" for dated in letters))


_HERE: Final = Path(__file__).resolve().parent


def _filled(dated: DatedLetter, *, language: str) -> Markup:
    letter = dated.letter
    name = "share.html" if letter.role is Role.VISITOR else "sheet.html"
    sheet = _environment(language).get_template(name)
    # The template escapes what people wrote.
    return Markup(  # noqa: S704 - see above
        sheet.render(
            letter=letter,
            words=letter.words.split(),
            codes=[(site, drawn_code(site.link)) for site in letter.sites[:CODES_ON_A_PAGE] if site.link],
            others=letter.sites[CODES_ON_A_PAGE:],
            has_address=all(site.address for site in letter.sites),
            made_on=dated.made_on,
            day=_day(dated.made_on, language=language),
            last_day=_day(letter.until, language=language) if letter.until else "",
            language=language,
            direction=direction_of(language),
        )
    )


def _day(day: date, *, language: str) -> str:
    return ways_of(language).day(day)


def _language_of(letter: Letter) -> str:
    """The person's language where its catalogue is no draft, else English: what is on paper cannot be mended."""
    known = known_language(letter.language)
    return known if known in _PRINTABLE else "en"


_PRINTABLE: Final = frozenset(language.tag for language in LANGUAGES if not language.draft)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    words, ways = catalogue_of(language), ways_of(language)
    environment.filters["joint"] = lambda turn: ways.joint(turn.index, of=turn.length)
    environment.install_gettext_callables(words.word, words.count_word, newstyle=True)  # type: ignore[attr-defined] # the extension adds it
    return environment


@cache
def _fingerprint_of_templates() -> str:
    files = (*sorted(_HERE.glob("templates/*")), *sorted(_HERE.glob("*.py")), *catalogue_files())
    return _digest(*(hashlib.sha256(file.read_bytes()).hexdigest() for file in files))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def _style() -> Markup:
    return Markup((_HERE / "templates" / "letter.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
