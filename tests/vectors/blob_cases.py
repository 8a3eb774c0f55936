"""What can be wrong with one file; the others stay readable."""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.vault import cobblestone
from generator.vault.blobs import seal_blob
from generator.vault.keys import Place, place_context
from generator.vault.manifest import PACK_TYPE
from generator.vault.packs import compressed
from generator.vault.padding import frame, frame_size
from tests.vectors.sealing import (
    FILES,
    KEY,
    OTHER_KEY,
    PICTURE,
    PICTURE_PATH,
    PICTURE_PLACE,
    SOUND_PATH,
    Case,
    Json,
    Site,
    blob_of,
    contents_list,
    flip,
    listed,
    named,
    seal_frame,
    sealed_site,
    with_file,
    with_pack,
    write,
)

_PAGE: Final = "index.html"
_OTHERS: Final = ("search.json", "e/7f3kq2ab.html")


def blob_cases(site: Site) -> Iterator[Case]:
    """Every case of this file."""
    value = listed(site)
    yield from _damage(site, value)
    yield from _exchanges(site, value)
    yield from _places(value)
    yield from _forgeries(site, value)
    yield from _frames(value)
    yield from _packs(value)


def _case(name: str, reason: str, *changes: Json, about: str, read: str = PICTURE_PATH) -> Case:
    still = (_PAGE, *_OTHERS) if read in {PICTURE_PATH, SOUND_PATH, "nowhere.html"} else (PICTURE_PATH,)
    return Case(name=name, about=about, layer="blob", reason=reason, changes=changes, read=read, still=still)


def _damage(site: Site, value: Json) -> Iterator[Case]:
    picture, sound = blob_of(value, PICTURE_PATH), blob_of(value, SOUND_PATH)
    yield _case("blob-no-such-path", "no-such-path", about="a path not in the list", read="nowhere.html")
    yield _case("blob-missing", "missing", {"file": picture, "remove": True}, about="the blob is not there")
    cuts = {"empty": 0, "cut-to-its-salt": 24, "cut-to-its-head": 56, "cut-to-the-least": 72, "cut": 4167}
    for name, length in cuts.items():
        about = f"{length} bytes are left of the picture's blob"
        yield _case(f"blob-{name}", "truncated", {"file": picture, "cut": length}, about=about)
    flips = {"salt": 3, "commitment": 30, "first": 56, "tag": 4167}
    for name, at in flips.items():
        about = f"bit {at * 8 + 4} is another"
        yield _case(f"blob-{name}-flipped", "does-not-open", flip(picture, at=at, mask=16), about=about)
    about = "one bit of the padding's ciphertext is another"
    yield _case("blob-flipped", "does-not-open", flip(picture, at=4000), about=about)
    about = "a byte follows the picture's blob"
    yield _case("blob-longer", "does-not-open", {"file": picture, "append": "00"}, about=about)
    # The sound has two chunks, of 16384 bytes and fewer.
    whole = site[sound]
    edge = 56 + 16_400
    chunks = {
        "chunk-gone": ("truncated", whole[:edge], "the last chunk is gone"),
        "chunk-cut": ("does-not-open", whole[: edge + 1000], "the last chunk is cut"),
        "first-chunk-gone": ("does-not-open", whole[:56] + whole[edge:], "the first chunk is gone"),
        "chunk-twice": ("does-not-open", whole[:edge] + whole[56:], "the first chunk is there twice"),
        "last-chunk-twice": ("does-not-open", whole + whole[edge:], "the last chunk is there twice"),
        "chunk-flipped": (
            "does-not-open",
            whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:],
            "its last bits",
        ),
    }
    for name, (reason, data, about) in chunks.items():
        yield _case(f"blob-{name}", reason, write(sound, data), about=about, read=SOUND_PATH)


def _exchanges(site: Site, value: Json) -> Iterator[Case]:
    picture, home, sound = (blob_of(value, path) for path in (PICTURE_PATH, _PAGE, SOUND_PATH))
    yield Case(
        name="blobs-swapped",
        about="the pack and the picture have changed places",
        layer="blob",
        reason="does-not-open",
        changes=[{"file": picture, "copy": home}, {"file": home, "copy": picture}],
        read=_PAGE,
        still=("search.json",),
    )
    for name, other in {"another-file": sound, "the-contents-list": "m1", "the-slots": "slots"}.items():
        about = "another file of the same site in its place"
        yield _case(f"blob-is-{name}", "does-not-open", {"file": picture, "copy": other}, about=about)
    friendly = b"<!doctype html><title>Not found</title>".ljust(4168)
    about = "the host answers with a page of its own instead"
    yield _case("blob-friendly-page", "does-not-open", write(picture, friendly), about=about)
    older = [file if file.path != _PAGE else replace(file, data=b"<h1>Last week</h1>") for file in FILES]
    stale = sealed_site(files=older)
    (stale_home,) = stale.keys() - site.keys()
    yield Case(
        name="blob-of-last-week",
        about="the sound blob of an older publication, under the newer one's name",
        layer="blob",
        reason="wrong-name",
        changes=[write(home, stale[stale_home])],
        read=_PAGE,
        still=_OTHERS,
    )


