"""One competency: what it means, what shows it, how it grew, and what everybody says about it."""

from dataclasses import dataclass, field
from datetime import timedelta

from generator.model.framework import Area, Competency, Profile
from generator.model.student import Student
from generator.views.card import EvidenceCard, card_of
from generator.views.comparisons import ComparisonCard, comparison_card, pairs_of
from generator.views.history import AssessedSubject, assessed_subjects
from generator.views.keys import competency_path
from generator.views.levels import LevelsOverTime, levels_over_time
from generator.views.reflection_bubble import ReflectionBubble, reflection_bubble
from generator.views.reflections import reflections_newest_first
from generator.views.river import RiverYear, river_of
from generator.views.self_assessment import ShownSelfAssessment, self_assessments_newest_first
from generator.views.talk import Talk, talk_about
from generator.views.triangulation import HowWeKnow, known_by
from generator.views.view import Page, Subject
from generator.views.wording import N_

EARLY_AND_LATE = timedelta(days=60)
"""What lies at least between two pieces that are shown as early and late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyContent:
    """The page of one competency."""

    competency: Competency = field(metadata={"help": "the competency"})
    area: Area | None = field(metadata={"help": "the area of learning; none for a core competency"})
    language: str = field(metadata={"help": "language of the competency and the area"})
    address: str = field(
        metadata={"help": "official page of the standards for the grade; empty where unknown"}
    )
    known: HowWeKnow = field(metadata={"help": "what shows it: observed, said, made"})
    first: EvidenceCard | None = field(
        metadata={
            "help": "an early piece; only together with `last`, and where people put nothing side by side"
        }
    )
    last: EvidenceCard | None = field(metadata={"help": "a late piece"})
    comparisons: tuple[ComparisonCard, ...] = field(
        metadata={"help": "pages where two pieces that show it stand side by side"}
    )
    assessed: AssessedSubject | None = field(
        metadata={"help": "every voice side by side with what was said before; none for a core competency"}
    )
    over_time: LevelsOverTime | None = field(
        metadata={"help": "the same drawn through the year; none with fewer than two judgements"}
    )
    river: tuple[RiverYear, ...] = field(
        metadata={"help": "the same through several school years, earliest first; none within one year"}
    )
    profiles: tuple[Profile, ...] = field(
        metadata={
            "help": "for a core competency: the statements a student may choose, from close by to far out"
        }
    )
    mine: tuple[ShownSelfAssessment, ...] = field(
        metadata={"help": "for a core competency: what the student chose, newest first"}
    )
    reflections: tuple[ReflectionBubble, ...] = field(
        metadata={"help": "the student's looks back at it, newest first"}
    )
    talk: Talk | None = field(metadata={"help": "a question for home about the newest piece"})


def competency_page(competency: Competency, *, menu: str, subject: Subject) -> Page:
    """The page of one competency; `menu` is the view it belongs to."""
    return Page(
        path=competency_path(subject.student.id, competency.id),
        title=N_("Competency"),
        template="competency.html",
        menu=menu,
        content=_content(competency, subject=subject),
    )


def _content(competency: Competency, *, subject: Subject) -> CompetencyContent:
    student, framework = subject.student, subject.framework
    pieces = [one for one in student.evidence if competency.id in one.competencies]
    ids = {one.id for one in pieces}
    comparisons = tuple(
        comparison_card(pair, subject=subject)
        for pair in pairs_of(subject)
        if pair.earlier.id in ids and pair.later.id in ids
    )
    apart = bool(pieces) and pieces[-1].made_on - pieces[0].made_on >= EARLY_AND_LATE and not comparisons
    area = framework.area(competency.area) if competency.area else None
    about_it = () if competency.is_core else student.assessments
    judged = assessed_subjects((one for one in about_it if one.competency == competency.id), subject=subject)
    over_time = None if competency.is_core else levels_over_time(subject, competency=competency.id)
    drawn = over_time is not None and any(len(strip.dots) > 1 for strip in over_time.strips)
    return CompetencyContent(
        competency=competency,
        area=area,
        language=framework.school_language,
        address=area.address_for(_grade_of(competency, student=student)) if area else "",
        known=known_by(competency, subject=subject),
        first=card_of(pieces[0], subject=subject) if apart else None,
        last=card_of(pieces[-1], subject=subject) if apart else None,
        comparisons=comparisons,
        assessed=next(iter(judged), None),
        over_time=over_time if drawn else None,
        river=river_of(competency.id, subject=subject),
        profiles=tuple(one for one in framework.profiles if one.competency == competency.id),
        mine=tuple(
            one for one in self_assessments_newest_first(subject) if one.link.competency.id == competency.id
        ),
        reflections=tuple(
            reflection_bubble(one, subject=subject)
            for one in reflections_newest_first(subject)
            if competency.id in one.competencies
        ),
        talk=talk_about(pieces[-1], subject=subject) if pieces else None,
    )


def _grade_of(competency: Competency, *, student: Student) -> str:
    """The student's own, but for a competency that belongs to other grades only."""
    own = student.group.grade
    return own if not competency.grades or own in competency.grades else competency.grades[0]
