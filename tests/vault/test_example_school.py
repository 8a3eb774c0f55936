"""The example school in `content/`, one student of it, opened by a reader that knows only the format's page."""

import shutil
from pathlib import Path

import pytest

from tests.schools.built import BuiltSchool
from tests.vectors import open_from_spec

CONTENT = Path(__file__).parents[2] / "content"
STUDENT = "arjan-gill"


@pytest.mark.slow
def test_the_reader_from_the_page_opens_a_student_of_the_example_school(tmp_path: Path) -> None:
    school = BuiltSchool(tmp_path)
    said = school.command("build", "--jobs", "1", "--content", str(CONTENT), "--student", STUDENT)
    assert said.code == 0, said.all
    guardian = "jas-gill"
    files = open_from_spec.read_site(school.site(STUDENT), f"k={school.link(guardian)}")
    assert files["index.html"].startswith(b"<!doctype html>")
    assert len(files) > 20
    shutil.rmtree(school.out)
