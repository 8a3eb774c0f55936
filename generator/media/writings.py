"""Code and plain text, highlighted at build with class names alone, so that no script and no inline style is needed."""

from pathlib import Path, PurePosixPath
from typing import Any

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import find_lexer_class_for_filename, get_lexer_by_name
from pygments.util import ClassNotFound

from generator.media.records import Media, MediaKind, Role, Slip, left_out, unpublishable
from generator.media.rendering import finished

MOST_BYTES = 200_000
"""Longer text is a data file, not a child's program; its beginning is shown."""

PLAIN = "text"
"""The language of text that is no code."""

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def language_of(name: str) -> str:
    """The Pygments name of a file's language by its ending; PLAIN where it has none that is known."""
    file = PurePosixPath(name).name
    # As typed first: `.R` and `.C` are languages of their own.
    for spelling in (file, file.lower()):
        try:
            lexer = find_lexer_class_for_filename(spelling)
        except ClassNotFound:
            continue
        if lexer and lexer.aliases:
            return lexer.aliases[0]
    return PLAIN


def writing_copies(path: Path, *, digest: str, language: str, work: Path) -> Media | Slip:
    """The text as HTML and as a file of its own; or why it cannot be read."""
    raw = path.read_bytes()
    text = _decoded(raw)
    if text is None:
        return unpublishable(
            "text-not-utf-8",
            "{name} is text in an encoding other than UTF-8, or no text at all",
            fix='save it again with the encoding "UTF-8"',
        )
    shown = text
    remarks: tuple[Slip, ...] = ()
    whole = text.encode()
    if len(whole) > MOST_BYTES:
        shown = whole[:MOST_BYTES].decode(errors="ignore").rpartition("\n")[0]
        remarks = (_shortened(len(whole)),)
    file = work / "text.txt"
    file.write_bytes(shown.encode())
    return Media(
        kind=MediaKind.TEXT if language == PLAIN else MediaKind.CODE,
        digest=digest,
        source_size=len(raw),
        derivatives=(finished(file, role=Role.TEXT, media_type="text/plain"),),
        language=language,
        html=highlighted(shown, language=language),
        remarks=remarks,
    )


def highlighted(text: str, *, language: str) -> str:
    """The text as one `<div class="highlight"><pre>`, escaped, with class names for `style_sheet`."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name(PLAIN, stripnl=False)
    return highlight(text, lexer, HtmlFormatter(nobackground=True))


def style_sheet(style: str = "default") -> str:
    """The CSS rules for `highlighted`, of a style that Pygments knows by name."""
    formatter: Any = HtmlFormatter(style=style, nobackground=True)
    return str(formatter.get_style_defs(".highlight"))


def _decoded(raw: bytes) -> str | None:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _shortened(size: int) -> Slip:
    return left_out(
        "text-shortened",
        f"{{name}} is {size // 1000} kB of text, and only the first {MOST_BYTES // 1000} kB are shown",
        fix="keep the part that tells something, in a file of its own",
    )
