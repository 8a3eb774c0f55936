"""One blob: a frame sealed in its place, under a name that only its content, place and key can give."""

import hmac
from dataclasses import dataclass

from generator.vault import cobblestone
from generator.vault.errors import DamagedBlob, ForeignFile
from generator.vault.keys import Place, SiteKey, base32, place_context, salt_from
from generator.vault.padding import SMALLEST_FRAME, BadFrame, frame, unframe

_SMALLEST_BLOB = cobblestone.sealed_size(SMALLEST_FRAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """A sealed blob and its name, without the folder."""

    name: str
    sealed: bytes


def blob_name(context: bytes, *, sealed: bytes, key: SiteKey) -> str:
    """The name of a sealed blob in its context: 26 characters that tell nothing without the key."""
    mac = hmac.new(key.name_key, context, "sha256")
    mac.update(sealed)
    return base32(mac.digest()[:16])


def seal_blob(data: bytes, *, place: Place, key: SiteKey) -> Blob:
    """The blob for this data in this place; the same again for the same."""
    context = place_context(place, key=key)
    plaintext = frame(data)
    salt = salt_from(plaintext, salt_key=key.salt_key, context=context)
    sealed = cobblestone.seal(plaintext, key=key.data_key, context=context, salt=salt)
    return Blob(name=blob_name(context, sealed=sealed, key=key), sealed=sealed)


def open_blob(blob: Blob, *, place: Place, key: SiteKey) -> bytes:
    """The data, after every check. Raises DamagedBlob or ForeignFile; messages name the blob and never its place."""
    if len(blob.sealed) < _SMALLEST_BLOB or not cobblestone.has_message_length(len(blob.sealed)):
        raise DamagedBlob(f"the file d/{blob.name} is cut", reason="truncated")
    context = place_context(place, key=key)
    try:
        plaintext = cobblestone.unseal(blob.sealed, key=key.data_key, context=context)
    except cobblestone.SealBroken as broken:
        raise DamagedBlob(
            f"the file d/{blob.name} is damaged, or belongs in another place", reason="does-not-open"
        ) from broken
    # What an older publication, or whoever else holds the key, put in this place opens just as well. The name tells.
    if not hmac.compare_digest(blob_name(context, sealed=blob.sealed, key=key), blob.name):
        raise ForeignFile(
            f"the file d/{blob.name} is of another publication", layer="blob", reason="wrong-name"
        )
    try:
        return unframe(plaintext)
    except BadFrame as broken:
        raise DamagedBlob(f"the file d/{blob.name} is damaged", reason="bad-frame") from broken
