"""Learning updates, informal updates, tasks and reporting rules: what is read, and what is said about slips."""

from datetime import date
from pathlib import Path

import pytest

from generator.model.progress import InformalForm
from generator.model.reporting import CommunicationKind, Part
from generator.model.task import Samr
from generator.problems import Problem, Severity
from tests.schools.tiny import SMALLEST, TinySchool

UPDATE = """\
by: ms-ito
areas:
  - area: science
    level: PRF
    can do: Asks questions nobody asked before.
    working on: Waiting for an answer.
    next step: Write one question down each day.
reflections: [2025-11-01-my-year]
goals: [ask-more]
attendance: Every day.
"""
SUMMARY = "date: 2026-06-20\n" + UPDATE
RULES = """\
name: The Ten Islands' Book of Telling
year begins: March
communications:
  - {kind: informal update, name: Harbour talk, count: 4}
  - {kind: summary of learning, name: Winter letter, count: 1, holds: [feedback], kinds of evidence: 3, days of evidence: 3}
words only: [K, 1]
"""


@pytest.fixture
def school(tmp_path: Path) -> TinySchool:
    """A tiny school that follows the rules of British Columbia, with all that an update names."""
    school = TinySchool(tmp_path)
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: bc\n")
    school.edit(
        "students/ana-lee/reflections/2025-11-01-my-year.md", "---\naudience: family\n---\nI asked a lot.\n"
    )
    school.edit(
        "students/ana-lee/goals/ask-more.yml", "goal: I want to ask more.\nset: 2025-10-01\nstate: new\n"
    )
    return school


def progress(school: TinySchool, name: str, text: str) -> TinySchool:
    return school.edit(f"students/ana-lee/progress/{name}.yml", text)


def only(school: TinySchool) -> Problem:
    return school.only_problem()


def test_a_learning_update_is_read_whole(school: TinySchool) -> None:
    (update,) = progress(school, "2025-12-05-learning-update", UPDATE).student().updates
    assert update.kind is CommunicationKind.LEARNING_UPDATE
    assert (update.given_on, update.by) == (date(2025, 12, 5), "Ms. Ito")
    (area,) = update.areas
    assert (area.area, area.level, area.can_do.text) == (
        "science",
        "PRF",
        "Asks questions nobody asked before.",
    )
    assert (update.reflections, update.goals, update.attendance) == (
        ("2025-11-01-my-year",),
        ("ask-more",),
        "Every day.",
    )


def test_an_update_is_no_point_of_progress(school: TinySchool) -> None:
    assert progress(school, "2025-12-05-learning-update", UPDATE).student().points == ()


def test_a_phone_call_counts(school: TinySchool) -> None:
    progress(school, "2025-10-21-informal-update", "by: ms-ito\nform: phone call\nwords: We laughed a lot.\n")
    (update,) = school.student().informal_updates
    assert (update.form, update.words.text) == (InformalForm.PHONE_CALL, "We laughed a lot.")


def test_a_task_is_read_and_named_by_evidence(school: TinySchool) -> None:
    school.edit(
        "tasks/creek.yml",
        "title: A year at the creek\nareas: science\nsamr: modification\nbecause: All lies side by side.\n",
    )
    school.evidence("task: creek")
    read = school.read()
    (task,) = read.tasks
    assert (task.id, task.samr) == ("creek", Samr.MODIFICATION)
    assert read.students[0].evidence[-1].task == "creek"


def test_a_task_nobody_wrote_is_named(school: TinySchool) -> None:
    school.edit("tasks/creek.yml", "title: A year at the creek\n").evidence("task: crek")
    assert (only(school).slug, only(school).fix) == ("unknown-task", "did you mean `creek`?")


def test_british_columbia_asks_for_five_communications(school: TinySchool) -> None:
    rules = school.read().framework.reporting
    assert rules
    assert [(rule.kind, rule.count) for rule in rules.communications] == [
        (CommunicationKind.LEARNING_UPDATE, 2),
        (CommunicationKind.SUMMARY_OF_LEARNING, 1),
        (CommunicationKind.INFORMAL_UPDATE, 2),
    ]
    assert all(set(rule.holds) == set(Part) for rule in rules.communications[:2])
    assert (rules.points_per_area, rules.first_month) == (1, 7)
    assert rules.words_only == ("K", *(str(grade) for grade in range(1, 10)))


def test_another_jurisdiction_is_another_file(school: TinySchool) -> None:
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: framework/islands.yml\n")
    rules = school.edit("framework/islands.yml", RULES).read().framework.reporting
    assert rules
    assert (rules.name, rules.first_month, rules.points_per_area) == (
        "The Ten Islands' Book of Telling",
        3,
        0,
    )
    assert rules.rule(CommunicationKind.LEARNING_UPDATE) is None


def test_rules_of_ones_own_are_held_against_what_is_written(school: TinySchool) -> None:
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: framework/islands.yml\n")
    school.edit("framework/islands.yml", RULES)
    progress(school, "2026-summary-of-learning", SUMMARY)
    assert only(school).slug == "thin-evidence"
    assert "Winter letter asks for 3 and 3" in only(school).message


def test_unknown_rules_come_with_those_that_ship(school: TinySchool) -> None:
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: bcc\n")
    assert only(school).slug == "unknown-reporting"
    assert "`bc`" in only(school).fix


@pytest.mark.parametrize(
    ("line", "fix"),
    [
        ("attendance: Every day.\n", "attendance:"),
        ("goals: [ask-more]\n", "`goals`"),
        ("reflections: [2025-11-01-my-year]\n", "core-competencies.yml"),
        ("    next step: Write one question down each day.\n", "next step:"),
        ("    level: PRF\n", "level:"),
    ],
)
def test_a_part_left_out_is_a_warning_with_its_mend(school: TinySchool, line: str, fix: str) -> None:
    progress(school, "2025-12-05-learning-update", UPDATE.replace(line, ""))
    assert (only(school).slug, only(school).severity) == ("missing-part", Severity.WARNING)
    assert fix in only(school).fix


