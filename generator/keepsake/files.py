"""One file of an open edition: where it lies in there, and what is in it."""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """`path` is relative to the folder, with forward slashes. `data` is bytes, or the file to copy."""

    path: str
    data: bytes | Path

    def read(self) -> bytes:
        """The bytes, wherever they are."""
        return self.data.read_bytes() if isinstance(self.data, Path) else self.data


def text_file(path: str, text: str) -> KeptFile:
    """A text file in UTF-8, its lines ending as everywhere but on Windows, and readable there too."""
    return KeptFile(path=path, data=text.encode())


def safe_name(text: str) -> str:
    """A name that every system can hold, Windows included, close to the text. Never empty."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(sign if _may_stand(sign) else "-" for sign in composed)
    name = " ".join(kept.split()).strip(". -")[:_LONGEST].rstrip(". -")
    if name.split(".", maxsplit=1)[0].upper() in _DEVICES:
        name = f"_{name}"
    return name or "portfolio"


_LONGEST: Final = 60
_DEVICES: Final = frozenset(
    {
        *("CON", "PRN", "AUX", "NUL"),
        *(f"COM{number}" for number in range(10)),
        *(f"LPT{number}" for number in range(10)),
    }
)
_FORBIDDEN: Final = frozenset('<>:"/\\|?*')


def _may_stand(sign: str) -> bool:
    # Joiners are part of how some scripts are written; every other control sign only confuses.
    return sign not in _FORBIDDEN and (unicodedata.category(sign)[0] != "C" or sign in "\u200c\u200d")
