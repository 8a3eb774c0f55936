"""What can be wrong with the contents list: its seal, its frame, its signature, its words, its age."""

import gzip
import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.vault.keys import Place, SiteKey, place_context
from generator.vault.packs import compressed
from generator.vault.padding import frame, frame_size
from generator.vault.signing import SIGNATURE_SIZE
from generator.vault.site import manifest_place, seal_site
from tests.vectors.sealing import (
    FILES,
    GONE,
    KEY,
    OTHER_KEY,
    OTHER_SCHOOL,
    PUBLICATION,
    SIGNING,
    Case,
    Json,
    Site,
    blob_of,
    contents_list,
    flip,
    listed,
    renamed,
    seal_frame,
    signed,
    text_of,
    with_file,
    with_pack,
    write,
)

_BAD: Final = "bad-manifest"


def manifest_cases(site: Site) -> Iterator[Case]:
    """Every case of this file."""
    value, text = listed(site), text_of(site)
    for name, (reason, edited) in _edits(value).items():
        yield _case(name, reason, contents_list(edited), about="an authentic contents list against section 8")
    for name, data in _texts(text).items():
        yield _case(name, _BAD, seal_frame(signed(data)), about="an authentic contents list that is none")
    for name, (about, framed) in _signatures(compressed(text)).items():
        yield _case(name, "bad-signature", seal_frame(framed), about=about)
    for name, framed in _frames(signed(compressed(text))).items():
        yield _case(name, "bad-frame", seal_frame(framed), about="an authentic frame against section 7")
    yield from _seals(site)
    for name, epoch, generation in (("older", 1, 8), ("older-by-much", 1, 2**53 - 1), ("older-epoch", 2, 1)):
        yield Case(
            name=f"manifest-{name}",
            about="a sound publication, older than the one this device has seen",
            layer="manifest",
            reason="older",
            remembered={"epoch": epoch, "generation": generation},
        )


def _case(name: str, reason: str, sealed: bytes, *, about: str) -> Case:
    changes = [write("m1", sealed)]
    return Case(name=f"manifest-{name}", about=about, layer="manifest", reason=reason, changes=changes)


