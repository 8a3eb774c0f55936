"""Every change that a reader could see is a new publication, and nothing else is."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.vault.links import link_key_from
from generator.vault.open import open_site
from tests.schools.built import BuiltSchool

ANA = "students/ana-lee/student.yml"


def rename(school: BuiltSchool) -> None:
    text = (school.files.content / ANA).read_text(encoding="utf-8")
    school.files.edit(ANA, f"called: Annie\n{text}")


def edit_a_page(school: BuiltSchool) -> None:
    school.files.edit("students/ana-lee/evidence/2025-10-02-volcano.md", "It foamed again.\n")


def lock_later(school: BuiltSchool) -> None:
    school.configure("lock after minutes: 30\n")


def generation(school: BuiltSchool) -> int:
    site = open_site(school.site("ana-lee"), link_key_from(school.link("jo-lee")))
    return site.manifest.publication.generation


def everything(school: BuiltSchool) -> dict[str, bytes]:
    return {
        file.relative_to(school.out).as_posix(): file.read_bytes()
        for file in school.out.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("change", [edit_a_page, rename, lock_later], ids=lambda change: change.__name__)
def test_a_change_raises_the_generation(
    change: Callable[[BuiltSchool], None], own_school: BuiltSchool
) -> None:
    own_school.build()
    assert generation(own_school) == 1
    change(own_school)
    own_school.build()
    assert generation(own_school) == 2


def test_no_change_changes_no_byte_even_without_a_cache(own_school: BuiltSchool, tmp_path: Path) -> None:
    own_school.build()
    before = everything(own_school)
    (own_school.root / ".kinfolio").rename(tmp_path / "gone")
    own_school.build()
    assert everything(own_school) == before
