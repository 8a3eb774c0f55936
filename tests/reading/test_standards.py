"""What there is to know and understand, profiles, thinking moves, rubrics, links and choices, as files say them."""

import pytest

from generator.model.audience import Audience
from generator.model.evidence import Moment
from generator.model.rubric import RubricForm
from generator.model.words import Voice
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"
FRAMEWORK = {
    "framework/content.yml": "- {id: sc-know, name: How rocks form, area: science, grade: 4}\n",
    "framework/big-ideas.yml": "- {id: sc-understand, name: Earth changes, area: science, grade: [4, 5]}\n",
    "framework/profiles.yml": "- {id: build, competency: core-creative, i can: I can build on an idea.}\n",
    "framework/thinking-moves.yml": "- {id: explain, name: Explain, icon: eye, starters: [It works like this]}\n",
}
RUBRIC = """\
title: A model that explains
authors: Fir class
group: fir
versions:
  - version: 2
    date: 2025-10-08
    changed because: Nobody knew what was inside.
    criteria:
      - {id: clear, we look for: One can see what it is.}
      - {id: inside, we look for: One can see the inside.}
  - version: 1
    date: 2025-10-01
    criteria: {id: clear, we look for: One can see what it is.}
"""
LEVELLED = """\
title: A report
form: levelled
authors: Fir class
versions:
  version: 1
  date: 2025-10-01
  criteria:
    - id: clear
      we look for: It is clear.
      levels:
        - {level: emerging, looks like: Some of it is.}
        - {level: PRF, looks like: All of it is.}
"""


@pytest.fixture
def school(tiny_school: TinySchool) -> TinySchool:
    for path, text in FRAMEWORK.items():
        tiny_school.edit(path, text)
    return tiny_school.edit("rubrics/model.yml", RUBRIC).edit("rubrics/report.yml", LEVELLED)


def marked(facts: str) -> str:
    return (
        f"rubric:\n  id: model\n  version: 2\n  marks:\n    - by: student\n      criteria:\n        - {facts}"
    )


def test_a_framework_says_what_to_know_to_do_and_to_understand(school: TinySchool) -> None:
    framework = school.read().framework
    assert [(known.id, known.area, known.grades) for known in framework.content] == [
        ("sc-know", "science", ("4",))
    ]
    assert [(known.id, known.grades) for known in framework.big_ideas] == [("sc-understand", ("4", "5"))]
    assert [(known.id, known.competency) for known in framework.profiles] == [("build", "core-creative")]
    assert framework.thinking_moves[0].starters == ("It works like this",)


def test_an_area_leads_to_the_standards_of_a_grade(school: TinySchool) -> None:
    school.edit(
        "framework/areas.yml", "- {id: science, name: Science, address: 'https://s.example/{grade}/core'}\n"
    )
    (area,) = school.read().framework.areas
    assert (area.address_for("4"), area.address_for("K")) == (
        "https://s.example/4/core",
        "https://s.example/k/core",
    )


def test_evidence_names_what_we_were_learning_and_the_thinking_in_it(school: TinySchool) -> None:
    school.evidence("content: sc-know\nbig ideas: [sc-understand]\nthinking: explain")
    evidence = school.student().evidence[1]
    assert (evidence.content, evidence.big_ideas, evidence.thinking) == (
        ("sc-know",),
        ("sc-understand",),
        ("explain",),
    )


