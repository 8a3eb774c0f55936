"""YAML becomes nodes that know their place; a scalar stays the text that was typed.

Built from parser events rather than from PyYAML's own nodes: the same scalars and positions, but aliases (which can
unfold without end), foreign tags and bottomless nesting are refused before anything grows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.problems import Origin, Problem, error
from generator.reading.text import Text

DEEPEST = 24
"""Levels of nesting; the deepest file we read has six. Without a limit the C library overflows its stack."""

_NODE_EVENTS = {yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent, yaml.AliasEvent}
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One value as typed. `line` and `column` count from 1; `width` reaches to the end of its first line."""

    text: str
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys and values in the order typed, each key once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int
    column: int
    width: int = 1


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a YAML text holds: nothing at all (`root` is None), or one node; and what is wrong with it."""

    root: Node | None
    problems: tuple[Problem, ...]


class _RefusedError(Exception):
    def __init__(self, slug: str, message: str, *, fix: str, line: int, column: int) -> None:
        super().__init__(message)
        self.slug, self.message, self.fix, self.line, self.column = slug, message, fix, line, column


def read_yaml(text: Text, *, first: int = 1, last: int | None = None) -> Document:
    """Reads the lines from `first` to `last` of a file, both counted from 1 and included.

    A text that is not YAML gives no node and one problem; a key typed twice gives a problem and keeps the first.
    """
    lines = text.lines[first - 1 : last]
    source = "\n".join(lines) + "\n"
    builder = _Builder(text=text, offset=first)
    try:
        root = builder.document(iter(_LOADER(source).get_event, None))
    except _RefusedError as refused:
        place = text.origin(refused.line, column=refused.column)
        return Document(root=None, problems=(error(place, refused.slug, refused.message, fix=refused.fix),))
    except yaml.MarkedYAMLError as broken:
        return Document(root=None, problems=(_broken(broken, text=text, offset=first, length=len(lines)),))
    except (yaml.reader.ReaderError, UnicodeError):
        return Document(root=None, problems=(_unprintable(text, first=first, lines=lines),))
    return Document(root=root, problems=tuple(builder.problems))


class _Builder:
    def __init__(self, *, text: Text, offset: int) -> None:
        self.text = text
        self.offset = offset
        self.problems: list[Problem] = []

    def document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "second-document",
                        "a line `---` begins a second document",
                        fix="take the line out; a file holds one document",
                    )
            elif kind in _NODE_EVENTS:
                root = self._node(event, events, depth=1)
        return None if isinstance(root, Scalar) and not root.text else root

    def _node(self, event: Any, events: Iterator[Any], *, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None:
            self._refuse(
                event,
                "yaml-anchor",
                "a word that begins with `&` or `*` is an anchor in YAML, which is not used here",
                fix="write the value out where it is needed, or put it in quotes",
            )
        if event.tag is not None and event.tag != "!":
            self._refuse(
                event,
                "yaml-tag",
                "a word that begins with `!` is a tag in YAML, which is not used here",
                fix="take the word out, or put the value in quotes",
            )
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if depth > DEEPEST:
            self._refuse(event, "yaml-too-deep", "lists inside lists go too deep", fix="write fewer brackets")
        line, column = event.start_mark.line + self.offset, event.start_mark.column + 1
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(inner := next(events)) is not yaml.SequenceEndEvent:
                items.append(self._node(inner, events, depth=depth + 1))
            return Sequence(items=tuple(items), line=line, column=column)
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(inner := next(events)) is not yaml.MappingEndEvent:
            key = self._node(inner, events, depth=depth + 1)
            value = self._node(next(events), events, depth=depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(
                    inner,
                    "broken-yaml",
                    "a name before a colon is a list",
                    fix="write one word before the colon",
                )
            elif key.text in entries:
                before = entries[key.text][0].line
                place = self.text.origin(key.line, column=key.column, width=key.width)
                message = f"`{key.text}` is written twice, first in line {before}"
                self.problems.append(error(place, "duplicate-key", message, fix="keep one of the two"))
            else:
                entries[key.text] = (key, value)
        return Mapping(entries=tuple(entries.values()), line=line, column=column)

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark, event.end_mark
        line = start.line + self.offset
        if start.line == end.line:
            width = end.column - start.column
        else:
            width = len(self.text.lines[line - 1].rstrip()) - start.column
        return Scalar(
            text=event.value,
            line=line,
            column=start.column + 1,
            width=max(1, width),
        )

    def _refuse(self, event: Any, slug: str, message: str, *, fix: str) -> None:
        mark = event.start_mark
        raise _RefusedError(slug, message, fix=fix, line=mark.line + self.offset, column=mark.column + 1)


_MENDS = (
    ("mapping values are not allowed", "put the text in quotes when it holds a colon followed by a space"),
    ("cannot start any token", "put the value in quotes; indent with spaces, never with tabs"),
    (
        "could not find expected ':'",
        "write `name: value`, with a colon and a space, or indent the line under its name",
    ),
    ("expected ',' or ']'", "close the list with `]`, and put a comma between its items"),
    ("expected ',' or '}'", "close it with `}`, and put a comma between its parts"),
    ("expected node content", "write a value here, and close with `]` or `}` what was opened"),
    ("unexpected end of stream", "close the quotation mark that was opened"),
    ("expected <block end>", "indent lines that belong together by the same number of spaces"),
    ("unknown escape character", "use single quotes, or write the backslash twice"),
)


def _broken(broken: yaml.MarkedYAMLError, *, text: Text, offset: int, length: int) -> Problem:
    said = broken.problem or "it cannot be understood"
    mark = broken.problem_mark or broken.context_mark
    # What is never closed is only noticed at the end; the teacher looks where it was opened.
    if mark is not None and mark.line >= length - 1 and broken.context_mark is not None:
        mark = broken.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, max(0, length - 1)) + offset
    while line > offset and not text.lines[line - 1].strip():
        line, column = line - 1, len(text.lines[line - 2])
    typed = text.lines[line - 1] if line <= len(text.lines) else ""
    fix = next(
        (mend for sign, mend in _MENDS if sign in said), "compare the line with the examples of the format"
    )
    if "\t" in typed[: column + 1]:
        fix = "indent with spaces, never with tabs"
    place = text.origin(line, column=min(column, len(typed)) + 1)
    # Some releases of the C library have a limit of their own, and their scanner meets it before ours is asked.
    if "nesting depth" in said:
        return _too_deep(place)
    return error(place, "broken-yaml", f"this is not YAML: {said}", fix=fix)


def _too_deep(place: Origin) -> Problem:
    return error(place, "yaml-too-deep", "lists inside lists go too deep", fix="write fewer brackets")


def _unprintable(text: Text, *, first: int, lines: tuple[str, ...]) -> Problem:
    for number, line in enumerate(lines, start=first):
        for column, character in enumerate(line, start=1):
            if not (character.isprintable() or character in "\t\u00a0") or "\ud800" <= character <= "\udfff":
                place = text.origin(number, column=column)
                message = f"there is a character that cannot be read, U+{ord(character):04X}"
                return error(place, "unreadable-character", message, fix="delete it, it is usually invisible")
    place = text.origin(first)
    return error(
        place, "unreadable-character", "there is a character that cannot be read", fix="type the text again"
    )
