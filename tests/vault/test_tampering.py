"""Everything a host could do with the bytes it stores: no change of a sound site passes for the site.

The fast test of flipped bits takes a sample, the slow one every single bit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from generator.vault.blobs import Blob, open_blob
from generator.vault.errors import VaultError
from generator.vault.keys import Place, SiteKey
from generator.vault.links import LinkKey
from generator.vault.manifest import PACK_TYPE, PartedFile
from generator.vault.open import OpenedSite, Seen, open_manifest, open_site, refuse_older
from generator.vault.site import PlainFile, Publication, seal_site
from generator.vault.slots import HEADER, SLOT_SIZE, Role, Slot, SlotsHeader, link_kek, slots_file
from generator.vault.slots_reading import open_slot, read_header
from tests.schools.cost import CHEAP
from tests.vault.conftest import SIGNING

DAY = date(2027, 2, 1)
LINK = LinkKey(b"l" * 16)
KEY = SiteKey(site="abcdefghijklmnop", epoch=2, content_key=b"k" * 32)
FILES = {
    "index.html": ("text/html", b"<h1>Home</h1>"),
    "search.json": ("application/json", b"{}"),
    "media/a.webp": ("image/webp", bytes(range(256))),
    "media/b.webp": ("image/webp", bytes(range(255, -1, -1))),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a reader gets out of a site, all of it."""

    role: Role
    key: SiteKey
    siblings: tuple[SiteKey, ...]
    publication: Publication
    files: Mapping[str, bytes]


class Store:
    """A site's folder on a host, where anything can be changed."""

    def __init__(self, folder: Path, sealed: Mapping[str, bytes]) -> None:
        self.folder = folder / KEY.site
        (self.folder / "d").mkdir(parents=True, exist_ok=True)
        self.sealed = dict(sealed)
        for name, data in sealed.items():
            (self.folder / name).write_bytes(data)

    def reading(self, changes: Mapping[str, bytes]) -> Told | None:
        """What a reader makes of the site with these files changed; None when anything is refused."""
        for name, data in changes.items():
            (self.folder / name).write_bytes(data)
        try:
            return told(open_site(self.folder, LINK))
        except VaultError:
            return None
        finally:
            for name in changes:
                (self.folder / name).write_bytes(self.sealed[name])


def told(site: OpenedSite) -> Told:
    return Told(
        role=site.role,
        key=site.key,
        siblings=site.siblings,
        publication=site.manifest.publication,
        files={path: site.read(path) for path in site.paths},
    )


def sealed(key: SiteKey = KEY, *, generation: int = 3, home: bytes = b"<h1>Home</h1>") -> dict[str, bytes]:
    publication = Publication(
        generation=generation,
        published=DAY,
        edition="family",
        label="Noor",
        entry="index.html",
        theme="theme/0123abcd/",
        lock_after_minutes=10,
    )
    files = [
        PlainFile(path=path, media_type=kind, data=home if path == "index.html" else data)
        for path, (kind, data) in FILES.items()
    ]
    header = SlotsHeader(site=key.site, epoch=key.epoch, salt=b"s" * 16, cost=CHEAP)
    slot = Slot(kek=link_kek(LINK, salt=header.salt), role=Role.GUARDIAN)
    site = seal_site(files, key=key, signing_key=SIGNING, publication=publication)
    slots = slots_file([slot], key=key, school=SIGNING.public, header=header, secret=b"x" * 32)
    return {**{file.name: file.data for file in site}, "slots": slots}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, sealed())


def used_slot(sound: bytes) -> range:
    """Where the one slot lies that somebody opens; the other fifteen are noise."""
    header = read_header(sound, folder_name=KEY.site)
    for start in range(HEADER.size, len(sound), SLOT_SIZE):
        changed = sound[:start] + bytes(SLOT_SIZE) + sound[start + SLOT_SIZE :]
        try:
            open_slot(changed, header=header, secret=LINK)
        except VaultError:
            return range(start, start + SLOT_SIZE)
    raise AssertionError("no slot opens")


