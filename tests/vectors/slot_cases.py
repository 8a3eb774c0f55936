"""What can be wrong before the contents list is read: words, link, header, slots."""

import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.vault.keys import raw_site_id
from generator.vault.links import LinkKey
from generator.vault.slots import ENTRY_HEAD, ENTRY_SIBLING, SlotsHeader, slot_context
from tests.vectors.sealing import (
    COST,
    HEAD,
    KEY,
    LINK,
    OTHER_KEY,
    OTHER_SCHOOL,
    SIGNING,
    Case,
    Site,
    flip,
    put,
    seal_slot,
    slot_of_link,
    write,
)

_LINK: Final = {"link": LINK.text}


def slot_cases(site: Site) -> Iterator[Case]:
    """Every case of this file."""
    yield from _secrets()
    yield from _headers()
    yield from _files(site)
    yield from _contents(site)
    yield from _transplants(site)


def _secrets() -> Iterator[Case]:
    links = {
        "link-of-another": (LinkKey(bytes(16)).text, "opens-nothing", "a whole link of somebody else"),
        "link-too-short": (LINK.text[:-1], "bad-link", "a link without its last character"),
        "link-too-long": (LINK.text + "A", "bad-link", "a link with a character more"),
        "link-other-alphabet": (
            "+" + LINK.text[1:],
            "bad-link",
            "a character of base64 that base64url has not",
        ),
        "link-padded": (LINK.text[:-2] + "==", "bad-link", "signs of equality at the end"),
        "link-turned-round": (LINK.text[::-1], "opens-nothing", "the right characters in another order"),
    }
    for name, (text, reason, about) in links.items():
        yield Case(name=name, about=about, layer="link", reason=reason, secret={"link": text})
    words = {
        "words-of-another": (
            "banjo acorn cactus daisy eagle fable",
            "opens-nothing",
            "six words of the list that open nothing",
        ),
        "words-in-another-order": (
            "fable eagle daisy cactus banjo acorn",
            "opens-nothing",
            "the right words, backwards",
        ),
        "words-one-twice": (
            "acorn banjo cactus daisy eagle eagle",
            "opens-nothing",
            "the last word is another one of them",
        ),
        "words-none": ("", "wrong-count", "nothing was typed"),
        "words-only-signs": ("1234 - !? 5678", "wrong-count", "no letter was typed"),
        "words-too-few": ("acorn banjo cactus daisy eagle", "wrong-count", "five words"),
        "words-too-many": ("acorn banjo cactus daisy eagle fable acorn", "wrong-count", "seven words"),
        "words-run-together": ("acornbanjocactusdaisyeaglefable", "not-on-list", "no spaces"),
        "words-not-on-list": (
            "acorn banjo cactsu daisy eagle fable",
            "not-on-list",
            "the third word is mistyped",
        ),
        "words-accented": ("ácorn banjo cactus daisy eagle fable", "not-on-list", "the first has an accent"),
        "words-of-another-script": (
            "асоrn banjo cactus daisy eagle fable",
            "not-on-list",
            "letters of another script that look alike",
        ),
    }
    for name, (typed, reason, about) in words.items():
        yield Case(name=name, about=about, layer="words", reason=reason, secret={"words": typed})


