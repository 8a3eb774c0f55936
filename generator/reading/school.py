"""A content folder becomes one checked school: school-wide files first, then each student, then what only shows across files."""

import os
from dataclasses import replace
from datetime import date, datetime

from generator.config import SiteConfig
from generator.model.audience import Audience
from generator.model.consent import Naming
from generator.model.identifiers import StudentId
from generator.model.school import School
from generator.problems import Origin, Problem, error, in_reading_order
from generator.reading.crosscheck import crosscheck
from generator.reading.findings import Findings
from generator.reading.naming import Roster
from generator.reading.notes import Notes, Surroundings, one_of
from generator.reading.permissions import lapsed
from generator.reading.school_wide import Shared, read_shared
from generator.reading.student import ReadStudent, read_student
from generator.reading.student_facts import StudentFacts, read_facts
from generator.reading.tree import ContentTree, read_text, read_tree


def read_school(
    config: SiteConfig, *, only: frozenset[StudentId] = frozenset(), today: date | None = None
) -> tuple[School | None, tuple[Problem, ...]]:
    """Reads and checks a whole school, or only some of its students.

    The school holds what could be read even where there are errors; there is none only where the content folder
    or its `school.yml` is not to be read. Problems come in reading order. Nothing may be published past an error.
    `today` is the day by which permissions run out; the day it is when left out, so that nobody forgets it.
    """
    root = os.fspath(config.content)
    if not os.path.isdir(root):  # noqa: PTH112 - one stat, as everywhere in this room
        place = Origin(path=config.file.name)
        fix = "set `content:` to the folder that holds `school.yml`"
        return None, (
            error(place, "missing-file", f"there is no content folder `{config.content.name}`", fix=fix),
        )
    content = read_tree(root)
    shared = read_shared(content, default_audience=Audience(config.default_audience), wording=config.wording)
    chosen = [tree for tree in content.students if not only or tree.id in only]
    around = replace(
        shared.surroundings, roster=_roster(content, shared=shared, usual=Naming(config.other_children))
    )
    students = tuple(
        read_student(
            tree,
            content=content,
            around=around,
            groups=shared.groups,
            group_work=tuple(item for item in content.group_work if tree.id in shared.members[item.path]),
        )
        for tree in chosen
    )
    facts = tuple(read.facts for read in students) + tuple(
        _facts_of(content, tree.file("student.yml"), student=tree.id, around=shared.surroundings)
        for tree in content.students
        if only and tree.id not in only
    )
    findings = Findings(
        content=content,
        framework=shared.framework,
        people=shared.people,
        group_ids=frozenset(item.stem for item in content.groups),
        declared=shared.declared,
        unreadable=shared.unreadable,
        references=shared.references,
        students=students,
        all_facts=tuple(known for known in facts if known),
        complete=not only,
        spoken_of=shared.spoken_of,
        roster=around.roster,
    )
    problems = [*content.problems, *shared.problems, *_unknown_students(only, content=content)]
    problems += [problem for read in students for problem in read.problems]
    problems += crosscheck(findings)
    school = _school(shared, students, today=today or datetime.now().astimezone().date())
    return school, in_reading_order(problems)


def _facts_of(
    content: ContentTree, path: str | None, *, student: StudentId, around: Surroundings
) -> StudentFacts | None:
    text = read_text(content, path) if path else None
    if text is None or isinstance(text, Problem):
        return None
    return read_facts(Notes(text=text, surroundings=around), student=student)


def _unknown_students(only: frozenset[StudentId], *, content: ContentTree) -> list[Problem]:
    known = {tree.id for tree in content.students}
    return [
        error(
            Origin(path="students"),
            "unknown-student",
            f"there is no student `{student}`",
            fix=one_of(student, sorted(known)),
        )
        for student in sorted(only - known)
    ]


def _roster(content: ContentTree, *, shared: Shared, usual: Naming) -> Roster:
    """Everybody's names are only looked up where the school says something about classmates."""
    if not shared.consents and not shared.members:
        return Roster(usual=usual)
    facts = (
        _facts_of(content, tree.file("student.yml"), student=tree.id, around=shared.surroundings)
        for tree in content.students
    )
    return Roster(
        usual=usual,
        consents=shared.consents,
        called={known.id: known.called for known in facts if known is not None},
    )


def _school(shared: Shared, students: tuple[ReadStudent, ...], *, today: date) -> School | None:
    if shared.framework is None:
        return None
    return School(
        framework=shared.framework,
        people=shared.people,
        groups=tuple(shared.groups.values()),
        students=tuple(lapsed(read.student, today=today) for read in students if read.student),
        tasks=shared.tasks,
        consents=tuple(shared.consents.values()),
    )
