"""`kinfolio digest` as a teacher gives it."""

from pathlib import Path

import pytest

from generator.cli.main import WRONG_COMMAND_LINE, run
from tests.schools.tiny import TinySchool


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySchool:
    monkeypatch.chdir(tmp_path)
    return TinySchool(tmp_path).edit(
        "students/ana-lee/evidence/2025-10-09-tides.md", "---\narea: science\n---\nThe tide came twice.\n"
    )


def test_it_says_what_is_new_in_every_class_and_names_nobody(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.edit("groups/oak.md", "---\nname: Oak class\ngrade: 5\nteachers: [ms-ito]\n---\nKind.\n")
    assert run(["digest", "--since", "2025-10-01"]) == 0
    said = capsys.readouterr().out
    assert "Fir class: since October 1 there is something new in your child's portfolio." in said
    assert "- work that was made, in Science" in said
    assert "Oak class: nothing new since October 1." in said
    for word in ("Ana", "Lee", "tide", "Tides", "ana-lee"):
        assert word not in said


def test_one_class_and_another_language_may_be_asked_for(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["digest", "--since", "2025-10-01", "--group", "fir", "--language", "fr"]) == 0
    assert capsys.readouterr().out.startswith("Fir class : depuis le 1er octobre")
    assert run(["digest", "--group", "fire"]) == WRONG_COMMAND_LINE
    assert "fir" in capsys.readouterr().err
    assert school.content.is_dir()
