"""Sealing a site: plain files in, sealed files out, the contents list last."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from generator.vault import cobblestone
from generator.vault.blobs import seal_blob
from generator.vault.errors import DoesNotFit
from generator.vault.keys import Place, SiteKey, place_context, salt_from
from generator.vault.manifest import (
    LARGEST_MANIFEST,
    MANIFEST_PATH,
    MANIFEST_TYPE,
    PACK_TYPE,
    PART_SIZE,
    Manifest,
    PackedFile,
    PackEntry,
    PartedFile,
    Publication,
    part_count,
    part_length,
)
from generator.vault.manifest_json import manifest_text
from generator.vault.packs import Pack, Text, belongs_in_pack, compressed, into_packs
from generator.vault.padding import frame
from generator.vault.paths import is_media_type, is_safe_path, is_theme_folder
from generator.vault.signing import SigningKey

__all__ = ["PlainFile", "Publication", "SealedFile", "SiteKey", "blob_path", "manifest_path", "seal_site"]

BLOB_FOLDER: Final = "d"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainFile:
    """A file of the site before it is sealed. `data` is its bytes, or the file that holds them.

    `first` asks for a place beside the entry page, in what a reader fetches first.
    """

    path: str
    media_type: str
    data: bytes | Path = field(repr=False)
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedFile:
    """A file to publish; `name` is relative to the site's folder."""

    name: str
    data: bytes = field(repr=False)


def seal_site(
    files: Iterable[PlainFile], *, key: SiteKey, signing_key: SigningKey, publication: Publication
) -> Iterator[SealedFile]:
    """Every blob, then the contents list. Small texts are kept in memory until the end, other files never are.

    The order of `files` is the order inside packs, so keep it from build to build.
    Raises DoesNotFit for a path, type or value against the format's rules; nothing yielded before that is a site.
    """
    texts: list[Text] = []
    parted: list[PartedFile] = []
    seen: set[str] = set()
    for file in files:
        _check(file, seen=seen)
        size = len(file.data) if isinstance(file.data, bytes) else file.data.stat().st_size
        if belongs_in_pack(file.media_type, size=size):
            data = file.data if isinstance(file.data, bytes) else file.data.read_bytes()
            first = file.first or file.path == publication.entry
            texts.append(Text(path=file.path, media_type=file.media_type, data=data, first=first))
        else:
            parted.append((yield from _seal_parts(file, size=size, key=key)))
    if (
        publication.entry.lower() not in seen
        or not is_theme_folder(publication.theme)
        or publication.generation < 1
    ):
        raise DoesNotFit(
            "the entry page, the theme or the generation is against the rules", reason="bad-manifest"
        )
    packs: list[PackEntry] = []
    packed: list[PackedFile] = []
    for number, pack in enumerate(into_packs(texts)):
        packs.append((yield from _seal_pack(pack, key=key)))
        packed += _files_in(pack, number=number)
    manifest = Manifest(
        site=key.site,
        epoch=key.epoch,
        publication=publication,
        packs=tuple(packs),
        files=(*packed, *parted),
    )
    yield SealedFile(
        name=manifest_path(key.epoch), data=_seal_manifest(manifest, key=key, signing_key=signing_key)
    )


def blob_path(name: str) -> str:
    """Where a blob lies in the site's folder."""
    return f"{BLOB_FOLDER}/{name}"


def manifest_path(epoch: int) -> str:
    """Where the contents list lies in the site's folder."""
    return f"m{epoch}"


def manifest_place() -> Place:
    """The place a contents list is sealed in."""
    return Place(kind="manifest", path=MANIFEST_PATH, media_type=MANIFEST_TYPE)


def _check(file: PlainFile, *, seen: set[str]) -> None:
    if not is_safe_path(file.path):
        raise DoesNotFit(f'"{file.path}" cannot be a path inside a portfolio', reason="bad-path")
    if not is_media_type(file.media_type):
        raise DoesNotFit(f'"{file.media_type}" is not a media type', reason="bad-media-type")
    if file.path.lower() in seen:
        raise DoesNotFit(
            f'"{file.path}" stands twice in a portfolio, or differs only in case', reason="bad-path"
        )
    seen.add(file.path.lower())


def _seal_parts(file: PlainFile, *, size: int, key: SiteKey) -> Generator[SealedFile, None, PartedFile]:
    names: list[str] = []
    parts = part_count(size)
    for number, data in enumerate(_parts(file, size=size)):
        place = Place(kind="file", path=file.path, media_type=file.media_type, part=number, parts=parts)
        blob = seal_blob(data, place=place, key=key)
        names.append(blob.name)
        yield SealedFile(name=blob_path(blob.name), data=blob.sealed)
    return PartedFile(path=file.path, media_type=file.media_type, size=size, parts=tuple(names))


def _parts(file: PlainFile, *, size: int) -> Iterator[bytes]:
    if isinstance(file.data, bytes):
        for number in range(part_count(size)):
            yield file.data[number * PART_SIZE : (number + 1) * PART_SIZE]
        return
    with file.data.open("rb") as source:
        for number in range(part_count(size)):
            yield _read_exactly(source, length=part_length(size, part=number), path=file.path)
        if source.read(1):
            raise _changed(file.path)


def _read_exactly(source: BinaryIO, *, length: int, path: str) -> bytes:
    data = source.read(length)
    if len(data) != length:
        raise _changed(path)
    return data


def _changed(path: str) -> DoesNotFit:
    return DoesNotFit(
        f'the file for "{path}" changed while it was being sealed', reason="changed", hint="build again"
    )


def _seal_pack(pack: Pack, *, key: SiteKey) -> Generator[SealedFile, None, PackEntry]:
    data = pack.data
    place = Place(kind="pack", path=pack.path, media_type=PACK_TYPE)
    blob = seal_blob(compressed(data), place=place, key=key)
    yield SealedFile(name=blob_path(blob.name), data=blob.sealed)
    return PackEntry(path=pack.path, blob=blob.name, size=len(data))


def _files_in(pack: Pack, *, number: int) -> Iterator[PackedFile]:
    offset = 0
    for text in pack.texts:
        length = len(text.data)
        yield PackedFile(
            path=text.path, media_type=text.media_type, pack=number, offset=offset, length=length
        )
        offset += length


def _seal_manifest(manifest: Manifest, *, key: SiteKey, signing_key: SigningKey) -> bytes:
    text = manifest_text(manifest)
    if len(text) > LARGEST_MANIFEST:
        raise DoesNotFit(
            "a portfolio holds more files than a contents list can name", reason="too-many-files"
        )
    context = place_context(manifest_place(), key=key)
    contents = compressed(text)
    plaintext = frame(signing_key.sign(contents, site=key.site, epoch=key.epoch) + contents)
    salt = salt_from(plaintext, salt_key=key.salt_key, context=context)
    return cobblestone.seal(plaintext, key=key.manifest_key, context=context, salt=salt)
