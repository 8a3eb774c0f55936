"""Somebody's words without Markdown, for one line on a card, for search, and for comparing drafts."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from generator.model.words import Words, direction_of

# Each pattern looks a bounded way ahead, so that no text, however odd, takes longer than its length deserves.
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*$", re.MULTILINE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--(?:(?!<!--).)*?-->", re.DOTALL)
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()\n]*\)|\[[^\[\]]*\])")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+|mailto:[^<>\s]+)>")
_RULE = re.compile(r"^ {0,3}(?:[-*_] *){3,}$|^ {0,3}=+ *$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^(?=[ |:-]*--)[ |:-]+$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*$", re.MULTILINE)
_EMPHASIS = re.compile(
    r"(?<![\w\\*])(\*{1,3})(?=\S)(.{1,400}?)(?<=[^\s\\])\1(?!\w)|(?<![\w\\])(_{1,3})(?=\S)(.{1,400}?)(?<=[^\s\\])\3(?!\w)",
    re.DOTALL,
)
_CODE = re.compile(r"(`+)(.{1,2000}?)\1", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLOCK_START = re.compile(r"^ {0,3}(?:#{1,6} +|(?:> ?)+|[-*+] +|\d{1,9}[.)] +)")
_HEADING = re.compile(r"^ {0,3}#{1,6} ")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """Text without markup, and its language."""

    text: str = field(metadata={"help": "plain text; escape it, never read it as Markdown"})
    language: str = field(metadata={"help": "BCP 47 tag of the text, for `lang`"})

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`, for the `dir` attribute."""
        return direction_of(self.language)


# Cards, search and drafts each ask for the same words; one portfolio's texts fit, many portfolios' need not.
@lru_cache(maxsize=512)
def plain_paragraphs(text: str) -> tuple[str, ...]:
    """Markdown as plain paragraphs: headings, list items and table rows each stand alone, a hard line break stays a line break.

    Spelling, capitals and punctuation stay as they were typed.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _RULE.sub("", _FENCE.sub("", text))
    text = _TABLE_RULE.sub("", text)
    text = _ADDRESS.sub(r"\1", text)
    text = _TAG.sub("", _LINK.sub(r"\1", _IMAGE.sub(r"\1", text)))
    paragraphs: list[str] = []
    lines: list[str] = []

    def close() -> None:
        joined = _unwrap("".join(lines)).strip()
        if joined:
            paragraphs.append(joined)
        lines.clear()

    for line in text.split("\n"):
        if not line.strip():
            close()
            continue
        starts_block = _BLOCK_START.match(line)
        quote_goes_on = bool(lines) and line.lstrip().startswith(">")
        table_row = line.strip().startswith("|")
        if (starts_block and not quote_goes_on) or table_row:
            close()
        words = _BLOCK_START.sub("", line) if starts_block else line
        if table_row:
            words = " ".join(cell.strip() for cell in words.strip().strip("|").split("|"))
        hard_break = words.endswith(("  ", "\\"))
        lines.append(words.strip().removesuffix("\\").rstrip() + ("\n" if hard_break else " "))
        if _HEADING.match(line) or table_row:
            close()
    close()
    return tuple(paragraphs)


def plain(words: Words) -> str:
    """Markdown as one line of plain text."""
    return _one_line(words.text)


def excerpt(words: Words, *, longest: int = 220) -> PlainWords:
    """The beginning of somebody's words as plain text, cut between words with an ellipsis; `longest` counts characters.

    A table is left out where there are other words: without its lines it is a row of numbers.
    """
    text = _one_line(_TABLE_ROW.sub("", words.text)) or plain(words)
    if len(text) > longest:
        cut = text[:longest].rsplit(" ", 1)[0] if " " in text[:longest] else text[:longest]
        text = cut.rstrip(" ,;:–-") + "…"
    return PlainWords(text=text, language=words.language)


def as_plain(text: str, *, language: str) -> PlainWords | None:
    """A line somebody wrote, or None where nobody did."""
    return PlainWords(text=text, language=language) if text.strip() else None


def _one_line(text: str) -> str:
    return " ".join(" ".join(plain_paragraphs(text)).split())


def _unwrap(text: str) -> str:
    # Most paragraphs hold no mark at all, and finding that out is much cheaper than looking for pairs.
    if "`" in text:
        text = _CODE.sub(r"\2", text)
    if "*" in text or "_" in text:
        for _ in range(3):
            text = _EMPHASIS.sub(lambda found: found.group(2) or found.group(4), text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