def test_an_area_left_out_is_named_unless_it_had_no_turn(school: TinySchool) -> None:
    school.edit("framework/areas.yml", "- id: science\n  name: Science\n- id: music\n  name: Music\n")
    progress(school, "2025-12-05-learning-update", UPDATE)
    assert "`music`" in only(school).message
    progress(school, "2025-12-05-learning-update", UPDATE + "not studied now: music\n")
    assert school.slugs() == []


def test_an_area_the_class_does_not_study_is_not_missed(school: TinySchool) -> None:
    school.edit("framework/areas.yml", "- id: science\n  name: Science\n- id: music\n  name: Music\n")
    school.edit("groups/fir.md", "---\nname: Fir class\ngrade: 4\nteachers: [ms-ito]\nareas: science\n---\n")
    progress(school, "2025-12-05-learning-update", UPDATE)
    assert school.slugs() == []


def test_a_summary_on_one_piece_of_one_day_rests_on_too_little(school: TinySchool) -> None:
    school.evidence("area: science\nkind: product", name="2025-10-09-more")
    progress(school, "2026-summary-of-learning", SUMMARY)
    assert (only(school).slug, only(school).severity) == ("thin-evidence", Severity.WARNING)
    school.evidence("area: science\nkind: conversation", name="2025-11-12-talk")
    assert school.slugs() == []


def test_evidence_of_another_year_or_a_later_day_does_not_carry_a_summary(school: TinySchool) -> None:
    school.evidence("area: science\nkind: product", name="2025-10-09-more")
    school.evidence("area: science\nkind: conversation", name="2026-06-24-after")
    progress(school, "2026-summary-of-learning", SUMMARY)
    assert school.slugs() == ["thin-evidence"]


def test_insufficient_evidence_needs_a_reason_and_a_plan_and_nothing_else(school: TinySchool) -> None:
    told = "level: IE\n    plan: We look again in October."
    progress(school, "2026-summary-of-learning", SUMMARY.replace("level: PRF", told))
    assert (only(school).slug, only(school).severity) == ("no-reason", Severity.ERROR)
    told = told.replace("plan: We look again in October.", "reason: She came in May.")
    progress(school, "2026-summary-of-learning", SUMMARY.replace("level: PRF", told))
    assert (only(school).slug, only(school).severity) == ("no-plan", Severity.WARNING)
    told += "\n    plan: We look again in October."
    progress(school, "2026-summary-of-learning", SUMMARY.replace("level: PRF", told))
    assert school.slugs() == []


def test_what_the_family_may_not_see_is_not_named_in_an_update(school: TinySchool) -> None:
    school.edit("students/ana-lee/reflections/2025-11-01-my-year.md", "I asked a lot.\n")
    progress(school, "2025-12-05-learning-update", UPDATE)
    assert (only(school).slug, only(school).severity) == ("hidden-in-update", Severity.ERROR)


def test_an_area_is_reported_once(school: TinySchool) -> None:
    twice = UPDATE.replace(
        "areas:\n", "areas:\n  - {area: science, level: PRF, can do: Asks., next step: More.}\n"
    )
    progress(school, "2025-12-05-learning-update", twice)
    assert only(school).slug == "duplicate-area"


@pytest.mark.parametrize(
    ("comment", "slug"),
    [
        ("Ana is now Emerging in this.", "level-contradiction"),
        ("Works at the emerging level with graphs.", "level-contradiction"),
        ("Ana is emerging in explaining why things foam.", "level-contradiction"),
        ("Ana est maintenant Emerging dans ce domaine.", "level-contradiction"),
        ("Is emerging in confidence when others listen.", ""),
        ("Is emerging as somebody others ask.", ""),
        ("Was at the emerging level and is Proficient now.", ""),
        ("Emerging seedlings were measured every day.", ""),
        ("Ana got 85% on the leaf quiz.", "mark-in-words"),
        ("Earned a B+ in her project.", "mark-in-words"),
        ("Shows that a quarter is 25% of a whole.", ""),
        ("Explains why 3/4 is more than 2/3.", ""),
    ],
)
def test_words_agree_with_the_level_and_are_no_marks(school: TinySchool, comment: str, slug: str) -> None:
    point = f"by: ms-ito\nlevel: PRF\ncan do: {comment}\nnext step: One more.\nevidence: 2025-10-02-volcano\n"
    progress(school, "2025-12-05-science", point)
    assert school.slugs() == ([slug] if slug else [])


def test_a_word_of_another_level_is_named_where_it_stands(school: TinySchool) -> None:
    point = "by: ms-ito\nlevel: PRF\nnext step: One more.\nevidence: 2025-10-02-volcano\ncan do: >\n  Ana asks,\n  and is Emerging.\n"
    progress(school, "2025-12-05-science", point)
    assert (only(school).slug, only(school).origin.line, only(school).origin.column) == (
        "level-contradiction",
        7,
        7,
    )


def test_marks_are_fine_where_the_rules_allow_them(school: TinySchool) -> None:
    school.edit("school.yml", SMALLEST["school.yml"] + "reporting: framework/islands.yml\n")
    school.edit("framework/islands.yml", RULES)
    point = "by: ms-ito\nlevel: PRF\ncan do: Got 85% on the quiz.\nnext step: More.\nevidence: 2025-10-02-volcano\n"
    progress(school, "2025-12-05-science", point)
    assert school.slugs() == []
