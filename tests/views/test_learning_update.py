"""Learning updates and the summary of learning: what they say, what they rest on, and what a reader may not see of them."""

from dataclasses import replace

from generator.model.audience import Audience
from generator.model.evidence import EvidenceKind
from generator.model.identifiers import AreaId
from generator.model.reporting import CommunicationKind
from generator.model.student import Student
from generator.views.audience import seen_by
from generator.views.learning_update import LearningUpdateContent
from generator.views.progress import ProgressContent, build
from generator.views.timeline import TimelineContent
from generator.views.timeline import build as build_timeline
from tests.views.builders import (
    area_report,
    assessment,
    evidence,
    goal,
    informal,
    point,
    reflection,
    student,
    subject,
    update,
)


def content_of(one: Student, *, number: int = 0) -> LearningUpdateContent:
    page = build(subject(one))[1 + number]
    assert isinstance(page.content, LearningUpdateContent)
    return page.content


def progress_of(one: Student) -> ProgressContent:
    content = build(subject(one))[0].content
    assert isinstance(content, ProgressContent)
    return content


def test_each_written_update_has_a_page_and_a_way_to_it() -> None:
    someone = student(
        updates=(
            update(),
            update("2026-summary", on="2026-06-20", kind=CommunicationKind.SUMMARY_OF_LEARNING),
        )
    )
    pages = build(subject(someone))
    assert [card.kind for card in progress_of(someone).updates] == [
        CommunicationKind.SUMMARY_OF_LEARNING,
        CommunicationKind.LEARNING_UPDATE,
    ]
    assert {page.path for page in pages[1:]} == {card.path for card in progress_of(someone).updates}
    assert [page.title for page in pages[1:]] == ["Learning update", "Summary of learning"]


def test_the_words_come_before_the_level() -> None:
    (area,) = content_of(student(updates=(update(),))).areas
    assert [name for name in area.__dataclass_fields__ if name in {"can_do", "next_step", "level"}] == [
        "can_do",
        "next_step",
        "level",
    ]
    assert area.level is not None
    assert area.level.level.name == "Proficient"


def test_an_area_rests_on_what_the_teacher_named() -> None:
    someone = student(
        evidence=(
            evidence("2025-10-02-story", areas=["english"]),
            evidence("2025-10-20-poem", areas=["english"]),
        ),
        updates=(update(areas=(area_report(about=["2025-10-20-poem"]),)),),
    )
    (area,) = content_of(someone).areas
    assert [card.title.text for card in area.evidence] == ["Poem"]


def test_where_nothing_is_named_it_rests_on_the_areas_evidence_of_the_year_up_to_its_day() -> None:
    someone = student(
        evidence=(
            evidence("2025-06-02-last-year", areas=["english"]),
            evidence("2025-10-02-story", areas=["english"]),
            evidence("2025-11-02-talk", areas=["english"], kinds=(EvidenceKind.CONVERSATION,)),
            evidence("2025-11-03-numbers", areas=["mathematics"]),
            evidence("2026-01-20-after", areas=["english"]),
        ),
        updates=(update(),),
    )
    (area,) = content_of(someone).areas
    assert [card.title.text for card in area.evidence] == ["Story", "Talk"]


def test_a_level_is_the_teachers_own_and_never_worked_out() -> None:
    someone = student(
        evidence=(evidence("2025-10-02-story", areas=["english"]),),
        assessments=(
            assessment("EME", area="english", about=["2025-10-02-story"]),
            assessment("DEV", area="english", on="2025-11-01", about=["2025-10-02-story"]),
        ),
        updates=(update(areas=(area_report(level_id=""),)),),
    )
    (area,) = content_of(someone).areas
    assert area.level is None


def test_the_students_own_look_back_and_goals_come_along() -> None:
    someone = student(
        reflections=(reflection(), reflection("2025-11-02-other")),
        goals=(goal(),),
        updates=(update(reflections=["2025-10-10-my-volcano"], goals=["read-every-night"]),),
    )
    content = content_of(someone)
    assert [bubble.title.text for bubble in content.reflections] == ["My volcano"]
    assert len(content.goals) == 1


def test_talks_between_the_updates_stand_with_them() -> None:
    (card,) = progress_of(student(informal_updates=(informal(),))).informal
    assert card.words.text == "We laughed about the vinegar."


def test_areas_a_class_does_not_study_are_not_to_come() -> None:
    someone = student(points=(point(),))
    someone = replace(someone, group=replace(someone.group, areas=(AreaId("mathematics"), AreaId("english"))))
    assert [area.id for area in progress_of(someone).areas_to_come] == ["english"]


def test_what_is_for_teachers_is_not_in_a_familys_updates() -> None:
    someone = student(
        evidence=(evidence("2025-10-02-story", areas=["english"], audience=Audience.STAFF),),
        reflections=(reflection(audience=Audience.STUDENT),),
        updates=(
            update(areas=(area_report(about=["2025-10-02-story"]),), reflections=["2025-10-10-my-volcano"]),
            update("2026-03-05-learning-update", audience=Audience.STAFF),
        ),
        informal_updates=(informal(audience=Audience.STAFF),),
    )
    seen = seen_by(someone, audience=Audience.FAMILY)
    (kept,) = seen.updates
    assert (kept.areas[0].evidence, kept.reflections, seen.informal_updates) == ((), (), ())


def test_a_showcase_has_no_updates() -> None:
    seen = seen_by(student(updates=(update(),), informal_updates=(informal(),)), audience=Audience.SHOWCASE)
    assert (seen.updates, seen.informal_updates) == ((), ())


def test_area_competency_kind_and_level_filter_the_timeline_together() -> None:
    someone = student(
        evidence=(
            evidence(
                "2025-10-02-story",
                areas=["english"],
                competencies=["en-write"],
                kinds=(EvidenceKind.PRODUCT,),
            ),
            evidence("2025-10-09-numbers", areas=["mathematics"], kinds=(EvidenceKind.OBSERVATION,)),
        ),
        assessments=(
            assessment("DEV", competency="en-write", about=["2025-10-02-story"]),
            assessment("PRO", area="mathematics", about=["2025-10-09-numbers"]),
        ),
        updates=(update(),),
    )
    content = build_timeline(subject(someone))[0].content
    assert isinstance(content, TimelineContent)
    entries = [entry for term in content.terms for month in term.months for entry in month.entries]
    story = next(entry for entry in entries if entry.evidence and entry.evidence.title.text == "Story")
    assert {"area:english", "competency:en-write", "kind:product", "level:DEV"} <= set(story.tokens)
    assert {str(group.kind) for group in content.filters} >= {"area", "kind", "level"}
    assert [entry.update.kind for entry in entries if entry.update] == [CommunicationKind.LEARNING_UPDATE]
