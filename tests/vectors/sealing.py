"""The tiny sealed site that all vectors are made from, and the means to break it. All keys are public."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any, Final, TypeAlias

from generator.vault import cobblestone
from generator.vault.blobs import Blob, blob_name
from generator.vault.keys import Place, SiteKey, place_context, salt_from, site_id_from
from generator.vault.links import LinkKey
from generator.vault.packs import compressed, decompressed
from generator.vault.padding import frame, unframe
from generator.vault.passphrase import Words
from generator.vault.signing import SIGNATURE_SIZE, SigningKey
from generator.vault.site import PlainFile, Publication, manifest_place, seal_site
from generator.vault.slots import (
    HEADER,
    SLOT_SIZE,
    Cost,
    Role,
    Slot,
    SlotsHeader,
    link_kek,
    slot_context,
    slots_file,
    words_kek,
)

KEY: Final = SiteKey(site=site_id_from(bytes(range(10))), epoch=1, content_key=bytes(range(32)))
OTHER_KEY: Final = SiteKey(site=site_id_from(bytes(range(10, 20))), epoch=3, content_key=bytes(range(32, 64)))
SECRET: Final = bytes(range(64, 96))
SIGNING: Final = SigningKey(seed=bytes(range(128, 160)))
OTHER_SCHOOL: Final = SigningKey(seed=bytes(range(160, 192)))
WORDS: Final = Words("acorn banjo cactus daisy eagle fable")
LINK: Final = LinkKey(bytes(range(96, 112)))
COST: Final = Cost(memory_kib=19_456, passes=1)
HEAD: Final = SlotsHeader(site=KEY.site, epoch=KEY.epoch, salt=bytes(range(112, 128)), cost=COST)
SLOTS_CONTEXT: Final = slot_context(HEAD.as_bytes(), site=KEY.site)
PUBLICATION: Final = Publication(
    generation=7,
    published=date(2026, 11, 23),
    edition="family",
    label="Asha",
    entry="index.html",
    theme="theme/ab12cd34ef/",
    lock_after_minutes=15,
)
PICTURE: Final = bytes(range(256)) * 3
PICTURE_PATH: Final = "media/x3.webp"
SOUND_PATH: Final = "media/s1.mp3"
FILES: Final = (
    PlainFile(
        path="index.html",
        media_type="text/html",
        data=b"<!doctype html><title>Portfolio</title><h1>Home</h1>",
    ),
    PlainFile(path="search.json", media_type="application/json", data=b'{"words":["\xe0\xa8\xaa"]}'),
    PlainFile(path="e/7f3kq2ab.html", media_type="text/html", data=b"<!doctype html><h1>Reading aloud</h1>"),
    PlainFile(path=PICTURE_PATH, media_type="image/webp", data=PICTURE),
    PlainFile(path="media/empty.txt", media_type="text/plain", data=b""),
    PlainFile(path=SOUND_PATH, media_type="audio/mpeg", data=Random(7).randbytes(20_000)),
)
PICTURE_PLACE: Final = Place(kind="file", path=PICTURE_PATH, media_type="image/webp")

Json: TypeAlias = Any
Site: TypeAlias = Mapping[str, bytes]


@dataclass(frozen=True, kw_only=True)
class Case:
    """One way a site can be wrong. `changes` are made to the files of `ok.json`."""

    name: str
    about: str
    layer: str
    reason: str
    changes: Sequence[Mapping[str, Json]] = ()
    secret: Mapping[str, str] | None = None
    folder: str = KEY.site
    remembered: Mapping[str, int] | None = None
    read: str = ""
    still: Sequence[str] = ()


def sealed_site(publication: Publication = PUBLICATION, *, files: Sequence[PlainFile] = FILES) -> Site:
    """The tiny site, whole."""
    sealing = seal_site(files, key=KEY, signing_key=SIGNING, publication=publication)
    site = {file.name: file.data for file in sealing}
    sibling = (OTHER_KEY,)
    slots = [
        Slot(kek=words_kek(WORDS, salt=HEAD.salt, cost=COST), role=Role.GUARDIAN, siblings=sibling),
        Slot(kek=link_kek(LINK, salt=HEAD.salt), role=Role.GUARDIAN, siblings=sibling),
    ]
    data = slots_file(slots, key=KEY, school=SIGNING.public, header=HEAD, secret=SECRET)
    return {**site, "slots": data}


def seal_slot(content: bytes, *, context: bytes = SLOTS_CONTEXT) -> bytes:
    """A slot for the link, with this content filled up with zeros."""
    kek = link_kek(LINK, salt=HEAD.salt)
    salt = salt_from(content, salt_key=kek, context=context)
    return cobblestone.seal(content.ljust(440, b"\x00"), key=kek, context=context, salt=salt)


def slot_of_link(site: Site) -> int:
    """Where the link's slot begins."""
    kek = link_kek(LINK, salt=HEAD.salt)
    for start in range(HEADER.size, len(site["slots"]), SLOT_SIZE):
        try:
            cobblestone.unseal(site["slots"][start : start + SLOT_SIZE], key=kek, context=SLOTS_CONTEXT)
        except cobblestone.SealBroken:
            continue
        return start
    raise AssertionError("the link opens no slot")


