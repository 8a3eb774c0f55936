"""Writes the vectors of the vault format: a tiny sealed site, and everything that may be wrong with it.

    python tests/vectors/write_vectors.py

Both readers, in Python and in the page, must open the first and refuse the others at the layer and for the reason
given. All keys here are public and serve nothing else. `README.md` beside this file says how a vector is read.
"""

import base64
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from generator.vault import cobblestone
from generator.vault.blobs import Blob, blob_name, seal_blob
from generator.vault.keys import (
    Place,
    SiteKey,
    context_of,
    place_context,
    raw_site_id,
    salt_from,
    site_id_from,
)
from generator.vault.links import LinkKey
from generator.vault.manifest import PACK_TYPE
from generator.vault.packs import compressed, decompressed
from generator.vault.padding import frame, frame_size, unframe
from generator.vault.passphrase import Words, canonical
from generator.vault.signing import SIGNATURE_SIZE, SigningKey
from generator.vault.site import PlainFile, Publication, manifest_place, seal_site
from generator.vault.slots import (
    ENTRY_HEAD,
    ENTRY_SIBLING,
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

HERE: Final = Path(__file__).parent
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
FILES: Final = (
    PlainFile(
        path="index.html",
        media_type="text/html",
        data=b"<!doctype html><title>Portfolio</title><h1>Home</h1>",
    ),
    PlainFile(path="search.json", media_type="application/json", data=b'{"words":["\xe0\xa8\xaa"]}'),
    PlainFile(path="e/7f3kq2ab.html", media_type="text/html", data=b"<!doctype html><h1>Reading aloud</h1>"),
    PlainFile(path="media/x3.webp", media_type="image/webp", data=PICTURE),
    PlainFile(path="media/empty.txt", media_type="text/plain", data=b""),
)

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


def main() -> None:
    """Writes every vector beside this script."""
    for name, value in vectors().items():
        text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")


def vectors() -> dict[str, Json]:
    """Every vector, by path relative to this folder."""
    site = sealed_site(PUBLICATION)
    written: dict[str, Json] = {"primitives.json": primitives(), "vault/ok.json": sound(site)}
    for case in (*slot_cases(site), *manifest_cases(site), *blob_cases(site)):
        written[f"vault/{case.name}.json"] = as_json(case)
    return written


def sealed_site(publication: Publication, *, files: Sequence[PlainFile] = FILES) -> Site:
    """The tiny site, whole."""
    site = {
        file.name: file.data
        for file in seal_site(files, key=KEY, signing_key=SIGNING, publication=publication)
    }
    sibling = (OTHER_KEY,)
    slots = [
        Slot(kek=words_kek(WORDS, salt=HEAD.salt, cost=COST), role=Role.GUARDIAN, siblings=sibling),
        Slot(kek=link_kek(LINK, salt=HEAD.salt), role=Role.GUARDIAN, siblings=sibling),
    ]
    return {**site, "slots": slots_file(slots, key=KEY, school=SIGNING.public, header=HEAD, secret=SECRET)}


def sound(site: Site) -> Json:
    """The vector of a site that opens."""
    return {
        "about": "a sound site; its words and its link open it",
        "folder": KEY.site,
        "secrets": [{"words": "Acorn, BANJO-cactus.\nDaisy 4 eagle\tfable"}, {"link": LINK.text}],
        "files": {name: _base64(data) for name, data in sorted(site.items())},
        "expect": {
            "role": "guardian",
            "site": KEY.site,
            "epoch": KEY.epoch,
            "generation": PUBLICATION.generation,
            "published": PUBLICATION.published.isoformat(),
            "edition": PUBLICATION.edition,
            "label": PUBLICATION.label,
            "entry": PUBLICATION.entry,
            "theme": PUBLICATION.theme,
            "lock_after_minutes": PUBLICATION.lock_after_minutes,
            "school": SIGNING.public.hex(),
            "siblings": [
                {"site": OTHER_KEY.site, "epoch": OTHER_KEY.epoch, "key": OTHER_KEY.content_key.hex()}
            ],
            "contents": {
                file.path: {"type": file.media_type, "data": _base64(_bytes(file))} for file in FILES
            },
        },
    }


def slot_cases(site: Site) -> list[Case]:
    """What can be wrong before the contents list is read."""
    flips = {
        "slots-not-slots": (0, "not-slots", "another magic"),
        "slots-newer-version": (4, "unknown-version", "version 3 of the header"),
        "slots-other-count": (5, "bad-header", "another number of slots"),
        "slots-other-size": (7, "bad-header", "another size of slots"),
        "slots-reserved": (63, "bad-header", "a reserved byte is not zero"),
        "slots-other-lanes": (23, "cost-out-of-limits", "three lanes"),
        "slots-other-site": (40, "foreign-site", "the site id is not the folder's"),
    }
    link = {"link": LINK.text}
    return [
        *(
            Case(
                name=name, about=about, layer="slots", reason=reason, changes=[_flip("slots", at=at, mask=2)]
            )
            for name, (at, reason, about) in flips.items()
        ),
        *_cost_cases(),
        Case(
            name="slots-missing",
            about="there is no file slots",
            layer="slots",
            reason="missing",
            changes=[{"file": "slots", "remove": True}],
        ),
        Case(
            name="slots-empty",
            about="the file slots is empty",
            layer="slots",
            reason="not-slots",
            changes=[{"file": "slots", "cut": 0}],
        ),
        Case(
            name="slots-cut",
            about="the file slots lacks its last byte",
            layer="slots",
            reason="bad-header",
            changes=[{"file": "slots", "cut": 8255}],
        ),
        Case(
            name="slots-longer",
            about="a byte follows the slots",
            layer="slots",
            reason="bad-header",
            changes=[{"file": "slots", "append": "00"}],
        ),
        Case(
            name="slots-epoch-zero",
            about="epoch 0",
            layer="slots",
            reason="bad-header",
            changes=[_flip("slots", at=11, mask=1)],
        ),
        Case(
            name="slots-other-folder",
            about="a sound site in the folder of another",
            layer="slots",
            reason="foreign-site",
            folder=OTHER_KEY.site,
        ),
        Case(
            name="slots-salt-flipped",
            about="one bit of the Argon2id salt is another; the link depends on it too",
            layer="link",
            reason="opens-nothing",
            changes=[_flip("slots", at=24, mask=1)],
            secret=link,
        ),
        Case(
            name="slots-cheaper",
            about="another cost inside the limits: the header is in every slot's context",
            layer="link",
            reason="opens-nothing",
            changes=[_flip("slots", at=19, mask=2)],
            secret=link,
        ),
        Case(
            name="slots-link-slot-flipped",
            about="one bit of the link's slot is another",
            layer="link",
            reason="opens-nothing",
            changes=[_flip("slots", at=_slot_of_link(site) + 400, mask=1)],
            secret=link,
        ),
        Case(
            name="link-of-another",
            about="a whole link of somebody else",
            layer="link",
            reason="opens-nothing",
            secret={"link": LinkKey(bytes(16)).text},
        ),
        Case(
            name="link-too-short",
            about="a link without its last character",
            layer="link",
            reason="bad-link",
            secret={"link": LINK.text[:-1]},
        ),
        Case(
            name="words-of-another",
            about="six words of the list that open nothing",
            layer="words",
            reason="opens-nothing",
            secret={"words": "banjo acorn cactus daisy eagle fable"},
        ),
        Case(
            name="words-too-few",
            about="five words",
            layer="words",
            reason="wrong-count",
            secret={"words": "acorn banjo cactus daisy eagle"},
        ),
        Case(
            name="words-not-on-list",
            about="the third word is mistyped",
            layer="words",
            reason="not-on-list",
            secret={"words": "acorn banjo cactsu daisy eagle fable"},
        ),
        *_bad_slot_cases(site),
    ]


def _cost_cases() -> list[Case]:
    costs = {
        "slots-too-cheap": replace(COST, memory_kib=19_455),
        "slots-too-dear": replace(COST, memory_kib=262_145),
        "slots-no-passes": replace(COST, passes=0),
        "slots-too-many-passes": replace(COST, passes=11),
    }
    return [
        Case(
            name=name,
            about=f"Argon2id with {cost.memory_kib} KiB and {cost.passes} passes",
            layer="slots",
            reason="cost-out-of-limits",
            changes=[
                _put("slots", at=12, data=cost.memory_kib.to_bytes(4, "big") + cost.passes.to_bytes(4, "big"))
            ],
        )
        for name, cost in costs.items()
    ]


def _bad_slot_cases(site: Site) -> list[Case]:
    sibling = ENTRY_SIBLING.pack(raw_site_id(OTHER_KEY.site), 0, OTHER_KEY.content_key)
    contents = {
        "slot-newer-version": (ENTRY_HEAD.pack(2, 1, 0, KEY.content_key, SIGNING.public), "unknown-version"),
        "slot-unknown-role": (ENTRY_HEAD.pack(1, 9, 0, KEY.content_key, SIGNING.public), "bad-slot"),
        "slot-nine-siblings": (ENTRY_HEAD.pack(1, 1, 9, KEY.content_key, SIGNING.public), "bad-slot"),
        "slot-sibling-epoch-zero": (
            ENTRY_HEAD.pack(1, 1, 1, KEY.content_key, SIGNING.public) + sibling,
            "bad-slot",
        ),
        "slot-rest-not-zero": (
            ENTRY_HEAD.pack(1, 1, 0, KEY.content_key, SIGNING.public) + bytes(100) + b"\x01",
            "bad-slot",
        ),
    }
    kek = link_kek(LINK, salt=HEAD.salt)
    cases: list[Case] = []
    for name, (content, reason) in contents.items():
        slot = cobblestone.seal(
            content.ljust(440, b"\x00"),
            key=kek,
            context=SLOTS_CONTEXT,
            salt=salt_from(content, salt_key=kek, context=SLOTS_CONTEXT),
        )
        cases.append(
            Case(
                name=name,
                about="a slot that opens and holds what no slot may hold, or what a newer version put there",
                layer="slots",
                reason=reason,
                changes=[_put("slots", at=_slot_of_link(site), data=slot)],
                secret={"link": LINK.text},
            )
        )
    return cases


def manifest_cases(site: Site) -> list[Case]:
    """What can be wrong with the contents list."""
    text = _text_of(site)
    value: Json = json.loads(text)
    bad = "bad-manifest"
    edits: dict[str, tuple[str, Callable[[Json], Json]]] = {
        "newer-format": ("unknown-version", lambda v: {**v, "format": "kinfolio/2"}),
        "no-format": ("unknown-version", lambda v: {k: w for k, w in v.items() if k != "format"}),
        "other-site-inside": ("foreign-site", lambda v: {**v, "site": OTHER_KEY.site}),
        "other-epoch-inside": ("foreign-site", lambda v: {**v, "epoch": 2}),
        "entry-not-there": (bad, lambda v: {**v, "entry": "nowhere.html"}),
        "theme-elsewhere": (bad, lambda v: {**v, "theme": "../theme/"}),
        "date-that-is-none": (bad, lambda v: {**v, "published": "2026-02-30"}),
        "generation-zero": (bad, lambda v: {**v, "generation": 0}),
        "fraction": (bad, lambda v: {**v, "lock_after_minutes": 1.5}),
        "truth-for-number": (bad, lambda v: {**v, "lock_after_minutes": True}),
        "path-out": (bad, lambda v: _renamed(v, to="../out.webp")),
        "path-absolute": (bad, lambda v: _renamed(v, to="/out.webp")),
        "path-backslash": (bad, lambda v: _renamed(v, to="media\\out.webp")),
        "path-windows": (bad, lambda v: _renamed(v, to="media/AUX.webp")),
        "path-theme": (bad, lambda v: _renamed(v, to="theme/out.webp")),
        "path-not-nfc": (bad, lambda v: _renamed(v, to="media/e\u0301.webp")),
        "path-case": (bad, lambda v: {**v, "files": {**v["files"], "INDEX.html": v["files"]["index.html"]}}),
        "type-with-parameter": (bad, lambda v: _file(v, type="image/webp;x=y")),
        "part-missing-inside": (bad, lambda v: _file(v, parts=[])),
        "part-too-many": (
            bad,
            lambda v: _file(v, size=10, parts=[*v["files"]["media/x3.webp"]["parts"]] * 2),
        ),
        "part-name": (bad, lambda v: _file(v, parts=["../../../../../../etc/passw"])),
        "range-outside-pack": (bad, lambda v: _file(v, pack=0, offset=v["packs"][0]["size"], length=1)),
        "pack-that-is-none": (bad, lambda v: _file(v, pack=99, offset=0, length=1)),
        "pack-too-large": (bad, lambda v: {**v, "packs": [{**p, "size": 16_777_217} for p in v["packs"]]}),
        "packs-not-a-list": (bad, lambda v: {**v, "packs": {}}),
    }
    not_json = {
        "not-json": compressed(b"{"),
        "json-list": compressed(b"[]"),
        "not-zlib": b"plain text",
        "zlib-cut": compressed(text)[:-5],
        "zlib-and-more": compressed(text) + b"more",
    }
    framed = bytearray(_signed(compressed(text)))
    framed[-1] = 1
    return [
        *(
            Case(
                name=f"manifest-{name}",
                about="an authentic contents list against the rules of section 8",
                layer="manifest",
                reason=reason,
                changes=[_write("m1", _seal_manifest(_signed(_as_text(edit(value)))))],
            )
            for name, (reason, edit) in edits.items()
        ),
        *(
            Case(
                name=f"manifest-{name}",
                about="an authentic contents list that is none",
                layer="manifest",
                reason=bad,
                changes=[_write("m1", _seal_manifest(_signed(data)))],
            )
            for name, data in not_json.items()
        ),
        *_signature_cases(compressed(text)),
        *(
            Case(
                name=f"manifest-{name}",
                about="a sound publication, older than the one this device has seen",
                layer="manifest",
                reason="older",
                remembered={"epoch": epoch, "generation": generation},
            )
            for name, epoch, generation in (("older", 1, 8), ("older-epoch", 2, 1))
        ),
        Case(
            name="manifest-padding",
            about="the padding ends in a one",
            layer="manifest",
            reason="bad-frame",
            changes=[_write("m1", _seal_manifest(bytes(framed)))],
        ),
        Case(
            name="manifest-missing",
            about="there is no file m1",
            layer="manifest",
            reason="missing",
            changes=[{"file": "m1", "remove": True}],
        ),
        Case(
            name="manifest-flipped",
            about="one bit of the contents list is another",
            layer="manifest",
            reason="does-not-open",
            changes=[_flip("m1", at=1000, mask=128)],
        ),
        Case(
            name="manifest-cut",
            about="the contents list is cut",
            layer="manifest",
            reason="does-not-open",
            changes=[{"file": "m1", "cut": 60}],
        ),
        Case(
            name="manifest-friendly-page",
            about="the host answers with a page of its own instead",
            layer="manifest",
            reason="does-not-open",
            changes=[_write("m1", b"<!doctype html><title>Not found</title>" * 3)],
        ),
        Case(
            name="manifest-of-other-site",
            about="the contents list of another site",
            layer="manifest",
            reason="does-not-open",
            changes=[_write("m1", _foreign_manifest(OTHER_KEY))],
        ),
        Case(
            name="manifest-of-other-epoch",
            about="the contents list of another epoch, under the same key",
            layer="manifest",
            reason="does-not-open",
            changes=[_write("m1", _foreign_manifest(replace(KEY, epoch=2)))],
        ),
        Case(
            name="manifest-is-a-blob",
            about="a blob in the place of the contents list",
            layer="manifest",
            reason="does-not-open",
            changes=[{"file": "m1", "copy": _picture(site)}],
        ),
    ]


def _signature_cases(contents: bytes) -> list[Case]:
    flipped = bytearray(_signed(contents))
    flipped[8 + 20] ^= 4
    frames = {
        "unsigned": ("there is no signature at all", frame(contents)),
        "signature-zero": ("the signature is zeros", frame(bytes(SIGNATURE_SIZE) + contents)),
        "signature-only-half": ("there are fewer than 64 bytes", frame(bytes(32))),
        "signature-flipped": ("one bit of the signature is another", bytes(flipped)),
        "signature-of-other-school": (
            "somebody else's key signed it",
            _signed(contents, signing_key=OTHER_SCHOOL),
        ),
        "signature-of-other-site": ("signed for another site", _signed(contents, site=OTHER_KEY.site)),
        "signature-of-other-epoch": ("signed for another epoch", _signed(contents, epoch=2)),
        "signature-of-other-contents": (
            "the school's signature of another contents list",
            frame(_signed(contents + b" ")[8 : 8 + SIGNATURE_SIZE] + contents),
        ),
    }
    return [
        Case(
            name=f"manifest-{name}",
            about=about,
            layer="manifest",
            reason="bad-signature",
            changes=[_write("m1", _seal_manifest(framed))],
        )
        for name, (about, framed) in frames.items()
    ]


def blob_cases(site: Site) -> list[Case]:
    """What can be wrong with one file; the others stay readable."""
    picture, home = _picture(site), _home(site)
    older = [
        file if file.path != "index.html" else replace(file, data=b"<h1>Last week</h1>") for file in FILES
    ]
    stale = next(iter(sorted(sealed_site(PUBLICATION, files=older).keys() - site.keys() - {"m1"})))
    stale_home = sealed_site(PUBLICATION, files=older)[stale]
    others = ("search.json", "e/7f3kq2ab.html")
    page = "index.html"
    return [
        Case(
            name="blob-no-such-path",
            about="a path that is not in the contents list",
            layer="blob",
            reason="no-such-path",
            read="nowhere.html",
            still=(page, *others),
        ),
        Case(
            name="blob-missing",
            about="the blob of the picture is not there",
            layer="blob",
            reason="missing",
            changes=[{"file": picture, "remove": True}],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-empty",
            about="the blob of the picture is empty",
            layer="blob",
            reason="truncated",
            changes=[{"file": picture, "cut": 0}],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-cut",
            about="the blob of the picture lacks its last byte",
            layer="blob",
            reason="truncated",
            changes=[{"file": picture, "cut": 4167}],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-longer",
            about="a byte follows the picture's blob",
            layer="blob",
            reason="does-not-open",
            changes=[{"file": picture, "append": "00"}],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-salt-flipped",
            about="one bit of the salt is another",
            layer="blob",
            reason="does-not-open",
            changes=[_flip(picture, at=3, mask=16)],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-commitment-flipped",
            about="one bit of the commitment is another",
            layer="blob",
            reason="does-not-open",
            changes=[_flip(picture, at=30, mask=16)],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-flipped",
            about="one bit of the padding's ciphertext is another",
            layer="blob",
            reason="does-not-open",
            changes=[_flip(picture, at=4000, mask=1)],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blob-tag-flipped",
            about="the last bit is another",
            layer="blob",
            reason="does-not-open",
            changes=[_flip(picture, at=4167, mask=1)],
            read="media/x3.webp",
            still=(page, *others),
        ),
        Case(
            name="blobs-swapped",
            about="the pack and the picture have changed places",
            layer="blob",
            reason="does-not-open",
            changes=[{"file": picture, "copy": home}, {"file": home, "copy": picture}],
            read=page,
            still=("search.json",),
        ),
        Case(
            name="blob-of-last-week",
            about="the sound blob of an older publication, under the newer one's name",
            layer="blob",
            reason="wrong-name",
            changes=[_write(home, stale_home)],
            read=page,
            still=others,
        ),
        *_crafted_blob_cases(site),
    ]


def _crafted_blob_cases(site: Site) -> list[Case]:
    value: Json = _listed(site)
    place = Place(kind="file", path="media/x3.webp", media_type="image/webp")
    padded = bytearray(frame(PICTURE))
    padded[-1] = 1
    long_frame = frame(PICTURE).ljust(frame_size(5000), b"\x00")
    beyond = (2**64 - 1).to_bytes(8, "big") + bytes(4088)
    frames = {
        "blob-padding": ("bad-frame", "the padding ends in a one", bytes(padded)),
        "blob-frame-too-long": ("bad-frame", "more padding than the length asks for", long_frame),
        "blob-length-beyond": ("bad-frame", "the length says more than there is", beyond),
        "blob-shorter-than-listed": (
            "wrong-length",
            "a sound part, shorter than listed",
            frame(PICTURE[:-1]),
        ),
    }
    cases: list[Case] = []
    for name, (reason, about, plaintext) in frames.items():
        blob = _seal_frame(plaintext, place=place)
        manifest = _seal_manifest(_signed(_as_text(_file(value, parts=[blob.name]))))
        cases.append(
            Case(
                name=name,
                about=about,
                layer="blob",
                reason=reason,
                changes=[_write(f"d/{blob.name}", blob.sealed), _write("m1", manifest)],
                read="media/x3.webp",
                still=("index.html",),
            )
        )
    first = value["packs"][0]
    packs = {
        "pack-longer-than-listed": compressed(bytes(first["size"] + 1)),
        "pack-shorter-than-listed": compressed(bytes(first["size"] - 1)),
        "pack-not-zlib": bytes(first["size"]),
        "pack-and-more": compressed(bytes(first["size"])) + b"\x00",
    }
    for name, data in packs.items():
        blob = seal_blob(data, place=Place(kind="pack", path=first["path"], media_type=PACK_TYPE), key=KEY)
        listed = {**value, "packs": [{**first, "blob": blob.name}, *value["packs"][1:]]}
        manifest = _seal_manifest(_signed(_as_text(listed)))
        cases.append(
            Case(
                name=name,
                about="an authentic pack that does not unpack to what is listed",
                layer="blob",
                reason="bad-pack",
                changes=[_write(f"d/{blob.name}", blob.sealed), _write("m1", manifest)],
                read="index.html",
                still=("media/x3.webp",),
            )
        )
    return cases


def primitives() -> Json:
    """Single steps of the format, for whoever writes a reader from the page alone."""
    place = Place(kind="file", path="media/x3.webp", media_type="image/webp")
    context = place_context(place, key=KEY)
    blob = seal_blob(b"hello", place=place, key=KEY)
    typed = [
        "Acorn, BANJO-cactus.\nDaisy 4 eagle\tfable",
        "  ACORN  ",
        "\uff41\uff43\uff4f\uff52\uff4e \ufb01g",
        "caf\u00e9 cafe\u0301",
        "one2three",
        "\u200bacorn\u00a0banjo\u2014cactus",
        "",
    ]
    lengths = [0, 1, 4087, 4088, 4089, 5000, 16_376, 100_000, 1_048_575, 1_048_576]
    return {
        "about": "single steps of docs/vault-format.md; bytes in hexadecimal",
        "content_key": KEY.content_key.hex(),
        "site": KEY.site,
        "epoch": KEY.epoch,
        "data_key": KEY.data_key.hex(),
        "manifest_key": KEY.manifest_key.hex(),
        "name_key": KEY.name_key.hex(),
        "salt_key": KEY.salt_key.hex(),
        "fields": [
            {"fields": ["kinfolio/1", "", "\u00e9"], "context": context_of("kinfolio/1", "", "\u00e9").hex()}
        ],
        "blob": {
            "kind": place.kind,
            "path": place.path,
            "media_type": place.media_type,
            "part": place.part,
            "parts": place.parts,
            "data": b"hello".hex(),
            "context": context.hex(),
            "salt": blob.sealed[:24].hex(),
            "commitment": blob.sealed[24:56].hex(),
            "name": blob.name,
            "sealed": _base64(blob.sealed),
        },
        "manifest_context": place_context(manifest_place(), key=KEY).hex(),
        "signature": {
            "seed": SIGNING.seed.hex(),
            "school": SIGNING.public.hex(),
            "contents": b"hello".hex(),
            "signature": SIGNING.sign(b"hello", site=KEY.site, epoch=KEY.epoch).hex(),
        },
        "slots": {
            "header": HEAD.as_bytes().hex(),
            "context": SLOTS_CONTEXT.hex(),
            "words": WORDS.text,
            "words_kek": words_kek(WORDS, salt=HEAD.salt, cost=COST).hex(),
            "link": LINK.text,
            "link_kek": link_kek(LINK, salt=HEAD.salt).hex(),
        },
        "canonical": [{"typed": text, "words": canonical(text)} for text in typed],
        "frames": [
            {
                "length": length,
                "frame": frame_size(length),
                "sealed": cobblestone.sealed_size(frame_size(length)),
            }
            for length in lengths
        ],
    }


def as_json(case: Case) -> Json:
    """A case as its file holds it."""
    value: dict[str, Json] = {"about": case.about, "base": "ok", "folder": case.folder}
    value["secret"] = dict(case.secret or {"link": LINK.text})
    value["changes"] = [dict(change) for change in case.changes]
    if case.remembered:
        value["remembered"] = dict(case.remembered)
    if case.read:
        value["read"] = case.read
        value["still"] = list(case.still)
    value["expect"] = {"layer": case.layer, "reason": case.reason}
    return value


def _flip(file: str, *, at: int, mask: int) -> dict[str, Json]:
    return {"file": file, "at": at, "xor": f"{mask:02x}"}


def _put(file: str, *, at: int, data: bytes) -> dict[str, Json]:
    return {"file": file, "at": at, "put": _base64(data)}


def _write(file: str, data: bytes) -> dict[str, Json]:
    return {"file": file, "write": _base64(data)}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(file: PlainFile) -> bytes:
    return file.data if isinstance(file.data, bytes) else file.data.read_bytes()


def _slot_of_link(site: Site) -> int:
    kek = link_kek(LINK, salt=HEAD.salt)
    for start in range(HEADER.size, len(site["slots"]), SLOT_SIZE):
        try:
            cobblestone.unseal(site["slots"][start : start + SLOT_SIZE], key=kek, context=SLOTS_CONTEXT)
        except cobblestone.SealBroken:
            continue
        return start
    raise AssertionError("the link opens no slot")


def _listed(site: Site) -> Json:
    return json.loads(_text_of(site))


def _picture(site: Site) -> str:
    return f"d/{_listed(site)['files']['media/x3.webp']['parts'][0]}"


def _home(site: Site) -> str:
    return f"d/{_listed(site)['packs'][0]['blob']}"


def _renamed(value: Json, *, to: str) -> Json:
    files = {to if path == "media/x3.webp" else path: entry for path, entry in value["files"].items()}
    return {**value, "files": files}


def _file(value: Json, **members: Json) -> Json:
    entry = {**value["files"]["media/x3.webp"], **members}
    return {**value, "files": {**value["files"], "media/x3.webp": entry}}


def _text_of(site: Site) -> bytes:
    return decompressed(unframe(_unseal_manifest(site["m1"]))[SIGNATURE_SIZE:])


def _as_text(value: Json) -> bytes:
    return compressed(json.dumps(value).encode())


def _signed(
    contents: bytes, *, signing_key: SigningKey = SIGNING, site: str = KEY.site, epoch: int = 1
) -> bytes:
    return frame(signing_key.sign(contents, site=site, epoch=epoch) + contents)


def _unseal_manifest(sealed: bytes) -> bytes:
    return cobblestone.unseal(sealed, key=KEY.manifest_key, context=place_context(manifest_place(), key=KEY))


def _seal_manifest(plaintext: bytes) -> bytes:
    context = place_context(manifest_place(), key=KEY)
    salt = salt_from(plaintext, salt_key=KEY.salt_key, context=context)
    return cobblestone.seal(plaintext, key=KEY.manifest_key, context=context, salt=salt)


def _foreign_manifest(key: SiteKey) -> bytes:
    *_, manifest = seal_site(FILES, key=key, signing_key=SIGNING, publication=PUBLICATION)
    return manifest.data


def _seal_frame(plaintext: bytes, *, place: Place) -> Blob:
    # A blob as a faulty writer would make it: authentic and rightly named around a frame that is none.
    context = place_context(place, key=KEY)
    salt = salt_from(plaintext, salt_key=KEY.salt_key, context=context)
    sealed = cobblestone.seal(plaintext, key=KEY.data_key, context=context, salt=salt)
    return Blob(name=blob_name(context, sealed=sealed, key=KEY), sealed=sealed)


if __name__ == "__main__":
    main()
