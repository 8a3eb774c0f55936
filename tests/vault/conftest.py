"""A tiny sealed site to open, change and break."""

from datetime import date
from pathlib import Path

import pytest

from generator.vault.keys import SiteKey
from generator.vault.links import LinkKey
from generator.vault.passphrase import Words
from generator.vault.signing import SigningKey
from generator.vault.site import PlainFile, Publication, seal_site
from generator.vault.slots import Role, Slot, SlotsHeader, link_kek, slots_file, words_kek
from tests.schools.cost import CHEAP

WORD_LIST = Path(__file__).parents[2] / "generator" / "vault" / "browser" / "built" / "words.txt"
SIGNING = SigningKey(seed=b"g" * 32)


@pytest.fixture(scope="session")
def word_list() -> None:
    if not WORD_LIST.exists():
        pytest.skip("the list of words is not built: run python -m generator.vault.browser.bundle")


@pytest.fixture
def key() -> SiteKey:
    return SiteKey(site="abcdefghijklmnop", epoch=2, content_key=b"k" * 32)


@pytest.fixture
def publication() -> Publication:
    return Publication(
        generation=3,
        published=date(2027, 2, 1),
        edition="family",
        label="Noor",
        entry="index.html",
        theme="theme/0123abcd/",
        lock_after_minutes=10,
    )


@pytest.fixture
def files() -> tuple[PlainFile, ...]:
    pages = tuple(
        PlainFile(
            path=f"e/{number}.html", media_type="text/html", data=f"<h1>Page {number}</h1>".encode() * 400
        )
        for number in range(40)
    )
    return (
        PlainFile(path="index.html", media_type="text/html", data=b"<h1>Home</h1>"),
        *pages,
        PlainFile(path="search.json", media_type="application/json", data=b"{}"),
        PlainFile(path="media/film.mp4", media_type="video/mp4", data=bytes(range(256)) * 10_000),
    )


@pytest.fixture
def words() -> Words:
    return Words("acorn banjo cactus daisy eagle fable")


@pytest.fixture
def link() -> LinkKey:
    return LinkKey(b"l" * 16)


@pytest.fixture
def sealed_folder(
    tmp_path: Path,
    key: SiteKey,
    publication: Publication,
    files: tuple[PlainFile, ...],
    words: Words,
    link: LinkKey,
) -> Path:
    """The folder of the sealed site, as it would be published."""
    folder = tmp_path / "dist" / key.site
    (folder / "d").mkdir(parents=True)
    for file in seal_site(files, key=key, signing_key=SIGNING, publication=publication):
        (folder / file.name).write_bytes(file.data)
    header = SlotsHeader(site=key.site, epoch=key.epoch, salt=b"s" * 16, cost=CHEAP)
    slots = [
        Slot(kek=words_kek(words, salt=header.salt, cost=CHEAP), role=Role.GUARDIAN),
        Slot(kek=link_kek(link, salt=header.salt), role=Role.GUARDIAN),
    ]
    (folder / "slots").write_bytes(
        slots_file(slots, key=key, school=SIGNING.public, header=header, secret=b"x" * 32)
    )
    return folder
