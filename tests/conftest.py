"""Options of the whole test run."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.schools.built import BuiltSchool
from tests.schools.cost import CHEAP, at_cost
from tests.schools.example import ExampleSchool, common_example
from tests.schools.once import common_folder
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


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow files first, so that no process is left with one when the others are done; those with a browser last of all.

    A browser, once started, stays in its process, and what forks is better done before.
    """
    marks: dict[Path, set[str]] = {}
    for item in items:
        marks.setdefault(item.path, set()).update(mark.name for mark in item.iter_markers())
    items.sort(key=lambda item: ("browser" in marks[item.path], "slow" not in marks[item.path]))


@pytest.fixture(scope="session", autouse=True)
def cheap_words() -> Iterator[None]:
    """Schools of tests are built at the least cost; what a school's own build asks for is looked at by name."""
    with at_cost(CHEAP):
        yield


@pytest.fixture(scope="session")
def common_place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the example school and its clean media are made once for all processes of the test run."""
    place = common_folder(tmp_path_factory) / "example-school"
    place.mkdir(exist_ok=True)
    return place


@pytest.fixture(scope="session")
def example_school(common_place: Path) -> Iterator[ExampleSchool]:
    """The example school, built once for all tests. For looking at."""
    with common_example(common_place) as school:
        yield school


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
