"""A rubric as a page shows it: everybody's words by the version they were made with."""

from dataclasses import fields, replace

from generator.model.rubric import RubricForm, RubricUse
from generator.model.words import Voice
from generator.views.rubric import RubricRow, ShownRubric, show_rubric
from tests.views.builders import (
    criterion_mark,
    evidence,
    framework,
    rubric,
    rubric_mark,
    rubric_use,
    student,
    subject,
)


def shown(use: RubricUse, *, form: RubricForm = RubricForm.SINGLE_POINT) -> ShownRubric:
    piece = evidence(rubric=use)
    known = replace(
        subject(student(evidence=(piece,))), framework=replace(framework(), rubrics=(rubric(form),))
    )
    made = show_rubric(piece, subject=known)
    assert made
    return made


def clear(*, mine: str, theirs: str) -> RubricRow:
    return shown(
        rubric_use(
            rubric_mark(criterion_mark(**{mine: "Mine."}), voice=Voice.STUDENT),
            rubric_mark(criterion_mark(**{theirs: "Theirs."}), voice=Voice.TEACHER),
        )
    ).rows[0]


def test_there_is_a_row_for_each_criterion_of_that_version() -> None:
    assert [len(shown(rubric_use(version=version)).rows) for version in ("1", "2")] == [1, 2]
    assert [shown(rubric_use(version=version)).versions for version in ("1", "2")] == [1, 2]


def test_the_student_speaks_first() -> None:
    use = rubric_use(
        rubric_mark(criterion_mark(strength="T."), voice=Voice.TEACHER),
        rubric_mark(criterion_mark(strength="P."), voice=Voice.PEER),
        rubric_mark(criterion_mark(strength="S."), voice=Voice.STUDENT),
    )
    assert [mark.voice for mark in shown(use).rows[0].marks] == [Voice.STUDENT, Voice.PEER, Voice.TEACHER]


def test_one_sees_strength_where_the_other_sees_only_growth() -> None:
    assert clear(mine="strength", theirs="growing").differ
    assert not clear(mine="strength", theirs="strength").differ


def test_levels_that_differ_ask_a_question() -> None:
    def row(level: str) -> RubricRow:
        use = rubric_use(
            rubric_mark(criterion_mark(strength="S.", level_id="DEV")),
            rubric_mark(criterion_mark(strength="T.", level_id=level), voice=Voice.TEACHER),
        )
        return shown(use, form=RubricForm.LEVELLED).rows[0]

    assert row("PRO").differ
    assert not row("DEV").differ


def test_a_classmate_never_gives_a_level() -> None:
    use = rubric_use(rubric_mark(criterion_mark(strength="P.", level_id="DEV"), voice=Voice.PEER))
    (mark,) = shown(use, form=RubricForm.LEVELLED).rows[0].marks
    assert (mark.voice, mark.level) == (Voice.PEER, None)


def test_a_classmate_alone_is_no_disagreement() -> None:
    use = rubric_use(
        rubric_mark(criterion_mark(strength="S.")),
        rubric_mark(criterion_mark(growing="P."), voice=Voice.PEER),
    )
    assert not shown(use).rows[0].differ


def test_nothing_on_it_is_a_score() -> None:
    names = {field.name for record in (ShownRubric, RubricRow) for field in fields(record)}
    assert names.isdisjoint({"score", "points", "total", "agreement", "percent"})


def test_a_rubric_the_school_no_longer_has_is_left_out() -> None:
    piece = evidence(rubric=rubric_use())
    known = subject(student(evidence=(piece,)))
    assert show_rubric(piece, subject=replace(known, framework=replace(framework(), rubrics=()))) is None
