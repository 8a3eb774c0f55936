"""Icons, avatars and covers."""

from collections.abc import Iterable

import pytest

from generator.pages.drawings import Drawings
from generator.pages.mkdocs_internals import material_templates
from generator.pages.theme import Theme
from generator.views import VIEWS


@pytest.fixture(scope="module")
def drawings(kinfolio: Theme) -> Drawings:
    return Drawings(theme=kinfolio, icons=material_templates() / ".icons" / "material")


def files(theme: Theme, kind: str) -> Iterable[str]:
    return sorted(file.stem for file in (theme.folders[-1] / kind).glob("*.svg"))


def test_an_icon_is_hidden_from_who_hears_the_page(drawings: Drawings) -> None:
    assert drawings.icon("home-outline").startswith('<svg class="icon" aria-hidden="true" focusable="false"')


def test_every_view_has_an_icon_that_exists(drawings: Drawings) -> None:
    unknown = drawings.icon("circle-outline")
    assert [view.name for view in VIEWS if drawings.icon(view.icon) == unknown] == []


def test_avatars_are_small_and_drawn_in_the_childs_colour(drawings: Drawings, kinfolio: Theme) -> None:
    names = list(files(kinfolio, "avatars"))
    assert len(names) >= 12
    for name in names:
        drawing = drawings.avatar(name)
        assert 'class="main"' in drawing, name
        assert len(drawing) < 2_000, name
        assert "#" not in drawing, name


def test_covers_are_small(drawings: Drawings, kinfolio: Theme) -> None:
    for name in files(kinfolio, "covers"):
        assert len(drawings.cover(name)) < 1_000, name


@pytest.mark.parametrize(
    "name", ["", "griffin-of-nowhere", "../avatars/fox", "/etc/passwd", "fox.svg", "fox\0"]
)
def test_a_name_without_a_drawing_draws_nothing(drawings: Drawings, name: str) -> None:
    assert drawings.avatar(name) == ""
    assert drawings.cover(name) == ""
    assert drawings.icon(name) == drawings.icon("circle-outline")


def test_a_child_has_twenty_four_drawings_and_six_covers_to_choose_from(kinfolio: Theme) -> None:
    chosen = [list(files(kinfolio, kind)) for kind in ("avatars", "covers")]
    assert [len(names) for names in chosen] == [24, 6]
