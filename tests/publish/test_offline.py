import zipfile
from pathlib import Path

from generator.vault.slots import SLOTS_FILE_SIZE
from tests.schools.built import BuiltSchool


def test_a_folder_holds_one_portfolio_and_what_opens_it(sealed_school: BuiltSchool, tmp_path: Path) -> None:
    said = sealed_school.command("offline", "--student", "ben-lee", "--to", str(tmp_path / "ben"))
    assert said.code == 0, said.all
    site = sealed_school.site("ben-lee")
    folder = tmp_path / "ben"
    assert {path.name for path in folder.iterdir()} == {"index.html", "shell", "theme", site.name}
    slots = (folder / site.name / "slots.js").read_bytes()
    assert slots.startswith(b'kinfolio("')
    assert len(slots) > SLOTS_FILE_SIZE
    here = {path.name for path in (folder / site.name / "d").iterdir()}
    assert here == {f"{path.name}.js" for path in (site / "d").iterdir()}
    assert f"{site.name}/index.html" in (folder / "index.html").read_text(encoding="utf-8")


def test_the_same_portfolio_gives_the_same_archive(sealed_school: BuiltSchool, tmp_path: Path) -> None:
    archives = [tmp_path / name for name in ("one.zip", "two.zip")]
    for archive in archives:
        assert sealed_school.command("offline", "--student", "ben-lee", "--to", str(archive)).code == 0
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with zipfile.ZipFile(archives[0]) as packed:
        assert "portfolio/index.html" in packed.namelist()


def test_nothing_is_written_over(sealed_school: BuiltSchool, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    said = sealed_school.command("offline", "--student", "ben-lee", "--to", str(tmp_path))
    assert said.code == 3
    assert "is there already" in said.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_unknown_student_is_said_with_the_nearest(sealed_school: BuiltSchool, tmp_path: Path) -> None:
    said = sealed_school.command("offline", "--student", "ben-le", "--to", str(tmp_path / "ben"))
    assert said.code == 3
    assert "did you mean ben-lee" in said.err
    assert not (tmp_path / "ben").exists()


def test_without_a_build_it_says_so(own_school: BuiltSchool, tmp_path: Path) -> None:
    own_school.build()
    for path in own_school.site("ben-lee").glob("m*"):
        path.unlink()
    said = own_school.command("offline", "--student", "ben-lee", "--to", str(tmp_path / "ben"))
    assert said.code == 3
    assert "kinfolio build" in said.err
    assert not (tmp_path / "ben").exists()
