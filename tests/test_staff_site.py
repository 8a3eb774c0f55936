"""The sealed site of a class: made where the school wants it, opened by the class's teachers and by nobody else."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.config import Workplace
from generator.pipeline import BuildOrder, BuildReport
from generator.vault.errors import VaultError
from generator.vault.keyring_file import open_keyring
from generator.vault.open import OpenedSite, open_site
from tests.schools.tiny import SMALLEST, TinySchool

TODAY = date(2026, 6, 30)


class Quiet:
    """Nobody is watching."""

    def step(self, title: str, total: int) -> None:
        """Says nothing."""

    def advance(self) -> None:
        """Says nothing."""


class School(TinySchool):
    """A tiny school with a staff edition, and a task."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.configure("[family, staff]")
        self.edit(
            "tasks/kiln.yml", "title: Firing day\nsamr: redefinition\nbecause: Nobody else has a kiln.\n"
        )
        self.evidence("task: kiln\nkind: observation\naudience: staff", "Seemed tired, and stayed.")

    def configure(self, editions: str) -> None:
        (self.root / "site-config.yml").write_text(
            f"school: tiny\neditions: {editions}\naddress: https://portfolios.example/\n", encoding="utf-8"
        )

    @property
    def workplace(self) -> Workplace:
        return Workplace(config=self.config, home=self.root / "home", cache=self.root / "cache")

    def build(self, *, today: date = TODAY, **order: Any) -> BuildReport:
        return pipeline.build(self.workplace, BuildOrder(**order), today=today, progress=Quiet())

    def open(self, name: str, *, reader: str) -> OpenedSite:
        with open_keyring(self.workplace.home, today=TODAY) as kept:
            words = kept.keyring.keyholder(reader).words
            site = next(site.key.site for site in kept.keyring.sites if site.student == name)
        return open_site(self.root / "dist" / site, words)


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


def texts(opened: OpenedSite) -> str:
    return " ".join(
        opened.read(path).decode() for path in opened.paths if path.endswith((".html", ".json", ".csv"))
    )


def test_a_teachers_words_open_the_class(school: School) -> None:
    assert school.build().published
    read = texts(school.open("group:fir", reader="ms-ito"))
    assert "Ana Lee" in read
    assert "Seemed tired, and stayed." in read
    assert "Nobody else has a kiln." in read


def test_a_guardians_words_do_not_open_the_class(school: School) -> None:
    school.build()
    with pytest.raises(VaultError):
        school.open("group:fir", reader="jo-lee")


def test_nothing_for_teachers_is_in_a_familys_site(school: School) -> None:
    school.build()
    read = texts(school.open("ana-lee", reader="jo-lee"))
    assert "volcano" in read
    assert [said for said in ("Seemed tired", "Firing day", "edefinition", "kiln") if said in read] == []


def test_the_gradebook_lies_in_the_sealed_site(school: School) -> None:
    school.build()
    opened = school.open("group:fir", reader="ms-ito")
    assert opened.read("gradebook.csv").decode().startswith("\ufeffStudent,")


def test_nothing_of_the_class_can_be_read_in_the_output(school: School) -> None:
    school.build()
    everything = b"".join(path.read_bytes() for path in (school.root / "dist").rglob("*") if path.is_file())
    for text in ("Fir class", "Ana Lee", "Firing day", "group:fir", "Seemed tired", "gradebook"):
        assert text.encode() not in everything


def test_a_school_that_wants_none_gets_none(school: School) -> None:
    school.configure("[family]")
    assert [site.edition for site in school.build().built] == ["family"]


def test_a_class_without_teachers_gets_none(school: School) -> None:
    school.edit("groups/fir.md", "---\nname: Fir class\ngrade: 4\n---\nWe are kind.\n")
    assert [site.edition for site in school.build().built] == ["family"]


def test_a_teacher_who_leaves_the_class_loses_the_key(school: School) -> None:
    school.edit(
        "people.yml",
        SMALLEST["people.yml"] + "  - id: mr-ode\n    name: Sam Ode\n",
    )
    school.edit(
        "groups/fir.md", "---\nname: Fir class\ngrade: 4\nteachers: [ms-ito, mr-ode]\n---\nWe are kind.\n"
    )
    school.build()
    assert texts(school.open("group:fir", reader="mr-ode"))
    school.edit("groups/fir.md", SMALLEST["groups/fir.md"])
    assert [site.student for site in school.build().built] == ["ana-lee", "group:fir"]
    with pytest.raises(VaultError):
        school.open("group:fir", reader="mr-ode")


def test_another_day_changes_nothing(school: School) -> None:
    school.build()
    report = school.build(today=date(2026, 9, 30))
    assert (report.built, report.unchanged) == ((), ("ana-lee", "group:fir"))


def test_a_build_of_one_student_makes_their_class_too(school: School) -> None:
    school.build()
    school.evidence("kind: observation", "New.", name="2025-11-09-new")
    built = school.build(students=frozenset({"ana-lee"})).built
    assert [site.student for site in built] == ["ana-lee", "group:fir"]


def test_a_teacher_gets_a_letter_for_the_class(school: School) -> None:
    school.build()
    letter = (school.root / "home" / "letters" / "ms-ito.html").read_text(encoding="utf-8")
    assert "Fir class" in letter
    assert "Ana" not in letter
