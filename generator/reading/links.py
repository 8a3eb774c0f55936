"""Work that lives elsewhere on the web, named in a piece of evidence."""

import re
from urllib.parse import urlsplit

from generator.model.evidence import Link
from generator.reading.fields import Field, FieldType, Shape, Values
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes
from generator.reading.plain_types import TEXT, scalar
from generator.reading.word_types import WORDS
from generator.reading.yaml import Node


def _address(node: Node, notes: Notes) -> str | None:
    value = scalar(node, notes, wanted="an address such as https://example.org")
    if value is None:
        return None
    typed = value.text.strip()
    if re.fullmatch(r"https?://[^\s<>\"]+", typed) and _host(typed):
        return typed
    fix = (
        f"write `https://{typed}`"
        if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", typed)
        else "copy it from the browser, with `https://`"
    )
    notes.error(value, "bad-link", f"`{typed}` is not an address on the web", fix=fix)
    return None


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


_TO = Field(
    name="to",
    type=FieldType(read=_address, schema={"type": "string", "pattern": "^https?://"}),
    required=True,
    help="the address, with https://",
)
_TITLE = Field(name="title", type=TEXT, help="what is there; the name of the website when left out")
_NOTE = Field(name="note", type=WORDS, help="the student about it: why it belongs here")
LINK = Shape(name="a link", fields=(_TO, _TITLE, _NOTE))

LINKS = Field(
    name="links", type=one_or_more(record(LINK)), help="work that lives elsewhere; nothing is fetched"
)


def links_of(values: Values, *, notes: Notes) -> tuple[Link, ...]:
    """The links listed, in order."""
    found = []
    for item in values.get_or(LINKS, ()):
        note = item.get(_NOTE)
        found.append(
            Link(
                address=item.need(_TO),
                title=item.get_or(_TITLE, ""),
                note=note.words(notes.surroundings.student_language) if note else None,
            )
        )
    return tuple(found)