def test_a_reflection_may_show_a_thinking_move(school: TinySchool) -> None:
    school.edit(f"{STUDENT}/reflections/2025-10-10-why.md", "---\nthinking: [explain]\n---\nBecause.\n")
    assert school.student().reflections[0].thinking == ("explain",)


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        ("content: sc-knwo", "unknown-content"),
        ("big ideas: sc-know", "unknown-big-idea"),
        ("thinking: explian", "unknown-thinking-move"),
        ("rubric: {id: modle, version: 1}", "unknown-rubric"),
        ("rubric: {id: model, version: 3}", "unknown-version"),
        (marked("{criterion: iside, strength: Yes}"), "unknown-criterion"),
        (marked("{criterion: clear}"), "mark-without-words"),
        (marked("{criterion: clear, strength: Yes, level: PRF}"), "level-on-single-point"),
        (marked("{criterion: clear, strength: Yes, points: 3}"), "unknown-field"),
        (
            marked("{criterion: clear, strength: Yes}\n        - {criterion: clear, growing: No}"),
            "duplicate-mark",
        ),
        ("links: {to: example.org/film}", "bad-link"),
        ("links: {to: 'javascript:alert(1)'}", "bad-link"),
    ],
)
def test_what_names_nothing_or_cannot_be_is_a_problem(school: TinySchool, facts: str, slug: str) -> None:
    assert [problem.slug for problem in school.evidence(facts).check()] == [slug]


def test_a_mark_for_a_criterion_that_came_later_names_the_ones_there_were(school: TinySchool) -> None:
    facts = marked("{criterion: inside, strength: Yes}").replace("version: 2", "version: 1")
    problem = school.evidence(facts).only_problem()
    assert (problem.slug, problem.message) == (
        "unknown-criterion",
        "version 1 of `model` has no criterion `inside`",
    )
    assert problem.fix == "use one of `clear`"


def test_versions_of_a_rubric_stay_oldest_first(school: TinySchool) -> None:
    rubric = school.read().framework.rubrics[0]
    assert (rubric.form, rubric.group, [one.version for one in rubric.versions]) == (
        RubricForm.SINGLE_POINT,
        "fir",
        ["1", "2"],
    )
    assert rubric.versions[1].changed_because == "Nobody knew what was inside."


def test_marks_keep_who_spoke_and_what_was_said(school: TinySchool) -> None:
    school.evidence(
        marked("{criterion: clear, strength: Big}")
        + "\n    - {by: peer, peer name: Leo, on: 2025-10-12, criteria: {criterion: inside, growing: Dark}}"
        + "\n    - {by: ms-ito, criteria: {criterion: inside, strength: Layers}}"
    )
    use = school.student().evidence[1].rubric
    assert use
    assert [(mark.voice, mark.by, mark.given_on.day) for mark in use.marks] == [
        (Voice.STUDENT, "Ana", 9),
        (Voice.PEER, "L.", 12),
        (Voice.TEACHER, "Ms. Ito", 9),
    ]


def test_a_classmate_marks_in_words_and_gives_no_level(school: TinySchool) -> None:
    mark = "{by: peer, peer name: Leo, criteria: {criterion: clear, strength: Yes, level: PRF}}"
    school.evidence(f"rubric: {{id: report, version: 1, marks: {mark}}}")
    assert school.slugs() == ["peer-level"]


def test_a_levelled_rubric_takes_levels_of_the_scale_but_none_outside_it(school: TinySchool) -> None:
    facts = "rubric: {id: report, version: 1, marks: {by: student, criteria: {criterion: clear, strength: Yes, level: LVL}}}"
    school.evidence(facts.replace("LVL", "Proficient"))
    use = school.student().evidence[1].rubric
    assert use
    assert use.marks[0].criteria[0].level == "PRF"
    assert [problem.slug for problem in school.evidence(facts.replace("LVL", "IE")).check()] == [
        "level-outside"
    ]


@pytest.mark.parametrize(
    "text",
    [RUBRIC.replace("title:", "form: levelled\ntitle:", 1), LEVELLED.replace("levelled", "single-point")],
)
def test_a_rubric_is_one_form_or_the_other(school: TinySchool, text: str) -> None:
    school.edit("rubrics/model.yml", text)
    assert set(school.slugs()) == {"rubric-form"}


def test_two_criteria_of_one_name_are_a_problem(school: TinySchool) -> None:
    school.edit("rubrics/model.yml", RUBRIC.replace("id: inside", "id: clear"))
    assert school.slugs() == ["duplicate-id"]


