"""Three sources for one competency, as families read them and as staff balance them."""

from generator.model.evidence import EvidenceKind
from generator.model.words import Voice
from generator.views.triangulation import HowWeKnow, balances, how_we_know
from generator.views.view import Subject
from tests.views.builders import assessment, evidence, newcomer, reflection, student, subject

SEEN, SAID, MADE = EvidenceKind.OBSERVATION, EvidenceKind.CONVERSATION, EvidenceKind.PRODUCT


def of(subject_known: Subject) -> HowWeKnow:
    (known,) = how_we_know(subject_known)
    return known


def two_sources(levels: tuple[str, str], *, days: tuple[str, str]) -> Subject:
    return subject(
        student(
            evidence=(
                evidence("2025-10-02-a", kinds=(SEEN,), competencies=["en-write"]),
                evidence("2025-10-03-b", kinds=(MADE,), competencies=["en-write"]),
            ),
            assessments=(
                assessment(levels[0], on=days[0], competency="en-write", about=["2025-10-02-a"]),
                assessment(levels[1], on=days[1], competency="en-write", about=["2025-10-03-b"]),
            ),
        )
    )


def test_one_event_may_serve_two_sources_and_its_judgement_is_told_once() -> None:
    known = of(
        subject(
            student(
                evidence=(evidence("2025-10-02-a", kinds=(MADE, SEEN), competencies=["en-write"]),),
                assessments=(assessment(competency="en-write", about=["2025-10-02-a"]),),
            )
        )
    )
    assert {one.source: [len(item.judgements) for item in one.items] for one in known.sources} == {
        SEEN: [0],
        SAID: [],
        MADE: [1],
    }


def test_a_reflection_counts_as_said() -> None:
    known = of(subject(student(reflections=(reflection(competencies=["en-write"]),))))
    said = next(one for one in known.sources if one.source is SAID)
    assert [item.path.split("#")[0] for item in said.items] == ["reflections.html"]


def test_every_source_is_there_and_the_newest_comes_first() -> None:
    known = of(
        subject(
            student(
                evidence=(
                    evidence("2025-10-02-a", competencies=["en-write"]),
                    evidence("2025-11-02-b", competencies=["en-write"]),
                )
            )
        )
    )
    assert [one.source for one in known.sources] == [SEEN, SAID, MADE]
    assert [item.on.month for item in known.sources[2].items] == [11, 10]


def test_two_sources_that_disagree_at_the_same_time_both_stand() -> None:
    assert of(two_sources(("PRO", "DEV"), days=("2025-10-05", "2025-10-20"))).differ


def test_growth_is_no_disagreement() -> None:
    assert not of(two_sources(("DEV", "PRO"), days=("2025-10-05", "2026-02-20"))).differ


def test_sources_that_agree_do_not_differ() -> None:
    assert not of(two_sources(("DEV", "DEV"), days=("2025-10-05", "2025-10-20"))).differ


def test_what_a_student_thinks_is_no_second_source() -> None:
    known = of(
        subject(
            student(
                evidence=(
                    evidence("2025-10-02-a", kinds=(SEEN,), competencies=["en-write"]),
                    evidence("2025-10-03-b", kinds=(MADE,), competencies=["en-write"]),
                ),
                assessments=(
                    assessment("DEV", competency="en-write", about=["2025-10-02-a"]),
                    assessment("PRO", competency="en-write", about=["2025-10-03-b"], voice=Voice.STUDENT),
                ),
            )
        )
    )
    assert not known.differ


def test_nobody_knows_anything_at_first() -> None:
    assert how_we_know(newcomer()) == ()


def test_staff_see_what_is_missing_for_the_grade_and_for_what_was_shown() -> None:
    known = subject(
        student(
            evidence=(
                evidence("2025-10-02-a", kinds=(SEEN, MADE), competencies=["en-write"], areas=["english"]),
                evidence("2025-11-02-b", competencies=["en-write"], areas=["english"]),
            )
        )
    )
    found = {f"{one.area}/{one.competency or ''}": one for one in balances(known)}
    writing = found["english/en-write"]
    assert (writing.observed, writing.said, writing.made, writing.missing) == (1, 0, 2, (SAID,))
    assert writing.newest
    assert writing.newest.month == 11
    assert found["science/"].missing == (SEEN, SAID, MADE)
    assert "science/sc-question" in found
    assert "science/sc-hypothesis" not in found, "it belongs to another grade"
