"""What templates may do with a value: dates, sizes and lengths in the reader's words, people's own words as safe HTML."""

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from generator.model.words import Words
from generator.pages.interface_words import InterfaceWords
from generator.reading.markdown import to_html

_KILO = 1000


class Filters:
    """The filters of one interface language."""

    def __init__(self, *, language: str, words: InterfaceWords) -> None:
        self.locale = _locale(language)
        self._words = words

    def day(self, day: date) -> Markup:
        """A full date, such as October 2, 2025."""
        return _time(day.isoformat(), format_date(day, "long", locale=self.locale))

    def month(self, day: date) -> Markup:
        """Month and year, such as October 2025."""
        return _time(f"{day:%Y-%m}", format_skeleton("yMMMM", day, locale=self.locale))

    def short_day(self, day: date) -> Markup:
        """Day and month under a heading that has the year, such as Oct 2: never a bare number beside a level."""
        return _time(day.isoformat(), format_skeleton("MMMd", day, locale=self.locale))

    def size(self, count: int) -> str:
        """Bytes as families know them, such as 1.2 MB."""
        if count >= _KILO * _KILO:
            return format_decimal(round(count / _KILO / _KILO, 1), locale=self.locale) + " MB"
        return format_decimal(max(1, round(count / _KILO)), locale=self.locale) + " KB"

    def length_of(self, seconds: float) -> str:
        """How long something plays, such as 40 seconds or 2 minutes."""
        whole = max(1, round(seconds))
        if whole < 90:
            return self._words.count_word("%(num)s second", "%(num)s seconds", whole) % {"num": whole}
        minutes = round(whole / 60)
        return self._words.count_word("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}


@lru_cache(maxsize=2048)
def in_their_words(words: Words) -> Markup:
    """Somebody's Markdown as safe HTML in its own language and direction."""
    html, _removed = to_html(words)
    # A wide table scrolls sideways in its own room; not every browser lets the keyboard in by itself.
    html = html.replace("<table>", '<table tabindex="0">')
    return Markup('<div class="words" lang="{}" dir="{}">{}</div>').format(
        words.language,
        words.direction,
        Markup(html),  # noqa: S704 - cleaned by the reading room
    )


def in_a_line(words: Words) -> Markup:
    """The same for a heading or a link: the text of one paragraph without the paragraph around it."""
    html, _removed = to_html(words)
    body = html.strip()
    if body.startswith("<p>") and body.endswith("</p>") and body.count("<p>") == 1:
        return Markup(body[3:-4])  # noqa: S704 - cleaned by the reading room
    return escape(words.text)


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")


def _time(machine: str, person: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, escape(person))