def test_a_profile_belongs_to_a_core_competency(school: TinySchool) -> None:
    school.edit("framework/profiles.yml", "- {id: ask, competency: sc-question, i can: I can ask.}\n")
    assert school.only_problem().slug == "profile-not-core"


def test_competencies_do_not_follow_each_other_in_a_circle(school: TinySchool) -> None:
    item = "- {{id: {0}, name: Explain, area: science, follows: {1}}}\n"
    written = (school.root / "content/framework/competencies.yml").read_text()
    school.edit("framework/competencies.yml", written + item.format("ex-5", "sc-question"))
    assert school.check() == ()
    school.edit(
        "framework/competencies.yml", written + item.format("ex-5", "ex-6") + item.format("ex-6", "ex-5")
    )
    assert school.slugs() == ["follows-in-a-circle"] * 2


def test_a_student_says_which_statement_is_true_and_what_shows_it(school: TinySchool) -> None:
    school.edit(
        f"{STUDENT}/core-competencies.yml",
        "- {date: 2025-10-12, profile: build, why: Leo began it., evidence: 2025-10-02-volcano}\n",
    )
    (one,) = school.student().self_assessments
    assert (one.profile, one.why.text, one.evidence, one.audience) == (
        "build",
        "Leo began it.",
        ("2025-10-02-volcano",),
        Audience.FAMILY,
    )


@pytest.mark.parametrize(
    ("item", "slug"),
    [
        ("profile: build, why: So.", "missing-field"),
        ("profile: biuld, why: So., evidence: 2025-10-02-volcano", "unknown-profile"),
        ("profile: build, why: So., evidence: 2025-10-02-volcano, level: PRF", "unknown-field"),
        ("profile: build, why: So., evidence: 2025-10-02-volcano, by: ms-ito", "unknown-field"),
    ],
)
def test_a_core_competency_needs_evidence_and_knows_neither_level_nor_teacher(
    school: TinySchool, item: str, slug: str
) -> None:
    school.edit(f"{STUDENT}/core-competencies.yml", f"- {{date: 2025-10-12, {item}}}\n")
    assert school.slugs() == [slug]


@pytest.mark.parametrize(
    ("typed", "chosen", "words"),
    [
        ("yes", True, None),
        ("a film, because it moves", True, "a film, because it moves"),
        ("no", False, None),
    ],
)
def test_a_student_may_choose_how_to_show_it(
    school: TinySchool, typed: str, words: str | None, *, chosen: bool
) -> None:
    evidence = school.evidence(f"i chose: {typed}").student().evidence[1]
    assert (evidence.chosen, evidence.choice.text if evidence.choice else None) == (chosen, words)


def test_a_link_alone_is_enough_to_see(school: TinySchool) -> None:
    school.evidence("links: {to: 'https://example.org/film', note: Watch the end.}", "")
    (link,) = school.student().evidence[1].links
    assert (link.address, link.title) == ("https://example.org/film", "")
    assert link.note
    assert link.note.text == "Watch the end."


def test_before_and_after_belong_together(school: TinySchool) -> None:
    folder = f"{STUDENT}/evidence/2025-10-09-bed"
    school.edit(f"{folder}/a.jpg", b"x").edit(f"{folder}/b.jpg", b"x")
    text = "---\nartifacts:\n  - {file: a.jpg, alternative: Bare, moment: before}\n  - {file: b.jpg, alternative: Green, moment: after}\n---\n"
    school.edit(f"{folder}/index.md", text)
    assert [one.moment for one in school.student().evidence[1].artifacts] == [Moment.BEFORE, Moment.AFTER]
    school.edit(f"{folder}/index.md", text.replace(", moment: after", ""))
    assert school.only_problem().slug == "lone-moment"


def test_a_film_is_asked_for_its_words(school: TinySchool) -> None:
    folder = f"{STUDENT}/evidence/2025-10-09-film"
    school.edit(f"{folder}/a.mp4", b"x").edit(
        f"{folder}/index.md", "---\nartifacts: {file: a.mp4}\n---\nSee.\n"
    )
    assert school.only_problem().slug == "no-transcript"