class Reader:
    """The same steps as a reader takes, each on bytes in memory, so that every bit can be tried."""

    def __init__(self, sealed: Mapping[str, bytes]) -> None:
        self.sealed = sealed
        self.places = places(sealed)
        self.slot = self.open("slots", sealed["slots"])

    def open(self, name: str, data: bytes) -> object:
        if name == "slots":
            return open_slot(data, header=read_header(data, folder_name=KEY.site), secret=LINK)
        if name == "m2":
            return open_manifest(data, name=name, key=KEY, school=SIGNING.public)
        blob = Blob(name=name.removeprefix("d/"), sealed=data)
        return open_blob(blob, place=self.places[name], key=KEY)

    def refuses(self, name: str, bit: int) -> bool:
        data = bytearray(self.sealed[name])
        data[bit // 8] ^= 1 << bit % 8
        try:
            opened = self.open(name, bytes(data))
        except VaultError:
            return True
        # Noise that nobody opens, or somebody else's slot: this keyholder gets the very same out of it.
        assert opened == self.slot
        return False


def places(sealed: Mapping[str, bytes]) -> dict[str, Place]:
    """Where each blob belongs."""
    manifest = open_manifest(sealed["m2"], name="m2", key=KEY, school=SIGNING.public)
    packs = {
        f"d/{one.blob}": Place(kind="pack", path=one.path, media_type=PACK_TYPE) for one in manifest.packs
    }
    parted = (file for file in manifest.files if isinstance(file, PartedFile))
    return packs | {
        f"d/{file.parts[0]}": Place(kind="file", path=file.path, media_type=file.media_type)
        for file in parted
    }


def assert_only_noise_may_change(reader: Reader, *, step: int) -> None:
    mine = used_slot(reader.sealed["slots"])
    for name, data in reader.sealed.items():
        for bit in range(0, len(data) * 8, step):
            noise = name == "slots" and bit // 8 >= HEADER.size and bit // 8 not in mine
            assert reader.refuses(name, bit) is not noise, f"bit {bit} of {name}"


def test_a_flipped_bit_is_refused_wherever_it_matters() -> None:
    assert_only_noise_may_change(Reader(sealed()), step=41)


@pytest.mark.slow
@pytest.mark.thorough
def test_every_single_bit_that_matters_is_refused() -> None:
    assert_only_noise_may_change(Reader(sealed()), step=1)


def test_a_reader_of_files_refuses_what_the_steps_refuse(store: Store) -> None:
    chance = Random(11)
    for name, data in store.sealed.items():
        if name != "slots":
            for bit in chance.sample(range(len(data) * 8), 8):
                changed = bytearray(data)
                changed[bit // 8] ^= 1 << bit % 8
                assert store.reading({name: bytes(changed)}) is None, f"bit {bit} of {name}"


def test_no_file_stands_in_for_another(store: Store) -> None:
    pairs = list(permutations(sorted(store.sealed), 2))
    assert len(pairs) >= 20
    for here, there in pairs:
        assert store.reading({here: store.sealed[there]}) is None, f"{there} passed for {here}"
        assert store.reading({here: store.sealed[there], there: store.sealed[here]}) is None


def test_no_file_can_be_cut_or_grow(store: Store) -> None:
    chance = Random(12)
    for name, data in store.sealed.items():
        cuts = {
            0,
            1,
            4,
            24,
            55,
            56,
            71,
            72,
            len(data) - 1,
            len(data) - 16,
            *chance.sample(range(len(data)), 20),
        }
        for length in sorted(cuts):
            assert store.reading({name: data[:length]}) is None, f"{name} was cut to {length} bytes"
        for more in (b"\0", bytes(16), bytes(16_400), data):
            assert store.reading({name: data + more}) is None


def test_nothing_can_be_mixed_out_of_two_publications(store: Store) -> None:
    older = sealed(generation=2, home=b"<h1>Last week</h1>")
    newer_only, older_only = set(store.sealed) - set(older), set(older) - set(store.sealed)
    assert len(newer_only) == len(older_only) == 1
    for new, old in zip(newer_only, older_only, strict=True):
        assert store.reading({new: older[old]}) is None, "an old page passed for the new one"
    assert store.reading({"m2": older["m2"]}) is None, "an old contents list without its blobs"


def test_a_whole_old_publication_opens_and_is_known_as_old(tmp_path: Path) -> None:
    Store(tmp_path, sealed(generation=2))
    old = open_site(tmp_path / KEY.site, LINK)
    refuse_older(old, remembered=Seen(epoch=2, generation=2))
    for remembered in (Seen(epoch=2, generation=3), Seen(epoch=3, generation=1)):
        with pytest.raises(VaultError) as refused:
            refuse_older(old, remembered=remembered)
        assert (refused.value.reason, "2027-02-01" in str(refused.value)) == ("older", True)


@pytest.mark.parametrize(
    "other",
    [
        SiteKey(site="ponmlkjihgfedcba", epoch=2, content_key=b"o" * 32),
        SiteKey(site="ponmlkjihgfedcba", epoch=2, content_key=b"k" * 32),
        SiteKey(site=KEY.site, epoch=1, content_key=b"k" * 32),
        SiteKey(site=KEY.site, epoch=2, content_key=b"o" * 32),
    ],
    ids=["another student's", "another site's under the same key", "another epoch's", "another key's"],
)
def test_nothing_of_another_site_or_epoch_passes(other: SiteKey, store: Store) -> None:
    foreign = sealed(other)
    manifests = {f"m{other.epoch}": f"m{KEY.epoch}"}
    for theirs, data in foreign.items():
        for ours in store.sealed if theirs.startswith("d/") else [manifests.get(theirs, theirs)]:
            assert store.reading({ours: data}) is None, f"{theirs} passed for {ours}"
    # A slot moved out of another file, into each place of ours.
    slots, mine = store.sealed["slots"], used_slot(store.sealed["slots"])
    for start in range(HEADER.size, len(foreign["slots"]), SLOT_SIZE):
        moved = slots[: mine.start] + foreign["slots"][start : start + SLOT_SIZE] + slots[mine.stop :]
        assert store.reading({"slots": moved}) is None


def test_a_slot_works_from_any_place_in_its_own_file(store: Store) -> None:
    # Places tell nothing, so a host that shuffles them changes nothing.
    slots = store.sealed["slots"]
    boxes = [slots[start : start + SLOT_SIZE] for start in range(HEADER.size, len(slots), SLOT_SIZE)]
    shuffled = slots[: HEADER.size] + b"".join(reversed(boxes))
    assert store.reading({"slots": shuffled}) == store.reading({})
