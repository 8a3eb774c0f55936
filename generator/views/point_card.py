"""A point of progress as pages show it: the work, the words in three parts, then the level."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area
from generator.model.progress import PointOfProgress
from generator.model.words import Words
from generator.views.card import EvidenceCard, cards_of
from generator.views.keys import point_anchor
from generator.views.level_block import LevelBlock, block_of
from generator.views.plain import PlainWords, as_plain
from generator.views.threads import Thread, threads_about
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PointLink:
    """The way to a point of progress."""

    path: str = field(metadata={"help": "points of progress with the point's anchor"})
    area: Area = field(metadata={"help": "area of learning"})
    given_on: date = field(metadata={"help": "the day it was given"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PointCard:
    """One point of progress."""

    anchor: str = field(metadata={"help": "`id` of its element"})
    path: str = field(metadata={"help": "points of progress with the anchor"})
    area: Area = field(metadata={"help": "area of learning"})
    given_on: date = field(metadata={"help": "the day it was given"})
    by: str = field(metadata={"help": "the teacher's name as shown"})
    can_do: Words = field(metadata={"help": "what the learner can do; first"})
    working_on: Words | None = field(metadata={"help": "what the learner is working on; second"})
    next_step: Words | None = field(metadata={"help": "what comes next; third"})
    at_home: PlainWords | None = field(metadata={"help": "what helps at home"})
    level: LevelBlock = field(metadata={"help": "the level; after the words"})
    reason: PlainWords | None = field(metadata={"help": "for a level outside the scale: why"})
    plan: PlainWords | None = field(
        metadata={"help": "for a level outside the scale: what happens until when"}
    )
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "the work it is about"})
    whole_portfolio: bool = field(metadata={"help": "it is about the portfolio as a whole"})
    updates: PointLink | None = field(metadata={"help": "the earlier point it revises"})
    what_changed: Words | None = field(
        metadata={"help": "what is new since the earlier point, and what showed it"}
    )
    updated_by: PointLink | None = field(
        metadata={"help": "the later point that revises it; this one is history then"}
    )
    threads: tuple[Thread, ...] = field(
        metadata={"help": "what student, teacher and family say about it, oldest first"}
    )


def point_card(point: PointOfProgress, *, subject: Subject) -> PointCard | None:
    """One point of progress; None where the framework knows its area or level no more."""
    student, framework = subject.student, subject.framework
    area = framework.area(point.area)
    level = block_of(point.level, framework=framework)
    if area is None or level is None:
        return None
    language = point.can_do.language
    return PointCard(
        anchor=point_anchor(student.id, point),
        path=point_path(point, subject=subject),
        area=area,
        given_on=point.given_on,
        by=point.by,
        can_do=point.can_do,
        working_on=point.working_on,
        next_step=point.next_step,
        at_home=as_plain(point.at_home, language=language),
        level=level,
        reason=as_plain(point.reason, language=language),
        plan=as_plain(point.plan, language=language),
        evidence=cards_of(point.evidence, subject=subject),
        whole_portfolio=point.whole_portfolio,
        updates=_link(
            next((one for one in student.points if one.id == point.revises), None), subject=subject
        ),
        what_changed=point.what_changed,
        updated_by=_link(
            next((one for one in student.points if one.revises == point.id), None), subject=subject
        ),
        threads=threads_about(subject, point=point.id),
    )


def point_path(point: PointOfProgress, *, subject: Subject) -> str:
    """Where a point of progress stands, relative to the site's root."""
    return f"progress.html#{point_anchor(subject.student.id, point)}"


def _link(point: PointOfProgress | None, *, subject: Subject) -> PointLink | None:
    area = subject.framework.area(point.area) if point else None
    if point is None or area is None:
        return None
    return PointLink(path=point_path(point, subject=subject), area=area, given_on=point.given_on)
