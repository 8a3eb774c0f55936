"""Themes: found by name or path, standing on ours, refused where they could not be read."""

from pathlib import Path

import pytest

from generator.model.student import ACCENTS, COVERS
from generator.pages.colours import Pair, contrast, mixed
from generator.pages.theme import COLOURS, SCHEMES, Theme, load_theme
from generator.problems import KinfolioError


def own_theme(folder: Path, text: str) -> str:
    (folder / "theme.yml").write_text(text, encoding="utf-8")
    return str(folder)


def test_every_pair_of_our_colours_can_be_read(kinfolio: Theme) -> None:
    pairs = list(kinfolio.pairs())
    assert len(pairs) == len(SCHEMES) * (2 * 4 + 3 + len(ACCENTS) * 5)
    assert [f"{pair.what}: {pair.ratio:.2f}" for pair in pairs if not pair.can_be_read] == []


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert contrast("#FFFFFF", other="#000000") == pytest.approx(21)
    assert contrast("#777777", other="#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#17645A", other="#FFFBF4") == contrast("#FFFBF4", other="#17645A")


def test_a_mixed_colour_lies_between() -> None:
    assert mixed("#FF0000", into="#FFFFFF", share=0.0) == "#FFFFFF"
    assert mixed("#FF0000", into="#FFFFFF", share=1.0) == "#FF0000"


def test_a_pair_is_judged_by_what_it_needs() -> None:
    grey = {"what": "grey", "front": "#8A8494", "back": "#FFFFFF"}
    assert Pair(**grey, least=3.0).can_be_read
    assert not Pair(**grey, least=4.5).can_be_read


def test_all_accents_covers_and_colours_are_there(kinfolio: Theme) -> None:
    assert set(kinfolio.accents) == set(ACCENTS)
    for scheme in SCHEMES:
        assert set(kinfolio.colours[scheme]) == set(COLOURS)
    covers = {file.stem for file in (kinfolio.folders[-1] / "covers").glob("*.svg")}
    assert covers == set(COVERS)


def test_a_theme_stands_on_a_folder_beside_it(tmp_path: Path) -> None:
    for name in ("base", "own"):
        (tmp_path / name).mkdir()
    own_theme(tmp_path / "base", "name: Base\nwords: {Timeline: My days}\n")
    theme = load_theme(own_theme(tmp_path / "own", "name: Own\nextends: ../base\n"))
    assert [folder.name for folder in theme.folders] == ["own", "base", "kinfolio"]
    assert theme.words == {"Timeline": "My days"}


def test_a_schools_theme_names_only_what_differs(tmp_path: Path, kinfolio: Theme) -> None:
    (tmp_path / "crest.svg").write_text("<svg/>", encoding="utf-8")
    theme = load_theme(
        own_theme(
            tmp_path,
            "name: Maple Creek\ncrest: crest.svg\nwords: {Timeline: My days}\n"
            "accents:\n  spruce: {light: '#14513F'}\n",
        )
    )
    assert theme.name == "Maple Creek"
    assert theme.folders == (tmp_path.resolve(), *kinfolio.folders)
    assert theme.accents["spruce"] == {"light": "#14513F", "dark": kinfolio.accents["spruce"]["dark"]}
    assert theme.colours == kinfolio.colours
    assert theme.words == {"Timeline": "My days"}
    assert theme.crest == tmp_path.resolve() / "crest.svg"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "accents:\n  ocean: {light: '#9CC3F5'}",
            "ocean on paper, light: #9CC3F5 on #FFFBF4 has a contrast of 1.8",
        ),
        ("colours:\n  light: {ink: black}", '"black" is not a colour'),
        ("colors: {}", 'unknown key "colors"'),
        ("a: [", "is not YAML"),
        ("crest: nowhere.svg", "crest nowhere.svg is not a picture there"),
        ("extends: nothing", 'there is no theme "nothing"'),
        ("styles: [sparkle]", "there is no"),
        ("accents:\n  gold: {light: '#806000'}", 'unknown accent "gold"'),
        ("colours:\n  light: {inc: '#000000'}", 'unknown colour "inc"'),
        ("colours:\n  dusk: {ink: '#000000'}", 'unknown scheme "dusk"'),
        ("- a list", "is not a list of keys and values"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(KinfolioError) as refused:
        load_theme(own_theme(tmp_path, text))
    assert said in str(refused.value)
    assert refused.value.hint


def test_a_theme_that_extends_itself_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KinfolioError, match="extends itself"):
        load_theme(own_theme(tmp_path, f"extends: '{tmp_path.as_posix()}'"))


def test_an_unknown_theme_names_the_known_ones() -> None:
    with pytest.raises(KinfolioError) as refused:
        load_theme("kinfolo")
    assert "kinfolio" in refused.value.hint


def test_the_guide_names_every_colour_and_key() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "themes.md").read_text(encoding="utf-8")
    for name in (*COLOURS, *ACCENTS, "crest", "words", "extends", "styles"):
        assert f"`{name}`" in guide, name
