"""A message for any channel says what kinds of things are new, and nothing from which a child could be told."""

from dataclasses import replace
from datetime import date

import pytest

from generator.letters.digest import digest
from generator.model.audience import Audience
from generator.model.evidence import EvidenceKind
from generator.model.identifiers import GroupId
from generator.model.student import Student
from tests.views import builders
from tests.views.builders import asha

FIRST, LAST = date(2025, 9, 1), date(2026, 6, 30)


def message(*students: Student, since: date = FIRST, language: str = "en") -> str:
    return digest(
        builders.group(),
        students=students,
        framework=builders.framework(),
        since=since,
        until=LAST,
        language=language,
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_holds_no_name_no_title_and_no_number_of_things(language: str) -> None:
    text = message(asha().student, language=language).replace("September 1", "").replace("1er septembre", "")
    for word in ("Asha", "Gill", "Okafor", "Dad", "story", "Heron", "heron", "volcano", "asha"):
        assert word not in text
    assert not any(sign.isdecimal() for sign in text)


def test_it_names_kinds_areas_where_to_look_and_one_question() -> None:
    text = message(asha().student)
    assert text.startswith("Cedar class: since September 1 there is something new")
    assert "- work that was made, in English Language Arts, Mathematics and Science" in text
    assert "- talks about learning, in Science" in text
    assert "- points of progress, in Mathematics" in text
    assert "- conversations: read what was said, and answer" in text
    assert text.count("?") == 1


def test_what_families_may_not_see_is_not_news() -> None:
    hidden = builders.evidence("2026-05-02-x", areas=["science"], audience=Audience.STUDENT)
    text = message(builders.student(evidence=[hidden]))
    assert text == "Cedar class: nothing new since September 1. The next pieces are being made."


def test_what_is_older_or_lies_ahead_is_not_news() -> None:
    pieces = [
        builders.evidence(f"{day}-x", areas=["science"], kinds=(EvidenceKind.OBSERVATION,))
        for day in ("2026-04-30", "2026-07-01")
    ]
    assert "nothing new" in message(builders.student(evidence=pieces), since=date(2026, 5, 1))


def test_other_classes_are_left_out() -> None:
    student = asha().student
    elsewhere = replace(student, group=replace(student.group, id=GroupId("arbutus")))
    assert "nothing new" in message(elsewhere)


def test_it_speaks_french() -> None:
    text = message(asha().student, language="fr-CA")
    assert text.startswith("Cedar class : depuis le 1er septembre, il y a du nouveau")
    assert "Où regarder" in text
