"""The whole build on a tiny school: what is published, what stays, and that a failure leaves the old site whole."""

import errno
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import deployment, pipeline
from generator.cli.main import run
from generator.config import Workplace
from generator.model.identifiers import StudentId
from generator.pipeline import BuildOrder, BuildReport
from generator.publish.gate import NotPublished
from generator.vault.keyring_file import open_keyring
from generator.vault.open import OpenedSite, open_site
from generator.vault.site import seal_site
from generator.vault.slots import Cost
from generator.vault.slots_reading import read_header
from tests.schools.cost import OF_SCHOOLS, at_cost
from tests.schools.tiny import TinySchool

TODAY = date(2026, 6, 30)


class Quiet:
    """Nobody is watching."""

    def step(self, title: str, total: int) -> None:
        """Says nothing."""

    def advance(self) -> None:
        """Says nothing."""


class School(TinySchool):
    """A tiny school that can be built."""

    @property
    def workplace(self) -> Workplace:
        return Workplace(config=self.config, home=self.root / "home", cache=self.root / "cache")

    @property
    def out(self) -> Path:
        return self.root / "dist"

    def build(self, *, today: date = TODAY, **order: Any) -> BuildReport:
        return pipeline.build(self.workplace, BuildOrder(**order), today=today, progress=Quiet())

    def add_student(self, student: str, name: str) -> None:
        self.edit(f"students/{student}/student.yml", f"name: {name}\ngroup: fir\nguardians: [jo-lee]\n")
        self.edit(
            f"students/{student}/evidence/2025-10-03-kite.md", f"The kite of {name} flew over the roof.\n"
        )

    def tree(self) -> dict[str, str]:
        """Every published file with a digest of its bytes."""
        files = (path for path in self.out.rglob("*") if path.is_file())
        return {
            path.relative_to(self.out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in files
        }

    def site_of(self, student: str) -> str:
        with open_keyring(self.workplace.home, today=TODAY) as kept:
            return next(site.key.site for site in kept.keyring.sites if site.student == student)

    def open(self, student: str, *, reader: str = "jo-lee") -> OpenedSite:
        with open_keyring(self.workplace.home, today=TODAY) as kept:
            words = kept.keyring.keyholder(reader).words
        return open_site(self.out / self.site_of(student), words)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def test_a_guardians_words_open_the_pages(school: School) -> None:
    assert school.build().published
    opened = school.open("ana-lee")
    assert "index.html" in opened.paths
    pages = [opened.read(path).decode() for path in opened.paths if path.startswith("e/")]
    assert any("My volcano foamed." in page for page in pages)


def test_guessing_words_is_as_dear_as_the_format_wants_it(school: School) -> None:
    with at_cost(OF_SCHOOLS):
        school.build()
    site = school.out / school.site_of("ana-lee")
    assert read_header((site / "slots").read_bytes(), folder_name=site.name).cost == Cost()


def test_nothing_a_person_wrote_can_be_read_in_the_output(school: School) -> None:
    school.build()
    everything = b"".join(path.read_bytes() for path in school.out.rglob("*") if path.is_file())
    names = " ".join(path.as_posix() for path in school.out.rglob("*"))
    for text in ("volcano", "Ana Lee", "ana-lee", "Ms. Ito", "jo-lee"):
        assert text.encode() not in everything
        assert text not in names


def test_a_second_build_changes_no_byte_not_even_on_another_day(school: School) -> None:
    school.build()
    before = {path: path.stat().st_mtime_ns for path in school.out.rglob("*")}
    tree = school.tree()
    report = school.build(today=date(2026, 7, 1))
    assert (report.built, report.unchanged) == ((), ("ana-lee",))
    assert school.tree() == tree
    assert {path: path.stat().st_mtime_ns for path in school.out.rglob("*")} == before


def test_without_the_cache_the_same_bytes_come_again(school: School) -> None:
    school.build()
    tree = school.tree()
    for record in (school.root / "cache").rglob("*.json"):
        record.unlink()
    assert len(school.build(today=date(2026, 7, 1)).built) == 1
    assert school.tree() == tree


def test_one_changed_word_changes_only_that_students_files(school: School) -> None:
    school.add_student("bo-park", "Bo Park")
    school.build()
    before, site = school.tree(), school.site_of("ana-lee")
    school.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "My volcano fizzed.\n")
    report = school.build()
    assert [made.student for made in report.built] == ["ana-lee"]
    assert report.unchanged == ("bo-park",)
    after = school.tree()
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert changed
    assert all(path.startswith(f"{site}/") for path in changed)


