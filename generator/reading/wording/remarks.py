"""What is to be said about a teacher's comment, each remark at its phrase's own line and column."""

import re
from collections.abc import Iterable

from generator.problems import Origin, warning
from generator.reading.fields import Field, Values
from generator.reading.notes import Notes
from generator.reading.word_types import Spoken
from generator.reading.wording.look import MOST_WORDS, is_too_long, phrases_in
from generator.reading.wording.rules import Concern
from generator.reading.yaml import Node

_SAYS = {
    Concern.DEFICIT: "looks at what is missing",
    Concern.COMPARISON: "measures the child by other children",
    Concern.BEHAVIOUR: "speaks of conduct, not of learning",
    Concern.JARGON: "is a word that only teachers use",
}


def remark_on_wording(values: Values, parts: Iterable[Field[Spoken]], *, language: str, notes: Notes) -> None:
    """Warns of phrases in the parts of a comment by a teacher; nothing where the school has switched it off.

    `language` is that of parts that do not say their own.
    """
    if not notes.surroundings.wording:
        return
    for part in parts:
        spoken = values.get(part)
        if spoken is None:
            continue
        node, tag = values.nodes[part.name], spoken.language or language
        for phrase in phrases_in(spoken.text, language=tag, called=notes.surroundings.called):
            place = place_of(phrase.typed, before=spoken.text[: phrase.start], node=node, notes=notes)
            message = f'"{_one_line(phrase.typed)}" {_SAYS[phrase.concern]}'
            notes.problems.append(warning(place, str(phrase.concern), message, fix=phrase.instead))
        if is_too_long(spoken.text, language=tag):
            message = f"`{part.name}` has {len(spoken.text.split())} words, and a family reads it on a phone"
            fix = f"keep the one thing that matters most, in at most {MOST_WORDS} words"
            notes.warn(node, "long-comment", message, fix=fix)


def remark_on_next_step(values: Values, part: Field[Spoken], *, notes: Notes) -> None:
    """Warns where a teacher's comment ends without a way on."""
    if notes.surroundings.wording and values.get(part) is None:
        fix = f"add a line `{part.name}:` with one thing to try"
        message = f"the comment has no `{part.name}`"
        notes.problems.append(warning(values.origin, "no-next-step", message, fix=fix))


def remark_on_missing_evidence(values: Values, evidence: Field[tuple[str, ...]], *, notes: Notes) -> None:
    """Warns where a teacher's judgement names nothing it rests on."""
    if notes.surroundings.wording and not values.get(evidence):
        message = "the judgement names no evidence, so nobody can see what it rests on"
        fix = f"add a line `{evidence.name}:` with the piece, the observation or the conversation"
        notes.problems.append(warning(values.origin, "no-evidence-named", message, fix=fix))


def place_of(typed: str, *, before: str, node: Node, notes: Notes) -> Origin:
    """Where a phrase of a value stands in the file. Folding joins lines, so any white space matches any."""
    pattern = re.compile(r"\s+".join(re.escape(word) for word in typed.split()))
    nth = sum(1 for _ in pattern.finditer(before))
    lines = notes.text.lines[node.line - 1 :]
    source = "\n".join((lines[0][node.column - 1 :], *lines[1:])) if lines else ""
    for number, match in enumerate(pattern.finditer(source)):
        if number == nth:
            above = source[: match.start()]
            line = node.line + above.count("\n")
            column = match.start() - above.rfind("\n") + (node.column - 1 if line == node.line else 0)
            return notes.text.origin(line, column=column, width=len(match[0].split("\n")[0]))
    return notes.origin(node)


def _one_line(typed: str) -> str:
    return " ".join(typed.split())
