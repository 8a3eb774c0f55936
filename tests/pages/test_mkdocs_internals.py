"""Fails loudly when a release of MkDocs or Material moves what we lean on."""

from importlib.metadata import version
from pathlib import Path

import jinja2
import pytest

from generator.pages.mkdocs_internals import Engine, material_templates


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def test_the_installed_engine_is_of_the_line_we_know() -> None:
    assert version("mkdocs").startswith("1.6.")
    assert version("mkdocs-material").startswith("9.")


def test_a_page_is_rendered_in_memory_and_nothing_is_written(templates: Path) -> None:
    (templates / "page.html").write_text("{{ page.title }} {{ said }} {{ page.url }}", encoding="utf-8")
    engine = Engine(template_folders=[templates])
    html = engine.render(path="e/abc.html", title="Evidence", template="page.html", extra={"said": "hello"})
    assert html == "Evidence hello e/abc.html"
    assert [file.name for file in templates.parent.rglob("*")] == ["templates", "page.html"]


def test_a_schools_template_stands_above_ours(templates: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for folder, said in ((templates, "ours"), (own, "theirs")):
        (folder / "page.html").write_text(said, encoding="utf-8")
    (templates / "frame.html").write_text("frame", encoding="utf-8")
    engine = Engine(template_folders=[own, templates])
    assert engine.render(path="a.html", title="", template="page.html", extra={}) == "theirs"
    assert engine.render(path="a.html", title="", template="frame.html", extra={}) == "frame"


def test_materials_own_templates_are_within_reach(templates: Path) -> None:
    environment = Engine(template_folders=[templates]).environment
    assert isinstance(environment, jinja2.Environment)
    assert "jinja2.ext.InternationalizationExtension" in environment.extensions
    assert environment.get_template("base.html").name == "base.html"


def test_material_brings_its_icons_and_one_main_style_sheet() -> None:
    folder = material_templates()
    assert (folder / ".icons" / "material" / "home-outline.svg").is_file()
    assert len(list((folder / "assets" / "stylesheets").glob("main.*.min.css"))) == 1


def test_neither_engine_talks_to_the_terminal(templates: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (templates / "page.html").write_text("x", encoding="utf-8")
    Engine(template_folders=[templates]).render(path="a.html", title="", template="page.html", extra={})
    assert capfd.readouterr() == ("", "")
