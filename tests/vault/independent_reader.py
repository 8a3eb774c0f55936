"""A second reader, written from `docs/vault-format.md` alone: standard library and `cryptography`, nothing of ours.

    python tests/vault/independent_reader.py FOLDER LINK-KEY OUT

It opens a site by its link and writes its files. It is kept short so that it can be read in one sitting, and so that
whoever has the folder in twenty years needs no more than this.
"""

import base64
import hashlib
import hmac
import json
import struct
import sys
import zlib
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def mac(key: bytes, data: bytes) -> bytes:
    return hmac.digest(key, data, "sha512")


def expand(key: bytes, info: bytes, length: int = 32) -> bytes:
    block, out = b"", b""
    for number in range(1, 255):
        block = mac(key, block + info + bytes([number]))
        out += block
        if len(out) >= length:
            break
    return out[:length]


def fields(*values: str | bytes) -> bytes:
    raw = [value.encode() if isinstance(value, str) else value for value in values]
    return b"".join(struct.pack(">I", len(value)) + value for value in raw)


def unseal(sealed: bytes, key: bytes, context: bytes) -> bytes:
    if len(sealed) < 72 or (len(sealed) - 56) % 16400 < 16:
        raise ValueError("cut")
    label = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0"
    keys = expand(key, label + sealed[:24] + context, 76)
    if not hmac.compare_digest(keys[44:], sealed[24:56]):
        raise ValueError("another key, place or salt")
    plain = b""
    for number, start in enumerate(range(56, len(sealed), 16400)):
        nonce = (int.from_bytes(keys[32:44], "big") ^ number).to_bytes(12, "big")
        plain += AESGCM(keys[:32]).decrypt(nonce, sealed[start : start + 16400], None)
    return plain


def unframe(framed: bytes) -> bytes:
    length = int.from_bytes(framed[:8], "big")
    size = max(8 + length, 2)
    exponent = size.bit_length() - 1
    low = (1 << (exponent - exponent.bit_length())) - 1 if exponent > 1 else 0
    if len(framed) != max(4096, (size + low) & ~low) or any(framed[8 + length :]):
        raise ValueError("bad frame")
    return framed[8 : 8 + length]


def content_key(slots: bytes, link: bytes) -> tuple[str, int, bytes]:
    head = slots[:64]
    magic, version, count, size, epoch = struct.unpack(">4sBBHI", head[:12])
    if (magic, version, count, size, len(slots)) != (b"KFSL", 1, 16, 512, 8256) or any(head[50:]):
        raise ValueError("not a slots file")
    site = base64.b32encode(head[40:50]).decode().lower()
    kek = expand(mac(head[24:40], link), b"kinfolio/1 slot link")
    for start in range(64, 8256, 512):
        try:
            slot = unseal(slots[start : start + 512], kek, fields("kinfolio/1", "slot", site, head))
        except (ValueError, InvalidTag):
            continue
        return site, epoch, slot[3:35]
    raise ValueError("the link opens nothing")


def read_site(folder: Path, link: bytes) -> dict[str, bytes]:
    """Every file of the site, by path."""
    site, epoch, content = content_key((folder / "slots").read_bytes(), link)
    keys = {use: expand(content, f"kinfolio/1 {use}".encode()) for use in ("data", "manifest", "name")}

    def place(kind: str, path: str, media_type: str, part: int = 0, parts: int = 1) -> bytes:
        return fields("kinfolio/1", kind, site, str(epoch), path, media_type, str(part), str(parts))

    def blob(name: str, context: bytes) -> bytes:
        sealed = (folder / "d" / name).read_bytes()
        tag = hmac.digest(keys["name"], context + sealed[:24], hashlib.sha256)[:16]
        if base64.b32encode(tag).decode().lower().rstrip("=") != name:
            raise ValueError("another version's blob")
        return unframe(unseal(sealed, keys["data"], context))

    sealed = (folder / f"m{epoch}").read_bytes()
    context = place("manifest", "manifest", "application/json")
    listed = json.loads(zlib.decompress(unframe(unseal(sealed, keys["manifest"], context))))
    packs = [
        zlib.decompress(blob(p["blob"], place("pack", p["path"], "application/zlib")))
        for p in listed["packs"]
    ]
    files = {}
    for path, file in listed["files"].items():
        if "pack" in file:
            files[path] = packs[file["pack"]][file["offset"] :][: file["length"]]
        else:
            parts = file["parts"]
            contexts = [place("file", path, file["type"], part, len(parts)) for part in range(len(parts))]
            files[path] = b"".join(blob(name, context) for name, context in zip(parts, contexts, strict=True))
    return files


if __name__ == "__main__":
    source, link_text, out = sys.argv[1:]
    for name, data in read_site(Path(source), base64.urlsafe_b64decode(link_text + "==")).items():
        target = Path(out, name).resolve()
        if not target.is_relative_to(Path(out).resolve()):
            sys.exit("a path leads out of the folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
