"""Competencies: what I can do, area by area, and a page for each that something shows."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area, Competency
from generator.model.medium import Rendition
from generator.model.student import Student
from generator.views.card import card_of
from generator.views.competency import competency_page
from generator.views.competency_link import CompetencyLink, competency_link, shown_competencies
from generator.views.history import AssessedSubject, assessed_subjects
from generator.views.order import newest_first
from generator.views.self_assessment import ShownSelfAssessment, self_assessments_newest_first
from generator.views.thinking import ShownMove, thinking_moves
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyEntry:
    """One `I can …` that something shows."""

    link: CompetencyLink = field(metadata={"help": "the competency and its page"})
    pieces: int = field(metadata={"help": "how many pieces show it; to be said in words"})
    latest: date | None = field(
        metadata={"help": "the day of the newest piece; none where only words speak of it"}
    )
    pictured: Rendition | None = field(metadata={"help": "small picture of the newest piece that has one"})
    assessed: AssessedSubject | None = field(
        metadata={"help": "what each voice says now; none where nobody judged, and for core competencies"}
    )
    mine: ShownSelfAssessment | None = field(
        metadata={"help": "for a core competency the statement the student chose last"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenciesOfArea:
    """One area, or the core competencies."""

    area: Area | None = field(metadata={"help": "the area of learning; none for the core competencies"})
    anchor: str = field(metadata={"help": "`id` of its heading"})
    shown: tuple[CompetencyEntry, ...] = field(metadata={"help": "in the framework's order"})
    not_yet: tuple[Competency, ...] = field(
        metadata={"help": "of the student's grade and not seen yet; said neutrally"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetenciesContent:
    """The competencies page: a list of sentences, neither a map of heat nor a bar that fills."""

    areas: tuple[CompetenciesOfArea, ...] = field(metadata={"help": "in the framework's order, core first"})
    thinking: tuple[ShownMove, ...] = field(
        metadata={"help": "the school's thinking moves and what shows them"}
    )
    language: str = field(metadata={"help": "language of areas and competencies"})
    how_we_know_path: str = field(metadata={"help": "page of the three sources"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The list, and one page for each competency that something shows."""
    framework = subject.framework
    areas = (_of_area(area, subject=subject) for area in (None, *framework.areas))
    content = CompetenciesContent(
        areas=tuple(one for one in areas if one.shown or one.not_yet),
        thinking=thinking_moves(subject),
        language=framework.school_language,
        how_we_know_path="how-we-know.html",
    )
    shown = shown_competencies(subject)
    return (
        Page(
            path=COMPETENCIES.path,
            title=COMPETENCIES.title,
            template="competencies.html",
            menu=COMPETENCIES.name,
            content=content,
        ),
        *(
            competency_page(known, menu=COMPETENCIES.name, subject=subject)
            for known in framework.competencies
            if known.id in shown
        ),
    )


def _of_area(area: Area | None, *, subject: Subject) -> CompetenciesOfArea:
    shown = shown_competencies(subject)
    belonging = [
        known for known in subject.framework.competencies if known.area == (area.id if area else None)
    ]
    return CompetenciesOfArea(
        area=area,
        anchor=f"area-{area.id}" if area else "core",
        shown=tuple(_entry(known, subject=subject) for known in belonging if known.id in shown),
        not_yet=tuple(
            known
            for known in belonging
            if known.id not in shown and _is_for(subject.student, competency=known)
        ),
    )


def _entry(competency: Competency, *, subject: Subject) -> CompetencyEntry:
    student = subject.student
    pieces = [one for one in student.evidence if competency.id in one.competencies]
    cards = (card_of(one, subject=subject) for one in newest_first(pieces, on=lambda one: one.made_on))
    about_it = (one for one in student.assessments if one.competency == competency.id)
    mine = (one for one in self_assessments_newest_first(subject) if one.link.competency.id == competency.id)
    return CompetencyEntry(
        link=competency_link(competency, subject=subject),
        pieces=len(pieces),
        latest=max((one.made_on for one in pieces), default=None),
        pictured=next((card.picture for card in cards if card.picture), None),
        assessed=None
        if competency.is_core
        else next(iter(assessed_subjects(about_it, subject=subject)), None),
        mine=next(mine, None),
    )


def _is_for(student: Student, *, competency: Competency) -> bool:
    return not competency.grades or student.group.grade in competency.grades


COMPETENCIES = View(
    name="competencies",
    title=N_("What I can do"),
    icon="hand-pointing-up",
    path="competencies.html",
    build=build,
)
