"""`kinfolio new`: what it asks, what it writes, and that the result is a school."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import kinfolio, run
from generator.model.structure import Structure
from generator.problems import KinfolioError
from generator.reading.school import read_school
from generator.reading.site_config import read_site_config
from generator.starting.files import NewFile, as_value, id_for, write_new
from generator.starting.roll import NewStudent, read_roll
from generator.starting.school import Answers, NewSchool, school_files
from generator.starting.standards import STARTER_GRADES

ROLL = "name;called;guardians;language\nAda Love;Ada;Jo Love;\nŻaneta Öz;;Jo Love;tr\nਗੁਰਨੂਰ ਸੰਧੂ;;Kim; pa-Guru\n"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KINFOLIO_HOME", str(tmp_path / "keys"))


def _begun(folder: Path, *options: str) -> Path:
    assert run(["new", str(folder), "--yes", *options]) == 0
    return folder


def _problems(folder: Path) -> list[str]:
    config, slips = read_site_config(folder / "site-config.yml")
    assert config, slips
    return [problem.slug for problem in read_school(config)[1]]


def test_a_new_school_builds_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _begun(tmp_path / "school")
    assert _problems(folder) == []
    monkeypatch.chdir(folder)
    assert run(["build", "--jobs", "1"]) == 0
    assert list((folder / "dist").iterdir())


def test_a_class_list_becomes_students_and_guardians_each_once(tmp_path: Path) -> None:
    roll = tmp_path / "roll.csv"
    roll.write_text(ROLL, encoding="utf-8")
    folder = _begun(tmp_path / "school", "--students", str(roll), "--grade", "K", "--class", "Fir: 1")
    assert _problems(folder) == []
    config, _ = read_site_config(folder / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    assert [(one.id, one.name, one.language) for one in school.students] == [
        ("ada-love", "Ada Love", "en"),
        ("student-1", "ਗੁਰਨੂਰ ਸੰਧੂ", "pa-Guru"),
        ("zaneta-oz", "Żaneta Öz", "tr"),
    ]
    assert [person.name for person in school.people] == ["Jo Love", "Kim", "Our teacher"]
    assert (school.groups[0].name, school.groups[0].grade) == ("Fir: 1", "K")


def test_the_questions_of_getting_started_are_asked_and_kept(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    said = [
        "Maple Creek",
        "Cedar",
        "4",
        "Ms. Okafor",
        "To see: how",
        "The student first",
        "Quiet corners",
        "Half is theirs",
        "Wednesdays",
        "One next step",
        "theme",
        "Ada Love: Jo Love,  Kim ",
        "Bo Bee",
        "",
    ]
    result = CliRunner().invoke(kinfolio, ["new", str(folder)], input="\n".join(said) + "\n")
    assert result.exit_code == 0, result.output
    for question in ("your why", "portfolios for", "need?", "ownership", "devices", "feedback"):
        assert question in result.output
    config, _ = read_site_config(folder / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    purpose = school.framework.purpose
    assert purpose
    assert purpose.why
    assert purpose.needs
    assert (purpose.why.text, purpose.needs.text) == ("To see: how", "Quiet corners")
    assert school.groups[0].structure is Structure.THEME
    assert [(one.name, one.guardians) for one in school.students] == [
        ("Ada Love", ("jo-love", "kim")),
        ("Bo Bee", ()),
    ]
    assert "1 portfolio nobody at home can open yet" in result.output


def test_the_starter_brings_framework_scale_and_the_eight_questions(tmp_path: Path) -> None:
    config, _ = read_site_config(_begun(tmp_path / "school") / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    assert len(school.framework.prompts) == 8
    assert [level.name for level in school.framework.scale.levels] == [
        "Emerging",
        "Developing",
        "Proficient",
        "Extending",
    ]
    assert {grade for one in school.framework.competencies for grade in one.grades} == set(STARTER_GRADES)
    assert school.framework.reporting


def test_the_starter_brings_no_course_and_no_grade_of_the_example_school_alone(tmp_path: Path) -> None:
    config, _ = read_site_config(_begun(tmp_path / "school") / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    assert len(school.framework.areas) == 9
    assert {one.area for one in school.framework.competencies if one.area} == {
        area.id for area in school.framework.areas
    }
    assert [one.follows for one in school.framework.competencies if one.follows]
    known = (one.grades for one in school.framework.content)
    understood = (one.grades for one in school.framework.big_ideas)
    assert {grade for grades in (*known, *understood) for grade in grades} == set(STARTER_GRADES)
    text = (tmp_path / "school/content/framework/competencies.yml").read_text(encoding="utf-8")
    assert "# Mathematics, Grade 4\n- id: ma-4" in text
    assert "Kindergarten" not in text


def test_every_strand_of_the_starter_areas_has_a_competency_in_both_grades(tmp_path: Path) -> None:
    config, _ = read_site_config(_begun(tmp_path / "school") / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    strands = {
        grade: {(str(one.area), one.strand) for one in school.framework.competencies if grade in one.grades}
        for grade in STARTER_GRADES
    }
    for area in (
        "applied-design",
        "mathematics",
        "physical-and-health-education",
        "science",
        "social-studies",
    ):
        by_grade = [{strand for of, strand in strands[grade] if of == area} for grade in STARTER_GRADES]
        assert by_grade[0] == by_grade[1], area


@pytest.mark.parametrize(("grade", "said"), [("4", False), ("5", True)])
def test_a_grade_without_a_starter_is_told_what_to_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], *, grade: str, said: bool
) -> None:
    _begun(tmp_path / "school", "--grade", grade)
    assert ("content/framework/competencies.yml" in capsys.readouterr().out) is said


def test_a_school_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _begun(tmp_path / "school")
    (folder / "content/school.yml").write_text("name: Mine\n", encoding="utf-8")
    assert run(["new", str(folder), "--yes"]) == 3
    assert "already" in capsys.readouterr().err
    assert (folder / "content/school.yml").read_text(encoding="utf-8") == "name: Mine\n"


def test_one_file_that_is_there_keeps_all_from_being_written(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(KinfolioError, match="already"):
        write_new(tmp_path, (NewFile(path="a.txt", text="1"), NewFile(path="b.txt", text="2")))
    assert not (tmp_path / "a.txt").exists()


def test_evidence_in_half_a_minute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _begun(tmp_path / "school", "--student", "Ada Love")
    monkeypatch.chdir(folder)
    said = [
        "new",
        "evidence",
        "ada-love",
        "--kind",
        "observation",
        "--title",
        "Built a bridge",
        "--words",
        "It held.",
    ]
    assert run([*said, "--date", "2026-10-02"]) == 0
    assert run([*said, "--date", "2026-10-02"]) == 0
    files = sorted((folder / "content/students/ada-love/evidence").iterdir())
    assert [file.name for file in files] == ["2026-10-02-built-a-bridge-2.md", "2026-10-02-built-a-bridge.md"]
    assert (
        files[1].read_text(encoding="utf-8")
        == "---\ntitle: Built a bridge\nkind: observation\n---\nIt held.\n"
    )
    assert "unknown-kind" not in _problems(folder)


def test_a_goal_and_a_student_can_be_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _begun(tmp_path / "school", "--student", "Ada Love")
    monkeypatch.chdir(folder)
    assert run(["new", "student", "Bo Bee", "--called", "Bo"]) == 0
    assert (
        run(
            [
                "new",
                "goal",
                "bo-bee",
                "I want to read: every night",
                "--date",
                "2025-10-01",
                "--horizon",
                "long",
            ]
        )
        == 0
    )
    config, _ = read_site_config(folder / "site-config.yml")
    assert config
    school, _ = read_school(config)
    assert school
    (bo,) = (one for one in school.students if one.id == "bo-bee")
    assert [(goal.wording.text, goal.horizon) for goal in bo.goals] == [
        ("I want to read: every night", "long")
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "evidence", "nobody"],
        ["new", "evidence", "ada-love", "--kind", "gossip"],
        ["new", "goal", "ada-love", "Read", "--review", "2026-02-30"],
        ["new", "student", "Bo", "--class", "nowhere"],
    ],
)
def test_a_slip_on_the_command_line_writes_nothing(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _begun(tmp_path / "school", "--student", "Ada Love")
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    assert run(arguments) == 2
    assert sorted(folder.rglob("*")) == before


def test_two_students_with_one_name_are_told_apart_first() -> None:
    school = NewSchool(
        name="S",
        language="fr",
        group="G",
        grade="4",
        teacher="T",
        structure=Structure.TIME,
        answers=Answers(),
        students=(NewStudent(name="Zoë Lee"), NewStudent(name="zoe lee")),
    )
    with pytest.raises(KinfolioError, match="zoe lee"):
        school_files(school, today=date(2026, 9, 1))


@pytest.mark.parametrize(
    ("table", "message"), [("nom,called\nA,B\n", "`nom`"), ("called\nB\n", "no column"), ("", "no column")]
)
def test_a_table_without_names_is_refused(table: str, message: str, tmp_path: Path) -> None:
    roll = tmp_path / "roll.csv"
    roll.write_text(table, encoding="utf-8")
    with pytest.raises(KinfolioError, match=message):
        read_roll(roll)


@pytest.mark.parametrize(
    "typed", ["no", "A: b", "# five", "- x", "[a]", "'", "null", "1", "a\nb", "Ö: ਪ", "*", "&a", "x #y"]
)
def test_whatever_is_typed_comes_back_as_typed(typed: str, tmp_path: Path) -> None:
    folder = _begun(tmp_path / "school", "--why", typed, "--name", typed)
    config, _ = read_site_config(folder / "site-config.yml")
    assert config
    school, problems = read_school(config)
    assert school, problems
    assert school.framework.purpose
    assert school.framework.purpose.why
    assert school.framework.purpose.why.text == " ".join(typed.split()) == school.framework.school_name


def test_values_are_plain_where_they_can_be() -> None:
    assert as_value("Maple Creek (north), St. John's") == '"Maple Creek (north), St. John\'s"'
    assert as_value("Maple Creek") == "Maple Creek"


def test_ids_are_each_there_once() -> None:
    taken: set[str] = set()
    assert [id_for(name, taken=taken, otherwise="student") for name in ("Bo Bee", "bo bee", "ਪੁਲ", "ਪੁਲ")] == [
        "bo-bee",
        "bo-bee-2",
        "student-1",
        "student-2",
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("jo-lov", "people.yml names no guardian jo-lov; there are: jo-love (Jo Love)"),
        ("nobody", "people.yml names no guardian nobody; there are: jo-love (Jo Love), kim (Kim)"),
        ("our-teacher", "people.yml names no guardian our-teacher; there are: "),
    ],
)
def test_a_guardian_whom_nobody_knows_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    folder = _begun(tmp_path / "school", "--student", "Ada Love: Jo Love, Kim")
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    assert run(["new", "student", "Bo Bee", "--guardian", "kim", "--guardian", typed]) == 2
    assert said in capsys.readouterr().err
    assert sorted(folder.rglob("*")) == before
    assert run(["new", "student", "Bo Bee", "--guardian", "kim"]) == 0
    assert _problems(folder) == []
