import pytest

from generator.problems import Severity
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"
POINT = "by: ms-ito\nlevel: PRF\ncan do: Ask.\nevidence: 2025-10-02-volcano\n"
ASSESSMENT = "date: 2025-10-09, level: PRF"


def test_an_unknown_id_points_at_the_very_word(tiny_school: TinySchool) -> None:
    problem = tiny_school.evidence("competencies: [core-creative, sc-qestion]").only_problem()
    assert (problem.slug, problem.origin.line, problem.origin.column) == ("unknown-competency", 2, 31)
    assert problem.origin.excerpt == "competencies: [core-creative, sc-qestion]"
    assert problem.origin.width == len("sc-qestion")
    assert problem.fix == "did you mean `sc-question`?"


@pytest.mark.parametrize(
    ("path", "text", "slug", "fix"),
    [
        (f"{STUDENT}/evidence/2025-10-09-a.md", "---\narea: sience\n---\nx", "unknown-area", "`science`"),
        (f"{STUDENT}/evidence/2025-10-09-a.md", "---\ntask: map\n---\nx", "unknown-task", "add it first"),
        (f"{STUDENT}/reflections/2025-10-09-a.md", "---\nprompts: prod\n---\nx", "unknown-prompt", "`proud`"),
        (f"{STUDENT}/reflections/2025-10-09-a.md", "---\ngoal: read\n---\nx", "unknown-goal", "goals"),
        (
            f"{STUDENT}/reflections/2025-10-09-a.md",
            "---\nevidence: volcano\n---\nx",
            "unknown-evidence",
            "`evidence`",
        ),
        (f"{STUDENT}/student.yml", "name: Ana\ngroup: fire\nguardians: jo-lee\n", "unknown-group", "`fir`"),
        (
            f"{STUDENT}/student.yml",
            "name: Ana\ngroup: fir\nguardians: [jo-lee, jo-le]\n",
            "unknown-guardian",
            "`jo-lee`",
        ),
        (
            f"{STUDENT}/student.yml",
            "name: Ana\ngroup: fir\nguardians: [jo-lee, ms-ito]\n",
            "unknown-guardian",
            "`jo-lee`",
        ),
        ("groups/fir.md", "---\nname: Fir\ngrade: K\nteachers: jo-lee\n---\n", "unknown-staff", "`ms-ito`"),
        ("framework/competencies.yml", "- {id: c, name: C, area: art}\n", "unknown-area", "`science`"),
        (f"{STUDENT}/progress/2025-10-09-sciense.yml", POINT, "unknown-area", "`science`"),
        (
            f"{STUDENT}/progress/2025-10-09-science.yml",
            f"{POINT}revises: x\nwhat changed: More.\n",
            "unknown-point",
            "progress",
        ),
        (
            f"{STUDENT}/progress/2025-10-09-science.yml",
            POINT.replace("PRF", "Good"),
            "unknown-level",
            "`EMG`",
        ),
        (
            f"{STUDENT}/progress/2025-10-09-science.yml",
            POINT.replace("ms-ito", "ms-ita"),
            "unknown-staff",
            "`ms-ito`",
        ),
        (
            f"{STUDENT}/assessments.yml",
            f"- {{{ASSESSMENT}, area: science, by: nobody}}\n",
            "unknown-speaker",
            "`ms-ito`",
        ),
    ],
)
def test_an_id_that_names_nothing_comes_with_the_nearest(
    tiny_school: TinySchool, path: str, text: str, slug: str, fix: str
) -> None:
    problem = tiny_school.edit(path, text).only_problem()
    assert (problem.slug, problem.severity, problem.origin.path) == (slug, Severity.ERROR, path)
    assert fix in problem.fix


def test_evidence_of_another_student_is_called_that(tiny_school: TinySchool) -> None:
    tiny_school.edit("students/bo-ray/student.yml", "name: Bo Ray\ngroup: fir\nguardians: jo-lee\n")
    tiny_school.edit(
        "students/bo-ray/showcase.yml", "picks:\n- {evidence: 2025-10-02-volcano, because: Mine}\n"
    )
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.severity) == ("evidence-of-another", Severity.ERROR)


