"""Letter grades, percentages and scores inside a teacher's comment, in grades that do without."""

import re
from collections.abc import Iterable, Iterator

from generator.model.student import Student
from generator.model.words import Voice, Words
from generator.problems import Origin, Problem, error
from generator.reading.findings import Findings

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


def marks_in_words(student: Student, findings: Findings) -> Iterator[Problem]:
    """Marks in grades that do without."""
    framework = findings.framework
    if framework is None:
        return
    rules, grade = framework.reporting, student.group.grade
    if not (grade in rules.words_only if rules else grade not in {"10", "11", "12"}):
        return
    for origin, comments in _said(student):
        for words in comments:
            score = _SCORES.search(words.text) if words else None
            if score is not None:
                typed = " ".join(score[0].split())
                message = f'"{typed}" is a mark, and in grade {grade} learning is told in words'
                fix = "say in words what the work shows; the level stands in `level:`"
                yield error(origin, "mark-in-words", message, fix=fix)


def _said(student: Student) -> Iterator[tuple[Origin, Iterable[Words | None]]]:
    """What teachers say."""
    for point in student.points:
        yield point.origin, (point.can_do, point.working_on)
    for update in student.updates:
        for report in update.areas:
            yield report.origin, (report.can_do, report.working_on)
    for one in student.assessments:
        if one.voice is Voice.TEACHER:
            yield one.origin, (one.comment,)
    for evidence in student.evidence:
        for feedback in evidence.feedback:
            if feedback.voice is Voice.TEACHER:
                yield feedback.origin, (feedback.can_do, feedback.working_on, feedback.next_step)
