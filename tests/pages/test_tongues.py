"""Whose language is whose: in a page read in Arabic every English word says that it is one, and no Arabic word claims to be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.model.audience import Audience
from generator.model.school import School
from generator.pages.engine import Press
from generator.reading.school import read_school
from generator.reading.site_config import read_site_config
from generator.staff.edition import fill_register
from generator.staff.register import register_of
from generator.views.audience import seen_by
from generator.views.portfolio import fill
from generator.views.view import Portfolio, Subject
from tests.views import builders

REPOSITORY = Path(__file__).parents[2]
READ = "ar"
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
_ARABIC = re.compile(r"[\u0620-\u064a]{2,}")
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - reads better
_SAID = ("alt", "aria-label", "title", "placeholder")


@dataclass
class Tongues(HTMLParser):
    """Every piece of text and every spoken attribute of a page, with the language and direction it stands in."""

    around: list[tuple[str, str, str]] = field(default_factory=lambda: [("", "", "")])
    said: list[tuple[str, str, str]] = field(default_factory=list)
    """Language, direction, words."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        _, language, direction = self.around[-1]
        language = given.get("lang", language)
        direction = given.get("dir", given.get("direction", "auto" if tag == "bdi" else direction))
        self.said += [(language, "", given[name]) for name in _SAID if name in given]
        if tag not in _EMPTY:
            self.around.append((tag, language, direction))

    def handle_endtag(self, tag: str) -> None:
        while len(self.around) > 1 and self.around.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag, language, direction = self.around[-1]
        if tag not in {"style", "script"}:
            self.said.append((language, direction, " ".join(data.split())))


def wrong_in(html: str) -> Iterator[str]:
    """What would be read out in a wrong voice, or set in a wrong direction."""
    page = Tongues()
    page.feed("<body" + html.partition("<body")[2])
    for language, direction, words in page.said:
        is_ours = bool(_ARABIC.search(words))
        if is_ours and language.partition("-")[0] not in {READ, ""}:
            yield f"{language}: {words}"
        if not is_ours and _LATIN.search(words):
            if language == READ:
                yield f"not said to be English: {words}"
            elif direction == "rtl":
                yield f"from right to left: {words}"


@pytest.fixture(scope="module")
def maple_creek() -> School:
    config, problems = read_site_config(REPOSITORY / "site-config.yml")
    assert config, problems
    school, _ = read_school(config)
    assert school
    return school


def wrong_pages(press: Press, portfolio: Portfolio) -> list[str]:
    return [
        f"{file.path} {wrong}"
        for file in press.lay_out(portfolio)
        if file.media_type == "text/html"
        for wrong in dict.fromkeys(
            wrong_in(f'<body lang="{READ}" dir="rtl"{file.text.partition("<body")[2]}')
        )
    ]


def test_every_page_of_the_example_says_whose_language_it_speaks(maple_creek: School, press: Press) -> None:
    wrong: list[str] = []
    for student in maple_creek.students:
        seen = seen_by(student, audience=Audience.FAMILY)
        subject = Subject(student=seen, framework=maple_creek.framework, media={})
        wrong += (f"{student.id} {one}" for one in wrong_pages(press, fill(subject, language=READ)))
    assert wrong == []


def test_every_page_with_every_kind_of_work_says_whose_language_it_speaks(press: Press) -> None:
    assert wrong_pages(press, fill(builders.asha(), language=READ)) == []


def test_every_page_of_teachers_says_whose_language_it_speaks(maple_creek: School, press: Press) -> None:
    for group in maple_creek.groups:
        portfolio = fill_register(register_of(group, school=maple_creek), language=READ)
        assert wrong_pages(press, portfolio) == []


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("<p>Science</p>", 1),
        ('<p><span lang="en" dir="ltr">Science</span></p>', 0),
        ('<p lang="en">العلوم</p>', 1),
        ('<p lang="en">Science</p>', 1),
        ('<img alt="A heron">', 1),
        ('<img alt="A heron" lang="en">', 0),
        ("<p>صفحة PDF</p>", 0),
    ],
)
def test_the_walk_notices(html: str, count: int) -> None:
    assert len(list(wrong_in(f'<body lang="{READ}" dir="rtl">{html}'))) == count
