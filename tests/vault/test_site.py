import pickle
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.vault.errors import DamagedBlob, DoesNotFit, ForeignFile, MissingBlob
from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.manifest import PART_SIZE, PartedFile
from generator.vault.open import open_sibling, open_site
from generator.vault.passphrase import Words
from generator.vault.site import PlainFile, Publication, seal_site
from generator.vault.slots import Role, Slot, SlotsHeader, link_kek, slots_file
from tests.schools.cost import CHEAP
from tests.vault.conftest import SIGNING

PUBLICATION = Publication(
    generation=1,
    published=date(2026, 11, 23),
    edition="family",
    label="Asha",
    entry="index.html",
    theme="theme/ab12/",
    lock_after_minutes=0,
)


def sealed(files: Iterable[PlainFile], *, key: SiteKey, publication: Publication) -> dict[str, bytes]:
    return {
        file.name: file.data
        for file in seal_site(files, key=key, signing_key=SIGNING, publication=publication)
    }


def test_a_site_opens_with_words_and_with_the_link(
    sealed_folder: Path, files: tuple[PlainFile, ...], words: Words, link: LinkKey
) -> None:
    for secret in (words, link):
        site = open_site(sealed_folder, secret)
        assert sorted(site.paths) == sorted(file.path for file in files)
        for file in files:
            assert site.read(file.path) == file.data


def test_the_same_input_gives_the_same_bytes(
    files: tuple[PlainFile, ...], key: SiteKey, publication: Publication
) -> None:
    assert sealed(files, key=key, publication=publication) == sealed(files, key=key, publication=publication)


def test_an_edited_page_changes_its_pack_and_the_contents_list_only(
    files: tuple[PlainFile, ...], key: SiteKey, publication: Publication
) -> None:
    edited = tuple(
        replace(file, data=b"<h1>new</h1>") if file.path == "e/20.html" else file for file in files
    )
    before = sealed(files, key=key, publication=publication)
    after = sealed(edited, key=key, publication=publication)
    gone, come = before.keys() - after.keys(), after.keys() - before.keys()
    assert (len(gone), len(come)) == (1, 1)
    assert {name for name in before.keys() & after.keys() if before[name] != after[name]} == {"m2"}


def test_the_contents_list_comes_last(
    files: tuple[PlainFile, ...], key: SiteKey, publication: Publication
) -> None:
    names = [file.name for file in seal_site(files, key=key, signing_key=SIGNING, publication=publication)]
    assert names[-1] == "m2"
    assert all(name.startswith("d/") for name in names[:-1])


def test_another_epoch_or_site_shares_no_byte_and_no_name(
    files: tuple[PlainFile, ...], key: SiteKey, publication: Publication
) -> None:
    first = sealed(files, key=key, publication=publication)
    for other in (replace(key, epoch=3), replace(key, site="ponmlkjihgfedcba")):
        second = sealed(files, key=other, publication=publication)
        assert not {name for name in first if name.startswith("d/")} & second.keys()


def test_files_on_disk_are_sealed_like_bytes(
    tmp_path: Path, key: SiteKey, publication: Publication, files: tuple[PlainFile, ...]
) -> None:
    on_disk = []
    for number, file in enumerate(files):
        assert isinstance(file.data, bytes)
        path = tmp_path / str(number)
        path.write_bytes(file.data)
        on_disk.append(replace(file, data=path))
    assert sealed(on_disk, key=key, publication=publication) == sealed(
        files, key=key, publication=publication
    )


