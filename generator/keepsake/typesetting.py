"""Sets the book with Typst: data and pictures go in, a tagged PDF comes out."""

import json
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from generator.problems import KinfolioError

_TEMPLATE: Final = Path(__file__).with_name("book.typ")
_FONT_PATHS: Final = [str(Path(__file__).parents[1] / "vault" / "browser" / "built" / "book-fonts")]
"""Where the package keeps the letters that few machines have."""
_FAMILIES: Final = (
    "Libertinus Serif",
    "Noto Serif",
    "Noto Sans",
    *(f"Noto Serif {script}" for script in ("Gurmukhi", "Devanagari", "Bengali", "Tamil", "Hebrew", "Armenian", "Ethiopic", "Thai", "Khmer")),
    *(f"Noto Sans {script}" for script in ("Gurmukhi", "Devanagari", "Bengali", "Tamil", "Hebrew", "Armenian", "Ethiopic", "Thai", "Khmer", "Canadian Aboriginal")),
    "Noto Naskh Arabic",
    "Noto Sans Arabic",
    *(f"Noto Serif CJK {place}" for place in ("SC", "TC", "JP", "KR")),
    *(f"Noto Sans CJK {place}" for place in ("SC", "TC", "JP", "KR")),
    *("Raavi", "Nirmala UI", "Gurmukhi MN", "Geeza Pro", "Arial", "Microsoft YaHei", "Malgun Gothic", "PingFang SC", "Apple SD Gothic Neo"),
    *("Noto Emoji", "Noto Color Emoji", "Segoe UI Emoji", "Apple Color Emoji", "DejaVu Sans Mono"),
)  # fmt: skip
"""The book's own letters first, the same on every machine, then what machines have for other scripts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBook:
    """The book as it comes out of the press."""

    pdf: bytes
    keeps_pdf_ua: bool
    """False where nobody here can draw one of its signs."""


def can_typeset() -> bool:
    """Whether Typst is installed."""
    return find_spec("typst") is not None


def typeset(data: Mapping[str, Any], *, files: Mapping[str, bytes], day: date | None) -> SetBook:
    """The book as tagged PDF. `files` lie beside the data; `day` is the document's date, so that the bytes stay the same.

    It keeps the rules of PDF/UA unless nobody here can draw one of its signs: that is against them, and a book with a
    box in it is worth more to a family than none.

    Raises:
        KinfolioError: Typst is not installed, or cannot set this.
    """
    if not can_typeset():
        raise KinfolioError(
            "the book needs Typst, which is not installed; the open edition needs nothing",
            hint='run: pip install "kinfolio[keepsake]" - or leave the book out with --without-book',
        )
    import typst  # noqa: PLC0415 - an extra that is absent in most schools

    # Only what this machine has: Typst complains of every other name.
    families = set(_fonts().families())
    known = [family for family in _FAMILIES if family in families]
    stamp = datetime.combine(day, time(), tzinfo=UTC) if day else datetime(2000, 1, 1, tzinfo=UTC)
    # The words pass through the disk only here: a folder of this process alone, gone when the book is set.
    with tempfile.TemporaryDirectory(prefix="kinfolio-book-") as name:
        folder = Path(name)
        (folder / "book.typ").write_bytes(_TEMPLATE.read_bytes())
        (folder / "book.json").write_text(
            json.dumps({**data, "families": known}, ensure_ascii=False), encoding="utf-8"
        )
        for file, body in files.items():
            (folder / file).write_bytes(body)
        settings: dict[str, Any] = {
            "root": str(folder),
            "format": "pdf",
            "font_paths": _FONT_PATHS,
            "timestamp": int(stamp.timestamp()),
        }
        keeps_pdf_ua = True
        try:
            try:
                made = typst.compile(str(folder / "book.typ"), pdf_standards=["ua-1"], **settings)
            except typst.TypstError as refused:
                if _NO_LETTERS not in str(refused):
                    raise
                keeps_pdf_ua = False
                made = typst.compile(str(folder / "book.typ"), **settings)
        except typst.TypstError as refused:
            raise KinfolioError(
                f"the book could not be set: {refused}",
                hint="tell us; the open edition is not touched by this",
            ) from refused
    return SetBook(pdf=bytes(made), keeps_pdf_ua=keeps_pdf_ua)


_NO_LETTERS: Final = "could not be displayed"
"""What Typst says of a sign that no font has."""


def scripts_without_letters(data: object) -> tuple[str, ...]:
    """Scripts in the book's words for which this machine has no font that we know of, such as `Gurmukhi`."""
    if not can_typeset():
        return ()
    families = " ".join(set(_fonts().families()) & set(_FAMILIES)).lower()
    found = {name for text in _texts(data) for sign in set(text) if (name := _script(sign))}
    missing = (name for name in found if not _has_letters(name, families=families))
    return tuple(sorted({_FONT_OF.get(name, name.capitalize()) for name in missing}))


def _fonts() -> Any:
    import typst  # noqa: PLC0415 - an extra that is absent in most schools

    return typst.Fonts(font_paths=_FONT_PATHS)


_OTHER_NAMES: Final = {
    "gurmukhi": ("raavi", "nirmala"),
    "devanagari": ("nirmala",),
    "bengali": ("nirmala",),
    "tamil": ("nirmala",),
    "arabic": ("geeza", "arial"),
    "hebrew": ("arial",),
    "cjk": ("yahei", "pingfang"),
    "hangul": ("cjk", "malgun", "gothic neo"),
    "hiragana": ("cjk", "yahei", "pingfang"),
    "katakana": ("cjk", "yahei", "pingfang"),
    "canadian": ("aboriginal",),
}
_FONT_OF: Final = {
    **dict.fromkeys(("cjk", "hangul", "hiragana", "katakana", "bopomofo"), "CJK"),
    "canadian": "Canadian Aboriginal",
}
"""What the Noto font of a script is called, where it is not called after the script."""
_ALWAYS_THERE: Final = frozenset({"latin", "greek", "cyrillic"})


def _script(sign: str) -> str:
    if ord(sign) < 0x250 or not sign.isalpha():
        return ""
    first = unicodedata.name(sign, "").split(" ", maxsplit=1)[0].lower()
    return "" if first in _ALWAYS_THERE or first in {"modifier", "fullwidth", "mathematical"} else first


def _has_letters(script: str, *, families: str) -> bool:
    return any(name in families for name in (script, *_OTHER_NAMES.get(script, ())))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