def _edits(value: Json) -> dict[str, tuple[str, Json]]:
    first, part = value["packs"][0], value["files"]["media/x3.webp"]["parts"][0]
    without = {
        name: {k: v for k, v in value.items() if k != name}
        for name in ("generation", "published", "edition", "label", "entry", "theme", "packs", "files")
    }
    paths = {
        "out": "../out.webp",
        "out-in-the-middle": "media/../../out.webp",
        "here": "media/./out.webp",
        "absolute": "/out.webp",
        "empty": "",
        "empty-segment": "media//out.webp",
        "ends-in-slash": "media/",
        "backslash": "media\\out.webp",
        "drive": "c:/out.webp",
        "star": "media/*.webp",
        "quote": 'media/".webp',
        "line-break": "media/a\nb.webp",
        "delete-sign": "media/a\x7f.webp",
        "ends-in-stop": "media/out.",
        "ends-in-space": "media/out.webp ",
        "windows": "media/AUX.webp",
        "windows-port": "media/lpt9",
        "theme": "theme/out.webp",
        "theme-itself": "theme",
        "not-nfc": "media/e\u0301.webp",
        "too-long": "media/" + "a" * 507,
        "too-long-in-bytes": "media/" + "é" * 254,
    }
    return {
        "newer-format": ("unknown-version", {**value, "format": "kinfolio/2"}),
        "no-format": ("unknown-version", {k: v for k, v in value.items() if k != "format"}),
        "format-is-a-number": ("unknown-version", {**value, "format": 1}),
        "other-site-inside": ("foreign-site", {**value, "site": OTHER_KEY.site}),
        "other-epoch-inside": ("foreign-site", {**value, "epoch": 2}),
        **{f"no-{name}": (_BAD, edited) for name, edited in without.items()},
        "entry-not-there": (_BAD, {**value, "entry": "nowhere.html"}),
        "theme-elsewhere": (_BAD, {**value, "theme": "../theme/"}),
        "theme-of-another-host": (_BAD, {**value, "theme": "https://elsewhere.example/theme/"}),
        "theme-without-folder": (_BAD, {**value, "theme": "theme/"}),
        "theme-too-deep": (_BAD, {**value, "theme": "theme/a/b/"}),
        "theme-without-slash": (_BAD, {**value, "theme": "theme/ab12"}),
        "date-that-is-none": (_BAD, {**value, "published": "2026-02-30"}),
        "date-too-short": (_BAD, {**value, "published": "2026-2-3"}),
        "date-with-time": (_BAD, {**value, "published": "2026-11-23T08:00"}),
        "generation-zero": (_BAD, {**value, "generation": 0}),
        "generation-negative": (_BAD, {**value, "generation": -7}),
        "generation-is-text": (_BAD, {**value, "generation": "7"}),
        "generation-too-large": (_BAD, {**value, "generation": 2**53}),
        "label-is-a-number": (_BAD, {**value, "label": 7}),
        "label-is-null": (_BAD, {**value, "label": None}),
        "fraction": (_BAD, {**value, "lock_after_minutes": 1.5}),
        "truth-for-number": (_BAD, {**value, "lock_after_minutes": True}),
        "minutes-negative": (_BAD, {**value, "lock_after_minutes": -1}),
        **{f"path-{name}": (_BAD, renamed(value, to=path)) for name, path in paths.items()},
        "path-case": (
            _BAD,
            {**value, "files": {**value["files"], "INDEX.html": value["files"]["index.html"]}},
        ),
        "files-a-list": (_BAD, {**value, "files": []}),
        "file-is-null": (_BAD, {**value, "files": {**value["files"], "media/x3.webp": None}}),
        "type-with-parameter": (_BAD, with_file(value, type="image/webp;x=y")),
        "type-in-capitals": (_BAD, with_file(value, type="image/WEBP")),
        "type-without-kind": (_BAD, with_file(value, type="webp")),
        "type-missing": (_BAD, with_file(value, type=GONE)),
        "part-missing-inside": (_BAD, with_file(value, parts=[])),
        "part-too-many": (_BAD, with_file(value, size=10, parts=[part, part])),
        "part-too-few": (_BAD, with_file(value, size=1_048_577)),
        "part-name": (_BAD, with_file(value, parts=["../../../../../../etc/passw"])),
        "part-name-in-capitals": (_BAD, with_file(value, parts=[part.upper()])),
        "part-name-too-short": (_BAD, with_file(value, parts=[part[:-1]])),
        "part-is-a-number": (_BAD, with_file(value, parts=[1])),
        "parts-are-text": (_BAD, with_file(value, parts=part)),
        "parts-missing": (_BAD, with_file(value, parts=GONE)),
        "size-missing": (_BAD, with_file(value, size=GONE)),
        "size-negative": (_BAD, with_file(value, size=-1)),
        "range-outside-pack": (_BAD, with_file(value, pack=0, offset=first["size"], length=1)),
        "range-negative": (_BAD, with_file(value, pack=0, offset=-1, length=1)),
        "range-without-length": (_BAD, with_file(value, pack=0, offset=0)),
        "pack-that-is-none": (_BAD, with_file(value, pack=99, offset=0, length=1)),
        "pack-before-the-first": (_BAD, with_file(value, pack=-1, offset=0, length=1)),
        "pack-too-large": (_BAD, with_pack(value, size=16_777_217)),
        "pack-without-size": (_BAD, with_pack(value, size=GONE)),
        "pack-without-blob": (_BAD, with_pack(value, blob=GONE)),
        "pack-elsewhere": (_BAD, with_pack(value, path="parcel/first")),
        "pack-out": (_BAD, with_pack(value, path="pack/../x")),
        "pack-name": (_BAD, with_pack(value, blob="slots")),
        "packs-not-a-list": (_BAD, {**value, "packs": {}}),
        "packs-of-null": (_BAD, {**value, "packs": [None]}),
    }


def _texts(text: bytes) -> dict[str, bytes]:
    raw = zlib.compressobj(wbits=-15)
    return {
        "not-json": compressed(b"{"),
        "no-text": compressed(b""),
        "json-list": compressed(b"[]"),
        "json-null": compressed(b"null"),
        "json-text": compressed(json.dumps("text").encode()),
        "json-and-more": compressed(text + b"{}"),
        "json-not-utf-8": compressed(text.replace(b"Asha", b"As\xffa")),
        "json-nan": compressed(text.replace(b'"lock_after_minutes":15', b'"lock_after_minutes":NaN')),
        "not-zlib": b"plain text",
        "nothing": b"",
        "gzip": gzip.compress(text, mtime=0),
        "deflate-alone": raw.compress(text) + raw.flush(),
        "zlib-cut": compressed(text)[:-5],
        "zlib-other-sum": compressed(text)[:-1] + bytes([compressed(text)[-1] ^ 1]),
        "zlib-and-more": compressed(text) + b"more",
        "zlib-too-large": compressed(bytes(16_777_217)),
    }


