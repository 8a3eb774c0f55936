"""What every view owes to its template, its reader and its documentation."""

import importlib
import pickle
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

from generator import views
from generator.views import VIEWS
from generator.views.portfolio import fill
from generator.views.view import Page, View
from tests.views.builders import asha, newcomer
from tests.views.field_tables import BEGIN, END, field_tables
from tests.views.snapshot import FOLDER, Snapshot

DOCUMENT = Path(__file__).parents[2] / "docs" / "views.md"


def _modules() -> list[ModuleType]:
    return [
        importlib.import_module(f"generator.views.{found.name}")
        for found in pkgutil.iter_modules(views.__path__)
    ]


def _records() -> Iterator[type]:
    """Every record that a template may see. The contract itself (`view.py`) speaks in docstrings."""
    for module in _modules():
        for value in vars(module).values():
            belongs = isinstance(value, type) and value.__module__ == module.__name__ and is_dataclass(value)
            if belongs and not value.__name__.startswith("_") and module.__name__ != "generator.views.view":
                yield value


NOT_FOR_TEMPLATES = {"Pair"}


def test_every_view_is_listed_once() -> None:
    written = [value for module in _modules() for value in vars(module).values() if isinstance(value, View)]
    assert {view.name for view in written} == {view.name for view in VIEWS}
    assert len({view.name for view in VIEWS}) == len(VIEWS)


def test_the_bar_has_five_destinations_in_the_familiar_order() -> None:
    assert [view.name for view in VIEWS if view.in_bar] == ["home", "timeline", "growth", "goals", "showcase"]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_view_builds_for_a_full_and_for_an_empty_portfolio(view: View) -> None:
    assert view.build(asha())
    assert view.build(newcomer()) or not view.in_menu


@pytest.mark.parametrize("view", [view for view in VIEWS if view.in_menu], ids=lambda view: view.name)
def test_a_menu_entry_leads_to_a_page_of_its_view(view: View) -> None:
    first = view.build(newcomer())[0]
    assert (first.path, first.title, first.menu) == (view.path, view.title, view.name)


@pytest.mark.parametrize("record", list(_records()), ids=lambda record: record.__name__)
def test_every_field_a_template_sees_has_help(record: type) -> None:
    if record.__name__ in NOT_FOR_TEMPLATES:
        return
    assert [field.name for field in fields(record) if not field.metadata.get("help")] == []


def test_records_are_frozen() -> None:
    assert [record.__name__ for record in _records() if not record.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]


def test_a_portfolio_travels_between_processes() -> None:
    portfolio = fill(asha(), language="en")
    assert pickle.loads(pickle.dumps(portfolio)) == portfolio  # noqa: S301 - our own bytes


def test_filling_twice_gives_the_same() -> None:
    assert fill(asha(), language="en") == fill(asha(), language="en")


def test_pages_have_places_of_their_own() -> None:
    paths = [page.path for page in fill(asha(), language="en").pages]
    assert len(set(paths)) == len(paths)


def test_no_path_says_anything_about_the_child() -> None:
    paths = " ".join(page.path for page in fill(asha(), language="en").pages).lower()
    assert [
        word
        for word in ("asha", "gill", "heron", "story", "snow", "fraction", "2025", "2026")
        if word in paths
    ] == []


def test_home_and_timeline_travel_first() -> None:
    pages = fill(asha(), language="en").pages
    assert [page.path for page in pages if page.first] == ["index.html", "timeline.html"]


def test_every_link_leads_to_a_page_that_exists() -> None:
    for portfolio in (fill(asha(), language="en"), fill(newcomer(), language="en")):
        known = {page.path for page in portfolio.pages}
        linked = {path for page in portfolio.pages for path in _paths(page.content)}
        linked |= {entry.path for entry in portfolio.search}
        assert {path.split("#")[0] for path in linked} <= known


def test_every_anchor_that_is_linked_stands_on_its_page() -> None:
    portfolio = fill(asha(), language="en")
    anchors = {page.path: set(_named(page.content, name="anchor")) for page in portfolio.pages}
    linked = {path for page in portfolio.pages for path in _paths(page.content)}
    linked |= {entry.path for entry in portfolio.search}
    with_anchor = [path.split("#") for path in linked if "#" in path]
    assert with_anchor
    assert [(path, anchor) for path, anchor in with_anchor if anchor not in anchors[path]] == []


def test_every_page_shows_what_it_showed(snapshot: Snapshot) -> None:
    pages = {_file_name(page): page for page in fill(asha(), language="en").pages}
    pages |= {f"empty-{_file_name(page)}": page for page in fill(newcomer(), language="en").pages}
    for name, page in pages.items():
        snapshot.check(page, name=name)
    assert {path.stem for path in FOLDER.glob("*.json")} == {*pages, "search-entries"}


def test_search_finds_what_it_found(snapshot: Snapshot) -> None:
    snapshot.check(fill(asha(), language="en").search, name="search-entries")


def test_the_documentation_names_every_view_and_every_field(request: pytest.FixtureRequest) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    expected = f"{before}{BEGIN}\n{field_tables(_records())}\n{END}{after}"
    if request.config.getoption("--snapshot-update"):
        DOCUMENT.write_text(expected, encoding="utf-8", newline="\n")
    else:
        assert text == expected, "docs/views.md is behind; run pytest tests/views --snapshot-update"
    assert [view.name for view in VIEWS if f"**{view.name}**" not in before] == []


def _paths(value: object) -> Iterator[str]:
    """Links of a page: fields called `path` or ending so, but not those of media."""
    if is_dataclass(value) and not isinstance(value, type):
        if type(value).__module__.startswith("generator.model"):
            return
        for field in fields(value):
            one = getattr(value, field.name)
            if isinstance(one, str) and (field.name == "path" or field.name.endswith("_path")) and one:
                yield one
            else:
                yield from _paths(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from _paths(one)


def _named(value: object, *, name: str) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            one = getattr(value, field.name)
            if field.name == name:
                yield one
            yield from _named(one, name=name)
    elif isinstance(value, tuple):
        for one in value:
            yield from _named(one, name=name)


def _file_name(page: Page) -> str:
    return page.path.removesuffix(".html").replace("/", "-")
