"""`python -m tests.benchmarks.floor CONTENT OUT PROCESSES`: the least that any builder of sealed sites must do.

Per student: read every text and take its front matter off, compress and seal the texts as one file, seal every small
photo by itself, write. No Markdown, no page, no letter, no check: nothing can be built for less.
"""

import os
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def main() -> None:
    """Does it for every student of a class, in that many processes."""
    plain, out, processes = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(partial(_seal_student, out=out), sorted(plain.iterdir())))


def _seal_student(plain: Path, *, out: Path) -> None:
    cipher, folder = AESGCM(os.urandom(32)), out / plain.name
    folder.mkdir(exist_ok=True)
    texts = [
        text.read_text(encoding="utf-8").split("---\n", 2)[-1]
        for text in sorted((plain / "content").glob("*.md"))
    ]
    _write(folder / "pages", zlib.compress("\n".join(texts).encode()), cipher)
    for photo in sorted((plain / "static").glob("*")):
        _write(folder / photo.name, photo.read_bytes(), cipher)


def _write(file: Path, data: bytes, cipher: AESGCM) -> None:
    nonce = os.urandom(12)
    file.write_bytes(nonce + cipher.encrypt(nonce, data, None))


if __name__ == "__main__":
    main()
