"""The plain preview: what it shows, to whom, and that it renews itself."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.config import Workplace
from generator.preview.portfolios import Portfolios
from generator.preview.server import previewing
from tests.schools.tiny import TinySchool


@contextmanager
def preview_of(school: TinySchool) -> Iterator[tuple[str, Portfolios]]:
    workplace = Workplace(config=school.config, home=school.root / "home", cache=school.root / "cache")
    portfolios = Portfolios(workplace)
    with previewing(portfolios, watched=(school.content,)) as address:
        yield address, portfolios


def ask(address: str, path: str, *, host: str | None = None) -> tuple[int, str]:
    place = urlsplit(address).netloc
    with closing(http.client.HTTPConnection(place, timeout=30)) as connection:
        connection.request("GET", path, headers={"Host": host or place, "Connection": "close"})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    return TinySchool(tmp_path)


def test_the_front_page_lists_students_and_says_that_nothing_is_locked(school: TinySchool) -> None:
    with preview_of(school) as (address, _):
        status, page = ask(address, "/")
    assert status == 200
    assert "Ana Lee" in page
    assert "Nothing here is locked" in page


def test_a_page_is_what_the_family_will_see_with_a_loud_banner(school: TinySchool) -> None:
    school.evidence("audience: staff", "Only for the grown-ups at school.", name="2025-10-09-note")
    with preview_of(school) as (address, _):
        home = ask(address, "/ana-lee/index.html")[1]
        timeline = ask(address, "/ana-lee/timeline.html")[1]
        style = ask(address, "/ana-lee/theme/kinfolio.css")
    assert "preview-warning" in home
    assert "My volcano foamed." in timeline
    assert "Only for the grown-ups" not in timeline
    assert style[0] == 200


def test_nothing_of_it_touches_the_disk(school: TinySchool) -> None:
    before = set(school.root.rglob("*"))
    with preview_of(school) as (address, _):
        ask(address, "/ana-lee/index.html")
    assert {path for path in school.root.rglob("*") if "cache" not in path.parts} <= before


def test_a_page_that_is_not_there_is_said_to_be_missing(school: TinySchool) -> None:
    with preview_of(school) as (address, _):
        for path in (
            "/nobody/index.html",
            "/ana-lee/nothing.html",
            "/~scripts/../../config.py",
            "/~scripts/nothing.js",
        ):
            assert ask(address, path)[0] == 404, path


def test_another_websites_name_is_not_answered(school: TinySchool) -> None:
    with preview_of(school) as (address, _):
        status, page = ask(address, "/", host="evil.example:80")
    assert status == 403
    assert "Ana Lee" not in page


def test_problems_stand_on_the_front_page(school: TinySchool) -> None:
    school.evidence("competencies: [nobody-knows-this]")
    with preview_of(school) as (address, _):
        page = ask(address, "/")[1]
    assert "nobody-knows-this" in page
    assert "fix:" in page


def test_a_changed_file_is_read_again_and_wakes_the_page(school: TinySchool) -> None:
    with preview_of(school) as (address, portfolios):
        ask(address, "/ana-lee/timeline.html")
        woken: list[bool] = []
        seen = portfolios.version
        waiting = threading.Thread(
            target=lambda: woken.append(portfolios.wait_for_change(since=seen, seconds=30))
        )
        waiting.start()
        school.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "My volcano fizzed.\n")
        waiting.join(timeout=30)
        assert woken == [True]
        assert "My volcano fizzed." in ask(address, "/ana-lee/timeline.html")[1]


def test_a_change_while_a_page_is_on_its_way_is_not_missed(school: TinySchool) -> None:
    with preview_of(school) as (address, portfolios):
        with closing(http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)) as connection:
            connection.request("GET", "/ana-lee/timeline.html", headers={"Connection": "close"})
            told = connection.getresponse().headers["Server-Timing"]
        portfolios.read_again()
        assert told.startswith('seen;desc="')
        since = told.removeprefix('seen;desc="').rstrip('"')
        assert ask(address, f"/~changes?since={since}") == (200, "changed")
