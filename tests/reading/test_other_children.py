"""Other children: what their families allow, how they are named, and what a group made together."""

from dataclasses import replace
from datetime import date

import pytest

from generator.model.audience import Audience
from generator.model.consent import Naming
from generator.model.student import Student
from generator.problems import Severity
from generator.reading.naming import reduced
from generator.reading.school import read_school
from tests.schools.tiny import TinySchool

CONSENT = "- {student: bo-ray, signed by: al-ray, on: 2025-09-08, classmates: yes}\n"
PHOTO = "artifacts:\n  - {file: p.png, alternative: A kite, shows: [bo-ray]}"
GROUP = """\
---
area: science
members:
  - {student: ana-lee, role: held the string, words: It pulled like a dog.}
  - {student: bo-ray, role: let go, words: I ran.}
---
They flew it.
"""


@pytest.fixture
def two(tiny_school: TinySchool) -> TinySchool:
    """Ana and Bo, of two families."""
    tiny_school.edit(
        "people.yml",
        "guardians:\n  - {id: jo-lee, name: Jo Lee}\n  - {id: al-ray, name: Al Ray}\n"
        "staff:\n  - {id: ms-ito, name: Hana Ito, shown as: Ms. Ito}\n",
    )
    tiny_school.edit("students/bo-ray/student.yml", "name: Bo Ray\ngroup: fir\nguardians: al-ray\n")
    return tiny_school.edit("students/ana-lee/evidence/p.png", b"x")


def ana(school: TinySchool) -> Student:
    found, _ = read_school(school.config)
    assert found
    return next(student for student in found.students if student.id == "ana-lee")


def bo(school: TinySchool) -> Student:
    found, _ = read_school(school.config)
    assert found
    return next(student for student in found.students if student.id == "bo-ray")


def configure(school: TinySchool, line: str) -> TinySchool:
    (school.root / "site-config.yml").write_text(f"school: tiny\n{line}\n", encoding="utf-8")
    return school


def test_without_an_entry_a_picture_of_a_classmate_is_left_out(two: TinySchool) -> None:
    problem = two.evidence(PHOTO).only_problem()
    assert (problem.slug, problem.severity) == ("no-consent", Severity.WARNING)
    assert "`bo-ray`" in problem.message
    assert ana(two).evidence[-1].artifacts == ()


@pytest.mark.parametrize(
    ("register", "shown"),
    [
        (CONSENT, True),
        (CONSENT.replace("classmates: yes", "classmates: no"), False),
        (CONSENT.replace("classmates", "own portfolio"), False),
        (CONSENT.replace("}", ", withdrawn: 2025-12-01}"), False),
        (CONSENT.replace("}", ", no to: [students/ana-lee/evidence/p.png]}"), False),
        (
            CONSENT.replace("classmates: yes", "yes to: [students/ana-lee/evidence/p.png]"),
            True,
        ),
        (CONSENT.replace("}", ", withdrawn: 2025-12-01}") + CONSENT.replace("09-08", "12-08"), True),
        (CONSENT + CONSENT.replace("classmates: yes", "classmates: no"), False),
    ],
)
def test_the_last_entry_of_a_child_decides(two: TinySchool, register: str, *, shown: bool) -> None:
    two.edit("consent.yml", register).evidence(PHOTO)
    assert two.slugs() == ([] if shown else ["no-consent"])
    assert [artifact.path for artifact in ana(two).evidence[-1].artifacts] == (
        ["students/ana-lee/evidence/p.png"] if shown else []
    )


def test_a_childs_own_portfolio_asks_for_consent_too(two: TinySchool) -> None:
    two.evidence(PHOTO.replace("bo-ray", "ana-lee"))
    assert two.slugs() == ["no-consent"]
    two.edit("consent.yml", "- {student: ana-lee, signed by: jo-lee, on: 2025-09-08, own portfolio: yes}\n")
    assert two.slugs() == []


def test_a_blurred_copy_stands_in(two: TinySchool) -> None:
    two.edit("students/ana-lee/evidence/soft.png", b"x")
    two.evidence(PHOTO.replace("shows:", "blurred: soft.png, shows:"))
    assert two.check() == ()
    assert [artifact.path for artifact in ana(two).evidence[-1].artifacts] == [
        "students/ana-lee/evidence/soft.png"
    ]
    assert ana(two).withheld


@pytest.mark.parametrize(("hides", "shown"), [("bo-ray", True), ("ana-lee", False)])
def test_a_blurred_copy_stands_in_only_for_those_it_hides(
    two: TinySchool, hides: str, *, shown: bool
) -> None:
    two.edit("students/ana-lee/evidence/soft.png", b"x")
    two.evidence(PHOTO.replace("shows:", f"blurred: soft.png, blurred hides: {hides}, shows:"))
    assert two.slugs() == ([] if shown else ["no-consent"])
    assert bool(ana(two).evidence[-1].artifacts) is shown