def test_a_guardian_of_another_student_has_no_voice_here(tiny_school: TinySchool) -> None:
    tiny_school.edit("people.yml", "guardians:\n- {id: jo-lee, name: Jo}\n- {id: al-ray, name: Al}\n"
                     "staff:\n- {id: ms-ito, name: H}\n")  # fmt: skip
    tiny_school.edit("students/bo-ray/student.yml", "name: Bo Ray\ngroup: fir\nguardians: al-ray\n")
    tiny_school.evidence("feedback: {by: al-ray, can do: Nice}")
    assert tiny_school.slugs() == ["guardian-of-another"]


@pytest.mark.parametrize("word", ["PRF", "prf", "Proficient", "proficient", "insufficient evidence"])
def test_a_level_may_be_its_sign_or_its_word(tiny_school: TinySchool, word: str) -> None:
    tiny_school.edit(
        f"{STUDENT}/assessments.yml", f"- {{date: 2025-10-09, by: ms-ito, area: science, level: {word}}}\n"
    )
    assert tiny_school.check() == ()


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        ("by: ms-ito, competency: core-creative", "level-on-core"),
        ("by: peer, area: science", "peer-level"),
        ("by: student, competency: core-creative", "level-on-core"),
        ("by: jo-lee, area: science", "family-assessment"),
        ("by: ms-ito", "competency-or-area"),
        ("by: ms-ito, area: science, competency: sc-question", "competency-or-area"),
    ],
)
def test_an_assessment_that_cannot_be_is_a_problem(tiny_school: TinySchool, facts: str, slug: str) -> None:
    tiny_school.edit(f"{STUDENT}/assessments.yml", f"- {{{ASSESSMENT}, {facts}}}\n")
    assert tiny_school.slugs() == [slug]


def test_an_assessment_needs_a_day(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/assessments.yml", "- {by: student, area: science, level: PRF}\n")
    assert tiny_school.slugs() == ["missing-date"]


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (POINT.replace("can do: Ask.\n", ""), "missing-field"),
        (POINT.replace("can do: Ask.", 'can do: ""'), "missing-field"),
        (POINT.replace("evidence: 2025-10-02-volcano\n", ""), "missing-field"),
        (POINT.replace("2025-10-02-volcano", "[]"), "no-sample"),
        (POINT.replace("PRF", "IE\nplan: We look again in May."), "no-reason"),
        (POINT.replace("PRF", "IE\nreason: She came in May."), "no-plan"),
        (POINT + "revises: 2025-10-09-science\nwhat changed: More.\n", "circle"),
    ],
)
def test_a_point_of_progress_that_says_too_little_is_a_problem(
    tiny_school: TinySchool, text: str, slug: str
) -> None:
    assert tiny_school.edit(f"{STUDENT}/progress/2025-10-09-science.yml", text).slugs() == [slug]


def test_a_sample_that_the_family_may_not_see_is_a_problem(tiny_school: TinySchool) -> None:
    tiny_school.evidence("audience: student")
    text = POINT.replace("2025-10-02-volcano", "[2025-10-02-volcano, 2025-10-09-more]")
    assert tiny_school.edit(f"{STUDENT}/progress/2025-10-09-science.yml", text).slugs() == ["hidden-sample"]


def test_a_point_revises_an_earlier_one(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        f"{STUDENT}/progress/2025-10-09-science.yml",
        POINT + "revises: 2025-11-09-science\nwhat changed: More.\n",
    )
    tiny_school.edit(f"{STUDENT}/progress/2025-11-09-science.yml", POINT)
    assert tiny_school.slugs() == ["wrong-order"]


def test_a_point_that_updates_another_says_what_changed(tiny_school: TinySchool) -> None:
    later = f"{STUDENT}/progress/2025-11-09-science.yml"
    tiny_school.edit(f"{STUDENT}/progress/2025-10-09-science.yml", POINT)
    assert tiny_school.edit(later, POINT + "revises: 2025-10-09-science\n").slugs() == ["silent-change"]
    assert tiny_school.edit(later, POINT + "what changed: More.\n").slugs() == ["silent-change"]
    tiny_school.edit(later, POINT + "revises: 2025-10-09-science\nwhat changed: She tried again.\n")
    point = tiny_school.student().points[-1]
    assert point.what_changed
    assert point.what_changed.text == "She tried again."


