"""What leads a portfolio changes the way in, and never what is there."""

from dataclasses import replace

import pytest

from generator.model.purpose import Purpose
from generator.model.structure import Structure
from generator.model.words import Voice
from generator.views.agreement import AGREEMENT, AgreementContent
from generator.views.home import HOME, HomeContent
from generator.views.portfolio import fill
from generator.views.showcase import SHOWCASE, ShowcaseContent
from generator.views.timeline import TIMELINE, TimelineContent
from generator.views.view import Subject
from tests.views.builders import asha, words


def _led(structure: Structure) -> Subject:
    subject = asha()
    student = replace(
        subject.student,
        structure=structure,
        evidence=tuple(
            replace(one, theme="Water" if number % 2 else "")
            for number, one in enumerate(subject.student.evidence)
        ),
    )
    return replace(subject, student=student, worked_out={})


def _timeline(subject: Subject) -> TimelineContent:
    content = TIMELINE.build(subject)[0].content
    assert isinstance(content, TimelineContent)
    return content


def _home(subject: Subject) -> HomeContent:
    content = HOME.build(subject)[0].content
    assert isinstance(content, HomeContent)
    return content


@pytest.mark.parametrize("structure", list(Structure))
def test_switching_loses_no_page_and_no_address(structure: Structure) -> None:
    as_before = fill(_led(Structure.TIME), language="en")
    switched = fill(_led(structure), language="en")
    assert {page.path for page in switched.pages} == {page.path for page in as_before.pages}
    evidence = {page.path: page for page in as_before.pages if page.template == "evidence.html"}
    assert {page.path: page for page in switched.pages if page.template == "evidence.html"} == evidence


@pytest.mark.parametrize("structure", list(Structure))
def test_the_timeline_holds_every_entry_once(structure: Structure) -> None:
    def entries(of: Structure) -> list[str]:
        content = _timeline(_led(of))
        return sorted(
            repr((entry.on, entry.tokens))
            for term in content.terms
            for month in term.months
            for entry in month.entries
        )

    assert entries(structure) == entries(Structure.TIME)


@pytest.mark.parametrize("structure", list(Structure))
def test_the_bar_keeps_five_places_and_the_menu_every_view(structure: Structure) -> None:
    views = fill(_led(structure), language="en").views
    assert len([view for view in views if view.in_bar]) == 5
    assert views[0].name == "home"
    assert {view.name for view in views} == {view.name for view in fill(asha(), language="en").views}


def test_anchors_of_a_timeline_are_each_there_once() -> None:
    for structure in Structure:
        content = _timeline(_led(structure))
        anchors = [
            *(term.anchor for term in content.terms),
            *(month.anchor for term in content.terms for month in term.months),
        ]
        assert len(anchors) == len(set(anchors))


def test_themes_lead_with_what_names_none_last() -> None:
    subject = _led(Structure.THEME)
    assert [term.name.text if term.name else "" for term in _timeline(subject).terms] == ["Water", ""]
    lead = _home(subject).lead
    assert [(one.name.text, one.path) for one in lead] == [
        ("Water", f"timeline.html#{_timeline(subject).terms[0].anchor}")
    ]
    assert lead[0].pieces == len(subject.student.evidence) // 2


def test_skills_lead_with_strands_of_an_area() -> None:
    names = [term.name.text for term in _timeline(_led(Structure.SKILL)).terms if term.name]
    assert "English Language Arts: Create" in names
    assert [view.name for view in fill(_led(Structure.SKILL), language="en").views if view.in_bar][
        1
    ] == "competencies"


def test_a_choice_leads_with_the_showcase() -> None:
    views = fill(_led(Structure.STUDENT_CHOICE), language="en").views
    assert [view.name for view in views if view.in_bar][:2] == ["home", "showcase"]
    assert _home(_led(Structure.STUDENT_CHOICE)).lead == ()


def test_the_student_says_otherwise_than_the_class() -> None:
    subject = asha()
    group = replace(subject.student.group, structure=Structure.THEME)
    assert replace(subject.student, group=group).led_by is Structure.THEME
    assert replace(subject.student, group=group, structure=Structure.SKILL).led_by is Structure.SKILL


def test_a_pick_says_who_picked_it() -> None:
    subject = asha()
    showcase = subject.student.showcase
    assert showcase
    picks = (replace(showcase.picks[0], voice=Voice.TEACHER, by="Ms. Okafor"), *showcase.picks[1:])
    student = replace(subject.student, showcase=replace(showcase, picks=picks))
    content = SHOWCASE.build(replace(subject, student=student, worked_out={}))[0].content
    assert isinstance(content, ShowcaseContent)
    assert (content.picks[0].voice, content.picks[0].by) == (Voice.TEACHER, "Ms. Okafor")


def test_the_agreement_page_answers_everything_but_what_students_need() -> None:
    subject = asha()
    purpose = Purpose(
        why=words("Because."),
        for_whom=None,
        needs=words("A quiet corner."),
        agency=None,
        routines=None,
        structure=None,
        feedback=words("Weekly."),
    )
    framework = replace(subject.framework, purpose=purpose)
    content = AGREEMENT.build(replace(subject, framework=framework))[0].content
    assert isinstance(content, AgreementContent)
    assert [answer.words.text for answer in content.answers] == ["Because.", "Weekly."]
    assert content.agreement == words("We say why.")