def test_a_photo_on_the_about_page_asks_for_consent_too(two: TinySchool) -> None:
    two.edit(
        "students/ana-lee/about.md",
        "---\npicture: evidence/p.png\npicture alternative: Me\npicture shows: ana-lee\n---\nHello.\n",
    )
    assert two.slugs() == ["no-consent"]
    about = ana(two).about
    assert about
    assert about.picture is None


@pytest.mark.parametrize(
    ("register", "slug"),
    [
        (CONSENT.replace("bo-ray", "bo-rae"), "unknown-student"),
        (CONSENT.replace("al-ray", "jo-lee"), "guardian-of-another"),
        (CONSENT.replace("}", ", withdrawn: 2025-09-02}"), "wrong-order"),
        (CONSENT.replace("}", ", yes to: [kite.png]}"), "missing-file"),
        (CONSENT.replace(", signed by: al-ray", ""), "missing-field"),
    ],
)
def test_a_slip_in_the_register_is_told(two: TinySchool, register: str, slug: str) -> None:
    two.remove("students/ana-lee/evidence/p.png")
    assert two.edit("consent.yml", register).slugs() == [slug]


@pytest.mark.parametrize(
    ("naming", "name", "shown"),
    [
        (Naming.FIRST_NAME, "Leo", "Leo"),
        (Naming.INITIAL, "Leo", "L."),
        (Naming.INITIAL, "ਗੁਰਨੂਰ", "ਗੁ."),
        (Naming.A_FRIEND, "Leo", ""),
        (Naming.INITIAL, "", ""),
    ],
)
def test_a_name_is_narrowed(naming: Naming, name: str, shown: str) -> None:
    assert reduced(name, naming=naming) == shown


@pytest.mark.parametrize(
    ("config", "register", "shown"),
    [
        ("", "", "B."),
        ("other children: first name", "", "Bo"),
        ("other children: a friend", "", ""),
        ("", CONSENT.replace("}", ", named as: first name}"), "Bo"),
        ("other children: first name", CONSENT.replace("}", ", named as: a friend}"), ""),
        ("", CONSENT.replace("}", ", named as: first name, withdrawn: 2025-12-01}"), "B."),
    ],
)
def test_a_peer_is_named_as_school_and_family_want(
    two: TinySchool, config: str, register: str, shown: str
) -> None:
    configure(two, config).edit("consent.yml", register)
    two.evidence("feedback: {by: peer, peer name: Bo Ray, can do: Nice line}")
    assert ana(two).evidence[-1].feedback[0].by == shown


@pytest.mark.parametrize(
    "typed", ["I saw Bo do it.", "**Bo's** kite", "(Bo)", "with Bo Ray", "bo and me", "BO!"]
)
def test_a_classmates_name_in_what_a_family_reads_is_a_problem(two: TinySchool, typed: str) -> None:
    two.remove("students/ana-lee/evidence/p.png").evidence("title: Kite", f"First line.\n{typed}")
    problem = two.only_problem()
    assert (problem.slug, problem.severity) == ("name-of-another", Severity.WARNING)
    assert problem.origin.line == 5
    assert problem.origin.excerpt == typed
    assert problem.origin.excerpt[problem.origin.column - 1 :][:2].casefold() == "bo"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ("audience: student", "I saw Bo do it."),
        ("title: Kite", "Bob's boat and a bow."),
        ("title: Kite", "Ana Lee wrote it."),
        ("piece: kite-of-bo", "A kite."),
    ],
)
def test_what_is_no_name_or_stays_inside_is_no_problem(two: TinySchool, facts: str, text: str) -> None:
    two.remove("students/ana-lee/evidence/p.png").evidence(facts, text)
    assert two.check() == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Will you come? I will.", False),
        ("We will, and then Will came.", True),
        ("**Will** it rain?", False),
        ("WILL WILL come, Will?", True),
    ],
)
def test_a_name_that_is_a_word_counts_only_with_a_capital_inside_a_sentence(
    two: TinySchool, text: str, *, named: bool
) -> None:
    two.edit("students/bo-ray/student.yml", "name: Will Ray\ngroup: fir\nguardians: al-ray\n")
    two.remove("students/ana-lee/evidence/p.png").evidence("title: Kite", text)
    assert two.slugs() == (["name-of-another"] if named else [])


