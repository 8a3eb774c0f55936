"""Level words inside a teacher's comment that contradict the level given, each at its own line and column."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from generator.model.identifiers import LevelId
from generator.problems import error
from generator.reading.fields import Field, Values
from generator.reading.notes import Notes
from generator.reading.word_types import Spoken
from generator.reading.wording.remarks import place_of


def remark_on_levels(
    values: Values, parts: Iterable[Field[Spoken]], *, level: LevelId | None, notes: Notes
) -> None:
    """Notes where a comment names another level than the one beside it. A next step may, so it is not looked at."""
    for part in parts:
        spoken = values.get(part)
        if spoken is None or level is None:
            continue
        other = other_level(spoken.text, level=level, levels=notes.surroundings.levels)
        if other is not None:
            before, node = spoken.text[: other.start()], values.nodes[part.name]
            place = place_of(other[0], before=before, node=node, notes=notes)
            message = f'the comment says "{_one_line(other[0])}", and the level given is `{level}`'
            fix = "make both say the same, or describe the learning without the level's word"
            notes.problems.append(error(place, "level-contradiction", message, fix=fix))


def other_level(text: str, *, level: LevelId, levels: Mapping[str, LevelId]) -> re.Match[str] | None:
    """The first level word that names another level than the one given.

    `levels` are ids by what may be typed for them, in lower case. Level words are ordinary words too, so one counts
    only where it is used as a level: `is Proficient`, `at the developing level`. A comment that also names its own
    level is telling a history and is left alone.
    """
    named = [
        (match, levels[found.casefold()])
        for match in _as_level(tuple(sorted(levels, key=len, reverse=True))).finditer(text)
        if (found := _one_line(next(word for word in match.groups() if word))).casefold() in levels
    ]
    if any(one == level for _, one in named):
        return None
    return next((match for match, _ in named), None)


@lru_cache(maxsize=64)
def _as_level(words: tuple[str, ...]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    any_case = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    capital = "|".join(re.escape(word.capitalize()).replace(r"\ ", r"\s+") for word in words)
    return re.compile(
        rf"\b(?i:at|is|are|now|level|reached|remains|be|est|sont|maintenant|niveau|reste)\s+(?i:the\s+|an?\s+|l[ea]\s+|une?\s+)?((?i:{any_case}))"
        rf"(?=\s+(?:level|now|overall|at|with|in(?!\s+(?:confidence|independence)\b)|maintenant|dans)\b|\s*[.,;:!?)]|\s*$)"
        rf"|\b((?i:{any_case}))(?=\s+level\b)"
        rf"|(?<=[a-zé,;]\s)({capital})(?!\w)"
    )


def _one_line(typed: str) -> str:
    return " ".join(typed.split())
