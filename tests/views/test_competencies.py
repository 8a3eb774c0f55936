"""What I can do: sentences with the work that shows them, core competencies in the student's voice, thinking moves."""

from dataclasses import replace

from generator.model.audience import Audience
from generator.model.words import Voice
from generator.views.audience import seen_by
from generator.views.competencies import COMPETENCIES, CompetenciesContent
from generator.views.competency import CompetencyContent
from generator.views.evidence import EVIDENCE, EvidenceContent
from generator.views.view import Subject
from tests.views.builders import (
    asha,
    assessment,
    evidence,
    newcomer,
    reflection,
    self_assessment,
    student,
    subject,
)


def listed(known: Subject) -> CompetenciesContent:
    content = COMPETENCIES.build(known)[0].content
    assert isinstance(content, CompetenciesContent)
    return content


def page_of(known: Subject, *, competency: str) -> CompetencyContent:
    pages = (page.content for page in COMPETENCIES.build(known)[1:])
    return next(
        one for one in pages if isinstance(one, CompetencyContent) and one.competency.id == competency
    )


def test_only_the_students_grade_is_not_yet_seen() -> None:
    not_yet = [known.id for area in listed(newcomer()).areas for known in area.not_yet]
    assert "sc-question" in not_yet
    assert "sc-hypothesis" not in not_yet
    assert "core-creative" in not_yet


def test_what_was_shown_stands_even_where_it_belongs_to_another_grade() -> None:
    known = subject(student(evidence=(evidence(competencies=["sc-hypothesis"]),)))
    assert [one.link.competency.id for area in listed(known).areas for one in area.shown] == ["sc-hypothesis"]


def test_a_core_competency_carries_no_level_whatever_somebody_wrote() -> None:
    known = subject(
        student(
            evidence=(evidence(competencies=["core-creative"]),),
            assessments=(assessment(competency="core-creative", voice=Voice.STUDENT),),
        )
    )
    (entry,) = (one for area in listed(known).areas for one in area.shown)
    assert entry.assessed is None
    assert page_of(known, competency="core-creative").assessed is None


def test_the_statement_chosen_last_speaks_and_the_earlier_one_stays() -> None:
    page = page_of(asha(), competency="core-creative")
    assert [one.i_can.text for one in page.mine] == [
        "I can build on somebody's idea.",
        "I can get ideas when I play.",
    ]
    core = listed(asha()).areas[0]
    assert core.shown[0].mine == page.mine[0]


def test_a_self_assessment_of_the_student_alone_is_in_no_family_site() -> None:
    known = replace(
        student(evidence=(evidence(),)),
        self_assessments=(self_assessment(about=["2025-10-02-volcano"], audience=Audience.STUDENT),),
    )
    assert seen_by(known, audience=Audience.FAMILY).self_assessments == ()
    assert seen_by(known, audience=Audience.STUDENT).self_assessments == known.self_assessments


def test_a_self_assessment_forgets_the_evidence_its_reader_may_not_see() -> None:
    known = student(
        evidence=(evidence("2025-10-02-a", audience=Audience.STUDENT), evidence("2025-10-03-b")),
        self_assessments=(self_assessment(about=["2025-10-02-a", "2025-10-03-b"]),),
    )
    assert seen_by(known, audience=Audience.FAMILY).self_assessments[0].evidence == ("2025-10-03-b",)


def test_early_and_late_need_time_between_them() -> None:
    def shown(later: str) -> CompetencyContent:
        pieces = (
            evidence("2025-10-02-a", competencies=["en-write"]),
            evidence(later, competencies=["en-write"]),
        )
        return page_of(subject(student(evidence=pieces)), competency="en-write")

    assert shown("2025-10-20-b").first is None
    grown = shown("2026-01-20-b")
    assert grown.comparisons or (grown.first and grown.last)


def test_evidence_leads_to_the_page_of_its_competency() -> None:
    known = subject(student(evidence=(evidence(competencies=["en-write"]),)))
    content = EVIDENCE.build(known)[0].content
    assert isinstance(content, EvidenceContent)
    assert [one.path for one in content.competencies] == [COMPETENCIES.build(known)[1].path]


def test_thinking_moves_say_where_they_show() -> None:
    known = subject(
        student(
            evidence=(evidence(thinking=["explain"]),),
            reflections=(reflection(thinking=["explain", "wonder"]),),
        )
    )
    explain, wonder = listed(known).thinking
    assert (len(explain.evidence), len(explain.reflections)) == (1, 1)
    assert (len(wonder.evidence), len(wonder.reflections)) == (0, 1)


def test_levels_are_drawn_through_the_year_once_there_are_two() -> None:
    def drawn(*days: str) -> CompetencyContent:
        given = [assessment(on=day, competency="en-write") for day in days]
        elsewhere = assessment(on="2025-10-01", competency="ma-explain")
        pieces = (evidence(competencies=["en-write"]),)
        return page_of(
            subject(student(evidence=pieces, assessments=(*given, elsewhere))), competency="en-write"
        )

    assert drawn("2025-10-05").over_time is None
    shown = drawn("2025-10-05", "2026-02-05").over_time
    assert shown
    (strip,) = shown.strips
    assert [dot.given_on.isoformat() for dot in strip.dots] == ["2025-10-05", "2026-02-05"]
