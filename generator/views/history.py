"""What was judged when and by whom: per subject and voice one current assessment, the earlier ones kept beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.assessment import Assessment
from generator.model.framework import Area, Competency, Framework
from generator.model.words import Voice, Words
from generator.views.card import EvidenceCard, cards_of
from generator.views.level_block import LevelBlock, block_of
from generator.views.view import Subject

JUDGES = (Voice.STUDENT, Voice.TEACHER)
"""Whose levels are shown, the student's first; no child gives another child one, and a family gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAssessment:
    """One judgement, in words."""

    voice: Voice = field(metadata={"help": "who judged"})
    by: str = field(metadata={"help": "the name shown"})
    given_on: date = field(metadata={"help": "the day it was given"})
    level: LevelBlock = field(metadata={"help": "the level, its plain sentence before its word"})
    comment: Words | None = field(metadata={"help": "what was said with it"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "the pieces it rests on"})
    new_target: bool = field(metadata={"help": "it looks at a new, harder target than the one before"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceHistory:
    """One voice on one subject over time."""

    voice: Voice = field(metadata={"help": "who judges"})
    current: ShownAssessment = field(metadata={"help": "the latest"})
    earlier: tuple[ShownAssessment, ...] = field(metadata={"help": "the ones before it, newest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessedSubject:
    """One competency or area with both voices side by side, the student's and the teacher's."""

    area: Area | None = field(metadata={"help": "the area of learning; none for a core competency"})
    competency: Competency | None = field(
        metadata={"help": "the competency, or none where the whole area was judged"}
    )
    voices: tuple[VoiceHistory, ...] = field(metadata={"help": "one for each voice, the student's first"})
    differ: bool = field(
        metadata={
            "help": "student and teacher see it differently now, so the page asks what would help them agree"
        }
    )
    language: str = field(metadata={"help": "language of the names of area and competency"})


def assessed_subjects(assessments: Iterable[Assessment], *, subject: Subject) -> tuple[AssessedSubject, ...]:
    """Groups assessments by what they are about, in the framework's order: areas, their competencies, core competencies.

    An assessment whose level or subject the framework does not know is left out, and one by somebody who gives none.
    """
    framework = subject.framework
    places = _subject_places(framework)
    by_subject: dict[str, list[Assessment]] = {}
    for assessment in assessments:
        name = subject_name(assessment)
        known = name in places and framework.scale.find(assessment.level) is not None
        if known and assessment.voice in JUDGES:
            by_subject.setdefault(name, []).append(assessment)
    return tuple(
        _assessed(by_subject[name], subject=subject)
        for name in sorted(by_subject, key=lambda name: places[name])
    )


def show_assessment(assessment: Assessment, *, subject: Subject) -> ShownAssessment | None:
    """One judgement as a page shows it; None where the scale does not know its level, and of whoever gives none."""
    level = block_of(assessment.level, framework=subject.framework)
    if level is None or assessment.voice not in JUDGES:
        return None
    return ShownAssessment(
        voice=assessment.voice,
        by=assessment.by,
        given_on=assessment.given_on,
        level=level,
        comment=assessment.comment,
        evidence=cards_of(assessment.evidence, subject=subject),
        new_target=assessment.new_target,
    )


def subject_name(assessment: Assessment) -> str:
    """What an assessment is about, as one name that neither an area nor a competency can share."""
    return f"competency/{assessment.competency}" if assessment.competency else f"area/{assessment.area}"


def _subject_places(framework: Framework) -> dict[str, int]:
    names: list[str] = []
    for area in framework.areas:
        names.append(f"area/{area.id}")
        names += (f"competency/{known.id}" for known in framework.competencies if known.area == area.id)
    names += (f"competency/{known.id}" for known in framework.competencies if known.is_core)
    return {name: place for place, name in enumerate(names)}


def _assessed(assessments: list[Assessment], *, subject: Subject) -> AssessedSubject:
    first = assessments[0]
    competency = subject.framework.competency(first.competency) if first.competency else None
    area_id = competency.area if competency else first.area
    voices = tuple(
        history
        for voice in JUDGES
        if (history := _history([one for one in assessments if one.voice is voice], subject=subject))
        is not None
    )
    levels = {history.voice: history.current.level.level.id for history in voices}
    return AssessedSubject(
        area=subject.framework.area(area_id) if area_id else None,
        competency=competency,
        voices=voices,
        differ=Voice.STUDENT in levels
        and Voice.TEACHER in levels
        and levels[Voice.STUDENT] != levels[Voice.TEACHER],
        language=subject.framework.school_language,
    )


def _history(assessments: list[Assessment], *, subject: Subject) -> VoiceHistory | None:
    # Of two on the same day the one further down the file is the later one.
    ordered = sorted(enumerate(assessments), key=lambda placed: (placed[1].given_on, placed[0]), reverse=True)
    shown = tuple(one for _, given in ordered if (one := show_assessment(given, subject=subject)) is not None)
    return VoiceHistory(voice=shown[0].voice, current=shown[0], earlier=shown[1:]) if shown else None
