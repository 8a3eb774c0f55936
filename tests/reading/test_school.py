import pickle
from datetime import date

import pytest

from generator.model.audience import Audience
from generator.model.evidence import EvidenceKind
from generator.model.identifiers import StudentId
from generator.model.words import Voice
from generator.problems import Severity
from generator.reading.school import read_school
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"


def test_a_text_alone_gets_every_default(tiny_school: TinySchool) -> None:
    student = tiny_school.student()
    (evidence,) = student.evidence
    assert (evidence.id, evidence.title, evidence.made_on) == (
        "2025-10-02-volcano",
        "Volcano",
        date(2025, 10, 2),
    )
    assert (evidence.kinds, evidence.audience, evidence.words_by) == (
        (EvidenceKind.PRODUCT,),
        Audience.FAMILY,
        Voice.STUDENT,
    )
    assert evidence.words
    assert evidence.words.text == "My volcano foamed."
    assert (student.called, student.teachers, student.guardians) == ("Ana", ("Ms. Ito",), ("jo-lee",))


def test_an_observation_is_three_lines_in_the_teachers_language(tiny_school: TinySchool) -> None:
    tiny_school.edit(
        "students/ana-lee/student.yml", "name: Ana\ngroup: fir\nguardians: jo-lee\nlanguage: ar\n"
    )
    tiny_school.evidence("kind: observation", "Ana lined up the tiles.")
    volcano, tiles = tiny_school.student().evidence
    assert volcano.words
    assert tiles.words
    assert (volcano.words.language, volcano.words_by) == ("ar", Voice.STUDENT)
    assert (tiles.words.language, tiles.words_by) == ("en", Voice.TEACHER)


def test_everything_about_evidence_is_read(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/evidence/2025-10-09-x/a.jpg", b"x").edit(
        f"{STUDENT}/evidence/2025-10-09-x/index.md",
        """\
---
title: "Heron: again"
kind: [Product, conversation]
form: student-driven product
context: pair
competencies: [sc-question, core-creative]
learning: What herons eat.
explanation: {text: ਮੈਂ ਬਣਾਇਆ, language: pa-Guru}
artifacts:
  - file: a.jpg
    caption: Heron
    alternative: A heron in reeds
    transcript: hm
    resurface: yes
piece: heron
stage: resubmission
feedback:
  - {by: peer, peer name: Leo, can do: Nice line, on: 2025-10-12}
  - {by: ms-ito, can do: You looked long, next step: Look longer}
  - {by: jo-lee, can do: Proud}
assessments:
  - {by: ms-ito, competency: sc-question, level: proficient, comment: Asks why}
talk about: Ask about the eye.
audience: student
---
Words.
""",
    )
    student = tiny_school.student()
    evidence = student.evidence[1]
    assert (evidence.title, evidence.areas, evidence.piece) == ("Heron: again", ("science",), "heron")
    assert evidence.explanation
    assert evidence.explanation.language == "pa-Guru"
    assert [(said.voice, said.by) for said in evidence.feedback] == [
        (Voice.TEACHER, "Ms. Ito"),
        (Voice.FAMILY, "Jo Lee"),
        (Voice.PEER, "L."),
    ]
    (artifact,) = evidence.artifacts
    assert (artifact.path, artifact.resurface, artifact.origin.line) == (
        f"{STUDENT}/evidence/2025-10-09-x/a.jpg",
        True,
        10,
    )
    (assessment,) = student.assessments
    assert (assessment.level, assessment.evidence, assessment.given_on) == (
        "PRF",
        (evidence.id,),
        evidence.made_on,
    )
    assert assessment.audience is Audience.STUDENT


def test_records_come_oldest_first(tiny_school: TinySchool) -> None:
    tiny_school.evidence("date: 2025-09-03", name="later-name")
    tiny_school.edit(
        f"{STUDENT}/assessments.yml",
        "- {date: 2025-11-02, by: student, area: science, level: EMG}\n"
        "- {date: 2025-10-02, by: student, area: science, level: EMG}\n",
    )
    student = tiny_school.student()
    assert [known.made_on.month for known in student.evidence] == [9, 10]
    assert [known.given_on.month for known in student.assessments] == [10, 11]