def test_points_that_revise_each_other_are_named(tiny_school: TinySchool) -> None:
    for day, other in (("09", "10"), ("10", "11"), ("11", "09")):
        text = f"{POINT}revises: 2025-10-{other}-science\nwhat changed: More.\n"
        tiny_school.edit(f"{STUDENT}/progress/2025-10-{day}-science.yml", text)
    assert tiny_school.slugs().count("circle") == 3


def test_goals_that_follow_each_other_in_a_circle_are_named(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/goals/a.yml", "goal: A\nset: 2025-10-01\nnext goal: b\n")
    tiny_school.edit(f"{STUDENT}/goals/b.yml", "goal: B\nset: 2025-10-01\nnext goal: b\n")
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.origin.path) == ("circle", f"{STUDENT}/goals/b.yml")


@pytest.mark.parametrize(
    ("earlier", "later", "slug"),
    [
        ("2025-10-02-volcano", "2025-10-02-volcano", "same-piece"),
        ("2025-10-09-more", "2025-10-02-volcano", "wrong-order"),
    ],
)
def test_a_comparison_that_shows_no_growth_is_a_problem(
    tiny_school: TinySchool, earlier: str, later: str, slug: str
) -> None:
    tiny_school.evidence("kind: product")
    tiny_school.edit(f"{STUDENT}/growth.yml", f"- {{earlier: {earlier}, later: {later}, title: x}}\n")
    assert tiny_school.slugs() == [slug]


@pytest.mark.parametrize("audience", ["student", "staff"])
def test_a_pick_that_the_family_may_not_see_is_a_problem(tiny_school: TinySchool, audience: str) -> None:
    tiny_school.evidence(f"audience: {audience}")
    tiny_school.edit(f"{STUDENT}/showcase.yml", "picks:\n- {evidence: 2025-10-09-more, because: x}\n")
    assert tiny_school.slugs() == ["hidden-pick"]


def test_a_piece_picked_twice_is_a_problem(tiny_school: TinySchool) -> None:
    pick = "- {evidence: 2025-10-02-volcano, because: x}\n"
    assert tiny_school.edit(f"{STUDENT}/showcase.yml", f"picks:\n{pick}{pick}").slugs() == ["duplicate-pick"]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "people.yml",
            "guardians: [{id: jo-lee, name: Jo}]\nstaff: [{id: ms-ito, name: H}, {id: ms-ito, name: I}]\n",
        ),
        (
            "people.yml",
            "guardians: [{id: jo-lee, name: Jo}, {id: ms-ito, name: I}]\nstaff: [{id: ms-ito, name: H}]\n",
        ),
        ("framework/prompts.yml", "- {id: a, question: b}\n- {id: a, question: c}\n"),
    ],
)
def test_an_id_twice_is_a_problem(tiny_school: TinySchool, path: str, text: str) -> None:
    assert "duplicate-id" in tiny_school.edit(path, text).slugs()


def test_a_person_and_a_student_do_not_share_an_id(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        "people.yml",
        "guardians: [{id: jo-lee, name: Jo}]\nstaff: [{id: ms-ito, name: H}, {id: ana-lee, name: Ana}]\n",
    )
    assert tiny_school.slugs() == ["duplicate-id"]


def test_who_writes_a_name_is_told_the_id(tiny_school: TinySchool) -> None:
    problem = tiny_school.evidence("feedback: {by: Ms. Ito, can do: Nice}").only_problem()
    assert (problem.slug, problem.fix) == ("unknown-speaker", "write the id, `ms-ito`")


def test_a_person_may_not_be_called_student(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        "people.yml",
        "guardians: [{id: jo-lee, name: Jo}]\nstaff: [{id: ms-ito, name: H}, {id: peer, name: I}]\n",
    )
    assert tiny_school.slugs() == ["reserved-id"]


