"""Commands as a person gives them: letters, unseal, keys, schemas, serve."""

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.cli.main import run
from generator.vault.keyring_file import open_keyring
from tests.schools.tiny import TinySchool


@pytest.fixture
def school(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinySchool:
    """A tiny school that was built, in the folder the commands run in."""
    school = TinySchool(tmp_path)
    monkeypatch.setenv("KINFOLIO_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert run(["build", "--jobs", "1"]) == 0
    return school


def words_of(school: TinySchool, person: str) -> str:
    with open_keyring(school.root / "home" / "tiny", today=date(2026, 6, 30)) as kept:
        return kept.keyring.keyholder(person).words.text


def site_in(school: TinySchool) -> Path:
    return next(path.parent for path in (school.root / "dist").glob("*/slots"))


def test_unseal_gives_the_pages_back(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    words = school.root / "words.txt"
    words.write_text(words_of(school, "jo-lee").upper().replace(" ", ", "), encoding="utf-8")
    assert run(["unseal", str(site_in(school)), "--out", "opened", "--words-file", str(words)]) == 0
    assert "readable" in capsys.readouterr().out
    pages = [path.read_text(encoding="utf-8") for path in (school.root / "opened" / "e").glob("*.html")]
    assert any("My volcano foamed." in page for page in pages)
    assert (school.root / "opened" / "theme" / "kinfolio.css").exists()


def test_unseal_with_wrong_words_writes_nothing_and_says_why(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    words = school.root / "words.txt"
    words.write_text("acorn acorn acorn acorn acorn zzyzx", encoding="utf-8")
    assert run(["unseal", str(site_in(school)), "--out", "opened", "--words-file", str(words)]) == 1
    assert "zzyzx" in capsys.readouterr().err
    assert not (school.root / "opened").exists()


def test_letters_hold_words_and_with_an_address_a_link(school: TinySchool) -> None:
    letter = school.root / "home" / "tiny" / "letters" / "jo-lee.html"
    first_word = words_of(school, "jo-lee").split()[0]
    assert first_word in letter.read_text(encoding="utf-8")
    assert run(["letters", "--address", "https://portfolios.example/"]) == 0
    read = re.sub(r"<[^>]*>", "", letter.read_text(encoding="utf-8"))
    assert f"portfolios.example/{site_in(school).name}/" in read


def test_letters_go_where_they_are_told(school: TinySchool) -> None:
    assert run(["letters", "--to", "for-printing"]) == 0
    assert (school.root / "for-printing" / "jo-lee.html").exists()


def test_keys_list_names_people_and_no_secret(school: TinySchool, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["keys", "list", "--json"]) == 0
    told = capsys.readouterr().out
    people = [holder["person"] for holder in json.loads(told)["keyholders"]]
    assert people == ["jo-lee", "student:ana-lee"]
    assert run(["keys", "list"]) == 0
    told += capsys.readouterr().out
    assert not any(f" {word} " in told for word in words_of(school, "jo-lee").split())


def test_schemas_are_written_for_editors(school: TinySchool) -> None:
    assert run(["schemas", "--out", "schemas"]) == 0
    found = list((school.root / "schemas").glob("*.json"))
    assert found
    assert all(json.loads(path.read_text(encoding="utf-8"))["$schema"] for path in found)


def test_serving_what_was_never_built_is_said_kindly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    TinySchool(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KINFOLIO_HOME", str(tmp_path / "home"))
    assert run(["serve", "--sealed"]) == 3
    assert "kinfolio build" in capsys.readouterr().err


def test_stopping_while_everything_is_still_loading_is_a_sentence() -> None:
    stopped = (
        "import builtins, sys, generator.__main__ as door\n"
        "load = builtins.__import__\n"
        "def interrupted(name, *rest):\n"
        "    if name == 'generator.cli.main':\n"
        "        raise KeyboardInterrupt\n"
        "    return load(name, *rest)\n"
        "builtins.__import__ = interrupted\n"
        "door.main()\n"
    )
    ended = subprocess.run([sys.executable, "-c", stopped], capture_output=True, text=True, check=False)
    assert ended.returncode == 130
    assert ended.stderr == "\nstopped; what was published before is untouched\n"


def test_a_build_that_published_nothing_names_no_letters(
    school: TinySchool, capsys: pytest.CaptureFixture[str]
) -> None:
    school.edit("school.yml", "name: [")
    capsys.readouterr()
    assert run(["build", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["letters"] is None