def _places(value: Json) -> Iterator[Case]:
    """The right content, sealed for another place, under a name that the contents list expects there."""
    places = {
        "kind": (replace(PICTURE_PLACE, kind="pack"), KEY),
        "path": (replace(PICTURE_PLACE, path="media/x4.webp"), KEY),
        "type": (replace(PICTURE_PLACE, media_type="text/html"), KEY),
        "part": (replace(PICTURE_PLACE, part=1), KEY),
        "parts": (replace(PICTURE_PLACE, parts=2), KEY),
        "site": (PICTURE_PLACE, replace(KEY, site=OTHER_KEY.site)),
        "epoch": (PICTURE_PLACE, replace(KEY, epoch=2)),
        "key": (PICTURE_PLACE, replace(OTHER_KEY, site=KEY.site, epoch=KEY.epoch)),
        "student": (PICTURE_PLACE, OTHER_KEY),
    }
    for name, (place, key) in places.items():
        sealed = seal_blob(PICTURE, place=place, key=key).sealed
        about = f"the right picture, sealed for another {name}"
        yield _listed(f"blob-of-another-{name}", "does-not-open", sealed, value, about=about)
    about = "the right picture, sealed under the contents list's key"
    context = place_context(PICTURE_PLACE, key=KEY)
    sealed = seal_frame(frame(PICTURE), key=KEY.manifest_key, context=context)
    yield _listed("blob-under-the-list-key", "does-not-open", sealed, value, about=about)


def _listed(name: str, reason: str, sealed: bytes, value: Json, *, about: str) -> Case:
    blob = named(sealed)
    contents = contents_list(with_file(value, parts=[blob.name]))
    return _case(name, reason, write(f"d/{blob.name}", blob.sealed), write("m1", contents), about=about)


def _forgeries(site: Site, value: Json) -> Iterator[Case]:
    """What somebody who holds the key and the host can make: it opens, and is not what the school signed."""
    picture = blob_of(value, PICTURE_PATH)
    context = place_context(PICTURE_PLACE, key=KEY)
    other = frame(bytes(reversed(PICTURE)))
    same_salt = cobblestone.seal(other, key=KEY.data_key, context=context, salt=site[picture][:24])
    same_content = cobblestone.seal(frame(PICTURE), key=KEY.data_key, context=context, salt=bytes(24))
    forged = {
        "forged": (
            "another picture, sealed under the right key",
            seal_frame(other, key=KEY.data_key, context=context),
        ),
        "forged-under-the-same-salt": ("another picture under the very salt of the right one", same_salt),
        "sealed-again": ("the right picture under another salt", same_content),
    }
    for name, (about, sealed) in forged.items():
        yield _case(f"blob-{name}", "wrong-name", write(picture, sealed), about=about)


def _frames(value: Json) -> Iterator[Case]:
    one, early = bytearray(frame(PICTURE)), bytearray(frame(PICTURE))
    one[-1] = 1
    early[8 + len(PICTURE)] = 1
    frames = {
        "padding": ("bad-frame", "the padding ends in a one", bytes(one)),
        "padding-begins-with-one": ("bad-frame", "the padding begins with a one", bytes(early)),
        "frame-too-long": (
            "bad-frame",
            "more padding than the length asks for",
            frame(PICTURE).ljust(frame_size(5000), b"\x00"),
        ),
        "length-beyond": (
            "bad-frame",
            "the length says more than there is",
            (2**64 - 1).to_bytes(8, "big") + bytes(4088),
        ),
        "length-just-beyond": (
            "bad-frame",
            "the length says one byte more than there is room for",
            (4089).to_bytes(8, "big") + bytes(4088),
        ),
        "shorter-than-listed": ("wrong-length", "a sound part, shorter than listed", frame(PICTURE[:-1])),
        "longer-than-listed": ("wrong-length", "a sound part, longer than listed", frame(PICTURE + b"\x00")),
        "nothing-in-it": ("wrong-length", "a sound part with nothing in it", frame(b"")),
    }
    context = place_context(PICTURE_PLACE, key=KEY)
    for name, (reason, about, framed) in frames.items():
        sealed = seal_frame(framed, key=KEY.data_key, context=context)
        yield _listed(f"blob-{name}", reason, sealed, value, about=about)


def _packs(value: Json) -> Iterator[Case]:
    first = value["packs"][0]
    raw = zlib.compressobj(wbits=-15)
    plain = bytes(first["size"])
    packs = {
        "longer-than-listed": compressed(plain + b"\x00"),
        "shorter-than-listed": compressed(plain[:-1]),
        "empty": compressed(b""),
        "not-zlib": plain,
        "nothing": b"",
        "deflate-alone": raw.compress(plain) + raw.flush(),
        "cut": compressed(plain)[:-1],
        "other-sum": compressed(plain)[:-1] + bytes([compressed(plain)[-1] ^ 1]),
        "and-more": compressed(plain) + b"\x00",
        "bomb": compressed(bytes(17 << 20)),
    }
    place = Place(kind="pack", path=first["path"], media_type=PACK_TYPE)
    for name, data in packs.items():
        blob = seal_blob(data, place=place, key=KEY)
        contents = contents_list(with_pack(value, blob=blob.name))
        yield _case(
            f"pack-{name}",
            "bad-pack",
            write(f"d/{blob.name}", blob.sealed),
            write("m1", contents),
            about="an authentic pack that does not unpack to what is listed",
            read=_PAGE,
        )
