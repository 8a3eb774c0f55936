"""Consent in a whole build: what a family takes back is in no site any more, not even as a sealed file."""

import io
import re
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator.publish.bookkeeping import read_superseded
from tests.test_build import School

CONSENT = """\
- student: ana-lee
  signed by: jo-lee
  on: 2025-09-08
  own portfolio: yes
- student: bo-park
  signed by: jo-lee
  on: 2025-09-08
  own portfolio: yes
  classmates: yes
"""
GROUP_WORK = """\
---
area: science
artifacts:
  - file: kite.png
    alternative: A kite over a roof.
    shows: [ana-lee, bo-park]
members:
  - {student: ana-lee, role: held the string, words: It pulled like a dog.}
  - {student: bo-park, role: let go, words: I ran and I was out of breath.}
---
They flew it on the last windy day.
"""


def picture(shade: int) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((200, 160), shade).convert("RGB").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def school(tmp_path: Path) -> School:
    school = School(tmp_path)
    school.add_student("bo-park", "Bo Park")
    school.edit("consent.yml", CONSENT)
    school.edit("group-work/2025-10-20-kite/index.md", GROUP_WORK)
    school.edit("group-work/2025-10-20-kite/kite.png", picture(60))
    return school


def blobs(school: School, student: str) -> set[str]:
    return {path for path in school.tree() if path.startswith(school.site_of(student)) and "/d/" in path}


def pictures(school: School, student: str) -> list[str]:
    return [path for path in school.open(student).paths if path.endswith(".webp")]


def test_group_work_stands_in_every_members_portfolio_with_their_own_words(school: School) -> None:
    assert school.build().published
    opened = school.open("ana-lee")
    pages = "".join(opened.read(path).decode() for path in opened.paths if path.endswith((".html", ".json")))
    assert "They flew it on the last windy day." in pages
    assert "It pulled like a dog." in pages
    assert "out of breath" not in pages
    assert re.search(r"\bBo\b|bo-park", pages) is None
    assert "B." in pages
    assert "let go" in pages


def test_a_withdrawn_consent_takes_the_picture_out_with_the_next_build(school: School) -> None:
    school.build()
    assert pictures(school, "ana-lee")
    before = blobs(school, "ana-lee")
    school.edit("consent.yml", CONSENT + "  withdrawn: 2025-11-03\n")
    report = school.build(today=date(2026, 7, 1))
    assert report.published
    assert "no-consent" in {problem.slug for problem in report.problems}
    assert pictures(school, "ana-lee") == []
    assert len(blobs(school, "ana-lee")) < len(before)
    assert list((school.root / "cache" / "media").rglob("*.webp")) == []


def test_what_was_withdrawn_is_not_kept_for_open_tabs(school: School) -> None:
    school.build()
    school.edit("consent.yml", CONSENT + "  withdrawn: 2025-11-03\n")
    school.build()
    waiting = read_superseded(school.workplace.home / "superseded.json")
    assert school.site_of("ana-lee") not in waiting


def test_a_blurred_copy_stands_in_without_a_problem(school: School) -> None:
    school.edit("group-work/2025-10-20-kite/soft.png", picture(20))
    blurred = GROUP_WORK.replace("    shows:", "    blurred: soft.png\n    shows:")
    school.edit("group-work/2025-10-20-kite/index.md", blurred)
    school.edit("consent.yml", CONSENT.replace("classmates: yes", "classmates: no"))
    report = school.build()
    assert report.problems == ()
    (student,) = (one for one in school.read().students if one.id == "ana-lee")
    (artifact,) = student.evidence[-1].artifacts
    assert artifact.path.endswith("soft.png")


def test_permission_that_ran_out_takes_the_piece_back(school: School) -> None:
    school.evidence("permission: {by: an Elder, until: 2026-06-30}", "The creek has a story.")
    school.build(today=date(2026, 6, 30))

    def said() -> str:
        opened = school.open("ana-lee")
        return "".join(opened.read(path).decode() for path in opened.paths if path.endswith(".html"))

    assert "The creek has a story." in said()
    assert school.build(today=date(2026, 7, 1)).published
    assert "The creek has a story." not in said()