def test_only_the_named_student_is_built(school: School) -> None:
    school.add_student("bo-park", "Bo Park")
    report = school.build(students=frozenset({StudentId("bo-park")}))
    assert [made.student for made in report.built] == ["bo-park"]
    assert not (school.out / school.site_of("ana-lee") / "slots").exists()


def test_a_student_nobody_knows_is_a_problem_that_names_near_ones(school: School) -> None:
    report = school.build(students=frozenset({StudentId("ana-le")}))
    assert not report.published
    assert "ana-lee" in report.problems[0].fix


def test_siblings_are_in_each_others_letters_and_slots(school: School) -> None:
    school.add_student("bo-lee", "Bo Lee")
    school.build()
    opened = school.open("ana-lee")
    assert [sibling.site for sibling in opened.siblings] == [school.site_of("bo-lee")]
    letter = (school.workplace.home / "letters" / "jo-lee.html").read_text(encoding="utf-8")
    assert "Ana" in letter
    assert "Bo" in letter


def test_a_guardian_taken_out_cannot_open_what_is_published_afterwards(school: School) -> None:
    school.edit("people.yml", "guardians:\n  - {id: jo-lee, name: Jo Lee}\n  - {id: al-lee, name: Al Lee}\n")
    school.edit(
        "people.yml",
        (school.content / "people.yml").read_text() + "staff:\n  - {id: ms-ito, name: Hana Ito}\n",
    )
    school.edit("students/ana-lee/student.yml", "name: Ana Lee\ngroup: fir\nguardians: [jo-lee, al-lee]\n")
    school.build()
    school.open("ana-lee", reader="al-lee")
    school.edit("students/ana-lee/student.yml", "name: Ana Lee\ngroup: fir\nguardians: [jo-lee]\n")
    school.build()
    school.open("ana-lee", reader="jo-lee")
    with pytest.raises(Exception, match="words"):
        school.open("ana-lee", reader="al-lee")
    assert [path for path in school.tree() if path.endswith("/m1")] == []


def test_any_error_leaves_the_last_publication_untouched(school: School) -> None:
    school.build()
    tree = school.tree()
    school.evidence("competencies: [nobody-knows-this]")
    report = school.build()
    assert not report.published
    assert school.tree() == tree


def test_strict_stops_at_a_warning(school: School) -> None:
    school.edit("students/ana-lee/forgotten.txt", "nobody speaks of this file\n")
    assert not school.build(strict=True).published
    assert school.build().published


def test_a_photo_that_is_none_stops_the_build_and_names_the_file(school: School) -> None:
    school.build()
    tree = school.tree()
    school.edit("students/ana-lee/evidence/photo.jpg", b"\xff\xd8\xff\xe0 not really")
    school.evidence("artifacts: [{file: photo.jpg, alternative: a}]")
    report = school.build()
    assert not report.published
    assert any("photo.jpg" in problem.message for problem in report.problems)
    assert school.tree() == tree


def test_what_is_not_for_the_family_is_not_in_their_site(school: School) -> None:
    school.evidence("audience: staff", "Only for the grown-ups at school.", name="2025-10-09-note")
    school.build()
    opened = school.open("ana-lee")
    assert not any(b"Only for the grown-ups" in opened.read(path) for path in opened.paths)


