import os
import sys
from pathlib import Path

import pytest

from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"


def link(school: TinySchool, path: str, target: Path) -> None:
    place = school.content / path
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        place.symlink_to(target)
    except OSError:
        pytest.skip("links may not be made here")


def test_a_whole_school_has_no_problems(tiny_school: TinySchool) -> None:
    assert tiny_school.check() == ()


@pytest.mark.parametrize(
    "name", [".DS_Store", "_drafts.md", "Thumbs.db", "~$notes.docx", "_old/x.md", ".git/config"]
)
def test_what_machines_and_people_put_aside_is_left_alone(tiny_school: TinySchool, name: str) -> None:
    tiny_school.edit(f"{STUDENT}/{name}", "x").edit(name, "x").edit(f"{STUDENT}/evidence/{name}", "x")
    assert tiny_school.check() == ()


def test_a_link_out_of_the_content_is_refused(tiny_school: TinySchool, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("a secret", encoding="utf-8")
    link(tiny_school, f"{STUDENT}/evidence/2025-10-09-a.md", tmp_path / "secret.md")
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.origin.path) == ("link-outside", f"{STUDENT}/evidence/2025-10-09-a.md")


def test_a_link_to_a_folder_outside_is_refused(tiny_school: TinySchool, tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "2025-10-09-a.md").write_text("a secret", encoding="utf-8")
    link(tiny_school, f"{STUDENT}/goals", tmp_path / "away")
    assert tiny_school.slugs() == ["link-outside"]


def test_a_link_to_another_student_is_refused(tiny_school: TinySchool) -> None:
    tiny_school.edit("students/bo-ray/student.yml", "name: Bo Ray\ngroup: fir\nguardians: jo-lee\n")
    link(
        tiny_school,
        "students/bo-ray/about.md",
        tiny_school.content / STUDENT / "evidence/2025-10-02-volcano.md",
    )
    assert tiny_school.slugs() == ["link-outside"]


def test_a_link_in_a_circle_ends(tiny_school: TinySchool) -> None:
    link(tiny_school, f"{STUDENT}/evidence/loop", tiny_school.content / STUDENT)
    assert tiny_school.slugs() == ["link-outside"]


def test_a_link_within_one_student_is_followed(tiny_school: TinySchool) -> None:
    link(tiny_school, f"{STUDENT}/about.md", tiny_school.content / STUDENT / "evidence/2025-10-02-volcano.md")
    assert tiny_school.check() == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(tiny_school: TinySchool) -> None:
    if sys.platform != "win32":
        os.mkfifo(tiny_school.content / STUDENT / "about.md")
    assert tiny_school.slugs() == ["not-a-file"]


def test_names_that_differ_only_by_capitals_are_a_problem(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/About.md", "a")
    if not (tiny_school.content / STUDENT / "about.md").exists():
        tiny_school.edit(f"{STUDENT}/about.md", "b")
        assert "same-name" in tiny_school.slugs()


def test_two_folders_that_differ_only_by_capitals_are_told_once(tiny_school: TinySchool) -> None:
    other = STUDENT.rsplit("/", 1)[0] + "/" + STUDENT.rsplit("/", 1)[1].upper()
    if not (tiny_school.content / other).exists():
        tiny_school.edit(f"{other}/about.md", "a")
        tiny_school.edit(f"{other}/evidence/2025-10-02-volcano.md", "b")
        tiny_school.edit(f"{other}/student.yml", "name: C\n")
        assert tiny_school.slugs().count("same-name") == 1


def test_a_file_and_a_folder_of_one_name_are_a_problem(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/2025-10-02-volcano/index.md", "again")
    assert tiny_school.slugs() == ["duplicate-id"]


def test_a_folder_without_index_says_which_file_to_rename(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/2025-10-09-a/notes.md", "x").edit(
        f"{STUDENT}/evidence/2025-10-09-a/a.jpg", "x"
    )
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.fix) == ("no-index", "rename `notes.md` to `index.md`")


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        (f"{STUDENT}/studnet.yml", "did you mean `student.yml`?"),
        (f"{STUDENT}/about.txt", "did you mean `about.md`?"),
        (f"{STUDENT}/evidences/2025-10-09-a.md", "did you mean `evidence/2025-10-09-a.md`?"),
        (f"{STUDENT}/goals/read.yaml", "did you mean `goals/read.yml`?"),
        (f"{STUDENT}/evidence/2025-10-09-b.MD", "did you mean `evidence/2025-10-09-b.md`?"),
        (f"{STUDENT}/photo.jpg", "name it under `artifacts`"),
        (f"{STUDENT}/evidence/2025-10-09-a/a.jpg", "name it under `artifacts`"),
        ("framework/competences.yml", "did you mean `framework/competencies.yml`?"),
        ("scale.yml", "did you mean `framework/scale.yml`?"),
        ("students/list.csv", "underscore"),
    ],
)
def test_a_file_that_nothing_reads_is_named_with_the_right_name(
    tiny_school: TinySchool, path: str, fix: str
) -> None:
    if "2025-10-09-a/" in path:
        tiny_school.edit(f"{STUDENT}/evidence/2025-10-09-a/index.md", "words")
    problem = tiny_school.edit(path, "x").only_problem()
    assert (problem.slug, problem.severity, problem.origin.path) == ("unknown-file", "warning", path)
    assert fix in problem.fix


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("students/Ana Lee/student.yml", "ana-lee"),
        (f"{STUDENT}/evidence/2025-10-09 Reading Aloud.md", "2025-10-09-reading-aloud"),
        (f"{STUDENT}/goals/Zoë reads.yml", "zoe-reads"),
    ],
)
def test_a_name_that_cannot_be_an_id_comes_with_one_that_can(
    tiny_school: TinySchool, path: str, fix: str
) -> None:
    problem = tiny_school.edit(path, "goal: x\nset: 2025-10-01\n").only_problem()
    assert problem.slug == "bad-id"
    assert f"`{fix}`" in problem.fix


def test_a_text_as_large_as_a_film_is_not_read(tiny_school: TinySchool) -> None:
    assert tiny_school.edit(f"{STUDENT}/about.md", b"x" * (5 * 1024 * 1024)).slugs() == ["file-too-large"]


def test_a_folder_that_may_not_be_read_is_a_problem(
    tiny_school: TinySchool, monkeypatch: pytest.MonkeyPatch
) -> None:
    tiny_school.edit(f"{STUDENT}/goals/read.yml", "goal: Read.\nset: 2025-09-20\n")
    scandir = os.scandir

    def locked(folder: str) -> object:
        if folder.endswith("goals"):
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("generator.reading.walking.os.scandir", locked)
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.origin.path) == ("unreadable-file", f"{STUDENT}/goals")
