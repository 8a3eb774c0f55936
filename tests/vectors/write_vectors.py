"""Writes the vectors of the vault format: a tiny sealed site, and everything that may be wrong with it.

    python tests/vectors/write_vectors.py

Both readers, in Python and in the page, must open the first and refuse the others at the layer and for the reason
given. All keys here are public and serve nothing else. `README.md` beside this file says how a vector is read.
"""

import json
from pathlib import Path
from typing import Final

from generator.vault import cobblestone
from generator.vault.blobs import seal_blob
from generator.vault.keys import context_of, place_context
from generator.vault.padding import frame_size
from generator.vault.passphrase import canonical
from generator.vault.site import manifest_place
from generator.vault.slots import link_kek, words_kek
from tests.vectors.blob_cases import blob_cases
from tests.vectors.manifest_cases import manifest_cases
from tests.vectors.sealing import (
    COST,
    FILES,
    HEAD,
    KEY,
    LINK,
    OTHER_KEY,
    PICTURE_PLACE,
    PUBLICATION,
    SIGNING,
    SLOTS_CONTEXT,
    WORDS,
    Case,
    Json,
    Site,
    base64_of,
    bytes_of,
    sealed_site,
)
from tests.vectors.slot_cases import slot_cases

HERE: Final = Path(__file__).parent


def main() -> None:
    """Writes every vector beside this script, and takes away those that are none any more."""
    written = vectors()
    for path in (HERE / "vault").glob("*.json"):
        if f"vault/{path.name}" not in written:
            path.unlink()
    for name, value in written.items():
        text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")


def vectors() -> dict[str, Json]:
    """Every vector, by path relative to this folder."""
    site = sealed_site()
    written: dict[str, Json] = {"primitives.json": primitives(), "vault/ok.json": sound(site)}
    for case in (*slot_cases(site), *manifest_cases(site), *blob_cases(site)):
        if f"vault/{case.name}.json" in written:
            raise ValueError(f"two vectors are called {case.name}")
        written[f"vault/{case.name}.json"] = as_json(case)
    return written


def sound(site: Site) -> Json:
    """The vector of a site that opens."""
    return {
        "about": "a sound site; its words and its link open it",
        "folder": KEY.site,
        "secrets": [{"words": "Acorn, BANJO-cactus.\nDaisy 4 eagle\tfable"}, {"link": LINK.text}],
        "files": {name: base64_of(data) for name, data in sorted(site.items())},
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
                file.path: {"type": file.media_type, "data": base64_of(bytes_of(file))} for file in FILES
            },
        },
    }


def primitives() -> Json:
    """Single steps of the format, for whoever writes a reader from the page alone."""
    place = PICTURE_PLACE
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
            "sealed": base64_of(blob.sealed),
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


if __name__ == "__main__":
    main()
