"""What templates may do with a value: marks for dates, sizes and lengths, people's own words as safe HTML."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from generator.model.words import Words
from generator.pages.interface_words import InterfaceWords
from generator.pages.marks import mark_count, mark_language, mark_sentence, mark_value
from generator.reading.markdown import to_html

_KILO = 1000


class Speech:
    """Says things in one interface language: its words, and dates and numbers as it writes them."""

    def __init__(self, *, language: str, own: Mapping[str, str]) -> None:
        self.language = language
        self._locale = _locale(language)
        words = InterfaceWords(language=language, own=own)
        self.word, self.count_word = words.word, words.count_word
        self.written_day = lru_cache(maxsize=2048)(self._day)
        self.written_short_day = lru_cache(maxsize=512)(self._short_day)
        self.written_month = lru_cache(maxsize=512)(self._month)

    def _day(self, day: date) -> str:
        return format_date(day, "long", locale=self._locale)

    def _short_day(self, day: date) -> str:
        return str(format_skeleton("MMMd", day, locale=self._locale))

    def _month(self, day: date) -> str:
        return str(format_skeleton("yMMMM", day, locale=self._locale))

    def written_size(self, count: int) -> str:
        """Bytes as families know them, such as 1.2 MB."""
        if count >= _KILO * _KILO:
            return format_decimal(round(count / _KILO / _KILO, 1), locale=self._locale) + " MB"
        return format_decimal(max(1, round(count / _KILO)), locale=self._locale) + " KB"


def day(day: date) -> Markup:
    """A full date, such as October 2, 2025."""
    return _time(day.isoformat(), mark_value("day", day.isoformat()))


def short_day(day: date) -> Markup:
    """Day and month under a heading that has the year, such as Oct 2: never a bare number beside a level."""
    return _time(day.isoformat(), mark_value("short-day", day.isoformat()))


def month(day: date) -> Markup:
    """Month and year, such as October 2025."""
    return _time(f"{day:%Y-%m}", mark_value("month", day.isoformat()))


def size(count: int) -> str:
    """Bytes as families know them, such as 1.2 MB."""
    return mark_value("size", str(count))


def length_of(seconds: float) -> str:
    """How long something plays, such as 40 seconds or 2 minutes."""
    whole = max(1, round(seconds))
    if whole < 90:
        return mark_count("%(num)s second", "%(num)s seconds", whole) % {"num": whole}
    minutes = round(whole / 60)
    return mark_count("%(num)s minute", "%(num)s minutes", minutes) % {"num": minutes}


def told(sentence: str) -> Markup:
    """A sentence of the school's framework, in the reader's language where a catalogue has it."""
    return Markup(mark_sentence(sentence))  # noqa: S704 - escaped where the mark is filled


def told_in(sentence: str, language: str) -> Markup:
    """The tag of the language that `told` tells it in."""
    return Markup(mark_language(str(escape(sentence)), language))  # noqa: S704 - the same


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