def _headers() -> Iterator[Case]:
    flips = {
        "slots-not-slots": (0, 2, "not-slots", "another magic"),
        "slots-magic-in-small-letters": (3, 32, "not-slots", "the magic's last letter is a small one"),
        "slots-newer-version": (4, 2, "unknown-version", "version 3 of the header"),
        "slots-version-zero": (4, 1, "unknown-version", "version 0 of the header"),
        "slots-other-count": (5, 2, "bad-header", "another number of slots"),
        "slots-other-size": (7, 2, "bad-header", "another size of slots"),
        "slots-epoch-zero": (11, 1, "bad-header", "epoch 0"),
        "slots-reserved-first": (50, 128, "bad-header", "the first reserved byte is not zero"),
        "slots-reserved": (63, 2, "bad-header", "the last reserved byte is not zero"),
        "slots-other-lanes": (23, 2, "cost-out-of-limits", "three lanes"),
        "slots-no-lanes": (23, 1, "cost-out-of-limits", "no lane"),
        "slots-other-site": (40, 2, "foreign-site", "the site id is not the folder's"),
        "slots-other-site-at-the-end": (49, 1, "foreign-site", "the site id's last bit is another"),
    }
    for name, (at, mask, reason, about) in flips.items():
        yield Case(
            name=name, about=about, layer="slots", reason=reason, changes=[flip("slots", at=at, mask=mask)]
        )
    costs = {
        "slots-too-cheap": replace(COST, memory_kib=19_455),
        "slots-no-memory": replace(COST, memory_kib=0),
        "slots-too-dear": replace(COST, memory_kib=262_145),
        "slots-all-the-memory": replace(COST, memory_kib=2**32 - 1),
        "slots-no-passes": replace(COST, passes=0),
        "slots-too-many-passes": replace(COST, passes=11),
        "slots-endless-passes": replace(COST, passes=2**32 - 1),
        "slots-many-lanes": replace(COST, lanes=2**32 - 1),
    }
    for name, cost in costs.items():
        fields = struct.pack(">III", cost.memory_kib, cost.passes, cost.lanes)
        yield Case(
            name=name,
            about=f"Argon2id with {cost.memory_kib} KiB, {cost.passes} passes, {cost.lanes} lanes",
            layer="slots",
            reason="cost-out-of-limits",
            changes=[put("slots", at=12, data=fields)],
        )
    bound = {
        "slots-salt-flipped": (24, 1, "one bit of the Argon2id salt is another; the link depends on it too"),
        "slots-salt-flipped-at-the-end": (39, 128, "the last bit of the salt is another"),
        "slots-cheaper": (19, 2, "another number of passes inside the limits"),
        "slots-dearer": (14, 1, "more memory, inside the limits"),
        "slots-other-epoch": (11, 3, "another epoch"),
    }
    for name, (at, mask, about) in bound.items():
        yield Case(
            name=name,
            about=f"{about}: the header is in every slot's context",
            layer="link",
            reason="opens-nothing",
            changes=[flip("slots", at=at, mask=mask)],
            secret=_LINK,
        )


def _files(site: Site) -> Iterator[Case]:
    cuts = {
        "slots-empty": (0, "not-slots", "the file slots is empty"),
        "slots-cut-to-its-magic": (4, "not-slots", "only the magic is left"),
        "slots-cut-to-its-version": (5, "bad-header", "magic and version are left"),
        "slots-cut-to-its-header": (64, "bad-header", "only the header is left"),
        "slots-cut-to-fewer": (64 + 8 * 512, "bad-header", "half of the slots are left"),
        "slots-cut": (8255, "bad-header", "the file slots lacks its last byte"),
    }
    for name, (length, reason, about) in cuts.items():
        yield Case(
            name=name, about=about, layer="slots", reason=reason, changes=[{"file": "slots", "cut": length}]
        )
    yield Case(
        name="slots-missing",
        about="there is no file slots",
        layer="slots",
        reason="missing",
        changes=[{"file": "slots", "remove": True}],
    )
    longer = {"slots-longer": b"\x00", "slots-one-more": bytes(512), "slots-twice": site["slots"]}
    for name, more in longer.items():
        yield Case(
            name=name,
            about=f"{len(more)} bytes follow the slots",
            layer="slots",
            reason="bad-header",
            changes=[{"file": "slots", "append": more.hex()}],
        )
    others = {
        "slots-friendly-page": write("slots", b"<!doctype html><title>Not found</title>".ljust(8256)),
        "slots-is-the-contents-list": {"file": "slots", "copy": "m1"},
    }
    for name, change in others.items():
        yield Case(
            name=name, about="another file in its place", layer="slots", reason="not-slots", changes=[change]
        )
    yield Case(
        name="slots-other-folder",
        about="a sound site in the folder of another",
        layer="slots",
        reason="foreign-site",
        folder=OTHER_KEY.site,
    )


