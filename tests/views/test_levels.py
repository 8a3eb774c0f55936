from dataclasses import replace
from datetime import date

from generator.model.framework import Term
from generator.model.words import Voice
from generator.views.history import assessed_subjects
from generator.views.levels import LevelStrip, levels_over_time
from tests.views.builders import assessment, evidence, point, student, subject


def _strip(*assessments: object, points: tuple[object, ...] = ()) -> LevelStrip:
    given = subject(student(assessments=assessments, points=points))  # type: ignore[arg-type]
    (strip,) = levels_over_time(given).strips
    return strip


def _days(strip: LevelStrip) -> list[list[str]]:
    return [[dot.given_on.isoformat() for dot in run.dots] for run in strip.runs]


def test_one_voice_about_one_competency_is_one_line() -> None:
    strip = _strip(
        assessment("DEV", on="2025-11-01", competency="en-write"),
        assessment("EME", on="2025-10-01", competency="en-write"),
    )
    assert _days(strip) == [["2025-10-01", "2025-11-01"]]


def test_a_new_target_breaks_the_line() -> None:
    strip = _strip(
        assessment("PRO", on="2025-10-01", competency="en-write"),
        assessment("EME", on="2025-11-01", competency="en-write", new_target=True),
    )
    assert _days(strip) == [["2025-10-01"], ["2025-11-01"]]
    assert [run.new_target for run in strip.runs] == [False, True]


def test_voices_and_competencies_are_never_joined() -> None:
    strip = _strip(
        assessment("PRO", on="2025-10-01", competency="en-write"),
        assessment("DEV", on="2025-10-02", competency="en-write", voice=Voice.STUDENT),
        assessment("DEV", on="2025-10-03", area="english"),
    )
    assert _days(strip) == [["2025-10-01"], ["2025-10-02"], ["2025-10-03"]]
    assert strip.voices == (Voice.STUDENT, Voice.TEACHER)


def test_a_level_outside_the_scale_stands_by_itself() -> None:
    strip = _strip(
        assessment("EME", on="2025-10-01", area="science"),
        assessment("INS", on="2025-11-01", area="science"),
        assessment("DEV", on="2025-12-01", area="science"),
    )
    assert _days(strip) == [["2025-10-01"], ["2025-11-01"], ["2025-12-01"]]
    assert [dot.level.outside for dot in strip.dots] == [False, True, False]


def test_points_of_progress_join_what_the_teacher_said_about_the_area() -> None:
    strip = _strip(assessment("DEV", on="2025-10-01", area="mathematics"), points=(point(),))
    assert _days(strip) == [["2025-10-01", "2026-02-03"]]
    assert [dot.point for dot in strip.dots] == [False, True]
    assert strip.dots[1].path.startswith("progress.html#point-")


def test_all_strips_share_the_days_of_the_school_year() -> None:
    over_time = levels_over_time(subject(student(assessments=[assessment(area="science", on="2025-09-02")])))
    assert (str(over_time.first_day), str(over_time.last_day)) == ("2025-09-02", "2026-06-30")
    assert over_time.strips[0].dots[0].along == 0


def test_a_day_outside_the_terms_stays_on_the_strip() -> None:
    over_time = levels_over_time(subject(student(assessments=[assessment(area="science", on="2026-07-15")])))
    assert over_time.strips[0].dots[0].along == 1


def test_a_core_competency_is_on_no_strip() -> None:
    given = subject(student(assessments=[assessment(competency="core-creative", voice=Voice.STUDENT)]))
    assert levels_over_time(given).strips == ()


def test_a_dot_leads_to_the_piece_it_rests_on_or_nowhere() -> None:
    known = evidence("2025-10-02-story")
    given = subject(
        student(
            evidence=[known],
            assessments=[
                assessment(area="science", about=["2025-01-01-withheld", known.id]),
                assessment(area="science", on="2025-11-01"),
            ],
        )
    )
    first, second = levels_over_time(given).strips[0].dots
    assert first.path.startswith("e/")
    assert second.path == ""


def test_the_latest_assessment_of_a_voice_is_current_and_the_earlier_ones_stay() -> None:
    given = subject(student())
    (subject_of,) = assessed_subjects(
        [
            assessment("PRO", on="2025-12-01", competency="en-write"),
            assessment("EME", on="2025-10-01", competency="en-write"),
            assessment("DEV", on="2025-11-01", competency="en-write"),
        ],
        subject=given,
    )
    (voice,) = subject_of.voices
    assert voice.current.level.level.name == "Proficient"
    assert [one.level.level.name for one in voice.earlier] == ["Developing", "Emerging"]


def test_of_two_on_one_day_the_one_written_later_is_current() -> None:
    (subject_of,) = assessed_subjects(
        [assessment("EME", area="science"), assessment("DEV", area="science")], subject=subject(student())
    )
    assert subject_of.voices[0].current.level.level.name == "Developing"


def test_student_and_teacher_who_see_it_differently_give_a_question_and_no_score() -> None:
    (differing,) = assessed_subjects(
        [assessment("EME", area="science", voice=Voice.STUDENT), assessment("DEV", area="science")],
        subject=subject(student()),
    )
    (agreeing,) = assessed_subjects(
        [assessment("DEV", area="science", voice=Voice.STUDENT), assessment("DEV", area="science")],
        subject=subject(student()),
    )
    assert (differing.differ, agreeing.differ) == (True, False)
    assert [voice.voice for voice in differing.voices] == [Voice.STUDENT, Voice.TEACHER]


def test_a_level_by_a_classmate_or_the_family_is_drawn_nowhere() -> None:
    for voice in (Voice.PEER, Voice.FAMILY):
        given = assessment("DEV", area="science", voice=voice)
        assert assessed_subjects([given], subject=subject(student())) == ()
        assert levels_over_time(subject(student(assessments=(given,)))).strips == ()


def test_subjects_come_in_the_frameworks_order_with_core_competencies_last() -> None:
    subjects = assessed_subjects(
        [
            assessment(competency="core-creative", voice=Voice.STUDENT),
            assessment(area="science"),
            assessment(competency="en-write"),
            assessment(area="english"),
        ],
        subject=subject(student()),
    )
    assert [one.competency.id if one.competency else one.area.id if one.area else "" for one in subjects] == [
        "english",
        "en-write",
        "science",
        "core-creative",
    ]


def test_the_terms_of_a_year_in_which_nobody_said_anything_do_not_squeeze_the_strips() -> None:
    known = subject(student(assessments=[assessment(area="science", on="2025-10-02")]))
    earlier = Term(name="Before", first_day=date(2023, 9, 5), last_day=date(2024, 6, 28))
    framework = replace(known.framework, terms=(earlier, *known.framework.terms))
    over_time = levels_over_time(replace(known, framework=framework, worked_out={}))
    assert (str(over_time.first_day), str(over_time.last_day)) == ("2025-09-02", "2026-06-30")