def test_an_accent_is_one_letter_however_it_was_typed(two: TinySchool) -> None:
    two.edit("students/bo-ray/student.yml", "name: Zo\u00eb Ray\ngroup: fir\nguardians: al-ray\n")
    two.remove("students/ana-lee/evidence/p.png").evidence("title: Kite", "With Zoe\u0308.")
    assert two.slugs() == ["name-of-another"]


def test_names_are_found_in_every_record(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png")
    two.edit("students/ana-lee/goals/fly.yml", "goal: To fly with Bo\nset: 2025-10-09\n")
    two.edit(
        "students/ana-lee/conversations/2025-10-09-kite.yml",
        "remarks:\n  - {on: 2025-10-09, by: jo-lee, words: Is Bo coming?}\n",
    )
    two.evidence("talk about: What did Bo say?\nfeedback: {by: ms-ito, can do: You helped Bo.}")
    assert two.slugs() == ["name-of-another"] * 3


def test_a_family_that_agreed_may_be_named_but_not_in_full(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png")
    two.edit("consent.yml", CONSENT.replace("}", ", named as: first name}"))
    two.evidence("title: Kite", "Bo ran.")
    assert two.check() == ()
    two.evidence("title: Kite", "Bo Ray ran.")
    assert two.slugs() == ["name-of-another"]


def test_brothers_and_sisters_and_people_of_ones_own_may_be_named(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png").evidence("title: Kite", "Bo ran.")
    two.edit(
        "students/ana-lee/student.yml", "name: Ana Lee\ngroup: fir\nguardians: [jo-lee]\nown people: [Bo]\n"
    )
    assert two.check() == ()
    two.edit("students/ana-lee/student.yml", "name: Ana Lee\ngroup: fir\nguardians: [jo-lee, al-ray]\n")
    assert two.check() == ()


def test_each_member_gets_the_piece_with_their_own_part(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png").edit("group-work/2025-10-20-kite.md", GROUP)
    assert two.check() == ()
    mine, yours = ana(two).evidence[-1], bo(two).evidence[-1]
    assert (mine.id, mine.made_on) == ("2025-10-20-kite", date(2025, 10, 20))
    assert mine.words == yours.words
    assert mine.part
    assert yours.part
    assert (mine.part.role, mine.part.words and mine.part.words.text) == (
        "held the string",
        "It pulled like a dog.",
    )
    assert [(one.name, one.role) for one in mine.part.partners] == [("B.", "let go")]
    assert [(one.name, one.role) for one in yours.part.partners] == [("A.", "held the string")]
    assert "I ran" not in repr(ana(two))
    assert "It pulled" not in repr(bo(two))
    assert "bo-ray" not in repr(replace(mine, origin=ana(two).origin))


def test_members_may_name_group_work_as_evidence(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png").edit("group-work/2025-10-20-kite.md", GROUP)
    showcase = "picks: [{evidence: 2025-10-20-kite, because: Wind}]\n"
    assert two.edit("students/ana-lee/showcase.yml", showcase).check() == ()


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        (GROUP.replace("bo-ray", "bo-rae"), "unknown-student"),
        (GROUP.replace("student: bo-ray", "student: ana-lee"), "duplicate-id"),
        (GROUP.replace("area: science", "feedback: {by: jo-lee, can do: Fine}"), "not-for-a-group"),
        (GROUP.replace("area: science", "explanation: Mine"), "unknown-field"),
        ("---\narea: science\nmembers: {student: ana-lee}\n---\nAlone.\n", "alone-in-a-group"),
        ("---\narea: science\n---\nNobody.\n", "missing-field"),
    ],
)
def test_a_slip_in_group_work_is_told_once(two: TinySchool, text: str, slug: str) -> None:
    two.remove("students/ana-lee/evidence/p.png").edit("group-work/2025-10-20-kite.md", text)
    assert slug in two.slugs()
    assert two.slugs().count(slug) == 1


def test_group_work_under_the_name_of_an_own_piece_is_told(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png").edit("group-work/2025-10-02-volcano.md", GROUP)
    assert two.slugs() == ["duplicate-id"]


def test_knowledge_waits_for_permission_and_goes_when_it_ends(two: TinySchool) -> None:
    two.remove("students/ana-lee/evidence/p.png").evidence("permission: {audience: family}")
    assert ana(two).evidence[-1].audience is Audience.STAFF
    two.evidence("permission: {by: an Elder, until: 2026-03-01}\naudience: showcase")
    for day, audience in ((date(2026, 3, 1), Audience.FAMILY), (date(2026, 3, 2), Audience.STAFF)):
        school, problems = read_school(two.config, today=day)
        assert school
        assert not problems
        (student,) = (one for one in school.students if one.id == "ana-lee")
        assert student.evidence[-1].audience is audience
