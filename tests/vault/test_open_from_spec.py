import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.site import PlainFile
from tests.schools.built import BuiltSchool
from tests.vault.test_vectors import REFUSALS, base_files, changed, put_into, read
from tests.vectors import open_from_spec

SCRIPT = Path(open_from_spec.__file__)


def test_a_reader_written_from_the_page_alone_opens_the_site(
    sealed_folder: Path, link: LinkKey, words: Words, files: tuple[PlainFile, ...]
) -> None:
    expected = {file.path: file.data for file in files}
    assert open_from_spec.read_site(sealed_folder, f"k={link.text}") == expected
    assert open_from_spec.read_site(sealed_folder, words.text.upper().replace(" ", "-")) == expected


def test_it_writes_the_files_out_with_no_secret_among_its_arguments(
    sealed_folder: Path, link: LinkKey, files: tuple[PlainFile, ...], tmp_path: Path
) -> None:
    address = link.address("https://portfolios.example/", site=sealed_folder.name)
    arguments = [sys.executable, str(SCRIPT), str(sealed_folder), str(tmp_path / "out")]
    done = subprocess.run(
        arguments, input=address, text=True, check=False, env={**os.environ, "PYTHONPATH": ""}
    )
    assert done.returncode == 0
    assert {path: (tmp_path / "out" / path).read_bytes() for path in (file.path for file in files)} == {
        file.path: file.data for file in files
    }


# It shows nothing but files, so it neither reads nor judges what else a contents list says, nor what a person typed.
_LEFT_OUT = {"older", "wrong-count", "not-on-list", "no-such-path"}
_TRUSTED = re.compile(
    r"manifest-(no-)?(date|edition|entry|generation|json-nan|label|minutes|published|theme|truth|fraction)\b.*"
    r"|manifest-path-case|manifest-type-.*|slot-sibling-.*"
)


_ITS_BUSINESS = [
    name
    for name in REFUSALS
    if read(name)["expect"]["reason"] not in _LEFT_OUT and not _TRUSTED.fullmatch(name)
]


@pytest.mark.parametrize("name", _ITS_BUSINESS)
def test_it_refuses_what_the_others_refuse(name: str, tmp_path: Path) -> None:
    vector = read(name)
    folder = put_into(tmp_path / vector["folder"], changed(base_files(), vector["changes"]))
    secret = vector["secret"].get("words") or f"k={vector['secret']['link']}"
    with pytest.raises(
        (open_from_spec.RefusedError, OSError, ValueError, LookupError, TypeError, AttributeError)
    ):
        open_from_spec.read_site(folder, secret)


@pytest.mark.parametrize("name", ["slots", "m2", "d"])
def test_a_file_without_end_fills_no_memory(sealed_folder: Path, link: LinkKey, name: str) -> None:
    path = sealed_folder / name
    for file in path.iterdir() if path.is_dir() else (path,):
        os.truncate(file, 2**40)
    with pytest.raises(open_from_spec.RefusedError):
        open_from_spec.read_site(sealed_folder, f"k={link.text}")


def test_a_folder_renamed_by_a_download_opens(sealed_folder: Path, link: LinkKey, tmp_path: Path) -> None:
    copy = copytree(sealed_folder, tmp_path / "Noor (1)")
    assert "index.html" in open_from_spec.read_site(copy, f"k={link.text}")


def test_it_needs_nothing_of_ours_and_can_be_read_in_one_sitting() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    imported = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(source))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert imported - set(sys.stdlib_module_names) == {"cryptography"}
    assert len(source.splitlines()) <= 200


def test_it_opens_a_school_that_a_teacher_built(sealed_school: BuiltSchool) -> None:
    link = f"k={sealed_school.link('jo-lee')}"
    for student, words in (("ana-lee", b"My volcano foamed."), ("ben-lee", b"My clay pot.")):
        files = open_from_spec.read_site(sealed_school.site(student), link)
        assert any(words in data for path, data in files.items() if path.endswith(".html"))
        assert ("image/webp" in {_kind(data) for data in files.values()}) == (student == "ben-lee")


def _kind(data: bytes) -> str:
    return "image/webp" if data[8:12] == b"WEBP" else ""
