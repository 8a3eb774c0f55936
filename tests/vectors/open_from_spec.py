"""A second reader, written from `docs/vault-format.md` alone: standard library and `cryptography`, nothing of ours.

    python open_from_spec.py FOLDER OUT < letter.txt

It opens a sealed site with the six words or the link of a letter, typed or piped in, checks everything that the page
demands, and writes the site's files. It is kept short so that it can be read in one sitting, and so that whoever has
the folder in twenty years needs no more than this.
"""

import base64
import hmac
import json
import re
import struct
import sys
import unicodedata
import zlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

MIB, MOST, LARGEST_PART = 1_048_576, 17 * 1_048_576, 1_082_472
WINDOWS = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


class RefusedError(Exception):
    """What was found is not what the format allows."""


def read(path: Path, most: int = MOST) -> bytes:
    with path.open("rb") as file:
        return file.read(most + 1)


def mac(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha512")


def expand(key: bytes, info: bytes, length: int = 32) -> bytes:
    first = mac(key, info + b"\1")
    return (first + mac(key, first + info + b"\2"))[:length]


def fields(*values: str | bytes) -> bytes:
    raw = [value.encode() if isinstance(value, str) else value for value in values]
    return b"".join(struct.pack(">I", len(value)) + value for value in raw)


def base32(raw: bytes) -> str:
    return base64.b32encode(raw).decode().lower().rstrip("=")


def unseal(sealed: bytes, key: bytes, context: bytes) -> bytes:
    """Section 3."""
    if not 72 <= len(sealed) <= MOST or (len(sealed) - 56) % 16400 < 16:
        raise RefusedError("cut or too long")
    label = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
    keys = expand(key, label + sealed[:24] + context, 76)
    if not hmac.compare_digest(keys[44:], sealed[24:56]):
        raise RefusedError("another key or another place")
    chunks = []
    for number, start in enumerate(range(56, len(sealed), 16400)):
        nonce = (int.from_bytes(keys[32:44], "big") ^ number).to_bytes(12, "big")
        try:
            chunks.append(AESGCM(keys[:32]).decrypt(nonce, sealed[start : start + 16400], None))
        except InvalidTag:
            raise RefusedError("damaged") from None
    return b"".join(chunks)


def unframe(framed: bytes) -> bytes:
    """Section 7."""
    length = int.from_bytes(framed[:8], "big")
    size = max(8 + length, 2)
    exponent = size.bit_length() - 1
    low = (1 << (exponent - exponent.bit_length())) - 1 if exponent > 1 else 0
    if len(framed) != max(4096, (size + low) & ~low) or any(framed[8 + length :]):
        raise RefusedError("bad frame")
    return framed[8 : 8 + length]


def inflate(data: bytes, most: int) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(data, most + 1)
    except zlib.error:
        raise RefusedError("does not unpack") from None
    if len(plain) > most or not unpacking.eof or unpacking.unused_data:
        raise RefusedError("does not unpack")
    return plain


def kek_of(secret: str, head: bytes) -> bytes:
    """Sections 5 and 6: the key that words or a link make."""
    memory, passes, lanes = struct.unpack(">III", head[12:24])
    salt = head[24:40]
    if "k=" in secret:
        key = secret.strip().rpartition("k=")[2]
        if not re.fullmatch(r"[A-Za-z0-9_-]{22}", key):
            raise RefusedError("the link is incomplete")
        return expand(mac(salt, base64.urlsafe_b64decode(key + "==")), b"kinfolio/1 slot link")
    lower = unicodedata.normalize("NFKC", secret).lower()
    words = "".join(letter if unicodedata.category(letter)[0] == "L" else " " for letter in lower).split()
    stretching = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
    tag = stretching.derive(" ".join(words).encode())
    return expand(mac(bytes(64), tag), b"kinfolio/1 slot words")


def open_slots(slots: bytes, secret: str) -> tuple[str, int, bytes, bytes]:
    """Section 5: site id, epoch, content key, and the school's public key."""
    head = slots[:64]
    if len(slots) != 8256 or head[:8] != b"KFSL\1\x10\2\0" or any(head[50:]):
        raise RefusedError("not a slots file")
    epoch, memory, passes, lanes = struct.unpack(">IIII", head[8:24])
    if not (epoch and 19456 <= memory <= 262144 and 1 <= passes <= 10 and lanes == 1):
        raise RefusedError("a cost outside the limits")
    site, kek = base32(head[40:50]), kek_of(secret, head)
    for start in range(64, 8256, 512):
        try:
            slot = unseal(slots[start : start + 512], kek, fields("kinfolio/1", "slot", site, head))
        except RefusedError:
            continue
        if slot[0] != 1 or not 1 <= slot[1] <= 4 or slot[2] > 8 or any(slot[67 + 46 * slot[2] :]):
            raise RefusedError("a slot against the rules")
        return site, epoch, slot[3:35], slot[35:67]
    raise RefusedError("these words or this link open nothing here")


def check_path(path: str) -> None:
    """Section 8."""
    for segment in path.split("/"):
        bad = (
            segment in {"", ".", ".."} or segment[-1] in ". " or re.search(r'[\\:*?"<>|\0-\x1f\x7f]', segment)
        )
        if bad or segment.partition(".")[0].lower() in WINDOWS:
            raise RefusedError("a path against the rules")
    changed = unicodedata.normalize("NFC", path) != path
    if changed or len(path.encode()) > 512 or path[:6] in {"theme", "theme/"}:
        raise RefusedError("a path against the rules")


def read_site(folder: Path, secret: str) -> dict[str, bytes]:
    """Every file of the site, by path. Raises RefusedError."""
    site, epoch, content, school = open_slots(read(folder / "slots", 8256), secret)
    if re.fullmatch("[a-z2-7]{16}", folder.resolve().name) and folder.resolve().name != site:
        raise RefusedError("the key file of another portfolio")
    keys = {use: expand(content, f"kinfolio/1 {use}".encode()) for use in ("data", "manifest", "name")}

    def place(kind: str, path: str, media_type: str, part: int = 0, parts: int = 1) -> bytes:
        return fields("kinfolio/1", kind, site, str(epoch), path, media_type, str(part), str(parts))

    def blob(name: str, context: bytes, most: int = MOST) -> bytes:
        if not re.fullmatch("[a-z2-7]{26}", name):
            raise RefusedError("a name against the rules")
        sealed = read(folder / "d" / name, most)
        plaintext = unseal(sealed, keys["data"], context)
        if base32(hmac.digest(keys["name"], context + sealed, "sha256")[:16]) != name:
            raise RefusedError("a blob of another publication")
        return unframe(plaintext)

    context = place("manifest", "manifest", "application/json")
    data = unframe(unseal(read(folder / f"m{epoch}"), keys["manifest"], context))
    try:
        signed = fields("kinfolio/1", "signature", site, str(epoch), data[64:])
        Ed25519PublicKey.from_public_bytes(school).verify(data[:64], signed)
    except InvalidSignature:
        raise RefusedError("not signed by the school") from None
    listed = json.loads(inflate(data[64:], 16 * MIB))
    if (listed["format"], listed["site"], listed["epoch"]) != ("kinfolio/1", site, epoch):
        raise RefusedError("the contents list of another site or version")
    packs = []
    for pack in listed["packs"]:
        packs.append(inflate(blob(pack["blob"], place("pack", pack["path"], "application/zlib")), 16 * MIB))
        if len(packs[-1]) != pack["size"]:
            raise RefusedError("a pack of another length")
    files = {}
    for path, file in listed["files"].items():
        check_path(path)
        if "pack" in file:
            files[path] = packs[file["pack"]][file["offset"] :][: file["length"]]
        else:
            names, kind = file["parts"], file["type"]
            where = (place("file", path, kind, at, len(names)) for at in range(len(names)))
            parts = [blob(name, next(where), LARGEST_PART) for name in names]
            files[path] = b"".join(parts)
            if any(len(part) != MIB for part in parts[:-1]):
                raise RefusedError("a part of another length")
        if len(files[path]) != file.get("size", file.get("length")):
            raise RefusedError("a file of another length")
    return files


if __name__ == "__main__":
    source, out = map(Path, sys.argv[1:])
    for name, data in read_site(source, sys.stdin.read()).items():
        out.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        out.joinpath(name).write_bytes(data)
