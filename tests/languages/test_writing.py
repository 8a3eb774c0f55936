"""Days, numbers, sizes and lists: what is put in when a page is made, and what a browser exchanges it for, is the same."""

import json
import subprocess
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from generator.languages.tags import LANGUAGES
from generator.languages.writing import KEPT
from generator.pages.filters import Speech, day, joint, length_of, month, number, short_day, size
from generator.pages.marks import Joint, in_words, mark_value
from generator.vault.browser import bundle

TAGS = [language.tag for language in LANGUAGES]
DAYS = [date(2023, 12, 1) + timedelta(days=step) for step in range(0, 1200, 5)]
FIRSTS = [date(2025 + month // 12, month % 12 + 1, 1) for month in range(24)]
SIZES = [
    *(0, 1, 499, 500, 1_499, 1_500, 2_500, 3_500, 999_499, 999_500, 999_999, 1_000_000, 1_049_999),
    *(1_050_000, 1_250_000, 1_234_567, 1_950_000, 12_000_000, 12_345_678, 149_950_000, 1_234_567_890),
]
MARKED = [
    *(way(on) for way in (day, short_day, month) for on in (*DAYS, *FIRSTS)),
    *(size(count) for count in SIZES),
    *(number(count) for count in (0, 7, 12, 1_905)),
    *(mark_value("joint", place) for place in Joint),
    *(length_of(seconds) for seconds in (1, 2, 5, 12, 89, 600, 6000)),
]
"""The table both sides put into words."""

_SCRIPT = """
const { Translation } = await import(process.argv[1]);
const { catalogueIn } = await import(process.argv[2]);
let text = "";
for await (const piece of process.stdin) text += piece;
const { language, po, ways, marked } = JSON.parse(text);
const translation = po ? new Translation(language, catalogueIn(po), ways) : new Translation(language, {});
process.stdout.write(JSON.stringify(marked.map((one) => translation.words(one))));
"""


@cache
def said_by_python(language: str) -> list[str]:
    speaker = Speech(language=language, own={})
    return [in_words(str(marked), speaker=speaker) for marked in MARKED]


def said_by_browser(language: str) -> list[str]:
    modules = ("reading/translation.js", "catalogues.js")
    catalogue = Path("generator/languages", f"{language}.po")
    asked = {
        "language": language,
        "po": "" if language == "en" else (bundle.ROOT / catalogue).read_text(encoding="utf-8"),
        "ways": json.loads(KEPT.read_text(encoding="utf-8"))[language],
        "marked": [str(marked) for marked in MARKED],
    }
    told = subprocess.run(
        [
            *bundle.node_command(),
            *("--input-type=module", "-e", _SCRIPT),
            *((bundle.HERE / module).as_uri() for module in modules),
        ],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    said: list[str] = json.loads(told.stdout)
    return said


@pytest.mark.parametrize("language", TAGS)
def test_both_sides_write_alike_to_the_letter(language: str) -> None:
    pairs = zip(MARKED, said_by_python(language), said_by_browser(language), strict=True)
    assert [(str(marked), python, browser) for marked, python, browser in pairs if python != browser] == []


@pytest.mark.parametrize(
    ("language", "marked", "said"),
    [
        ("fr", mark_value("day", "2025-10-01"), "1er octobre 2025"),
        ("fr-CA", mark_value("short-day", "2025-10-01"), "1er oct."),
        ("fr", mark_value("day", "2025-10-11"), "11 octobre 2025"),
        ("fr", mark_value("month", "2025-01-01"), "janvier 2025"),
        ("fr", size(1_234_567), "1,2\u202fMo"),
        ("fr", size(12_000), "12\u202fKo"),
        ("en", size(999_500), "1 MB"),
        ("fa", mark_value("day", "2025-10-02"), "۲ اکتبر ۲۰۲۵"),
        ("fa", size(1_234_567), "۱٫۲ مگابایت"),
        ("fa", length_of(12), "۱۲ ثانیه"),
        ("ar", mark_value("day", "2025-10-02"), "2 أكتوبر 2025"),
    ],
)
def test_a_language_writes_as_its_readers_do(language: str, marked: str, said: str) -> None:
    assert in_words(marked, speaker=Speech(language=language, own={})) == said


class Turn:
    """A turn of a loop, as Jinja tells it."""

    def __init__(self, index: int, length: int) -> None:
        self.index = index
        self.length = length


@pytest.mark.parametrize(
    ("language", "things", "said"),
    [
        ("en", "A", "A"),
        ("en", "AB", "A and B"),
        ("en", "ABCD", "A, B, C, and D"),
        ("fr", "ABC", "A, B et C"),
        ("zh-Hant", "ABC", "A、B和C"),
        ("ar", "AB", "A وB"),
        ("ko", "ABC", "A, B 및 C"),
    ],
)
def test_things_are_listed_as_the_language_lists_them(language: str, things: str, said: str) -> None:
    speaker = Speech(language=language, own={})
    marked = "".join(thing + joint(Turn(index, len(things))) for index, thing in enumerate(things, start=1))
    assert in_words(marked, speaker=speaker) == said
