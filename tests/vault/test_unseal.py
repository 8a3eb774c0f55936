import os
from pathlib import Path

import pytest

from generator.vault import unseal
from generator.vault.cobblestone import sealed_size
from generator.vault.errors import DamagedBlob, DamagedManifest, MissingBlob, VaultError
from generator.vault.links import LinkKey
from generator.vault.manifest import LARGEST_PACK, LARGEST_PART_SEALED, LARGEST_SEALED, PART_SIZE
from generator.vault.open import open_site
from generator.vault.padding import frame_size
from generator.vault.signing import SIGNATURE_SIZE
from generator.vault.site import PlainFile
from generator.vault.unseal import unseal_site


def listing(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_file_and_the_theme_are_written(
    sealed_folder: Path, link: LinkKey, files: tuple[PlainFile, ...], tmp_path: Path
) -> None:
    theme = sealed_folder.parent / "theme" / "0123abcd"
    theme.mkdir(parents=True)
    (theme / "kinfolio.css").write_text("body {}", encoding="utf-8")
    out = tmp_path / "somewhere" / "open"
    written = unseal_site(open_site(sealed_folder, link), into=out)
    assert listing(out) == {file.path for file in files} | {"theme/kinfolio.css"}
    assert len(written) == len(files)
    for file in files:
        assert (out / file.path).read_bytes() == file.data


@pytest.mark.skipif(os.name == "nt", reason="links and owners are another matter there")
def test_what_is_readable_again_is_its_owners_and_no_link_is_followed(
    sealed_folder: Path, link: LinkKey, tmp_path: Path
) -> None:
    private = tmp_path / "private.txt"
    private.write_text("not of the portfolio", encoding="utf-8")
    theme = sealed_folder.parent / "theme" / "0123abcd"
    theme.mkdir(parents=True)
    (theme / "kinfolio.css").symlink_to(private)
    out = tmp_path / "out"
    unseal_site(open_site(sealed_folder, link), into=out)
    assert out.stat().st_mode & 0o077 == 0
    assert not (out / "theme" / "kinfolio.css").exists()


def test_an_empty_folder_is_filled_and_a_full_one_refused(
    sealed_folder: Path, link: LinkKey, tmp_path: Path
) -> None:
    site = open_site(sealed_folder, link)
    out = tmp_path / "out"
    out.mkdir()
    unseal_site(site, into=out)
    before = listing(out)
    with pytest.raises(VaultError, match="already holds something"):
        unseal_site(site, into=out)
    assert listing(out) == before


def test_nothing_is_written_when_one_file_is_missing(
    sealed_folder: Path, link: LinkKey, tmp_path: Path
) -> None:
    site = open_site(sealed_folder, link)
    next(iter((sealed_folder / "d").iterdir())).unlink()
    with pytest.raises(MissingBlob):
        unseal_site(site, into=tmp_path / "out")
    assert {path.name for path in tmp_path.iterdir()} == {"dist"}


def test_a_file_without_end_fills_no_memory(sealed_folder: Path, link: LinkKey) -> None:
    """A sparse file of a terabyte is the mildest of them: read whole, it would stop this test and the machine."""
    site = open_site(sealed_folder, link)
    for blob in (sealed_folder / "d").iterdir():
        os.truncate(blob, 2**40)
    with pytest.raises(DamagedBlob, match="longer than any") as refused:
        site.read("index.html")
    assert refused.value.reason == "too-long"
    with pytest.raises(DamagedBlob, match="longer than any"):
        site.read("media/film.mp4")
    os.truncate(sealed_folder / "m2", LARGEST_SEALED + 1)
    with pytest.raises(DamagedManifest, match="longer than any"):
        open_site(sealed_folder, link)


def test_the_bound_leaves_room_for_everything_that_may_be_sealed() -> None:
    incompressible = LARGEST_PACK + LARGEST_PACK // 1000
    assert sealed_size(frame_size(SIGNATURE_SIZE + incompressible)) <= LARGEST_SEALED


def test_no_part_is_sealed_to_more_than_a_full_one() -> None:
    assert sealed_size(frame_size(PART_SIZE)) == LARGEST_PART_SEALED


def test_a_path_that_leads_out_is_refused_even_here(tmp_path: Path) -> None:
    with pytest.raises(VaultError):
        unseal._write(b"x", path="../x", root=tmp_path / "root")
    assert list(tmp_path.iterdir()) == []
