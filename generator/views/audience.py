"""What one reader may see of a student: everything else is taken out, and every reference to it too."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from generator.model.assessment import Assessment
from generator.model.audience import Audience
from generator.model.evidence import Evidence
from generator.model.goal import Goal
from generator.model.identifiers import EvidenceId
from generator.model.progress import LearningUpdate, PointOfProgress
from generator.model.reflection import Reflection
from generator.model.showcase import Showcase
from generator.model.student import Student
from generator.model.talking import Conference, Conversation


def seen_by(student: Student, *, audience: Audience) -> Student:
    """The student as that audience sees them.

    What is not admitted is gone, and nothing left names it: no evidence id, no goal, no point, no pick, no side of a
    comparison. Pages speak of the student by the chosen name, so the full name goes too, and with it the guardians.
    About me says who may see it nowhere, so it stays within the family. Staff see everything.
    """
    if audience is Audience.STAFF:
        return student
    evidence = tuple(
        _without_family_talk(one, audience=audience)
        for one in student.evidence
        if one.audience.admits(audience)
    )
    seen = frozenset(one.id for one in evidence)
    return replace(
        student,
        name=student.called,
        guardians=(),
        about=student.about if Audience.FAMILY.admits(audience) else None,
        evidence=evidence,
        assessments=_assessments(student.assessments, audience=audience, seen=seen),
        reflections=_reflections(student, audience=audience, seen=seen),
        goals=_goals(student.goals, audience=audience, seen=seen),
        points=_points(student.points, audience=audience, seen=seen),
        updates=_updates(student, audience=audience, seen=seen),
        informal_updates=tuple(one for one in student.informal_updates if one.audience.admits(audience)),
        comparisons=tuple(one for one in student.comparisons if one.earlier in seen and one.later in seen),
        showcase=_showcase(student.showcase, seen=seen),
        conversations=_conversations(student, audience=audience, seen=seen),
        conferences=_conferences(student, audience=audience, seen=seen),
        self_assessments=tuple(
            replace(one, evidence=_only(one.evidence, seen=seen))
            for one in student.self_assessments
            if one.audience.admits(audience)
        ),
    )


Spoken = TypeVar("Spoken", Evidence, Goal, PointOfProgress)


def _without_family_talk(record: Spoken, *, audience: Audience) -> Spoken:
    """What a family says stays within the family, however widely its subject is shared."""
    if record.conversation and not Audience.FAMILY.admits(audience):
        return replace(record, conversation=())
    return record


def _conversations(
    student: Student, *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[Conversation, ...]:
    goals = {goal.id for goal in student.goals if goal.audience.admits(audience)}
    points = {point.id for point in student.points if point.audience.admits(audience)}
    return tuple(
        one
        for one in student.conversations
        if one.audience.admits(audience)
        and (one.evidence is None or one.evidence in seen)
        and (one.goal is None or one.goal in goals)
        and (one.point is None or one.point in points)
    )


def _conferences(
    student: Student, *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[Conference, ...]:
    goals = {goal.id for goal in student.goals if goal.audience.admits(audience)}
    return tuple(
        replace(
            one,
            pieces=tuple(piece for piece in one.pieces if piece.evidence in seen),
            agreed=tuple(
                replace(agreed, goal=agreed.goal if agreed.goal in goals else None) for agreed in one.agreed
            ),
        )
        for one in student.conferences
        if one.audience.admits(audience)
    )


def _only(evidence: Iterable[EvidenceId], *, seen: frozenset[EvidenceId]) -> tuple[EvidenceId, ...]:
    return tuple(one for one in evidence if one in seen)


def _assessments(
    assessments: Iterable[Assessment], *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[Assessment, ...]:
    return tuple(
        replace(one, evidence=_only(one.evidence, seen=seen))
        for one in assessments
        if one.audience.admits(audience)
    )


def _reflections(
    student: Student, *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[Reflection, ...]:
    goals = {goal.id for goal in student.goals if goal.audience.admits(audience)}
    return tuple(
        replace(
            one,
            evidence=_only(one.evidence, seen=seen),
            goal=one.goal if one.goal in goals else None,
        )
        for one in student.reflections
        if one.audience.admits(audience)
    )


def _goals(goals: Iterable[Goal], *, audience: Audience, seen: frozenset[EvidenceId]) -> tuple[Goal, ...]:
    admitted = [goal for goal in goals if goal.audience.admits(audience)]
    known = {goal.id for goal in admitted}
    return tuple(
        replace(
            _without_family_talk(goal, audience=audience),
            evidence=_only(goal.evidence, seen=seen),
            steps=tuple(replace(step, evidence=_only(step.evidence, seen=seen)) for step in goal.steps),
            next_goal=goal.next_goal if goal.next_goal in known else None,
        )
        for goal in admitted
    )


def _points(
    points: Iterable[PointOfProgress], *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[PointOfProgress, ...]:
    admitted = [point for point in points if point.audience.admits(audience)]
    known = {point.id for point in admitted}
    return tuple(
        replace(
            _without_family_talk(point, audience=audience),
            evidence=_only(point.evidence, seen=seen),
            revises=point.revises if point.revises in known else None,
        )
        for point in admitted
    )


def _updates(
    student: Student, *, audience: Audience, seen: frozenset[EvidenceId]
) -> tuple[LearningUpdate, ...]:
    goals = {goal.id for goal in student.goals if goal.audience.admits(audience)}
    reflections = {one.id for one in student.reflections if one.audience.admits(audience)}
    return tuple(
        replace(
            one,
            areas=tuple(replace(area, evidence=_only(area.evidence, seen=seen)) for area in one.areas),
            reflections=tuple(known for known in one.reflections if known in reflections),
            goals=tuple(known for known in one.goals if known in goals),
        )
        for one in student.updates
        if one.audience.admits(audience)
    )


def _showcase(showcase: Showcase | None, *, seen: frozenset[EvidenceId]) -> Showcase | None:
    if showcase is None:
        return None
    return replace(showcase, picks=tuple(pick for pick in showcase.picks if pick.evidence in seen))
