import base64
import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.vault.errors import VaultError
from generator.vault.links import LinkKey, link_key_from
from generator.vault.open import OpenedSite, Seen, open_site, refuse_older
from generator.vault.passphrase import Words, canonical, typed_words
from tests.vectors import write_vectors

VECTORS = Path(write_vectors.__file__).parent
REFUSALS = sorted(path.stem for path in (VECTORS / "vault").glob("*.json") if path.stem != "ok")


def read(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((VECTORS / "vault" / f"{name}.json").read_text(encoding="utf-8"))
    return value


def base_files() -> dict[str, bytes]:
    return {name: base64.b64decode(data) for name, data in read("ok")["files"].items()}


def changed(files: Mapping[str, bytes], changes: list[dict[str, Any]]) -> dict[str, bytes]:
    after = dict(files)
    for change in changes:
        file = change["file"]
        data = bytearray(after.get(file, b""))
        match change:
            case {"remove": True}:
                del after[file]
                continue
            case {"cut": length}:
                del data[length:]
            case {"append": more}:
                data += bytes.fromhex(more)
            case {"at": start, "xor": mask}:
                for at, bits in enumerate(bytes.fromhex(mask), start):
                    data[at] ^= bits
            case {"at": start, "put": put}:
                new = base64.b64decode(put)
                data[start : start + len(new)] = new
            case {"write": whole}:
                data = bytearray(base64.b64decode(whole))
            case {"copy": other}:
                data = bytearray(files[other])
            case _:
                pytest.fail(f"a change nobody knows: {sorted(change)}")
        after[file] = bytes(data)
    return after


def put_into(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def secret_of(value: Mapping[str, str], *, checked: bool) -> Words | LinkKey:
    if "link" in value:
        return link_key_from(value["link"])
    return typed_words(value["words"]) if checked else Words(canonical(value["words"]))


def open_with(folder: Path, secret: Mapping[str, str], *, checked: bool) -> OpenedSite:
    return open_site(folder, secret_of(secret, checked=checked))


@pytest.mark.parametrize("which", [0, 1], ids=["words", "link"])
def test_the_sound_site_opens(tmp_path: Path, which: int) -> None:
    vector = read("ok")
    folder = put_into(tmp_path / vector["folder"], base_files())
    site = open_with(folder, vector["secrets"][which], checked=False)
    expected = vector["expect"]
    publication = site.manifest.publication
    assert site.role.name.lower() == expected["role"]
    assert site.school.hex() == expected["school"]
    assert (site.key.site, site.key.epoch) == (expected["site"], expected["epoch"])
    assert publication.published.isoformat() == expected["published"]
    for name in ("generation", "edition", "label", "entry", "theme", "lock_after_minutes"):
        assert getattr(publication, name) == expected[name]
    siblings = [{"site": key.site, "epoch": key.epoch, "key": key.content_key.hex()} for key in site.siblings]
    assert siblings == expected["siblings"]
    assert sorted(site.paths) == sorted(expected["contents"])
    for file in site.manifest.files:
        assert file.media_type == expected["contents"][file.path]["type"]
        assert site.read(file.path) == base64.b64decode(expected["contents"][file.path]["data"])


@pytest.mark.parametrize("name", REFUSALS)
def test_what_is_wrong_is_refused_at_its_layer_for_its_reason(
    name: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    vector = read(name)
    expected = (vector["expect"]["layer"], vector["expect"]["reason"])
    checked = expected in {("words", "wrong-count"), ("words", "not-on-list")}
    if checked:
        request.getfixturevalue("word_list")
    folder = put_into(tmp_path / vector["folder"], changed(base_files(), vector["changes"]))
    folder.mkdir(exist_ok=True)
    if "remembered" in vector:
        site = open_with(folder, vector["secret"], checked=checked)
        with pytest.raises(VaultError) as refused:
            refuse_older(site, remembered=Seen(**vector["remembered"]))
    elif "read" not in vector:
        with pytest.raises(VaultError) as refused:
            open_with(folder, vector["secret"], checked=checked)
    else:
        site = open_with(folder, vector["secret"], checked=checked)
        with pytest.raises(VaultError) as refused:
            site.read(vector["read"])
        contents = read("ok")["expect"]["contents"]
        for path in vector["still"]:
            assert site.read(path) == base64.b64decode(contents[path]["data"])
    assert (refused.value.layer, refused.value.reason) == expected


def test_every_row_of_the_failures_in_the_format_has_a_vector() -> None:
    page = (VECTORS.parents[1] / "docs" / "vault-format.md").read_text(encoding="utf-8")
    table = page.split("## 10.")[1].split("## 11.")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("|") and "---" not in line]
    documented = {(layer.strip(), reason.strip(" `")) for layer, reason in rows[1:]}
    shown = {(expect["layer"], expect["reason"]) for expect in (read(name)["expect"] for name in REFUSALS)}
    # A file of 17 MiB is no vector; the tests of unsealing and of the page's reader make theirs on the spot.
    assert documented == shown | {("manifest", "too-long"), ("blob", "too-long")}


def test_the_vectors_are_what_the_script_writes() -> None:
    if "ng" in zlib.ZLIB_RUNTIME_VERSION:
        pytest.skip("zlib-ng compresses to other bytes, which readers do not mind")
    written = write_vectors.vectors()
    kept = {path.relative_to(VECTORS).as_posix() for path in VECTORS.rglob("*.json")}
    assert kept == set(written)
    for name, value in written.items():
        assert json.loads((VECTORS / name).read_text(encoding="utf-8")) == value, name


def test_there_are_vectors_enough_for_every_layer() -> None:
    layers = [read(name)["expect"]["layer"] for name in REFUSALS]
    assert len(layers) >= 150
    assert all(layers.count(layer) >= 6 for layer in ("words", "link", "slots", "manifest", "blob"))
