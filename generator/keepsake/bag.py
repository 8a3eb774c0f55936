"""BagIt (RFC 8493): checksums beside the files, so that anybody can see in twenty years that nothing was lost."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.keepsake.files import KeptFile, text_file

PAYLOAD: Final = "data/"
MARK: Final = "bagit.txt"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"


def bagged(files: Iterable[KeptFile], *, facts: Iterable[tuple[str, str]]) -> tuple[KeptFile, ...]:
    """The files in the order of their paths, with the bag's own files among them.

    `facts` are the lines of `bag-info.txt`, a label and what it says. What lies below `data/` is the bag's payload and
    stands in `manifest-sha256.txt`; everything else stands in `tagmanifest-sha256.txt`.
    """
    given = sorted(files, key=lambda file: file.path)
    sums = {file.path: (_digest(file), _size(file)) for file in given}
    payload = {path: found for path, found in sums.items() if path.startswith(PAYLOAD)}
    oxum = f"{sum(size for _, size in payload.values())}.{len(payload)}"
    own = [
        text_file(MARK, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        text_file("bag-info.txt", _lines((*facts, ("Payload-Oxum", oxum)))),
        text_file(MANIFEST, _manifest({path: digest for path, (digest, _) in payload.items()})),
    ]
    tags = {path: digest for path, (digest, _) in sums.items() if path not in payload}
    tags |= {file.path: _digest(file) for file in own}
    everything = (*given, *own, text_file(TAG_MANIFEST, _manifest(tags)))
    return tuple(sorted(everything, key=lambda file: file.path))


def _lines(facts: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{label}: {' '.join(said.split())}\n" for label, said in facts if said.strip())


def _manifest(digests: dict[str, str]) -> str:
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))


def _digest(file: KeptFile) -> str:
    if isinstance(file.data, Path):
        with file.data.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    return hashlib.sha256(file.data).hexdigest()


def _size(file: KeptFile) -> int:
    return file.data.stat().st_size if isinstance(file.data, Path) else len(file.data)
