"""The contents list as JSON: written canonically, read with every rule checked."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from generator.vault.errors import DamagedManifest, ForeignFile, UnknownVersion
from generator.vault.keys import FORMAT, SiteKey
from generator.vault.manifest import (
    LARGEST_PACK,
    PACK_PREFIX,
    Manifest,
    PackedFile,
    PackEntry,
    PartedFile,
    Publication,
    part_count,
)
from generator.vault.paths import is_blob_name, is_media_type, is_safe_path, is_theme_folder

_LARGEST_NUMBER: Final = 2**53 - 1
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def manifest_text(manifest: Manifest) -> bytes:
    """UTF-8 JSON with sorted members and no spaces: the same list gives the same bytes."""
    publication = manifest.publication
    value = {
        "format": FORMAT,
        "site": manifest.site,
        "epoch": manifest.epoch,
        "generation": publication.generation,
        "published": publication.published.isoformat(),
        "edition": publication.edition,
        "label": publication.label,
        "entry": publication.entry,
        "theme": publication.theme,
        "lock_after_minutes": publication.lock_after_minutes,
        "packs": [{"path": pack.path, "blob": pack.blob, "size": pack.size} for pack in manifest.packs],
        "files": {file.path: _file_value(file) for file in manifest.files},
    }
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def manifest_from(text: bytes, *, key: SiteKey) -> Manifest:
    """The contents list, checked. Raises DamagedManifest, UnknownVersion or ForeignFile."""
    try:
        value = json.loads(text.decode(), object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError) as broken:
        raise _bad("it is not JSON") from broken
    if not isinstance(value, dict):
        raise _bad("it is not a list of contents")
    if value.get("format") != FORMAT:
        raise UnknownVersion("the portfolio was made by a newer Kinfolio", layer="manifest")
    if (_text(value, "site"), _number(value, "epoch")) != (key.site, key.epoch):
        raise ForeignFile(
            "the contents list is of another portfolio", layer="manifest", reason="foreign-site"
        )
    packs = tuple(_pack(entry) for entry in _list(value, "packs"))
    files = tuple(_file(path, entry, packs=packs) for path, entry in _object(value, "files").items())
    paths = {file.path for file in files}
    if len({path.lower() for path in paths}) != len(paths):
        raise _bad("two paths differ only in case")
    publication = _publication(value)
    if publication.entry not in paths:
        raise _bad("the first page is not among the files")
    return Manifest(site=key.site, epoch=key.epoch, publication=publication, packs=packs, files=files)


def _file_value(file: PackedFile | PartedFile) -> dict[str, Any]:
    match file:
        case PackedFile():
            return {"type": file.media_type, "pack": file.pack, "offset": file.offset, "length": file.length}
        case PartedFile():
            return {"type": file.media_type, "size": file.size, "parts": list(file.parts)}


def _publication(value: dict[str, Any]) -> Publication:
    published, theme, generation = (
        _text(value, "published"),
        _text(value, "theme"),
        _number(value, "generation"),
    )
    if not is_theme_folder(theme):
        raise _bad("its theme is not a theme's folder")
    if generation == 0 or _DATE.fullmatch(published) is None:
        raise _bad("its generation or date is none")
    try:
        day = date.fromisoformat(published)
    except ValueError as broken:
        raise _bad("its generation or date is none") from broken
    return Publication(
        generation=generation,
        published=day,
        edition=_text(value, "edition"),
        label=_text(value, "label"),
        entry=_text(value, "entry"),
        theme=theme,
        lock_after_minutes=_number(value, "lock_after_minutes"),
    )


def _pack(entry: object) -> PackEntry:
    value = _as_object(entry)
    pack = PackEntry(path=_text(value, "path"), blob=_text(value, "blob"), size=_number(value, "size"))
    if not (pack.path.startswith(PACK_PREFIX) and is_safe_path(pack.path)):
        raise _bad("a pack's path is against the rules")
    if not is_blob_name(pack.blob) or pack.size > LARGEST_PACK:
        raise _bad("a pack's name or size is against the rules")
    return pack


def _file(path: str, entry: object, *, packs: tuple[PackEntry, ...]) -> PackedFile | PartedFile:
    value = _as_object(entry)
    media_type = _text(value, "type")
    if not is_safe_path(path) or not is_media_type(media_type):
        raise _bad("a file's path or type is against the rules")
    if "pack" in value:
        packed = PackedFile(
            path=path,
            media_type=media_type,
            pack=_number(value, "pack"),
            offset=_number(value, "offset"),
            length=_number(value, "length"),
        )
        if packed.pack >= len(packs) or packed.offset + packed.length > packs[packed.pack].size:
            raise _bad("a file is not inside its pack")
        return packed
    parts: list[Any] = _list(value, "parts")
    size = _number(value, "size")
    if len(parts) != part_count(size) or not all(
        isinstance(name, str) and is_blob_name(name) for name in parts
    ):
        raise _bad("a file's parts are against the rules")
    return PartedFile(path=path, media_type=media_type, size=size, parts=tuple(parts))


def _text(value: dict[str, Any], name: str) -> str:
    member = value.get(name)
    if not isinstance(member, str):
        raise _bad(f"{name} is not a text")
    return member


def _number(value: dict[str, Any], name: str) -> int:
    member = value.get(name)
    if type(member) is not int or not 0 <= member <= _LARGEST_NUMBER:
        raise _bad(f"{name} is not a number that counts")
    return member


def _list(value: dict[str, Any], name: str) -> list[Any]:
    member = value.get(name)
    if not isinstance(member, list):
        raise _bad(f"{name} is not a list")
    return member


def _object(value: dict[str, Any], name: str) -> dict[str, Any]:
    return _as_object(value.get(name))


def _as_object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _bad("a member has another shape")
    return value


def _without_repeats(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = list(pairs)
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("a member stands twice")
    return value


def _bad(what: str) -> DamagedManifest:
    return DamagedManifest(
        f"the contents list is damaged: {what}", reason="bad-manifest", hint="download the portfolio again"
    )
