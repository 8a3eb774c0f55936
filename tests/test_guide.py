"""The guide, row by row: every idea says where it lives, and every test it names is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip().strip("|").split(" | ")]
    for line in (ROOT / "docs/guide.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+ \|", line)
]


def test_the_guide_has_eighteen_rows() -> None:
    assert [row[0] for row in ROWS] == [str(number) for number in range(1, 19)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"row-{row[0]}")
def test_a_row_says_where_it_lives_and_names_tests_that_are_there(row: list[str]) -> None:
    assert len(row) == 4
    _, _, where, tested = row
    assert len(where) > 20
    named = re.findall(r"`(tests/[^`]+)`", tested)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
