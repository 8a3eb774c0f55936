"""What changed and why: two judgements of one voice about the same learning, and what came between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from generator.model.assessment import Assessment
from generator.model.evidence import Evidence
from generator.model.framework import Area, Competency
from generator.model.words import Words
from generator.views.history import ShownAssessment, show_assessment, subject_name
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementChange:
    """An assessment that was looked at again. Both stay; neither is crossed out."""

    area: Area | None = field(metadata={"help": "the area of learning; none for a core competency"})
    competency: Competency | None = field(
        metadata={"help": "the competency, or none where the whole area was judged"}
    )
    language: str = field(metadata={"help": "language of the names of area and competency"})
    before: ShownAssessment = field(metadata={"help": "what was said first"})
    after: ShownAssessment = field(metadata={"help": "what is said since; its evidence is what came between"})
    why: Words | None = field(metadata={"help": "what changed, in words; none where nobody wrote it"})


def judgement_changes(versions: Iterable[Evidence], *, subject: Subject) -> tuple[JudgementChange, ...]:
    """Changes in which any version of a piece was judged before or after, oldest first.

    A new, harder target is a new beginning and no change; the same level again is one only where somebody wrote why.
    """
    of_piece = {version.id for version in versions}
    changes = (
        change
        for before, after in _looked_at_again(subject.student.assessments)
        if of_piece & {*before.evidence, *after.evidence}
        and (change := _change(before, after, subject=subject)) is not None
    )
    return tuple(sorted(changes, key=lambda change: change.after.given_on))


def _looked_at_again(assessments: Iterable[Assessment]) -> Iterator[tuple[Assessment, Assessment]]:
    rows: dict[tuple[str, str], list[Assessment]] = {}
    for one in assessments:
        rows.setdefault((subject_name(one), str(one.voice)), []).append(one)
    for row in rows.values():
        # Stable, so that of two on one day the one further down the file is the later one.
        for before, after in pairwise(sorted(row, key=lambda one: one.given_on)):
            if not after.new_target and (after.level != before.level or after.what_changed):
                yield before, after


def _change(before: Assessment, after: Assessment, *, subject: Subject) -> JudgementChange | None:
    framework = subject.framework
    shown_before, shown_after = (
        show_assessment(before, subject=subject),
        show_assessment(after, subject=subject),
    )
    competency = framework.competency(after.competency) if after.competency else None
    area_id = competency.area if competency else after.area
    area = framework.area(area_id) if area_id else None
    if shown_before is None or shown_after is None or (competency is None and area is None):
        return None
    return JudgementChange(
        area=area,
        competency=competency,
        language=framework.school_language,
        before=shown_before,
        after=shown_after,
        why=after.what_changed,
    )
