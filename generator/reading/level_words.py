"""Letter grades, scores and level words inside a teacher's comment, and whether they contradict the level given."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from generator.model.identifiers import LevelId
from generator.model.student import Student
from generator.model.words import Voice, Words
from generator.problems import Origin, Problem, error
from generator.reading.findings import Findings
from generator.reading.framework import levels_as_typed

# A score needs a word that makes it one: "a quarter is 25%" is mathematics, "scored 25%" is a mark.
_SCORES = re.compile(
    r"""
    \b(?i:got|gets|scored?|earn(?:s|ed)|receiv(?:es|ed)|achiev(?:es|ed)|marks?|grades?|obtenu)
      \b[^.!?\n]{0,24}?\b(?:\d{1,3}(?:[.,]\d+)?\s?(?:%|per\s?cent\b|pour\s?cent\b)|\d{1,3}\s?/\s?(?:1[025]|2[05]|[345]0|100)\b)
    | \b\d{1,3}\s?(?:%|per\s?cent|/\s?(?:1[025]|2[05]|[345]0|100)|out\s+of\s+\d{1,3})\s+(?:on|in|à|au|dans)\s+
      (?:the|his|her|your|their|this|that|a|an|le|la|son|sa|ton|ta)\s+(?:\w+\s+){0,2}
      (?:test|quiz|exam|assignment|unit|project|check|dictée|contrôle|examen)
    | \b(?i:letter\s+grade|grade|mark|note)s?(?:\s+(?:of|is|was|de)|:)?\s+(?:an?\s+)?["“«]?[A-DF][+−-]?(?![\w’'])
    | \b(?i:got|gets|earn(?:s|ed)|receiv(?:es|ed)|deserves?|scored?)\s+(?:an?\s+)(?:solid\s+|strong\s+)?["“]?[A-DF][+−-]?(?![\w’'-])
    """,
    re.VERBOSE,
)


def words_and_levels(student: Student, findings: Findings) -> Iterator[Problem]:
    """A level's word in a comment that contradicts the level given, and marks in grades that do without."""
    framework = findings.framework
    if framework is None:
        return
    rules, grade, levels = framework.reporting, student.group.grade, levels_as_typed(framework.scale)
    without_marks = grade in rules.words_only if rules else grade not in {"10", "11", "12"}
    for origin, level, comments in _said(student):
        for words in comments:
            if words is None:
                continue
            other = other_level(words.text, level=level, levels=levels) if level else None
            if other is not None:
                message = f'the comment says "{_one_line(other[0])}", and the level given is `{level}`'
                fix = "make both say the same, or describe the learning without the level's word"
                yield error(origin, "level-contradiction", message, fix=fix)
            score = _SCORES.search(words.text) if without_marks else None
            if score is not None:
                message = f'"{_one_line(score[0])}" is a mark, and in grade {grade} learning is told in words'
                fix = "say in words what the work shows; the level stands in `level:`"
                yield error(origin, "mark-in-words", message, fix=fix)


def _said(student: Student) -> Iterator[tuple[Origin, LevelId | None, Iterable[Words | None]]]:
    """What teachers say, with the level beside it. A next step may name another level, so it is not looked at."""
    for point in student.points:
        yield point.origin, point.level, (point.can_do, point.working_on)
    for update in student.updates:
        for report in update.areas:
            yield report.origin, report.level, (report.can_do, report.working_on)
    for one in student.assessments:
        if one.voice is Voice.TEACHER:
            yield one.origin, one.level, (one.comment,)
    for evidence in student.evidence:
        for feedback in evidence.feedback:
            if feedback.voice is Voice.TEACHER:
                yield feedback.origin, None, (feedback.can_do, feedback.working_on, feedback.next_step)


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