def test_a_whole_portfolio_of_small_files_is_read(tiny_school: TinySchool) -> None:
    tiny_school.evidence("kind: product")
    tiny_school.edit(
        f"{STUDENT}/about.md", "---\nlikes: drawing\nstatements:\n  voice: I ask.\n---\nI am nine.\n"
    )
    tiny_school.edit(
        f"{STUDENT}/reflections/2025-10-10-why.md", "---\nprompts: proud\ngoal: read\n---\nBecause.\n"
    )
    tiny_school.edit(
        f"{STUDENT}/goals/read.yml",
        "goal: Read.\nset: 2025-09-20\nrevisions:\n  - {on: 2025-09-21, before: Sleep.}\n"
        "steps:\n  - {on: 2025-09-22, phase: strategies, by: jo-lee, words: Every night.}\n",
    )
    tiny_school.edit(
        f"{STUDENT}/progress/2025-11-28-science.yml",
        "by: ms-ito\nlevel: IE\nreason: Away.\nplan: A week at the pond.\ncan do: Ask.\nevidence: Whole portfolio\n",
    )
    tiny_school.edit(
        f"{STUDENT}/growth.yml",
        "- {earlier: 2025-10-02-volcano, later: 2025-10-09-more, title: More, aligned: no}\n",
    )
    tiny_school.edit(
        f"{STUDENT}/showcase.yml", "picks:\n  - {evidence: 2025-10-09-more, because: Hard, was hard: yes}\n"
    )
    student = tiny_school.student()
    assert student.about
    assert [(said.name, said.words.text) for said in student.about.statements] == [("voice", "I ask.")]
    assert student.reflections[0].audience is Audience.STUDENT
    assert student.goals[0].steps[0].voice is Voice.FAMILY
    assert (student.points[0].area, student.points[0].whole_portfolio) == ("science", True)
    assert not student.comparisons[0].aligned
    assert student.showcase
    assert student.showcase.picks[0].was_hard


def test_the_defaults_audience_comes_from_the_configuration(tiny_school: TinySchool) -> None:
    (tiny_school.root / "site-config.yml").write_text(
        "school: tiny\ndefault audience: staff\n", encoding="utf-8"
    )
    assert tiny_school.student().evidence[0].audience is Audience.STAFF


def test_only_the_students_asked_for_are_read(tiny_school: TinySchool) -> None:
    tiny_school.edit("students/bo-ray/student.yml", "name: Bo Ray\ngroup: fir\n")
    tiny_school.edit("students/bo-ray/about.md", "---\nbroken\n")
    school, problems = read_school(tiny_school.config, only=frozenset({StudentId("ana-lee")}))
    assert school
    assert ([student.id for student in school.students], problems) == (["ana-lee"], ())


def test_a_student_who_is_not_there_is_named_with_the_nearest(tiny_school: TinySchool) -> None:
    (problem,) = tiny_school.check(only=frozenset({StudentId("anna-lee")}))
    assert (problem.slug, problem.fix) == ("unknown-student", "did you mean `ana-lee`?")


def test_one_broken_file_hides_nothing_in_the_others(tiny_school: TinySchool) -> None:
    tiny_school.evidence("title: a: b", name="2025-10-09-broken")
    tiny_school.evidence("kind: prodct", name="2025-10-10-slip")
    tiny_school.edit(f"{STUDENT}/goals/read.yml", "goal: x\nset: 2025-02-30\n")
    tiny_school.edit("people.yml", "guardians: [\n")
    assert sorted(tiny_school.slugs()) == ["broken-yaml", "broken-yaml", "impossible-date", "unknown-choice"]


def test_a_broken_student_file_still_shows_the_slips_in_the_folder(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/student.yml", "name: Ana\n").evidence("competencies: sc-qestion")
    school, problems = read_school(tiny_school.config)
    assert school
    assert school.students == ()
    assert [problem.slug for problem in problems] == ["unknown-competency", "missing-field"]


def test_without_a_content_folder_there_is_no_school(tiny_school: TinySchool) -> None:
    (tiny_school.root / "site-config.yml").write_text("school: tiny\ncontent: contents\n", encoding="utf-8")
    school, (problem,) = read_school(tiny_school.config)
    assert (school, problem.slug) == (None, "missing-file")


@pytest.mark.parametrize("text", ["", "nme: x\n", "- a\n", "name: [\n"])
def test_without_school_facts_there_is_no_school(tiny_school: TinySchool, text: str) -> None:
    school, problems = read_school(tiny_school.edit("school.yml", text).config)
    assert school is None
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert {problem.origin.path for problem in problems} == {"school.yml"}


def test_a_school_can_travel_to_another_process(tiny_school: TinySchool) -> None:
    school = tiny_school.read()
    assert pickle.loads(pickle.dumps(school)) == school  # noqa: S301 - our own bytes


def test_reading_twice_gives_the_same(tiny_school: TinySchool) -> None:
    tiny_school.evidence("kind: prodct")
    assert tiny_school.check() == tiny_school.check()
