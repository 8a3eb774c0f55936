"""Options of the whole test run."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.schools.built import BuiltSchool
from tests.schools.tiny import TinySchool

if TYPE_CHECKING:
    from playwright.sync_api import Browser


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


@pytest.fixture(scope="session")
def sealed_school(tmp_path_factory: pytest.TempPathFactory) -> BuiltSchool:
    """A tiny school, built. For looking at: a test that changes it takes `own_school`."""
    school = BuiltSchool(tmp_path_factory.mktemp("sealed-school"))
    school.build()
    return school


@pytest.fixture
def own_school(tmp_path: Path) -> BuiltSchool:
    """A tiny school of the test's own, not built yet."""
    return BuiltSchool(tmp_path)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """A real Chromium; without one the tests are skipped, loudly."""
    from tests.browser import chromium

    path = chromium.find()
    if path is None:
        pytest.skip(chromium.MISSING)
    with chromium.chromium_at(path) as started:
        yield started
