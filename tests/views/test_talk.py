import pytest

from generator.model.evidence import EvidenceForm, EvidenceKind, Stage
from generator.model.medium import MediumKind
from generator.views import talk
from generator.views.home import HOME, HomeContent
from generator.views.talk import talk_about
from tests.views.builders import artifact, evidence, picture, student, subject


def test_the_teachers_own_question_comes_first_in_the_schools_language() -> None:
    asked = talk_about(evidence(talk_about="Why did it foam?"), subject=subject(student())).asked
    assert asked is not None
    assert (asked.text, asked.language) == ("Why did it foam?", "en")


@pytest.mark.parametrize("form", EvidenceForm)
def test_every_form_has_a_question(form: EvidenceForm) -> None:
    made = talk_about(evidence(form=form, kinds=(EvidenceKind.OBSERVATION,)), subject=subject(student()))
    assert made.message in talk._BY_FORM[form]


@pytest.mark.parametrize("stage", Stage)
def test_a_version_is_asked_about_as_one(stage: Stage) -> None:
    versions = [evidence("2025-10-01-a", piece="p"), evidence("2025-10-02-b", piece="p", stage=stage)]
    assert (
        talk_about(versions[1], subject=subject(student(evidence=versions))).message in talk._BY_STAGE[stage]
    )


def test_nobody_is_asked_about_a_first_version_that_is_not_shown() -> None:
    alone = evidence(piece="p", stage=Stage.FINAL)
    made = talk_about(alone, subject=subject(student(evidence=[alone])))
    assert made.message in talk._BY_KIND[EvidenceKind.PRODUCT]


def test_a_picture_is_asked_about_as_a_picture() -> None:
    drawing = evidence(artifacts=(artifact("a.png"),))
    made = talk_about(drawing, subject=subject(student(), media={"a.png": picture("a")}))
    assert made.message in talk._BY_MEDIUM[MediumKind.PICTURE]


@pytest.mark.parametrize("kind", EvidenceKind)
def test_what_says_nothing_about_itself_is_asked_about_by_kind(kind: EvidenceKind) -> None:
    assert talk_about(evidence(kinds=(kind,)), subject=subject(student())).message in talk._BY_KIND[kind]


def test_every_question_names_the_student_and_nothing_else() -> None:
    tables = (talk._BY_STAGE, talk._BY_FORM, talk._BY_MEDIUM, talk._BY_KIND)
    questions = [question for table in tables for choices in table.values() for question in choices]
    assert [question for question in questions if "Asha" not in question % {"called": "Asha"}] == []


def test_home_asks_three_different_questions_at_most() -> None:
    pieces = [
        evidence(f"2025-10-{number:02}-quiz", form=EvidenceForm.TEST_OR_QUIZ) for number in range(1, 10)
    ]
    home = HOME.build(
        subject(student(evidence=[*pieces, evidence("2025-09-01-play", form=EvidenceForm.FREE_PLAY)]))
    )[0]
    assert isinstance(home.content, HomeContent)
    assert len(home.content.talks) == 2
    assert len({made.message for made in home.content.talks}) == 2
