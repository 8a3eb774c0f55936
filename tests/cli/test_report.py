"""`kinfolio report` and `kinfolio gradebook` as a teacher gives them."""

import csv
import json
from pathlib import Path

import pytest

from generator.cli.main import run
from tests.schools.tiny import SMALLEST, TinySchool

POINT = "by: ms-ito\nlevel: PRF\ncan do: Asks.\nnext step: Ask more.\nevidence: 2025-10-02-volcano\n"


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySchool:
    school = TinySchool(tmp_path)
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: bc\n")
    monkeypatch.chdir(tmp_path)
    return school


def test_it_says_in_words_what_is_missing_for_whom(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.edit(
        "students/ana-lee/progress/2025-10-21-informal-update.yml",
        "by: ms-ito\nform: email\nwords: We wrote.\n",
    )
    assert run(["report", "due"]) == 0
    said = capsys.readouterr().out
    assert "2025-07-01 to 2026-06-30" in said
    assert "Written Learning Update: 2 of 2 to come" in said
    assert "Informal Learning Update: 1 of 2 to come (there: 2025-10-21)" in said
    assert "no point of progress yet: Science" in said


def test_an_area_with_its_point_is_not_named(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    school.edit("students/ana-lee/progress/2025-11-01-science.yml", POINT)
    run(["report", "due"])
    assert "no point of progress" not in capsys.readouterr().out


@pytest.mark.usefixtures("school")
def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "due", "--json", "--group", "fir"]) == 0
    told = json.loads(capsys.readouterr().out)
    (ana,) = told["students"]
    assert (ana["student"], ana["complete"], ana["areas_to_come"]) == ("ana-lee", False, ["science"])
    assert {one["kind"]: one["to_come"] for one in ana["communications"]} == {
        "learning update": 2,
        "summary of learning": 1,
        "informal update": 2,
    }


def test_another_school_year_is_another_day(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    school.edit("students/ana-lee/progress/2025-11-01-science.yml", POINT)
    assert run(["report", "due", "--on", "2026-02-01"]) == 0
    assert "2025-07-01 to 2026-06-30" in capsys.readouterr().out


def test_a_school_without_rules_is_told_how_to_choose_some(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.edit("school.yml", SMALLEST["school.yml"])
    assert run(["report", "due"]) == 3
    assert "reporting: bc" in capsys.readouterr().err


@pytest.mark.usefixtures("school")
def test_a_class_nobody_knows_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "due", "--group", "oak"]) == 2
    assert "fir" in capsys.readouterr().err


def test_slips_in_the_files_come_first(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    school.edit("students/ana-lee/progress/2025-11-01-sciense.yml", POINT)
    assert run(["report", "due"]) == 1
    assert "unknown-area" in capsys.readouterr().err


def test_the_gradebook_is_a_table_in_words(school: TinySchool) -> None:
    school.edit(
        "students/ana-lee/assessments.yml",
        "- date: 2025-10-03\n  by: ms-ito\n  competency: sc-question\n  level: PRF\n"
        "  comment: Asks why.\n  evidence: 2025-10-02-volcano\n",
    )
    assert run(["gradebook", "--group", "fir", "--out", "fir.csv"]) == 0
    with (school.root / "fir.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["Student"], line["Competency"], line["Date"], line["Level"]) == (
        "Ana Lee",
        "Ask questions",
        "2025-10-03",
        "Proficient",
    )