def _signatures(contents: bytes) -> dict[str, tuple[str, bytes]]:
    sound = bytearray(signed(contents))
    first, last = bytearray(sound), bytearray(sound)
    first[8] ^= 1
    last[8 + SIGNATURE_SIZE - 1] ^= 128
    signature = SIGNING.sign(contents, site=KEY.site, epoch=KEY.epoch)
    half = int.from_bytes(signature[32:], "little") + _ORDER
    return {
        "unsigned": ("there is no signature at all", frame(contents)),
        "nothing-inside": ("the frame is empty", frame(b"")),
        "signature-zero": ("the signature is zeros", frame(bytes(SIGNATURE_SIZE) + contents)),
        "signature-only-half": ("there are fewer than 64 bytes", frame(bytes(32))),
        "signature-flipped": ("the first bit of the signature is another", bytes(first)),
        "signature-flipped-at-the-end": ("the last bit of the signature is another", bytes(last)),
        "signature-second-form": (
            "the same signature with the group's order added, which RFC 8032 refuses",
            frame(signature[:32] + half.to_bytes(32, "little") + contents),
        ),
        "signature-behind": ("the signature stands behind the contents", frame(contents + signature)),
        "signature-of-other-school": ("somebody else's key signed it", signed(contents, by=OTHER_SCHOOL)),
        "signature-of-other-site": ("signed for another site", signed(contents, site=OTHER_KEY.site)),
        "signature-of-other-epoch": ("signed for another epoch", signed(contents, epoch=2)),
        "signature-of-other-contents": (
            "the school's signature of another contents list",
            frame(signed(contents + b" ")[8 : 8 + SIGNATURE_SIZE] + contents),
        ),
        "signature-and-more": ("a byte follows what was signed", frame(signature + contents + b"\x00")),
    }


_ORDER: Final = 2**252 + 27742317777372353535851937790883648493


def _frames(sound: bytes) -> dict[str, bytes]:
    one = bytearray(sound)
    one[-1] = 1
    return {
        "padding": bytes(one),
        "frame-too-long": sound.ljust(frame_size(5000), b"\x00"),
        "frame-too-short": sound[:4095],
        "frame-empty": b"",
        "length-beyond": (2**64 - 1).to_bytes(8, "big") + sound[8:],
        "length-of-one-more": (4089).to_bytes(8, "big") + sound[8:],
    }


def _seals(site: Site) -> Iterator[Case]:
    sound = signed(compressed(text_of(site)))
    place = manifest_place()
    foreign = {
        "of-other-site": _manifest_of(OTHER_KEY),
        "of-other-epoch": _manifest_of(replace(KEY, epoch=2)),
        "under-the-data-key": seal_frame(sound, key=KEY.data_key),
        "of-other-kind": _at(sound, replace(place, kind="file")),
        "of-other-path": _at(sound, replace(place, path="manifest2")),
        "of-other-type": _at(sound, replace(place, media_type="text/html")),
        "of-two-parts": _at(sound, replace(place, parts=2)),
    }
    for name, sealed in foreign.items():
        yield _case(name, "does-not-open", sealed, about="sound, and sealed for another place or key")
    changes = {
        "flipped": ("one bit of the ciphertext is another", flip("m1", at=1000, mask=128)),
        "salt-flipped": ("one bit of the salt is another", flip("m1", at=0)),
        "commitment-flipped": ("one bit of the commitment is another", flip("m1", at=40)),
        "tag-flipped": ("the last bit is another", flip("m1", at=len(site["m1"]) - 1)),
        "cut": ("the contents list is cut", {"file": "m1", "cut": 60}),
        "cut-by-one": ("the last byte is gone", {"file": "m1", "cut": len(site["m1"]) - 1}),
        "longer": ("a byte follows", {"file": "m1", "append": "00"}),
        "empty": ("the file is empty", {"file": "m1", "cut": 0}),
        "friendly-page": (
            "the host answers with a page of its own instead",
            write("m1", b"<!doctype html><title>Not found</title>" * 3),
        ),
        "is-a-blob": (
            "a blob in the place of the contents list",
            {"file": "m1", "copy": blob_of(listed(site), "media/x3.webp")},
        ),
        "is-the-slots": ("the slots in the place of the contents list", {"file": "m1", "copy": "slots"}),
    }
    for name, (about, change) in changes.items():
        yield Case(
            name=f"manifest-{name}",
            about=about,
            layer="manifest",
            reason="does-not-open",
            changes=[change],
        )
    yield Case(
        name="manifest-missing",
        about="there is no file m1",
        layer="manifest",
        reason="missing",
        changes=[{"file": "m1", "remove": True}],
    )
    yield Case(
        name="manifest-under-another-epoch",
        about="the sound contents list, under the name of the next epoch",
        layer="manifest",
        reason="missing",
        changes=[{"file": "m2", "copy": "m1"}, {"file": "m1", "remove": True}],
    )


def _at(framed: bytes, place: Place) -> bytes:
    return seal_frame(framed, context=place_context(place, key=KEY))


def _manifest_of(key: SiteKey) -> bytes:
    *_, manifest = seal_site(FILES, key=key, signing_key=SIGNING, publication=PUBLICATION)
    return manifest.data
