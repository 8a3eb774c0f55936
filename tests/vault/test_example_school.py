"""The example school in `content/`, one student of it, opened by a reader that knows only the format's page."""

import pytest

from tests.schools.example import ExampleSchool
from tests.vectors import open_from_spec


@pytest.mark.slow
def test_the_reader_from_the_page_opens_a_student_of_the_example_school(
    example_school: ExampleSchool,
) -> None:
    site = example_school.out / example_school.sites["arjan-gill"]
    files = open_from_spec.read_site(site, f"k={example_school.links['jas-gill']}")
    assert files["index.html"].startswith(b"<!doctype html>")
    assert len(files) > 20
