import hashlib
import re
from pathlib import Path

from generator.vault.blobs import seal_blob
from generator.vault.keys import Place, context_of, place_context
from generator.vault.padding import frame_size
from tests.vectors.sealing import KEY
from tests.vectors.write_vectors import primitives

PAGE = (Path(__file__).parents[2] / "docs" / "vault-format.md").read_text(encoding="utf-8")
EXAMPLE = re.sub(r"\s+", "", PAGE.split("## 12.")[1])


def test_the_page_shows_the_keys_it_should() -> None:
    key = KEY
    for name, value in (
        ("K_data", key.data_key),
        ("K_manifest", key.manifest_key),
        ("K_name", key.name_key),
        ("K_salt", key.salt_key),
    ):
        assert f"{name}{value.hex()}" in EXAMPLE


def test_the_page_shows_the_blob_it_should() -> None:
    place = Place(kind="file", path="media/x3.webp", media_type="image/webp")
    blob = seal_blob(b"hello", place=place, key=KEY)
    assert f"context{place_context(place, key=KEY).hex()}" in EXAMPLE
    assert f"salt{blob.sealed[:24].hex()}commitment{blob.sealed[24:56].hex()}name{blob.name}" in EXAMPLE
    assert f"{len(blob.sealed)}bytes,SHA-256{hashlib.sha256(blob.sealed).hexdigest()}" in EXAMPLE


def test_the_page_shows_the_slots_it_should() -> None:
    slots = primitives()["slots"]
    for value in slots.values():
        assert value.replace(" ", "") in EXAMPLE


def test_the_page_shows_the_signature_it_should() -> None:
    signature = primitives()["signature"]
    key = KEY
    signed = context_of("kinfolio/1", "signature", key.site, str(key.epoch), b"hello").hex()
    assert f"seed{signature['seed']}school{signature['school']}signed{signed}" in EXAMPLE
    assert f"signature{signature['signature']}" in EXAMPLE


def test_the_table_of_sizes_is_right() -> None:
    rows = re.findall(r"^\| (?:\d+ to )?(\d+)(?: \([a-z ]+\))? \| (\d+) \| (\d+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 4
    for length, framed, sealed in rows:
        assert frame_size(int(length)) == int(framed)
        assert 56 + int(framed) + 16 * (int(framed) // 16_384 + 1) == int(sealed)
