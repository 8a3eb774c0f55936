"""What templates may do with a value: marks for dates, sizes and lengths, people's own words as safe HTML."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache, partial
from typing import Protocol

from markupsafe import Markup, escape

from generator.languages.writing import joint_after, ways_of
from generator.model.words import Words, direction_of, tongue_of
from generator.pages.interface_words import InterfaceWords
from generator.pages.marks import mark_count, mark_language, mark_sentence, mark_value
from generator.reading.markdown import to_html


class Speech:
    """Says things in one interface language: its words, and dates, numbers and lists as it writes them."""

    def __init__(self, *, language: str, own: Mapping[str, str]) -> None:
        self.language = language
        words = InterfaceWords(language=language, own=own)
        self.word, self.count_word = words.word, words.count_word
        ways = ways_of(language)
        self.written_day, self.written_short_day, self.written_month = ways.day, ways.short_day, ways.month
        self.written_number = ways.number
        self.written_size = partial(ways.size, word=self.word)
        self.written_joint = ways.joints.__getitem__


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


def number(count: int) -> str:
    """A number in the digits of the language."""
    return mark_value("number", str(count))


class Turn(Protocol):
    """A turn of a template's loop."""

    @property
    def index(self) -> int:
        """Which turn it is, from 1."""

    @property
    def length(self) -> int:
        """How many there are."""


def joint(turn: Turn) -> str:
    """What stands between this thing of a list and the next one, such as a comma or "and"; nothing after the last."""
    name = joint_after(turn.index, of=turn.length)
    return mark_value("joint", name) if name else ""


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
    return Markup(mark_language(sentence, language))  # noqa: S704 - the same


@lru_cache(maxsize=8192)
def in_tongue(text: str, language: str) -> Markup:
    """One line of words in their own language and direction."""
    tongue = tongue_of(text, language=language)
    direction = direction_of(tongue) if tongue else "auto"
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tongue, direction, text)


@lru_cache(maxsize=2048)
def in_their_words(words: Words) -> Markup:
    """Somebody's Markdown as safe HTML in its own language and direction."""
    html, _removed = to_html(words)
    # A wide table scrolls sideways in its own room; not every browser lets the keyboard in by itself.
    html = html.replace("<table>", '<table tabindex="0">')
    tongue = tongue_of(words.text, language=words.language)
    return Markup('<div class="words" lang="{}" dir="{}">{}</div>').format(
        tongue,
        words.direction if tongue else "auto",
        Markup(html),  # noqa: S704 - cleaned by the reading room
    )


def in_a_line(words: Words) -> Markup:
    """The same for a heading or a link: the text of one paragraph without the paragraph around it."""
    html, _removed = to_html(words)
    body = html.strip()
    if body.startswith("<p>") and body.endswith("</p>") and body.count("<p>") == 1:
        return Markup(body[3:-4])  # noqa: S704 - cleaned by the reading room
    return escape(words.text)


def _time(machine: str, person: str) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(machine, escape(person))
