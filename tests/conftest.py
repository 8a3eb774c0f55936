"""Options of the whole test run."""

from pathlib import Path

import pytest

from tests.schools.tiny import TinySchool


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--snapshot-update` writes what the views make now as what they are expected to make."""
    parser.addoption(
        "--snapshot-update",
        action="store_true",
        help="rewrite the JSON snapshots and the tables in docs/views.md",
    )


@pytest.fixture
def tiny_school(tmp_path: Path) -> TinySchool:
    """A whole school of one student, without a problem until the test edits it."""
    return TinySchool(tmp_path)
