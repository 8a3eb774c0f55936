"""Conversations between student, teacher and family, wherever they are kept: in a file of their own or inside what they are about."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.identifiers import EvidenceId, GoalId
from generator.model.talking import Remark
from generator.views.keys import evidence_path, goal_anchor, key_of, point_anchor
from generator.views.plain import PlainWords, excerpt
from generator.views.view import Subject


class ThreadSubject(StrEnum):
    """What a conversation is about."""

    EVIDENCE = "evidence"
    GOAL = "goal"
    POINT = "point of progress"
    LEARNING = "learning"
    """Nothing in particular."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One conversation, oldest remark first; every voice is named in words and looks different."""

    anchor: str = field(metadata={"help": "`id` of its element"})
    title: PlainWords | None = field(metadata={"help": "its own title; none where its subject says enough"})
    about: ThreadSubject = field(metadata={"help": "evidence, goal, point of progress, or learning"})
    about_title: PlainWords | None = field(metadata={"help": "what it is about, in its own words"})
    about_path: str = field(metadata={"help": "page of what it is about; empty for learning in general"})
    remarks: tuple[Remark, ...] = field(
        metadata={"help": "who said what on which day: `on`, `voice`, `by`, `words`"}
    )

    @property
    def latest_on(self) -> date:
        """The day of the last remark."""
        return self.remarks[-1].on


def all_threads(subject: Subject) -> tuple[Thread, ...]:
    """Every conversation, the one spoken in last first."""
    return tuple(sorted(_threads(subject), key=lambda thread: thread.latest_on, reverse=True))


def threads_about(
    subject: Subject, *, evidence: EvidenceId | None = None, goal: GoalId | None = None, point: str = ""
) -> tuple[Thread, ...]:
    """Conversations about one thing, oldest first."""
    kind, name = ThreadSubject.POINT, point
    if evidence is not None:
        kind, name = ThreadSubject.EVIDENCE, evidence
    elif goal is not None:
        kind, name = ThreadSubject.GOAL, goal
    path = _path(kind, name, subject=subject)
    found = (thread for thread in _threads(subject) if thread.about_path == path)
    return tuple(sorted(found, key=lambda thread: thread.remarks[0].on))


def _threads(subject: Subject) -> tuple[Thread, ...]:
    known: tuple[Thread, ...] | None = subject.worked_out.get("threads")
    if known is None:
        known = tuple(_read_off(subject))
        subject.worked_out["threads"] = known
    return known


def _read_off(subject: Subject) -> Iterator[Thread]:
    student = subject.student
    for said in student.conversations:
        kind, name = ThreadSubject.LEARNING, ""
        for one, value in (
            (ThreadSubject.EVIDENCE, said.evidence),
            (ThreadSubject.GOAL, said.goal),
            (ThreadSubject.POINT, said.point),
        ):
            if value:
                kind, name = one, value
        title = PlainWords(text=said.title, language=subject.framework.school_language)
        yield _thread(kind, name, key=said.id, title=title, remarks=said.remarks, subject=subject)
    inside = (
        *((ThreadSubject.EVIDENCE, one.id, one.conversation) for one in student.evidence),
        *((ThreadSubject.GOAL, one.id, one.conversation) for one in student.goals),
        *((ThreadSubject.POINT, one.id, one.conversation) for one in student.points),
    )
    for kind, name, remarks in inside:
        if remarks:
            yield _thread(kind, name, key=f"{kind}/{name}", title=None, remarks=remarks, subject=subject)


def _thread(
    kind: ThreadSubject,
    name: str,
    *,
    key: str,
    title: PlainWords | None,
    remarks: tuple[Remark, ...],
    subject: Subject,
) -> Thread:
    return Thread(
        anchor=f"conversation-{key_of(subject.student.id, kind='conversation', name=key)}",
        title=title,
        about=kind,
        about_title=_title(kind, name, subject=subject),
        about_path=_path(kind, name, subject=subject),
        remarks=remarks,
    )


def _path(kind: ThreadSubject, name: str, *, subject: Subject) -> str:
    student = subject.student
    if kind is ThreadSubject.EVIDENCE:
        return evidence_path(student.id, EvidenceId(name))
    if kind is ThreadSubject.GOAL:
        return f"goals.html#{goal_anchor(student.id, GoalId(name))}"
    point = next((one for one in student.points if one.id == name), None)
    return f"progress.html#{point_anchor(student.id, point)}" if point is not None else ""


def _title(kind: ThreadSubject, name: str, *, subject: Subject) -> PlainWords | None:
    student, framework = subject.student, subject.framework
    if kind is ThreadSubject.EVIDENCE:
        evidence = student.find_evidence(EvidenceId(name))
        return PlainWords(text=evidence.title, language=evidence.title_language) if evidence else None
    if kind is ThreadSubject.GOAL:
        goal = next((one for one in student.goals if one.id == name), None)
        return excerpt(goal.wording, longest=90) if goal else None
    point = next((one for one in student.points if one.id == name), None)
    area = framework.area(point.area) if point else None
    return PlainWords(text=area.name, language=framework.school_language) if area else None
