"""The table of the guide's ideas names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
ROWS = [line.split("|")[1:-1] for line in GUIDE.splitlines() if re.match(r"\| \d+ \|", line)]


def test_every_idea_of_the_guide_has_its_row() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 19))
    assert {len(row) for row in ROWS} == {4}


def test_what_a_row_names_as_its_test_is_there() -> None:
    named = {path for row in ROWS for path in re.findall(r"`(tests/[^`]+)`", row[3])}
    assert named
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == []
