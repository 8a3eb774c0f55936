"""The reporting rules of a jurisdiction: one that ships with Kinfolio, or a file of the school's own."""

from pathlib import Path

from generator.model.reporting import CommunicationKind, CommunicationRule, Part, ReportingRules
from generator.problems import Problem
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Surroundings
from generator.reading.plain_types import TEXT, choice, number, word
from generator.reading.text import Text, to_text
from generator.reading.word_types import LANGUAGE

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_GRADES = ("K", *(str(grade) for grade in range(1, 13)))

_KIND = Field(name="kind", type=choice(CommunicationKind), required=True, help="which of the three it is")
_NAME = Field(name="name", type=TEXT, required=True, help="what the jurisdiction calls it")
_COUNT = Field(
    name="count", type=number(least=0, most=40), required=True, help="how many in a school year at least"
)
_HOLDS = Field(name="holds", type=one_or_more(choice(Part)), help="what each of them holds")
_KINDS = Field(
    name="kinds of evidence",
    type=number(least=0, most=3),
    help="how many of product, observation and conversation each area rests on",
)
_DAYS = Field(
    name="days of evidence",
    type=number(least=0, most=40),
    help="on how many different days that evidence was made",
)
COMMUNICATION = Shape(name="a communication", fields=(_KIND, _NAME, _COUNT, _HOLDS, _KINDS, _DAYS))

_RULES_NAME = Field(name="name", type=TEXT, required=True, help="what these rules are called")
_ADDRESS = Field(name="address", type=TEXT, help="where they stand on the web")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the names; the school's when left out"
)
_YEAR_BEGINS = Field(
    name="year begins", type=word(*MONTHS), required=True, help="the month a school year begins with"
)
_COMMUNICATIONS = Field(
    name="communications",
    type=one_or_more(record(COMMUNICATION)),
    required=True,
    help="how often a family hears from the school, and in which form",
)
_POINTS = Field(
    name="points per area",
    type=number(least=0, most=40),
    help="formal points of progress for each area in a year; none when left out",
)
_WORDS_ONLY = Field(
    name="words only",
    type=one_or_more(word(*_GRADES)),
    help="grades without letter grades and percentages",
)
REPORTING = Shape(
    name="reporting rules",
    fields=(_RULES_NAME, _ADDRESS, _LANGUAGE, _YEAR_BEGINS, _COMMUNICATIONS, _POINTS, _WORDS_ONLY),
)

_SHIPPED = Path(__file__).parents[1] / "reporting" / "jurisdictions"


def shipped_names() -> tuple[str, ...]:
    """The jurisdictions whose rules ship with Kinfolio."""
    return tuple(sorted(file.stem for file in _SHIPPED.glob("*.yml")))


def shipped_text(name: str, *, language: str) -> Text | Problem:
    """The rules that ship under a name, which must be one of `shipped_names`; with names in that language where we have them."""
    translated = _SHIPPED / language.partition("-")[0] / f"{name}.yml"
    file = translated if translated.is_file() else _SHIPPED / f"{name}.yml"
    return to_text(file.read_bytes(), path=f"{name}.yml, which ships with Kinfolio")


def read_reporting_rules(text: Text, *, around: Surroundings) -> tuple[ReportingRules | None, Notes]:
    """The rules in a file, and what reading them left behind."""
    notes = Notes(text=text, surroundings=around)
    values = read_item(notes, shape=REPORTING)
    if values is None:
        return None, notes
    return ReportingRules(
        name=values.need(_RULES_NAME),
        address=values.get_or(_ADDRESS, ""),
        language=values.get_or(_LANGUAGE, around.school_language),
        first_month=MONTHS.index(values.need(_YEAR_BEGINS)) + 1,
        communications=tuple(_communication(one) for one in values.need(_COMMUNICATIONS)),
        points_per_area=values.get_or(_POINTS, 0),
        words_only=values.get_or(_WORDS_ONLY, ()),
    ), notes


def _communication(values: Values) -> CommunicationRule:
    return CommunicationRule(
        kind=values.need(_KIND),
        name=values.need(_NAME),
        count=values.need(_COUNT),
        holds=values.get_or(_HOLDS, ()),
        kinds_of_evidence=values.get_or(_KINDS, 0),
        days_of_evidence=values.get_or(_DAYS, 0),
    )
