"""Opening a sealed site from a folder: every check the format demands, nothing shown before it passed."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.vault import cobblestone
from generator.vault.blobs import Blob, open_blob
from generator.vault.errors import DamagedBlob, DamagedManifest, MissingBlob, NotASlot
from generator.vault.keys import Place, SiteKey, place_context
from generator.vault.links import LinkKey
from generator.vault.manifest import (
    LARGEST_MANIFEST,
    LARGEST_PART_SEALED,
    LARGEST_SEALED,
    PACK_TYPE,
    Manifest,
    PackedFile,
    PartedFile,
    part_count,
    part_length,
)
from generator.vault.manifest_json import manifest_from
from generator.vault.packs import BadPack, decompressed
from generator.vault.padding import BadFrame, unframe
from generator.vault.passphrase import Words
from generator.vault.signing import SIGNATURE_SIZE, is_signed
from generator.vault.site import blob_path, manifest_path, manifest_place
from generator.vault.slots import SLOTS_FILE_SIZE, Role
from generator.vault.slots_reading import open_slot, read_header


@dataclass(frozen=True, kw_only=True)
class OpenedSite:
    """A site somebody has opened. `read` gives one file; what fails leaves the others readable."""

    folder: Path
    role: Role
    school: bytes
    """The public half of the key that signed the contents list, out of this keyholder's slot."""
    key: SiteKey = field(repr=False)
    siblings: tuple[SiteKey, ...] = field(repr=False)
    manifest: Manifest = field(repr=False)
    _unpacked: dict[int, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def paths(self) -> tuple[str, ...]:
        """Every path of the site, in the order of the contents list."""
        return tuple(self._by_path)

    def read(self, path: str) -> bytes:
        """The file at this path. Raises MissingBlob, DamagedBlob or ForeignFile."""
        file = self._by_path.get(path)
        match file:
            case None:
                raise MissingBlob("there is no such page in this portfolio", reason="no-such-path")
            case PackedFile():
                return self._pack(file.pack)[file.offset : file.offset + file.length]
            case PartedFile():
                return b"".join(self._part(file, part=part) for part in range(part_count(file.size)))

    @cached_property
    def _by_path(self) -> dict[str, PackedFile | PartedFile]:
        return {file.path: file for file in self.manifest.files}

    def _pack(self, number: int) -> bytes:
        if number not in self._unpacked:
            entry = self.manifest.packs[number]
            sealed = self._blob(entry.blob, most=LARGEST_SEALED)
            data = open_blob(
                sealed, place=Place(kind="pack", path=entry.path, media_type=PACK_TYPE), key=self.key
            )
            self._unpacked[number] = _unpack(data, size=entry.size, name=entry.blob)
        return self._unpacked[number]

    def _part(self, file: PartedFile, *, part: int) -> bytes:
        sealed = self._blob(file.parts[part], most=LARGEST_PART_SEALED)
        place = Place(
            kind="file", path=file.path, media_type=file.media_type, part=part, parts=len(file.parts)
        )
        data = open_blob(sealed, place=place, key=self.key)
        if len(data) != part_length(file.size, part=part):
            raise DamagedBlob(
                f"the file d/{sealed.name} is not as long as it should be", reason="wrong-length"
            )
        return data

    def _blob(self, name: str, *, most: int) -> Blob:
        try:
            sealed = _read_bounded(self.folder / blob_path(name), most=most)
        except FileNotFoundError as absent:
            raise MissingBlob(
                f"the file {blob_path(name)} is not there",
                reason="missing",
                hint="the upload or download is incomplete; do it again",
            ) from absent
        if len(sealed) > most:
            raise DamagedBlob(
                f"the file {blob_path(name)} is longer than any file of a portfolio", reason="too-long"
            )
        return Blob(name=name, sealed=sealed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The newest publication of a site that somebody has seen."""

    epoch: int
    generation: int


def refuse_older(site: OpenedSite, *, remembered: Seen) -> None:
    """Raises DamagedManifest when the site is of an older publication than one seen before."""
    publication = site.manifest.publication
    if (site.key.epoch, publication.generation) < (remembered.epoch, remembered.generation):
        raise _damaged(
            f"this is an old publication, of {publication.published.isoformat()}; there has been a newer one",
            reason="older",
            hint="load the page again; if it stays so, tell the school",
        )


def open_site(folder: Path, secret: Words | LinkKey) -> OpenedSite:
    """The site in this folder, opened with six words or a link's key.

    Raises WrongWords, WrongLink, NotASlot, DamagedSlots, DamagedManifest, ForeignFile or UnknownVersion.
    """
    slots = _read_slots(folder)
    header = read_header(slots, folder_name=folder.resolve().name)
    slot = open_slot(slots, header=header, secret=secret)
    manifest = _read_manifest(folder, key=slot.key, school=slot.school)
    return OpenedSite(
        folder=folder,
        role=slot.role,
        school=slot.school,
        key=slot.key,
        siblings=slot.siblings,
        manifest=manifest,
    )


def open_sibling(site: OpenedSite, key: SiteKey) -> OpenedSite:
    """Another site beside this one, with the key this one's slot held for it."""
    folder = site.folder.resolve().parent / key.site
    manifest = _read_manifest(folder, key=key, school=site.school)
    return OpenedSite(
        folder=folder, role=site.role, school=site.school, key=key, siblings=(), manifest=manifest
    )


def open_manifest(sealed: bytes, *, name: str, key: SiteKey, school: bytes) -> Manifest:
    """The contents list in these bytes, after every check; `name` is for messages.

    Raises DamagedManifest, ForeignFile or UnknownVersion.
    """
    try:
        plaintext = cobblestone.unseal(
            sealed, key=key.manifest_key, context=place_context(manifest_place(), key=key)
        )
    except cobblestone.SealBroken as broken:
        raise _damaged(
            f"the contents list {name} is damaged or of another portfolio", reason="does-not-open"
        ) from broken
    try:
        data = unframe(plaintext)
    except BadFrame as broken:
        raise _damaged(f"the contents list {name} is damaged", reason="bad-frame") from broken
    signature, contents = data[:SIGNATURE_SIZE], data[SIGNATURE_SIZE:]
    if not is_signed(contents, signature=signature, school=school, key=key):
        raise _damaged(
            f"the contents list {name} was not signed by the school",
            reason="bad-signature",
            hint="somebody may have put words in the school's mouth; tell the school",
        )
    try:
        text = decompressed(contents, most=LARGEST_MANIFEST)
    except BadPack as broken:
        raise _damaged(f"the contents list {name} is damaged", reason="bad-manifest") from broken
    return manifest_from(text, key=key)


def _read_slots(folder: Path) -> bytes:
    try:
        return _read_bounded(folder / "slots", most=SLOTS_FILE_SIZE)
    except (FileNotFoundError, NotADirectoryError) as absent:
        raise NotASlot(
            f"{folder} is not a sealed portfolio: it holds no file named slots",
            reason="missing",
            hint="name the folder of one portfolio: 16 letters and digits, inside the output folder",
        ) from absent


def _read_manifest(folder: Path, *, key: SiteKey, school: bytes) -> Manifest:
    name = manifest_path(key.epoch)
    try:
        sealed = _read_bounded(folder / name, most=LARGEST_SEALED)
    except FileNotFoundError as absent:
        raise _damaged(
            f"the contents list {name} is not there",
            reason="missing",
            hint="the portfolio is being published or was copied in part; try again later",
        ) from absent
    if len(sealed) > LARGEST_SEALED:
        raise _damaged(f"the contents list {name} is longer than any", reason="too-long")
    return open_manifest(sealed, name=name, key=key, school=school)


def _read_bounded(path: Path, *, most: int) -> bytes:
    # A folder from who knows where must not fill the memory with a file of gigabytes, or one that never ends.
    with path.open("rb") as source:
        return source.read(most + 1)


def _damaged(message: str, *, reason: str, hint: str = "download the portfolio again") -> DamagedManifest:
    return DamagedManifest(message, reason=reason, hint=hint)


def _unpack(data: bytes, *, size: int, name: str) -> bytes:
    try:
        plain = decompressed(data, most=size)
    except BadPack as broken:
        raise DamagedBlob(f"the file d/{name} does not unpack", reason="bad-pack") from broken
    if len(plain) != size:
        raise DamagedBlob(f"the file d/{name} does not unpack", reason="bad-pack")
    return plain
