"""The facts on top of a text, between two lines of three hyphens, and the words below.

Fails closed: where the facts cannot be told from the words, there are no words, so that an `audience:` is never lost.
"""

import re
from dataclasses import dataclass

from generator.problems import Problem, error
from generator.reading.text import Text
from generator.reading.yaml import Mapping, Node, read_yaml

_MARK = re.compile(r"---[ \t]*")
_NEARLY_MARK = re.compile(r"[ \t]*(?:-{2,}|[–—]+-*|\+{3,}|={3,}|\* ?\* ?\*)[ \t]*")
_FACT = re.compile(r"([A-Za-z][A-Za-z ]{0,30}):(?:[ \t]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedText:
    """Facts and words of one file. `facts` is None where there are none or where they could not be read."""

    facts: Mapping | None
    body: str
    """The words without blank lines around them."""
    body_line: int
    """The line the words begin in, from 1."""
    problems: tuple[Problem, ...]
    whole: bool
    """False where something could not be read, so that no record may be made of it."""


def read_front_matter(text: Text, *, known: frozenset[str]) -> MarkedText:
    """Splits a file. `known` are the names of facts, to notice facts that stand without their opening line."""
    start = next((number for number, line in enumerate(text.lines) if line.strip()), None)
    if start is None:
        return MarkedText(facts=None, body="", body_line=1, problems=(), whole=True)
    opening = text.lines[start]
    if not _MARK.fullmatch(opening):
        return _without_facts(text, start=start, known=known)
    end = next((n for n in range(start + 1, len(text.lines)) if _MARK.fullmatch(text.lines[n])), None)
    if end is None:
        problem = error(
            text.origin(start + 1, column=1, width=3),
            "front-matter-not-closed",
            "the facts begin here and their closing line `---` is missing",
            fix="write a line of three hyphens between the facts and the words",
        )
        return _nothing((problem,))
    document = read_yaml(text, first=start + 2, last=end)
    facts: Node | None = document.root
    if document.root is None and document.problems:
        return _nothing(document.problems)
    if facts is not None and not isinstance(facts, Mapping):
        problem = error(
            text.origin(facts.line, column=facts.column, width=facts.width),
            "not-facts",
            "between the two lines `---` stand facts such as `title: My volcano`",
            fix="write every fact as `name: value`, or take the two lines out",
        )
        return _nothing((problem,))
    body, line = _trim(text.lines, first=end + 1)
    return MarkedText(facts=facts, body=body, body_line=line, problems=document.problems, whole=True)


def _without_facts(text: Text, *, start: int, known: frozenset[str]) -> MarkedText:
    opening = text.lines[start]
    fact = _FACT.match(opening)
    if _NEARLY_MARK.fullmatch(opening) or (fact and fact[1].lower() in known):
        problem = error(
            text.origin(start + 1, column=1, width=len(opening.rstrip())),
            "front-matter-not-opened",
            "this looks like facts, but the line before them is not exactly `---`",
            fix="write a line of three hyphens above the facts and one below; or an empty `---` pair above the words",
        )
        return _nothing((problem,))
    body, line = _trim(text.lines, first=start)
    return MarkedText(facts=None, body=body, body_line=line, problems=(), whole=True)


def _nothing(problems: tuple[Problem, ...]) -> MarkedText:
    return MarkedText(facts=None, body="", body_line=1, problems=problems, whole=False)


def _trim(lines: tuple[str, ...], *, first: int) -> tuple[str, int]:
    begin, end = first, len(lines)
    while begin < end and not lines[begin].strip():
        begin += 1
    while end > begin and not lines[end - 1].strip():
        end -= 1
    return "\n".join(lines[begin:end]), min(begin, len(lines) - 1) + 1
