import ast
from pathlib import Path

import pytest

from generator.vault.links import LinkKey
from generator.vault.site import PlainFile
from tests.vault import independent_reader


def test_a_reader_written_from_the_page_alone_opens_the_site(
    sealed_folder: Path, link: LinkKey, files: tuple[PlainFile, ...]
) -> None:
    assert independent_reader.read_site(sealed_folder, link.raw) == {file.path: file.data for file in files}


def test_it_refuses_what_was_changed(sealed_folder: Path, link: LinkKey) -> None:
    for blob in sorted((sealed_folder / "d").iterdir()):
        data = blob.read_bytes()
        blob.write_bytes(data[:10] + bytes([data[10] ^ 1]) + data[11:])
        with pytest.raises(ValueError, match="another version's blob"):
            independent_reader.read_site(sealed_folder, link.raw)
        blob.write_bytes(data)


def test_it_needs_nothing_of_ours_and_can_be_read_in_one_sitting() -> None:
    source = Path(independent_reader.__file__).read_text(encoding="utf-8")
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
    assert "generator" not in imported
    assert len(source.splitlines()) < 150
