"""What changed and why: a resubmission or a conversation that changes a judgement, with both judgements kept."""

from dataclasses import replace

from generator.model.assessment import Assessment
from generator.model.evidence import EvidenceKind
from generator.model.words import Voice
from generator.views.evidence import EVIDENCE, EvidenceContent
from generator.views.judgement_changes import JudgementChange
from generator.views.progress import PROGRESS, ProgressContent
from tests.views.builders import assessment, evidence, point, student, subject, words

CHECK, AGAIN, TALK = "2025-11-27-check", "2026-01-22-check-again", "2026-02-01-talk"
BEFORE = assessment(
    "EME", on="2025-11-28", competency="ma-explain", about=[CHECK], comment="Takes numbers apart."
)


def _changes(*assessments: Assessment, page: str = CHECK) -> tuple[JudgementChange, ...]:
    given = student(
        evidence=(
            evidence(CHECK, piece="check"),
            evidence(AGAIN, piece="check"),
            evidence(TALK, kinds=(EvidenceKind.CONVERSATION,)),
        ),
        assessments=assessments,
    )
    pages = EVIDENCE.build(subject(given))
    content = {
        str(one.id): built.content for one, built in zip(reversed(given.evidence), pages, strict=True)
    }[page]
    assert isinstance(content, EvidenceContent)
    return content.changed


def test_a_resubmission_that_changes_a_judgement_says_so_on_every_version() -> None:
    after = replace(
        assessment("PRO", on="2026-01-23", competency="ma-explain", about=[AGAIN]),
        what_changed=words("She drew both rooms."),
    )
    for page in (CHECK, AGAIN):
        (change,) = _changes(BEFORE, after, page=page)
        assert change.before.level.level.name == "Emerging"
        assert change.after.level.level.name == "Proficient"
        assert change.why == words("She drew both rooms.")
        assert [card.title.text for card in change.after.evidence]
        assert change.before.comment == words("Takes numbers apart.")


def test_a_conversation_can_change_a_judgement_too() -> None:
    after = assessment("DEV", on="2026-02-02", competency="ma-explain", about=[TALK])
    assert len(_changes(BEFORE, after)) == len(_changes(BEFORE, after, page=TALK)) == 1


def test_the_same_level_is_a_change_only_where_somebody_says_why() -> None:
    again = assessment("EME", on="2026-01-23", competency="ma-explain", about=[AGAIN])
    assert _changes(BEFORE, again) == ()
    assert len(_changes(BEFORE, replace(again, what_changed=words("The reason is new.")))) == 1


def test_another_voice_another_learning_and_a_new_target_are_no_change() -> None:
    for other in (
        assessment("PRO", on="2026-01-23", competency="ma-explain", about=[AGAIN], voice=Voice.STUDENT),
        assessment("PRO", on="2026-01-23", competency="en-write", about=[AGAIN]),
        assessment("PRO", on="2026-01-23", competency="ma-explain", about=[AGAIN], new_target=True),
    ):
        assert _changes(BEFORE, other) == ()


def test_three_judgements_make_two_changes_oldest_first() -> None:
    middle = assessment("DEV", on="2025-12-20", competency="ma-explain", about=[CHECK])
    last = assessment("PRO", on="2026-01-23", competency="ma-explain", about=[AGAIN])
    levels = [(one.before.level.level.id, one.after.level.level.id) for one in _changes(last, BEFORE, middle)]
    assert levels == [("EME", "DEV"), ("DEV", "PRO")]


def test_a_point_of_progress_keeps_the_one_it_updates_and_says_why() -> None:
    earlier = point("2025-11-28-mathematics", level_id="DEV")
    later = replace(
        point("2026-02-03-mathematics", revises="2025-11-28-mathematics"), what_changed=words("A second way.")
    )
    content = PROGRESS.build(subject(student(points=(earlier, later))))[0].content
    assert isinstance(content, ProgressContent)
    newest, before = content.areas[0].points
    assert newest.what_changed == words("A second way.")
    assert newest.updates
    assert newest.updates.given_on == before.given_on
    assert before.level.level.name == "Developing"
    assert before.updated_by
    assert before.updated_by.given_on == newest.given_on
