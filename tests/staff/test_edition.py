"""The staff edition of one class: what its pages say, and what they never say."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest

from generator.model.consent import Consent
from generator.model.evidence import EvidenceKind
from generator.model.identifiers import StudentId
from generator.staff.balance import BalanceContent
from generator.staff.class_list import ClassListContent
from generator.staff.edition import STAFF_VIEWS, fill_register
from generator.staff.goals import StaffGoalsContent
from generator.staff.reports_due import ReportsDueContent
from generator.staff.student import StudentContent
from generator.staff.tasks import TasksContent
from tests.staff.registers import cedar, named, register
from tests.views.builders import ORIGIN, day, evidence, student


def content(name: str, of: Any) -> Any:
    return next(page.content for page in fill_register(of, language="en").pages if page.path == name)


def class_list(of: Any) -> ClassListContent:
    found = content("index.html", of)
    assert isinstance(found, ClassListContent)
    return found


def reached(record: Any) -> Iterator[Any]:
    yield record
    if is_dataclass(record) and not isinstance(record, type):
        for field in fields(record):
            yield from reached(getattr(record, field.name))
    elif isinstance(record, tuple):
        for item in record:
            yield from reached(item)


def test_five_pages_stand_in_the_bar() -> None:
    assert [view.name for view in STAFF_VIEWS if view.in_bar] == [
        "class",
        "due",
        "balance",
        "gradebook",
        "goals",
    ]


@pytest.mark.parametrize(
    "of", [cedar(), register(), register(student(), rules=None)], ids=["full", "empty", "new"]
)
def test_every_link_leads_to_a_page_or_a_download(of: Any) -> None:
    filled = fill_register(of, language="en")
    known = {page.path for page in filled.pages} | {kept.path for kept in filled.downloads}
    linked = {view.path for view in filled.views}
    for page in filled.pages:
        for record in reached(page.content):
            if is_dataclass(record):
                linked |= {
                    value
                    for field in fields(record)
                    if field.name in {"path", "csv_path", "class_path"}
                    and isinstance(value := getattr(record, field.name), str)
                }
    assert linked <= known


def test_no_path_names_a_child() -> None:
    paths = " ".join(page.path for page in fill_register(cedar(), language="en").pages).lower()
    assert [name for name in ("asha", "gill", "ben", "lee", "cedar") if name in paths] == []


def test_every_field_a_template_sees_has_help() -> None:
    records: set[Any] = {
        type(record)
        for page in fill_register(cedar(), language="en").pages
        for record in reached(page.content)
        if is_dataclass(record) and type(record).__module__.startswith("generator.staff")
    }
    assert len(records) > 10
    assert [
        (record.__name__, field.name)
        for record in records
        for field in fields(record)
        if not field.metadata.get("help")
    ] == []


def test_the_class_stands_by_name() -> None:
    assert [row.student.name.text for row in class_list(cedar()).rows] == ["Asha Gill", "Ben Lee"]


def test_who_has_no_observation_and_who_was_not_seen_for_long_are_named() -> None:
    seen = class_list(cedar())
    assert [link.name.text for link in seen.no_observation] == ["Ben Lee"]
    assert [link.name.text for link in seen.long_unseen] == ["Ben Lee"]


def test_time_is_counted_from_the_newest_entry_so_that_a_holiday_flags_nobody() -> None:
    quiet = register(student(evidence=(evidence("2025-11-02-kite"),)))
    seen = class_list(quiet)
    assert (seen.as_of, seen.long_unseen) == (date(2025, 11, 2), ())


def test_what_is_still_to_come_is_named_for_each_student() -> None:
    asha, ben = class_list(cedar()).rows
    assert [(one.name.text, one.count) for one in asha.communications] == [("Letter", 2)]
    assert [area.id for area in asha.areas] == ["english", "science"]
    assert [area.id for area in ben.areas] == ["english", "mathematics", "science"]


def test_without_reporting_rules_nothing_is_to_come() -> None:
    (row,) = class_list(register(student(evidence=(evidence(),)), rules=None)).rows
    assert (row.communications, row.areas) == ((), ())
    due = content("due.html", register(student(evidence=(evidence(),)), rules=None))
    assert isinstance(due, ReportsDueContent)
    assert (due.rules, due.rows) == (None, ())


def test_the_page_of_what_is_due_gives_days_and_what_is_to_come() -> None:
    due = content("due.html", cedar())
    assert isinstance(due, ReportsDueContent)
    asha = due.rows[0]
    by_area = dict(zip((str(area.id) for area in due.areas), asha.points, strict=True))
    maths, science = by_area["mathematics"], by_area["science"]
    assert maths is not None
    assert science is not None
    assert (maths.days, maths.to_come) == ((date(2026, 2, 3),), 0)
    assert (science.days, science.to_come) == ((), 1)


def test_a_family_that_has_not_answered_or_said_no_is_named() -> None:
    yes = Consent(
        student=StudentId("asha-gill"),
        own_portfolio=True,
        classmates=False,
        yes_to=frozenset(),
        no_to=frozenset(),
        named_as=None,
        withdrawn_on=None,
        origin=ORIGIN,
    )
    seen = class_list(replace(cedar(), consents=(yes,)))
    assert [link.name.text for link in seen.no_consent_yet] == ["Ben Lee"]
    assert seen.no_pictures == ()
    withdrawn = replace(yes, withdrawn_on=day("2026-02-01"))
    assert [one.name.text for one in class_list(replace(cedar(), consents=(withdrawn,))).no_pictures] == [
        "Asha Gill"
    ]


def test_gaps_between_seen_said_and_made_are_named() -> None:
    balances = content("balance.html", cedar())
    assert isinstance(balances, BalanceContent)
    science = next(one for one in balances.students[0].areas if one.area.id == "science")
    assert science.balance.missing == (EvidenceKind.CONVERSATION,)


def test_gaps_are_named_for_each_competency_of_a_student() -> None:
    page = content(class_list(cedar()).rows[0].student.path, cedar())
    assert isinstance(page, StudentContent)
    of_science = next(one for one in page.areas if one.balance.area.id == "science").competencies
    assert of_science
    assert {one.competency.area for one in of_science} == {"science"}
    assert all(one.balance.missing for one in of_science)


def test_teachers_read_what_is_for_staff_only_and_it_says_so() -> None:
    path = class_list(cedar()).rows[0].student.path
    page = content(path, cedar())
    assert isinstance(page, StudentContent)
    noted = [item for record in reached(page) if type(record).__name__ == "SeenFrom" for item in record.items]
    assert [item.title.text for item in noted if item.only_staff] == ["Worry"]


def test_goals_stand_by_the_day_to_look_again_and_those_done_are_gone() -> None:
    goals = content("goals.html", cedar())
    assert isinstance(goals, StaffGoalsContent)
    assert [(goal.wording.text, goal.look_again) for goal in goals.goals] == [("I want to read.", True)]
    assert [link.name.text for link in goals.without] == ["Ben Lee"]


def test_tasks_say_what_the_tool_does_and_who_has_evidence() -> None:
    tasks = content("tasks.html", cedar())
    assert isinstance(tasks, TasksContent)
    assert len(tasks.words) == 4
    (task,) = tasks.tasks
    assert task.samr is not None
    assert task.samr.name == "Modification"
    assert [link.name.text for link in task.students] == ["Asha Gill"]


def test_no_page_orders_children_by_anything_they_achieved() -> None:
    """Rows stand by name; the only numbers beside a child count what teachers still have to do."""
    filled = fill_register(cedar(named(student(), id="cem-oz", name="Cem Oz")), language="en")
    numbers = {
        (type(record).__name__, field.name)
        for page in filled.pages
        for record in reached(page.content)
        if is_dataclass(record) and type(record).__module__.startswith("generator.staff")
        for field in fields(record)
        if type(getattr(record, field.name)) in {int, float}
    }
    assert numbers == {
        ("ClassRow", "missing"),
        ("ClassRow", "observations"),
        ("StillToCome", "count"),
        ("Told", "to_come"),
        ("DueRow", "missing"),
    }


def test_filling_twice_gives_the_same() -> None:
    assert fill_register(cedar(), language="en") == fill_register(cedar(), language="en")


def test_titles_of_pages_name_no_child() -> None:
    titles = " ".join(page.title for page in fill_register(cedar(), language="en").pages)
    assert not re.search(r"Asha|Ben|Cedar", titles)