def _contents(site: Site) -> Iterator[Case]:
    sound = ENTRY_HEAD.pack(1, 1, 0, KEY.content_key, SIGNING.public)
    sibling = ENTRY_SIBLING.pack(raw_site_id(OTHER_KEY.site), 0, OTHER_KEY.content_key)
    with_sibling = bytes([1, 1, 1]) + sound[3:]
    contents = {
        "slot-version-zero": (bytes([0]) + sound[1:], "unknown-version"),
        "slot-newer-version": (bytes([2]) + sound[1:], "unknown-version"),
        "slot-newest-version": (bytes([255]) + sound[1:], "unknown-version"),
        "slot-no-role": (bytes([1, 0]) + sound[2:], "bad-slot"),
        "slot-unknown-role": (bytes([1, 5]) + sound[2:], "bad-slot"),
        "slot-last-role": (bytes([1, 255]) + sound[2:], "bad-slot"),
        "slot-nine-siblings": (bytes([1, 1, 9]) + sound[3:], "bad-slot"),
        "slot-all-siblings": (bytes([1, 1, 255]) + sound[3:], "bad-slot"),
        "slot-sibling-epoch-zero": (with_sibling + sibling, "bad-slot"),
        "slot-sibling-of-zeros": (with_sibling, "bad-slot"),
        "slot-rest-not-zero": (sound + bytes(100) + b"\x01", "bad-slot"),
        "slot-rest-begins-with-one": (sound + b"\x01", "bad-slot"),
        "slot-rest-ends-with-one": (sound.ljust(439, b"\x00") + b"\x80", "bad-slot"),
    }
    at = slot_of_link(site)
    for name, (content, reason) in contents.items():
        yield Case(
            name=name,
            about="a slot that opens and holds what no slot may hold, or what another version put there",
            layer="slots",
            reason=reason,
            changes=[put("slots", at=at, data=seal_slot(content))],
            secret=_LINK,
        )
    keys = {
        "slot-other-content-key": (OTHER_KEY.content_key, SIGNING.public, "does-not-open"),
        "slot-other-school": (KEY.content_key, OTHER_SCHOOL.public, "bad-signature"),
        "slot-school-of-zeros": (KEY.content_key, bytes(32), "bad-signature"),
        "slot-school-that-is-no-key": (KEY.content_key, b"\xff" * 32, "bad-signature"),
    }
    for name, (content_key, school, reason) in keys.items():
        slot = seal_slot(ENTRY_HEAD.pack(1, 1, 0, content_key, school))
        yield Case(
            name=name,
            about="a slot with another key in it than the site's or the school's",
            layer="manifest",
            reason=reason,
            changes=[put("slots", at=at, data=slot)],
            secret=_LINK,
        )


def _transplants(site: Site) -> Iterator[Case]:
    at = slot_of_link(site)
    content = ENTRY_HEAD.pack(1, 1, 0, KEY.content_key, SIGNING.public)
    heads = {
        "slot-of-another-site": SlotsHeader(site=OTHER_KEY.site, epoch=1, salt=HEAD.salt, cost=COST),
        "slot-of-another-epoch": replace(HEAD, epoch=2),
        "slot-of-another-cost": replace(HEAD, cost=replace(COST, passes=2)),
        "slot-of-another-salt": replace(HEAD, salt=bytes(16)),
    }
    for name, head in heads.items():
        slot = seal_slot(content, context=slot_context(head.as_bytes(), site=head.site))
        yield Case(
            name=name,
            about="a sound slot of this keyholder, taken from behind another header",
            layer="link",
            reason="opens-nothing",
            changes=[put("slots", at=at, data=slot)],
            secret=_LINK,
        )
    damaged = {"salt": 0, "commitment": 24, "content": 56, "link-slot": 400, "tag": 511}
    for what, inside in damaged.items():
        name = "slots-link-slot-flipped" if what == "link-slot" else f"slot-{what}-flipped"
        yield Case(
            name=name,
            about="one bit of the link's slot is another",
            layer="link",
            reason="opens-nothing",
            changes=[flip("slots", at=at + inside)],
            secret=_LINK,
        )
    yield Case(
        name="slot-emptied",
        about="the link's slot is zeros",
        layer="link",
        reason="opens-nothing",
        changes=[put("slots", at=at, data=bytes(512))],
        secret=_LINK,
    )
    yield Case(
        name="slot-shifted",
        about="the link's slot begins a byte later",
        layer="link",
        reason="opens-nothing",
        changes=[put("slots", at=at, data=b"\x00" + site["slots"][at : at + 511])],
        secret=_LINK,
    )