@pytest.mark.parametrize("name", ["Ana Lee", "ANA  LEE", "Aná Lee", "Ana-Lee"])
def test_two_students_whose_names_make_the_same_slug_are_a_problem(
    tiny_school: TinySchool, name: str
) -> None:
    tiny_school.edit("students/ana-lee-2/student.yml", f"name: {name}\ngroup: fir\nguardians: jo-lee\n")
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.severity) == ("same-student-name", Severity.ERROR)


def test_names_in_other_scripts_differ_by_their_vowels(tiny_school: TinySchool) -> None:
    for number, name in enumerate(("ਮਨਜੀਤ ਸੰਧੂ", "ਮਨਜੋਤ ਸੰਧੂ", "李明", "李敏")):
        tiny_school.edit(f"students/s-{number}/student.yml", f"name: {name}\ngroup: fir\nguardians: jo-lee\n")
    assert tiny_school.check() == ()


def test_a_school_without_students_is_a_problem(tiny_school: TinySchool) -> None:
    tiny_school.remove(f"{STUDENT}/student.yml").remove(f"{STUDENT}/evidence/2025-10-02-volcano.md")
    assert "no-students" in tiny_school.slugs()


def test_a_folder_without_student_file_is_a_problem(tiny_school: TinySchool) -> None:
    tiny_school.edit("students/bo-ray/about.md", "x")
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.origin.path) == ("missing-file", "students/bo-ray/student.yml")


def test_a_guardian_without_children_is_worth_a_word(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        "people.yml",
        "guardians:\n- {id: jo-lee, name: Jo}\n- {id: al-ray, name: Al}\nstaff:\n- {id: ms-ito, name: H}\n",
    )
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.severity, problem.origin.line) == (
        "guardian-without-child",
        Severity.WARNING,
        3,
    )


def test_a_student_without_guardian_is_worth_a_word(tiny_school: TinySchool) -> None:
    tiny_school.edit("people.yml", "staff:\n- {id: ms-ito, name: H}\n")
    problem = tiny_school.edit(f"{STUDENT}/student.yml", "name: Ana\ngroup: fir\n").only_problem()
    assert (problem.slug, problem.severity) == ("no-guardian", Severity.WARNING)


@pytest.mark.parametrize("day", ["2015-10-09", "2026-10-09", "2024-10-09"])
def test_a_day_far_from_school_is_worth_a_word(tiny_school: TinySchool, day: str) -> None:
    problem = tiny_school.evidence(f"date: {day}").only_problem()
    assert (problem.slug, problem.severity, problem.origin.column) == ("unlikely-date", Severity.WARNING, 7)


def test_a_day_far_from_school_in_a_file_name_is_worth_a_word(tiny_school: TinySchool) -> None:
    assert tiny_school.evidence("kind: product", name="2016-10-09-a").slugs() == ["unlikely-date"]


def test_the_plan_to_look_again_may_lie_ahead(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/goals/a.yml", "goal: A\nset: 2025-10-01\nreview: 2027-01-10\n")
    assert tiny_school.check() == ()


def test_a_day_before_the_student_came_is_worth_a_word(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        f"{STUDENT}/student.yml", "name: Ana\ngroup: fir\nguardians: jo-lee\njoined: 2026-02-09\n"
    )
    assert tiny_school.slugs() == ["unlikely-date"]


@pytest.mark.parametrize(
    ("name", "slug"), [("a.JPG", "no-alternative"), ("a.heic", "no-alternative"), ("a.mp3", "no-transcript")]
)
def test_somebody_who_cannot_see_or_hear_is_thought_of(tiny_school: TinySchool, name: str, slug: str) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/{name}", b"x").evidence(f"artifacts: {{file: {name}}}")
    problem = tiny_school.only_problem()
    assert (problem.slug, problem.severity) == (slug, Severity.WARNING)


def test_one_version_of_a_piece_is_fine(tiny_school: TinySchool) -> None:
    assert tiny_school.evidence("piece: heron\nstage: sketch").check() == ()
