"""What is still to come for one family, by the rules of a jurisdiction."""

from dataclasses import replace
from datetime import date

from generator.model.audience import Audience
from generator.model.framework import Framework
from generator.model.identifiers import AreaId, UpdateId
from generator.model.progress import InformalForm, InformalUpdate, LearningUpdate
from generator.model.reporting import CommunicationKind, CommunicationRule, Part, ReportingRules, school_year
from generator.reporting.due import due_for, newest_day, year_to_look_at
from tests.views.builders import ORIGIN, day, evidence, framework, point, student, words

RULES = ReportingRules(
    name="The Ten Islands' Book of Telling",
    language="en",
    address="",
    first_month=9,
    communications=(
        CommunicationRule(
            kind=CommunicationKind.LEARNING_UPDATE,
            name="Letter",
            count=2,
            holds=(Part.FEEDBACK,),
            kinds_of_evidence=0,
            days_of_evidence=0,
        ),
        CommunicationRule(
            kind=CommunicationKind.INFORMAL_UPDATE,
            name="Harbour talk",
            count=1,
            holds=(),
            kinds_of_evidence=0,
            days_of_evidence=0,
        ),
    ),
    points_per_area=1,
    words_only=("4",),
)
YEAR = school_year(day("2026-01-01"), first_month=9)


def ruled() -> Framework:
    return replace(framework(), reporting=RULES)


def letter(on: str) -> LearningUpdate:
    return LearningUpdate(
        id=UpdateId(f"{on}-learning-update"),
        kind=CommunicationKind.LEARNING_UPDATE,
        given_on=day(on),
        by="Ms. Okafor",
        words=None,
        areas=(),
        not_studied_now=(),
        reflections=(),
        goals=(),
        attendance="",
        audience=Audience.FAMILY,
        origin=ORIGIN,
    )


def talk(on: str) -> InformalUpdate:
    return InformalUpdate(
        id=UpdateId(f"{on}-informal-update"),
        given_on=day(on),
        by="Ms. Okafor",
        form=InformalForm.PHONE_CALL,
        words=words("We talked."),
        audience=Audience.FAMILY,
        origin=ORIGIN,
    )


def test_for_a_newcomer_everything_is_to_come() -> None:
    due = due_for(student(), framework=ruled(), rules=RULES, year=YEAR)
    assert [(one.rule.name, one.to_come) for one in due.communications_to_come] == [
        ("Letter", 2),
        ("Harbour talk", 1),
    ]
    assert due.areas_to_come == ("english", "mathematics", "science")
    assert not due.complete


def test_what_was_told_in_the_year_counts_and_nothing_else() -> None:
    told = replace(
        student(points=(point("2025-11-28-mathematics"), point("2025-06-01-science"))),
        updates=(letter("2025-06-20"), letter("2025-12-05")),
        informal_updates=(talk("2025-10-01"),),
    )
    due = due_for(told, framework=ruled(), rules=RULES, year=YEAR)
    assert [(one.rule.name, one.to_come) for one in due.communications_to_come] == [("Letter", 1)]
    assert due.communications[0].given_on == (date(2025, 12, 5),)
    assert due.areas_to_come == ("english", "science")


def test_nothing_is_to_come_when_all_was_told() -> None:
    areas = ("english", "mathematics", "science")
    told = replace(
        student(points=tuple(point(f"2026-02-03-{area}") for area in areas)),
        updates=(letter("2025-12-05"), letter("2026-03-05")),
        informal_updates=(talk("2025-10-01"), talk("2026-04-01")),
    )
    assert due_for(told, framework=ruled(), rules=RULES, year=YEAR).complete


def test_insufficient_evidence_promises_a_point_and_is_none() -> None:
    told = student(points=(point("2026-02-03-science", level_id="INS", reason="Ill; again in May."),))
    due = due_for(told, framework=ruled(), rules=RULES, year=YEAR)
    assert due.areas_to_come == ("english", "mathematics", "science")


def test_areas_the_class_does_not_study_are_not_asked_for() -> None:
    someone = student()
    someone = replace(someone, group=replace(someone.group, areas=(AreaId("science"),)))
    assert due_for(someone, framework=ruled(), rules=RULES, year=YEAR).areas_to_come == ("science",)


def test_rules_without_points_of_progress_ask_for_none() -> None:
    rules = replace(RULES, points_per_area=0)
    assert due_for(student(), framework=ruled(), rules=rules, year=YEAR).areas_to_come == ()


def test_where_reports_carry_letter_grades_what_holds_a_level_is_left_to_the_record() -> None:
    letter_rule = replace(RULES.communications[0], holds=(Part.LEVELS, Part.FEEDBACK))
    rules = replace(RULES, communications=(letter_rule, *RULES.communications[1:]))
    someone = student()
    older = replace(someone, group=replace(someone.group, grade="11"))
    due = due_for(older, framework=ruled(), rules=rules, year=YEAR)
    assert [one.rule.name for one in due.communications] == ["Harbour talk"]
    assert due.areas_to_come == ()
    assert len(due_for(someone, framework=ruled(), rules=rules, year=YEAR).communications) == 2
    in_words = replace(rules, words_only=())
    assert len(due_for(older, framework=ruled(), rules=in_words, year=YEAR).communications) == 2


def test_a_school_year_begins_on_the_first_of_its_month() -> None:
    assert (YEAR.first_day, YEAR.last_day) == (date(2025, 9, 1), date(2026, 8, 31))
    assert school_year(day("2025-09-01"), first_month=9) == YEAR
    assert date(2025, 8, 31) not in YEAR


def test_the_year_to_look_at_is_the_days_own_where_the_school_has_terms_in_it() -> None:
    assert year_to_look_at(ruled(), [student()], on=day("2026-02-01")) == YEAR


def test_where_the_day_has_no_term_the_last_year_with_entries_is_looked_at() -> None:
    someone = student(evidence=(evidence("2026-05-20-heron"),))
    assert year_to_look_at(ruled(), [someone], on=day("2027-02-01")) == YEAR


def test_the_newest_day_is_that_of_anything_written_down() -> None:
    someone = replace(
        student(evidence=(evidence("2026-05-20-heron"),)), informal_updates=(talk("2026-06-01"),)
    )
    assert newest_day([someone, student()]) == date(2026, 6, 1)
    assert newest_day([student()]) is None
