"""The student as their keepsake tells of them: nobody else's child by name, and files by their place in the folder."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.keepsake.files import safe_name
from generator.model.evidence import Artifact, Evidence, Feedback
from generator.model.medium import Medium, Rendition
from generator.model.reflection import Reflection
from generator.model.student import Student
from generator.model.talking import Remark
from generator.model.words import Voice


def without_other_children(student: Student) -> Student:
    """The student without the names of classmates: whoever agreed to be named in a locked portfolio did not agree to this.

    `student` has been narrowed by `seen_by`. What a classmate said stays, for it was said to this student; who it was goes.
    """
    return replace(
        student,
        evidence=tuple(_alone(one) for one in student.evidence),
        goals=tuple(
            replace(
                goal,
                steps=tuple(
                    replace(step, by="") if step.voice is Voice.PEER else step for step in goal.steps
                ),
                conversation=_unnamed_remarks(goal.conversation),
            )
            for goal in student.goals
        ),
        points=tuple(replace(one, conversation=_unnamed_remarks(one.conversation)) for one in student.points),
        conversations=tuple(
            replace(one, remarks=_unnamed_remarks(one.remarks)) for one in student.conversations
        ),
        conferences=tuple(
            replace(one, present=tuple(who for who in one.present if who.voice is not Voice.PEER))
            for one in student.conferences
        ),
    )


def places_of_media(student: Student, *, media: Mapping[str, Medium]) -> Mapping[str, tuple[str, Rendition]]:
    """For each content path that became something: its place in the folder, and the rendition that lies there."""
    places: dict[str, tuple[str, Rendition]] = {}
    speaking: list[tuple[str, tuple[Artifact, ...]]] = [
        *((f"evidence/{safe_name(one.id)}", one.artifacts) for one in student.evidence),
        *((f"reflections/{safe_name(one.id)}", one.artifacts) for one in student.reflections),
    ]
    named = [
        (f"{place}-{number}", artifact.path)
        for place, artifacts in speaking
        for number, artifact in enumerate(artifacts, start=1)
    ]
    if student.about:
        named += [
            (place, path)
            for place, path in (("hello", student.about.hello), ("picture", student.about.picture))
            if path
        ]
    for place, path in named:
        kept = _kept_rendition(media.get(path))
        if kept is not None and path not in places:
            suffix = kept.path.rpartition(".")[2]
            places[path] = (f"source/{place}.{suffix}", kept)
    return places


def by_place(student: Student, *, places: Mapping[str, tuple[str, Rendition]]) -> Student:
    """The student with every artifact's path as its place in the folder; what is not there is taken out."""
    about = student.about
    return replace(
        student,
        about=about
        and replace(
            about, hello=_place(about.hello, places=places), picture=_place(about.picture, places=places)
        ),
        evidence=tuple(_placed(one, places=places) for one in student.evidence),
        reflections=tuple(_placed(one, places=places) for one in student.reflections),
    )


Speaking = TypeVar("Speaking", Evidence, Reflection)


def _placed(record: Speaking, *, places: Mapping[str, tuple[str, Rendition]]) -> Speaking:
    kept = tuple(replace(one, path=places[one.path][0]) for one in record.artifacts if one.path in places)
    return replace(record, artifacts=kept)


def _place(path: str | None, *, places: Mapping[str, tuple[str, Rendition]]) -> str | None:
    return places[path][0] if path and path in places else None


def _kept_rendition(medium: Medium | None) -> Rendition | None:
    if medium is None:
        return None
    return medium.play or medium.download or medium.large


def _alone(evidence: Evidence) -> Evidence:
    part = evidence.part
    return replace(
        evidence,
        feedback=tuple(_unnamed(one) for one in evidence.feedback),
        conversation=_unnamed_remarks(evidence.conversation),
        part=part and replace(part, partners=tuple(replace(partner, name="") for partner in part.partners)),
        rubric=evidence.rubric
        and replace(
            evidence.rubric,
            marks=tuple(
                replace(mark, by="") if mark.voice is Voice.PEER else mark for mark in evidence.rubric.marks
            ),
        ),
    )


def _unnamed(feedback: Feedback) -> Feedback:
    return replace(feedback, by="") if feedback.voice is Voice.PEER else feedback


def _unnamed_remarks(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    return tuple(replace(one, by="") if one.voice is Voice.PEER else one for one in remarks)
