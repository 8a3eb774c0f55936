import re
from dataclasses import dataclass, fields
from datetime import date

import pytest

from generator.model import (
    about,
    assessment,
    comparison,
    evidence,
    goal,
    people,
    progress,
    reflection,
    showcase,
    student,
)
from generator.model.audience import Audience, Role
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, GroupId, PersonId, PieceId
from generator.model.people import Person
from generator.model.words import Voice, Words
from generator.problems import Origin
from generator.publish.strings import Text, TextKind, strings_of

ORIGIN = Origin(
    path="students/asha-sandhu/evidence/2026-10-02-volcano/index.md", line=1, excerpt="title: Volcano!"
)


def piece_of_evidence() -> evidence.Evidence:
    artifact = evidence.Artifact(
        path="students/asha-sandhu/evidence/2026-10-02-volcano/IMG_4032.jpg",
        caption="Foam on the table",
        alternative="",
        transcript=None,
        resurface=True,
        origin=ORIGIN,
    )
    return evidence.Evidence(
        id=EvidenceId("2026-10-02-volcano"),
        title="My volcano",
        title_language="en",
        made_on=date(2026, 10, 2),
        kinds=(evidence.EvidenceKind.PRODUCT,),
        form=evidence.EvidenceForm.WORK_SAMPLE,
        context=None,
        audience=Audience.FAMILY,
        areas=(AreaId("science"),),
        competencies=(CompetencyId("science-question"),),
        learning="We were learning how gases push",
        words=Words(text="# It foamed\n\nMr. Lee laughed. So did I!", language="en"),
        words_by=Voice.STUDENT,
        explanation=None,
        artifacts=(artifact,),
        feedback=(),
        piece=PieceId("volcano-model"),
        stage=evidence.Stage.DRAFT,
        talk_about="",
        origin=ORIGIN,
    )


def test_everything_a_person_wrote_comes_out() -> None:
    assert set(strings_of(piece_of_evidence())) == {
        Text(TextKind.STEM, "2026-10-02-volcano"),
        Text(TextKind.STEM, "IMG_4032"),
        Text(TextKind.STEM, "volcano-model"),
        Text(TextKind.WORDS, "My volcano"),
        Text(TextKind.WORDS, "Foam on the table"),
        Text(TextKind.WORDS, "We were learning how gases push"),
        Text(TextKind.WORDS, "It foamed"),
        Text(TextKind.WORDS, "Mr."),
        Text(TextKind.WORDS, "Lee laughed."),
        Text(TextKind.WORDS, "So did I"),
    }


def test_names_are_names() -> None:
    person = Person(
        id=PersonId("amrit-sandhu"),
        name="Amrit Sandhu",
        role=Role.GUARDIAN,
        language="pa",
        shown_as="Dad",
        origin=Origin(path="people.yml"),
    )
    assert set(strings_of({"a": (person,)})) >= {
        Text(TextKind.NAME, "Amrit Sandhu"),
        Text(TextKind.NAME, "Dad"),
        Text(TextKind.STEM, "amrit-sandhu"),
    }


def test_sentences_of_other_scripts_are_told_apart() -> None:
    words = Words(text="मैंने लिखा। फिर पढ़ा", language="hi")
    assert [text.text for text in strings_of(words)] == ["मैंने लिखा", "फिर पढ़ा"]


@pytest.mark.parametrize(
    "record",
    [
        getattr(module, name)
        for module in (
            about,
            assessment,
            comparison,
            evidence,
            goal,
            people,
            progress,
            reflection,
            showcase,
            student,
        )
        for name in vars(module)
        if hasattr(getattr(module, name), "__dataclass_fields__")
    ],
    ids=lambda record: record.__name__,
)
def test_a_field_that_joins_the_model_is_gathered_unless_it_is_known_to_be_for_the_program(
    record: type[student.Student],
) -> None:
    typed = {"language", "title_language", "accent", "cover", "avatar", "grade"}
    ids = {"areas", "area", "competency", "competencies", "level", "prompts"}
    known = {
        ("Group", "id"),
        ("Origin", "excerpt"),
        ("PointOfProgress", "id"),
        ("PointOfProgress", "revises"),
        ("RubricUse", "version"),
        ("Statement", "name"),
    }
    for field in fields(record):
        annotation = str(field.type)
        if (
            not re.search(r"\bstr\b|'str'", annotation)
            or (record.__name__, field.name) in known
            or field.name in typed | ids
        ):
            continue
        marker = "quite unlike anything else"
        value = (marker,) if "tuple" in annotation else marker
        shell = _only(record, field=field.name, value=value)
        assert any(text.text == marker for text in strings_of(shell)), field.name


def _only(record: type, *, field: str, value: object) -> object:
    """A record with one field filled and the others None."""
    made: object = object.__new__(record)
    for each in fields(record):
        object.__setattr__(made, each.name, value if each.name == field else None)
    return made


def test_ids_of_the_framework_stay_out() -> None:
    @dataclass(frozen=True)
    class Record:
        group: GroupId
        words: str

    assert list(strings_of(Record(group=GroupId("grade-4"), words="Hello there"))) == [
        Text(TextKind.WORDS, "Hello there")
    ]