@pytest.mark.parametrize(
    "failure", [OSError(errno.ENOSPC, "no space left"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"]
)
def test_a_failure_while_sealing_leaves_the_old_site_whole(
    school: School, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.build()
    tree = school.tree()
    school.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "My volcano fizzed.\n")

    def fail(*_: object) -> bool:
        raise failure

    with monkeypatch.context() as patched:
        patched.setattr("generator.publish.staging.Staging.put", fail)
        with pytest.raises(type(failure)):
            school.build()
    assert school.tree() == tree
    assert list(school.root.glob(".dist*")) == []
    assert school.build().published


def test_a_leak_is_refused_and_nothing_is_published(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    def leaky(*arguments: Any, **named: Any) -> Iterator[Any]:
        for sealed in seal_site(*arguments, **named):
            yield replace(sealed, data=sealed.data[:100] + b"My volcano foamed." + sealed.data[118:])

    monkeypatch.setattr("generator.site.seal_site", leaky)
    with pytest.raises(NotPublished, match="volcano"):
        school.build()
    assert not school.out.exists()


def test_a_student_who_left_stays_published_until_pruned(school: School) -> None:
    school.add_student("bo-park", "Bo Park")
    school.build()
    site = school.site_of("bo-park")
    for path in sorted((school.content / "students" / "bo-park").rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    (school.content / "students" / "bo-park").rmdir()
    report = school.build()
    assert [name for name, _ in report.skipped] == ["bo-park"]
    assert (school.out / site / "slots").exists()
    school.build(prune=True)
    assert not (school.out / site).exists()


def test_a_strangers_file_in_the_output_is_told_and_left_alone(school: School) -> None:
    school.build()
    (school.out / "holiday.txt").write_text("mine", encoding="utf-8")
    report = school.build()
    assert ("holiday.txt", "lies in the output and is not ours; left alone") in report.skipped
    assert (school.out / "holiday.txt").exists()


def test_two_processes_make_the_same_bytes_as_one(school: School) -> None:
    school.add_student("bo-park", "Bo Park")
    school.build(jobs=1)
    tree = school.tree()
    for record in (school.root / "cache").rglob("*.json"):
        record.unlink()
    assert len(school.build(jobs=2).built) == 2
    assert school.tree() == tree


def test_a_site_that_lost_a_file_is_made_again(school: School) -> None:
    school.build()
    blob = next((school.out / school.site_of("ana-lee") / "d").iterdir())
    blob.unlink()
    assert len(school.build().built) == 1
    assert blob.exists()


def test_the_command_says_what_it_did_in_words_and_in_json(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KINFOLIO_HOME", str(school.root / "home"))
    monkeypatch.chdir(school.root)
    assert run(["build", "--jobs", "1"]) == 0
    said = capsys.readouterr().out
    assert "1 portfolio built" in said
    assert "letters" in said
    assert run(["build", "--jobs", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["published"] is True
    assert told["unchanged"] == ["ana-lee"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["build"], 1),
        (["check"], 1),
        (["check", "--json"], 1),
        (["build", "--config", "nowhere.yml"], 2),
        (["bild"], 2),
    ],
)
def test_exit_codes(
    school: School,
    arguments: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("KINFOLIO_HOME", str(school.root / "home"))
    monkeypatch.chdir(school.root)
    school.evidence("level: [", name="2025-10-09-broken")
    assert run(arguments) == code
    assert "Traceback" not in capsys.readouterr().err


def test_our_own_mistake_is_told_in_a_sentence(
    school: School, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("KINFOLIO_HOME", str(school.root / "home"))
    monkeypatch.chdir(school.root)
    monkeypatch.setattr(deployment, "commit", stumble)
    assert run(["build", "--jobs", "1"]) == 3
    said = capsys.readouterr().err
    assert "mistake of ours" in said
    assert "Traceback" not in said
    assert not (school.root / "dist").exists() or not any((school.root / "dist").iterdir())