def listed(site: Site) -> Json:
    """The contents list as JSON."""
    return json.loads(text_of(site))


def text_of(site: Site) -> bytes:
    """The contents list as text."""
    context = place_context(manifest_place(), key=KEY)
    framed = cobblestone.unseal(site["m1"], key=KEY.manifest_key, context=context)
    return decompressed(unframe(framed)[SIGNATURE_SIZE:])


def contents_list(value: Json) -> bytes:
    """The sealed and signed contents list that says this."""
    return seal_frame(signed(compressed(json.dumps(value).encode())))


def signed(contents: bytes, *, by: SigningKey = SIGNING, site: str = KEY.site, epoch: int = 1) -> bytes:
    """The frame of signed contents."""
    return frame(by.sign(contents, site=site, epoch=epoch) + contents)


def seal_frame(framed: bytes, *, key: bytes = KEY.manifest_key, context: bytes = b"") -> bytes:
    """A frame sealed as a contents list, or wherever else is asked."""
    context = context or place_context(manifest_place(), key=KEY)
    salt = salt_from(framed, salt_key=KEY.salt_key, context=context)
    return cobblestone.seal(framed, key=key, context=context, salt=salt)


def named(sealed: bytes, *, place: Place = PICTURE_PLACE) -> Blob:
    """Sealed bytes under the name they would have in this place, whatever they are."""
    return Blob(name=blob_name(place_context(place, key=KEY), sealed=sealed, key=KEY), sealed=sealed)


def blob_of(value: Json, path: str) -> str:
    """Where the only blob of a file lies, or that of its pack."""
    entry = value["files"][path]
    name = value["packs"][entry["pack"]]["blob"] if "pack" in entry else entry["parts"][0]
    return f"d/{name}"


def with_file(value: Json, **members: Json) -> Json:
    """The contents list with other members of the picture; None takes one away."""
    entry = {**value["files"][PICTURE_PATH], **members}
    entry = {name: member for name, member in entry.items() if member is not _GONE}
    return {**value, "files": {**value["files"], PICTURE_PATH: entry}}


def with_pack(value: Json, **members: Json) -> Json:
    """The contents list with other members of its first pack."""
    first = {**value["packs"][0], **members}
    return {**value, "packs": [{k: v for k, v in first.items() if v is not _GONE}, *value["packs"][1:]]}


def renamed(value: Json, *, to: str) -> Json:
    """The contents list with the picture at another path."""
    files = {to if path == PICTURE_PATH else path: entry for path, entry in value["files"].items()}
    return {**value, "files": files}


class _Gone:
    """Marks a member that is to be left out, for JSON has a null of its own."""


_GONE: Final = _Gone()
GONE: Final[Json] = _GONE


def flip(file: str, *, at: int, mask: int = 1) -> dict[str, Json]:
    """Another bit or more in one byte."""
    return {"file": file, "at": at, "xor": f"{mask:02x}"}


def put(file: str, *, at: int, data: bytes) -> dict[str, Json]:
    """Other bytes from there on."""
    return {"file": file, "at": at, "put": base64_of(data)}


def write(file: str, data: bytes) -> dict[str, Json]:
    """A whole other file."""
    return {"file": file, "write": base64_of(data)}


def base64_of(data: bytes) -> str:
    """Bytes as vectors hold them."""
    return base64.b64encode(data).decode("ascii")


def bytes_of(file: PlainFile) -> bytes:
    """What a plain file holds."""
    return file.data if isinstance(file.data, bytes) else file.data.read_bytes()
