"""How a language writes days, numbers, sizes and lists.

The ways of the languages with a catalogue stand in `writing.json`, which browsers are given too (`reading/writing.js`):
so both write alike to the letter, whatever either knows of CLDR. `python -m generator.languages` renews it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import get_decimal_symbol

from generator.languages.marking import N_

KEPT: Final = Path(__file__).with_name("writing.json")
_DIGITS: Final[Mapping[str, str]] = {"arabext": "۰۱۲۳۴۵۶۷۸۹", "arab": "٠١٢٣٤٥٦٧٨٩"}
"""By numbering system, where it is not the one of English. Babel names a language's system and writes Latin digits."""
_FIRST_OF_MONTH: Final[Mapping[str, str]] = {"fr": "1er"}
"""How a language writes the first of a month where that is no plain number, which CLDR does not know."""
_KILOBYTES: Final = N_("%(size)s KB")
_MEGABYTES: Final = N_("%(size)s MB")
_KILO: Final = 1000
_PAIR: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways of one language."""

    days: tuple[str, ...]
    """A full date: for each month a pattern with `{d}` and `{y}` for the numbers."""
    short_days: tuple[str, ...]
    """Day and month."""
    months: tuple[str, ...]
    """Month and year."""
    digits: str
    first: str
    """The first of a month, where it is no plain number; else empty."""
    decimal: str
    joints: Mapping[str, str]
    """What stands between two things of a list: `pair`, `middle` or `end`."""

    def day(self, day: date) -> str:
        """Such as October 2, 2025."""
        return self._dated(self.days, day)

    def short_day(self, day: date) -> str:
        """Such as Oct 2."""
        return self._dated(self.short_days, day)

    def month(self, day: date) -> str:
        """Such as October 2025."""
        return self._dated(self.months, day)

    def number(self, number: int) -> str:
        """A whole number."""
        return str(number).translate(str.maketrans("0123456789", self.digits))

    def size(self, count: int, *, word: Callable[[str], str]) -> str:
        """Bytes as families know them, such as 1.2 MB; `word` says a message in the language."""
        # Whole numbers all the way: Python and browsers round halves differently.
        kilobytes = max(1, (count + _KILO // 2) // _KILO)
        if kilobytes < _KILO:
            return word(_KILOBYTES).replace("%(size)s", self.number(kilobytes))
        whole, tenth = divmod((count + 50_000) // 100_000, 10)
        said = self.number(whole) + (self.decimal + self.number(tenth) if tenth else "")
        return word(_MEGABYTES).replace("%(size)s", said)

    def joint(self, index: int, *, of: int) -> str:
        """What stands after one of so many things, counted from 1."""
        name = joint_after(index, of=of)
        return self.joints[name] if name else ""

    def _dated(self, patterns: tuple[str, ...], day: date) -> str:
        number = self.first if self.first and day.day == 1 else self.number(day.day)
        return patterns[day.month - 1].replace("{y}", self.number(day.year)).replace("{d}", number)


def joint_after(index: int, *, of: int) -> str:
    """Which joint stands after one of so many things, counted from 1: `pair`, `middle`, `end`, none after the last."""
    if index == of:
        return ""
    if of == _PAIR:
        return "pair"
    return "end" if index == of - 1 else "middle"


@cache
def ways_of(language: str) -> Ways:
    """The ways of a language tag such as `fr` or `en-GB`; those of English where nobody knows it."""
    kept: dict[str, dict[str, object]] = json.loads(KEPT.read_text(encoding="utf-8"))
    known = kept.get(language)
    return ways_by_cldr(language) if known is None else _read(known)


def ways_by_cldr(language: str) -> Ways:
    """The same as CLDR has them."""
    try:
        locale = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    # A day and a year whose numbers are found again in what is written.
    days = [date(2026, month, 22) for month in range(1, 13)]
    lists: Mapping[str, str] = locale.list_patterns["standard"]
    return Ways(
        days=tuple(_pattern(format_date(day, "long", locale=locale)) for day in days),
        short_days=tuple(_pattern(str(format_skeleton("MMMd", day, locale=locale))) for day in days),
        months=tuple(_pattern(str(format_skeleton("yMMMM", day, locale=locale))) for day in days),
        digits=_DIGITS.get(locale.default_numbering_system, "0123456789"),
        first=_FIRST_OF_MONTH.get(locale.language, ""),
        decimal=get_decimal_symbol(locale, numbering_system="default"),
        joints={
            joint: lists[name].replace("{0}", "").replace("{1}", "")
            for joint, name in (("pair", "2"), ("middle", "middle"), ("end", "end"))
        },
    )


def keep(languages: tuple[str, ...]) -> None:
    """Writes the ways of these languages anew."""
    kept = {language: asdict(ways_by_cldr(language)) for language in languages}
    KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _pattern(said: str) -> str:
    return said.replace("2026", "{y}").replace("22", "{d}")


def _read(kept: Mapping[str, object]) -> Ways:
    return Ways(**{name: tuple(way) if isinstance(way, list) else way for name, way in kept.items()})  # type: ignore[arg-type] # as `keep` wrote it
