"""Conversations and conferences, as they are written."""

from datetime import date

import pytest

from generator.model.progress import InformalForm
from generator.model.words import Voice
from tests.schools.tiny import TinySchool

STUDENT = "students/ana-lee"
THREAD = """\
evidence: 2025-10-02-volcano
remarks:
  - {on: 2025-10-05, by: jo-lee, words: It foamed at home too., language: fr}
  - {on: 2025-10-03, by: student, words: I did it.}
  - {on: 2025-10-04, by: ms-ito, words: What changed?}
"""
CONFERENCE = """\
present: [student, jo-lee, ms-ito]
pieces:
  - {evidence: 2025-10-02-volcano, proud of: The foam, hard: The mess, next time: A tray}
strengths: [Tries again]
areas of growth: [Writing it down]
family said: We laughed.
agreed:
  - {goal: I write it down., in portfolio: write, who helps: "Jo: a notebook"}
look again: 2026-02-01
"""


def test_a_conversation_keeps_days_voices_and_languages(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/conversations/2025-10-03-the-foam.yml", THREAD)
    (said,) = tiny_school.student().conversations
    assert (said.title, said.begun_on, said.evidence) == (
        "The foam",
        date(2025, 10, 3),
        "2025-10-02-volcano",
    )
    assert [(one.voice, one.by) for one in said.remarks] == [
        (Voice.STUDENT, "Ana"),
        (Voice.TEACHER, "Ms. Ito"),
        (Voice.FAMILY, "Jo Lee"),
    ]
    assert said.remarks[-1].words.language == "fr"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (THREAD + "goal: x\n", "two-subjects"),
        (THREAD.replace("2025-10-02-volcano", "2025-10-02-vulcano"), "unknown-evidence"),
        (THREAD.replace("jo-lee", "jo-le"), "unknown-speaker"),
        ("evidence: 2025-10-02-volcano\n", "missing-field"),
        ("remarks: []\n", "nothing-to-see"),
        (THREAD.replace("on: 2025-10-05, ", ""), "missing-field"),
    ],
)
def test_a_slip_in_a_conversation_is_told(tiny_school: TinySchool, text: str, slug: str) -> None:
    assert slug in tiny_school.edit(f"{STUDENT}/conversations/2025-10-03-foam.yml", text).slugs()


def test_a_conversation_may_stand_inside_what_it_is_about(tiny_school: TinySchool) -> None:
    remark = "conversation: {on: 2025-10-09, by: jo-lee, words: Well.}"
    tiny_school.evidence(remark)
    tiny_school.edit(f"{STUDENT}/goals/write.yml", f"goal: I write.\nset: 2025-10-09\n{remark}\n")
    tiny_school.edit(
        f"{STUDENT}/progress/2025-10-09-science.yml",
        "by: ms-ito\nlevel: PRF\ncan do: Asks before answering.\nnext step: Write the question down.\n"
        f"evidence: 2025-10-02-volcano\n{remark}\n",
    )
    student = tiny_school.student()
    threads = (
        student.evidence[-1].conversation,
        student.goals[0].conversation,
        student.points[0].conversation,
    )
    for thread in threads:
        assert [one.words.text for one in thread] == ["Well."]


def test_a_conference_is_read_and_counts_as_an_informal_update(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/goals/write.yml", "goal: I write it down.\nset: 2025-10-09\n")
    tiny_school.edit(f"{STUDENT}/conferences/2025-11-20-november.yml", CONFERENCE)
    student = tiny_school.student()
    (held,) = student.conferences
    assert (held.title, held.held_on, held.student_led) == ("November", date(2025, 11, 20), True)
    assert [one.name for one in held.present] == ["Ana", "Jo Lee", "Ms. Ito"]
    assert held.pieces[0].was_hard
    assert held.pieces[0].was_hard.text == "The mess"
    assert (held.agreed[0].goal, held.agreed[0].helpers) == ("write", ("Jo: a notebook",))
    (update,) = student.informal_updates
    assert (update.form, update.given_on, update.by) == (
        InformalForm.STUDENT_LED_CONFERENCE,
        held.held_on,
        "Ms. Ito",
    )


def test_a_conference_may_not_count(tiny_school: TinySchool) -> None:
    text = CONFERENCE.replace("in portfolio: write, ", "") + "informal update: no\n"
    tiny_school.edit(f"{STUDENT}/conferences/2025-11-20-november.yml", text)
    assert tiny_school.student().informal_updates == ()


def test_a_conference_without_an_agreement_is_told(tiny_school: TinySchool) -> None:
    tiny_school.edit(f"{STUDENT}/conferences/2025-11-20-november.yml", "present: [student, jo-lee]\n")
    assert tiny_school.slugs() == ["nothing-agreed"]
