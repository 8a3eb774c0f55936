import os
import sys
from pathlib import Path

import jinja2
import pytest

from generator.pages import compiled
from generator.pages.compiled import compiled_templates


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "filters.py").write_text("A = 1\n", encoding="utf-8")
    monkeypatch.setattr(compiled, "_HERE", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def rendered(template: Path) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(template.parent), bytecode_cache=compiled_templates(), autoescape=True
    )
    return environment.get_template(template.name).render()


def test_a_template_is_compiled_once_and_again_when_it_changes(room: Path) -> None:
    template = room / "page.html"
    template.write_text("one", encoding="utf-8")
    assert rendered(template) == "one"
    (kept,) = room.rglob("*.cache")
    written = kept.stat().st_mtime_ns
    assert rendered(template) == "one"
    assert kept.stat().st_mtime_ns == written
    template.write_text("two", encoding="utf-8")
    assert rendered(template) == "two"


def test_another_kinfolio_keeps_its_own_and_drops_the_old(room: Path) -> None:
    template = room / "page.html"
    template.write_text("one", encoding="utf-8")
    rendered(template)
    (before,) = room.rglob("*.cache")
    (room / "filters.py").write_text("A = 2\n", encoding="utf-8")
    rendered(template)
    (after,) = room.rglob("*.cache")
    assert before.parent != after.parent


def test_who_told_python_to_write_nothing_is_heard(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert compiled_templates() is None
    assert [path.name for path in room.iterdir()] == ["filters.py"]


@pytest.mark.usefixtures("room")
def test_an_installation_that_cannot_be_written_to_goes_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert compiled_templates() is None