@pytest.mark.parametrize("size", [0, 1, PART_SIZE - 1, PART_SIZE, PART_SIZE + 1, 2 * PART_SIZE])
def test_a_film_comes_back_whole_at_every_edge(
    size: int, tmp_path: Path, key: SiteKey, publication: Publication, link: LinkKey
) -> None:
    film = (bytes(range(251)) * (size // 251 + 1))[:size]
    home = PlainFile(path="index.html", media_type="text/html", data=b"")
    folder = publish(
        tmp_path,
        [home, PlainFile(path="f.mp4", media_type="video/mp4", data=film)],
        key=key,
        publication=publication,
        link=link,
    )
    site = open_site(folder, link)
    assert site.read("f.mp4") == film
    assert site.read("index.html") == b""


def test_parts_of_a_film_cannot_change_places(sealed_folder: Path, link: LinkKey) -> None:
    site = open_site(sealed_folder, link)
    (film,) = (file for file in site.manifest.files if file.path == "media/film.mp4")
    assert isinstance(film, PartedFile)
    one, two, three = (sealed_folder / "d" / name for name in film.parts)
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    with pytest.raises(DamagedBlob, match="belongs in another place"):
        site.read("media/film.mp4")
    one.write_bytes(first)
    two.write_bytes(second)
    three.unlink()
    with pytest.raises(MissingBlob):
        site.read("media/film.mp4")
    assert site.read("index.html") == b"<h1>Home</h1>"


def test_a_page_of_an_older_publication_is_refused_under_the_new_name(
    sealed_folder: Path, files: tuple[PlainFile, ...], key: SiteKey, publication: Publication, link: LinkKey
) -> None:
    older = [replace(file, data=b"<h1>Old</h1>") if file.path == "index.html" else file for file in files]
    site = open_site(sealed_folder, link)
    new_name = f"d/{site.manifest.packs[0].blob}"
    now, then = (sealed(each, key=key, publication=publication) for each in (files, older))
    (old_name,) = then.keys() - now.keys()
    (sealed_folder / new_name).write_bytes(then[old_name])
    with pytest.raises(ForeignFile):
        site.read("index.html")


def test_a_sibling_opens_with_the_key_in_the_slot(
    tmp_path: Path, key: SiteKey, publication: Publication, link: LinkKey
) -> None:
    sister = SiteKey(site="ponmlkjihgfedcba", epoch=1, content_key=b"p" * 32)
    home = PlainFile(path="index.html", media_type="text/html", data=b"<h1>Sister</h1>")
    publish(tmp_path, [home], key=sister, publication=publication, link=link)
    folder = publish(
        tmp_path,
        [replace(home, data=b"<h1>Brother</h1>")],
        key=key,
        publication=publication,
        link=link,
        siblings=(sister,),
    )
    site = open_site(folder, link)
    assert site.read("index.html") == b"<h1>Brother</h1>"
    assert open_sibling(site, site.siblings[0]).read("index.html") == b"<h1>Sister</h1>"


def test_a_folder_renamed_by_a_download_still_opens(
    sealed_folder: Path, link: LinkKey, tmp_path: Path
) -> None:
    copy = shutil.copytree(sealed_folder, tmp_path / "Noor (1)")
    assert open_site(copy, link).read("index.html") == b"<h1>Home</h1>"


@pytest.mark.parametrize(
    ("path", "media_type", "reason"),
    [
        ("../x.html", "text/html", "bad-path"),
        ("theme/kinfolio.css", "text/css", "bad-path"),
        ("INDEX.html", "text/html", "bad-path"),
        ("x.html", "text/html; charset=utf-8", "bad-media-type"),
    ],
)
def test_what_a_reader_would_refuse_is_not_sealed(
    path: str,
    media_type: str,
    reason: str,
    files: tuple[PlainFile, ...],
    key: SiteKey,
    publication: Publication,
) -> None:
    wrong = PlainFile(path=path, media_type=media_type, data=b"")
    with pytest.raises(DoesNotFit) as refused:
        sealed((*files, wrong), key=key, publication=publication)
    assert refused.value.reason == reason


@pytest.mark.parametrize("change", [{"entry": "nowhere.html"}, {"theme": "theme/"}, {"generation": 0}])
def test_a_publication_against_the_rules_is_not_sealed(
    change: dict[str, str], files: tuple[PlainFile, ...], key: SiteKey, publication: Publication
) -> None:
    with pytest.raises(DoesNotFit):
        sealed(files, key=key, publication=replace(publication, **change))  # type: ignore[arg-type]


def test_a_file_that_changes_meanwhile_is_noticed(
    tmp_path: Path, key: SiteKey, publication: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = tmp_path / "film"
    film.write_bytes(bytes(100))
    stat = film.stat()
    film.write_bytes(bytes(101))
    monkeypatch.setattr(Path, "stat", lambda _: stat)
    with pytest.raises(DoesNotFit, match="changed while it was being sealed"):
        sealed([PlainFile(path="f.mp4", media_type="video/mp4", data=film)], key=key, publication=publication)


def test_keys_are_carried_between_processes_and_never_shown(key: SiteKey) -> None:
    assert key.data_key != key.manifest_key
    assert pickle.loads(pickle.dumps(key)) == key  # noqa: S301 - our own bytes
    assert "kkkk" not in repr(key)


@settings(max_examples=20, deadline=None)
@given(
    contents=st.dictionaries(
        st.from_regex(r"[a-z]{1,8}\.(html|json|png)", fullmatch=True), st.binary(max_size=300)
    )
)
def test_any_small_site_comes_back(
    contents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    types = {"html": "text/html", "json": "application/json", "png": "image/png"}
    contents = {"index.html": b"home", **contents}
    files = [
        PlainFile(path=path, media_type=types[path.rpartition(".")[2]], data=data)
        for path, data in contents.items()
        if not path.startswith(("con.", "nul.", "aux.", "prn."))
    ]
    key = SiteKey(site="abcdefghijklmnop", epoch=1, content_key=b"k" * 32)
    link = LinkKey(b"l" * 16)
    folder = publish(tmp_path_factory.mktemp("site"), files, key=key, publication=PUBLICATION, link=link)
    site = open_site(folder, link)
    assert {path: site.read(path) for path in site.paths} == {file.path: file.data for file in files}


def publish(
    root: Path,
    files: Iterable[PlainFile],
    *,
    key: SiteKey,
    publication: Publication,
    link: LinkKey,
    siblings: tuple[SiteKey, ...] = (),
) -> Path:
    folder = root / key.site
    (folder / "d").mkdir(parents=True)
    for name, data in sealed(files, key=key, publication=publication).items():
        (folder / name).write_bytes(data)
    header = SlotsHeader(site=key.site, epoch=key.epoch, salt=b"s" * 16, cost=CHEAP)
    slot = Slot(kek=link_kek(link, salt=header.salt), role=Role.GUARDIAN, siblings=siblings)
    (folder / "slots").write_bytes(
        slots_file([slot], key=key, school=SIGNING.public, header=header, secret=b"x" * 32)
    )
    return folder
