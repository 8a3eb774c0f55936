"""A learning update as a page of its own: area by area in words, the student's own look back and goals, and what it rests on."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area
from generator.model.progress import AreaReport, InformalForm, InformalUpdate, LearningUpdate
from generator.model.reporting import CommunicationKind
from generator.model.words import Words
from generator.views.card import EvidenceCard, cards_of
from generator.views.goal_card import GoalLink, goal_link
from generator.views.keys import key_of
from generator.views.level_block import LevelBlock, block_of
from generator.views.order import newest_first
from generator.views.plain import PlainWords, as_plain
from generator.views.reflection_bubble import ReflectionBubble, reflection_bubble
from generator.views.self_assessment import ShownSelfAssessment, self_assessments_newest_first
from generator.views.view import Page, Subject
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateCard:
    """The way to a learning update, or to the summary of learning."""

    path: str = field(metadata={"help": "its page"})
    kind: CommunicationKind = field(metadata={"help": "learning update or summary of learning"})
    official: PlainWords | None = field(
        metadata={"help": "what the reporting rules call it, if there are any"}
    )
    given_on: date = field(metadata={"help": "the day it was given"})
    by: str = field(metadata={"help": "the teacher's name as shown"})
    words: Words | None = field(metadata={"help": "what the teacher says before the areas"})


@dataclass(frozen=True, slots=True, kw_only=True)
class InformalCard:
    """A talk, a call or a shared portfolio between the written updates."""

    given_on: date = field(metadata={"help": "the day"})
    by: str = field(metadata={"help": "the teacher's name as shown"})
    form: InformalForm = field(metadata={"help": "how: a call, a meeting, a conference"})
    official: PlainWords | None = field(
        metadata={"help": "what the reporting rules call it, if there are any"}
    )
    words: Words = field(metadata={"help": "what it was about"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedArea:
    """One area of learning in an update."""

    area: Area = field(metadata={"help": "area of learning"})
    can_do: Words = field(metadata={"help": "what the learner can do; first"})
    working_on: Words | None = field(metadata={"help": "what the learner is working on; second"})
    next_step: Words | None = field(metadata={"help": "what comes next; third"})
    level: LevelBlock | None = field(metadata={"help": "the teacher's level; after the words"})
    reason: PlainWords | None = field(metadata={"help": "for a level outside the scale: why"})
    plan: PlainWords | None = field(
        metadata={"help": "for a level outside the scale: what happens until when"}
    )
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "what it rests on, oldest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningUpdateContent:
    """The page of one learning update."""

    card: UpdateCard = field(metadata={"help": "kind, day, teacher and first words"})
    areas: tuple[ReportedArea, ...] = field(metadata={"help": "in the teacher's order"})
    not_studied_now: tuple[Area, ...] = field(metadata={"help": "areas that had no turn yet"})
    areas_language: str = field(metadata={"help": "language of the areas' names"})
    reflections: tuple[ReflectionBubble, ...] = field(metadata={"help": "the student's own look back"})
    self_assessments: tuple[ShownSelfAssessment, ...] = field(
        metadata={"help": "core competencies in the student's voice, of this school year up to its day"}
    )
    goals: tuple[GoalLink, ...] = field(metadata={"help": "what the student works towards"})
    attendance: PlainWords | None = field(metadata={"help": "days at school, in words"})
    progress_path: str = field(metadata={"help": "points of progress"})
    scale_path: str = field(metadata={"help": "page that explains the levels"})


def update_cards(subject: Subject) -> tuple[UpdateCard, ...]:
    """All written updates, newest first."""
    cards = (update_card(update, subject=subject) for update in subject.student.updates)
    return newest_first(cards, on=lambda card: card.given_on)


def informal_cards(subject: Subject) -> tuple[InformalCard, ...]:
    """All informal updates, newest first."""
    cards = (_informal(update, subject=subject) for update in subject.student.informal_updates)
    return newest_first(cards, on=lambda card: card.given_on)


def update_path(update: LearningUpdate, *, subject: Subject) -> str:
    """The page of a written update, relative to the site's root."""
    return f"u/{key_of(subject.student.id, kind='update', name=update.id)}.html"


def update_card(update: LearningUpdate, *, subject: Subject) -> UpdateCard:
    """The way to one update."""
    return UpdateCard(
        path=update_path(update, subject=subject),
        kind=update.kind,
        official=_official(update.kind, subject=subject),
        given_on=update.given_on,
        by=update.by,
        words=update.words,
    )


def update_pages(subject: Subject, *, menu: str) -> tuple[Page, ...]:
    """One page per written update; `menu` names the view they belong to."""
    return tuple(_page(update, subject=subject, menu=menu) for update in subject.student.updates)


_TITLES = {
    CommunicationKind.LEARNING_UPDATE: N_("Learning update"),
    CommunicationKind.SUMMARY_OF_LEARNING: N_("Summary of learning"),
}


def _page(update: LearningUpdate, *, subject: Subject, menu: str) -> Page:
    card = update_card(update, subject=subject)
    return Page(
        path=card.path,
        title=_TITLES[update.kind],
        template="learning-update.html",
        menu=menu,
        content=_content(update, card=card, subject=subject),
    )


def _content(update: LearningUpdate, *, card: UpdateCard, subject: Subject) -> LearningUpdateContent:
    student, framework = subject.student, subject.framework
    year = framework.year_of(update.given_on)
    bubbles = (
        reflection_bubble(one, subject=subject) for one in student.reflections if one.id in update.reflections
    )
    goals = (goal_link(goal, subject=subject) for goal in student.goals if goal.id in update.goals)
    areas = (_area(report, update=update, subject=subject) for report in update.areas)
    return LearningUpdateContent(
        card=card,
        areas=tuple(area for area in areas if area is not None),
        not_studied_now=tuple(area for area in framework.areas if area.id in update.not_studied_now),
        areas_language=framework.school_language,
        reflections=tuple(bubbles),
        self_assessments=tuple(
            shown
            for shown in self_assessments_newest_first(subject)
            if shown.made_on in year and shown.made_on <= update.given_on
        ),
        goals=tuple(goals),
        attendance=as_plain(update.attendance, language=framework.school_language),
        progress_path="progress.html",
        scale_path="scale.html",
    )


def _area(report: AreaReport, *, update: LearningUpdate, subject: Subject) -> ReportedArea | None:
    student, framework = subject.student, subject.framework
    area = framework.area(report.area)
    if area is None:
        return None
    basis = student.basis_of(report, year=framework.year_of(update.given_on), until=update.given_on)
    return ReportedArea(
        area=area,
        can_do=report.can_do,
        working_on=report.working_on,
        next_step=report.next_step,
        level=block_of(report.level, framework=framework) if report.level else None,
        reason=as_plain(report.reason, language=report.can_do.language),
        plan=as_plain(report.plan, language=report.can_do.language),
        evidence=cards_of((one.id for one in basis), subject=subject),
    )


def _informal(update: InformalUpdate, *, subject: Subject) -> InformalCard:
    return InformalCard(
        given_on=update.given_on,
        by=update.by,
        form=update.form,
        official=_official(CommunicationKind.INFORMAL_UPDATE, subject=subject),
        words=update.words,
    )


def _official(kind: CommunicationKind, *, subject: Subject) -> PlainWords | None:
    rules = subject.framework.reporting
    rule = rules.rule(kind) if rules else None
    return as_plain(rule.name, language=rules.language) if rules and rule else None
