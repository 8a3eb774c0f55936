"""A core competency in the student's own voice, as pages show it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.self_assessment import SelfAssessment
from generator.model.words import Words
from generator.views.card import EvidenceCard, cards_of
from generator.views.competency_link import CompetencyLink, competency_link
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSelfAssessment:
    """A statement the student finds true, why, and what shows it. It has no level."""

    link: CompetencyLink = field(metadata={"help": "the core competency and its page"})
    language: str = field(metadata={"help": "language of the competency's name"})
    made_on: date = field(metadata={"help": "the day the student chose it"})
    i_can: PlainWords = field(metadata={"help": "the statement, `I can …`"})
    why: Words = field(metadata={"help": "the student's reason"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "the pieces that show it"})


def self_assessments_newest_first(subject: Subject) -> tuple[ShownSelfAssessment, ...]:
    """All of a student's, newest first; one whose statement the framework no longer has is left out."""
    return newest_first(
        _shown(subject.student.self_assessments, subject=subject), on=lambda shown: shown.made_on
    )


def _shown(written: Iterable[SelfAssessment], *, subject: Subject) -> Iterable[ShownSelfAssessment]:
    framework = subject.framework
    for one in written:
        profile = framework.profile(one.profile)
        competency = framework.competency(profile.competency) if profile else None
        if profile is not None and competency is not None:
            yield ShownSelfAssessment(
                link=competency_link(competency, subject=subject),
                language=framework.school_language,
                made_on=one.made_on,
                i_can=PlainWords(text=profile.i_can, language=framework.school_language),
                why=one.why,
                evidence=cards_of(one.evidence, subject=subject),
            )
