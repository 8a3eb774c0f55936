"""What only shows when all files are read: records that contradict each other."""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from generator.model.audience import Audience, Role
from generator.model.student import Student
from generator.model.words import Voice
from generator.problems import Origin, Problem, error, warning
from generator.reading.findings import Findings
from generator.reading.lookups import references, school_references
from generator.reading.marks_in_words import marks_in_words
from generator.reading.notes import Target
from generator.reading.other_children import consents_fit, names_of_others, same_ids_together
from generator.reading.reporting_checks import learning_updates, reason_and_plan
from generator.reading.slugs import slug_of
from generator.reading.standards_checks import picture_sets, profiles_of_core, rubric_marks, streams_run_on
from generator.reading.stray_files import stray_files, stray_school_files
from generator.reading.student import ReadStudent
from generator.reading.student_facts import StudentFacts

SUMMER = timedelta(days=75)
"""How far before the first and after the last term a day is still believed."""


def crosscheck(findings: Findings) -> tuple[Problem, ...]:
    """All problems between files."""
    problems: list[Problem] = []
    for check in SCHOOL_CHECKS:
        problems.extend(check(findings))
    for read in findings.students:
        for look in FOLDER_CHECKS:
            problems.extend(look(read, findings))
        if read.student is not None:
            for ask in STUDENT_CHECKS:
                problems.extend(ask(read.student, findings))
    return tuple(problems)


def _same_ids(findings: Findings) -> Iterator[Problem]:
    seen: dict[tuple[Target, str], Origin] = {}
    for known in findings.declared:
        before = seen.setdefault((known.target, known.id), known.origin)
        if before is not known.origin:
            message = f"the id `{known.id}` is there twice, first in line {before.line}"
            yield error(known.origin, "duplicate-id", message, fix="give one of the two an id of its own")


def _reserved_ids(findings: Findings) -> Iterator[Problem]:
    students = {tree.id for tree in findings.content.students}
    for known in findings.declared:
        if known.target is Target.SPEAKER and known.id in students:
            message = f"`{known.id}` is the id of a student, who holds a key of their own"
            yield error(known.origin, "duplicate-id", message, fix="give the person an id of their own")
        if known.target is Target.SPEAKER and known.id in {"student", "peer"}:
            message = f"`{known.id}` already means somebody else"
            yield error(known.origin, "reserved-id", message, fix="give the person an id made of their name")


def _no_students(findings: Findings) -> Iterator[Problem]:
    if not findings.content.students:
        message = "the school has no students yet"
        fix = "make a folder `students/given-family/` with a `student.yml` in it"
        yield error(Origin(path="students"), "no-students", message, fix=fix)


def _same_names(findings: Findings) -> Iterator[Problem]:
    seen: dict[str, StudentFacts] = {}
    for facts in sorted(findings.all_facts, key=lambda known: known.id):
        before = seen.setdefault(slug_of(facts.name), facts)
        if before is not facts:
            yield error(
                facts.origin,
                "same-student-name",
                f"`{facts.name}` and the name in `{before.origin.path}` look the same on a letter",
                fix="tell them apart in `name:` as the school does, with a middle name or the class",
            )


def _childless_guardians(findings: Findings) -> Iterator[Problem]:
    if Target.SPEAKER in findings.unreadable or len(findings.all_facts) < len(findings.content.students):
        return
    wanted = {guardian for facts in findings.all_facts for guardian in facts.guardians}
    for person in findings.people:
        if person.role is Role.GUARDIAN and person.id not in wanted:
            message = f"no student names `{person.id}` as a guardian"
            fix = "add the id to `guardians:` of a `student.yml`, or take the person out"
            yield warning(person.origin, "guardian-without-child", message, fix=fix)


def _days(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    terms = findings.framework.terms if findings.framework else ()
    joined_on = read.facts.joined_on if read.facts else None
    for named in read.days:
        if terms and not terms[0].first_day - SUMMER <= named.day <= max(t.last_day for t in terms) + SUMMER:
            message = f"{named.day} is far from every term in `school.yml`"
            fix = "look at the year, or add the term to `school.yml`"
            yield warning(named.origin, "unlikely-date", message, fix=fix)
        elif joined_on and named.day < joined_on:
            message = f"{named.day} is before the student joined on {joined_on}"
            fix = "look at the date, and at `joined:` in `student.yml`"
            yield warning(named.origin, "unlikely-date", message, fix=fix)


def _no_guardian(student: Student, findings: Findings) -> Iterator[Problem]:
    del findings
    if not student.guardians:
        message = "no guardian can open this portfolio"
        yield warning(
            student.origin, "no-guardian", message, fix="add a line `guardians:` with ids of `people.yml`"
        )


def _assessments(student: Student, findings: Findings) -> Iterator[Problem]:
    framework = findings.framework
    if framework is None:
        return
    for assessment in student.assessments:
        if assessment.voice is Voice.FAMILY:
            message = "an assessment is by a member of staff or the student"
            fix = "write a guardian's words as a step of a goal, or as feedback"
            yield error(assessment.origin, "family-assessment", message, fix=fix)
        known = framework.competency(assessment.competency) if assessment.competency else None
        if known and known.is_core:
            message = f"`{known.id}` is a core competency and carries the student's own words, never a level"
            fix = "take it out, and let the student choose a statement in `core-competencies.yml`"
            yield error(assessment.origin, "level-on-core", message, fix=fix)


def _points(student: Student, findings: Findings) -> Iterator[Problem]:
    scale = findings.framework.scale if findings.framework else None
    for point in student.points:
        if scale:
            yield from reason_and_plan(point, scale=scale)
        for sample in point.evidence:
            shown = student.find_evidence(sample)
            if shown and shown.audience.width < point.audience.width:
                message = f"`{sample}` is a sample for `{point.audience}`, and its own audience is `{shown.audience}`"
                fix = f"write `audience: {point.audience}` in the evidence, or name another sample"
                yield error(point.origin, "hidden-sample", message, fix=fix)
        before = next((known for known in student.points if known.id == point.revises), None)
        if before and before.given_on > point.given_on:
            message = f"the point revises one of {before.given_on}, which is later"
            yield error(point.origin, "wrong-order", message, fix="let the later point say `revises:`")
    revises = {point.id: point.revises for point in student.points}
    for point in student.points:
        if _goes_round(point.id, revises):
            message = "these points of progress revise each other in a circle"
            fix = "let only the later one say `revises:`"
            yield error(point.origin, "circle", message, fix=fix)


def _goals(student: Student, findings: Findings) -> Iterator[Problem]:
    del findings
    following = {str(goal.id): str(goal.next_goal) if goal.next_goal else None for goal in student.goals}
    for goal in student.goals:
        if _goes_round(goal.id, following):
            message = "these goals follow each other in a circle"
            yield error(goal.origin, "circle", message, fix="let only the earlier one say `next goal:`")


def _goes_round(start: str, following: dict[str, str | None]) -> bool:
    seen: set[str] = set()
    place: str | None = start
    while place is not None and place not in seen:
        seen.add(place)
        place = following.get(place)
    return place == start


def _comparisons(student: Student, findings: Findings) -> Iterator[Problem]:
    del findings
    for pair in student.comparisons:
        earlier, later = student.find_evidence(pair.earlier), student.find_evidence(pair.later)
        if pair.earlier == pair.later:
            message = "the earlier and the later piece are the same"
            yield error(pair.origin, "same-piece", message, fix="name two pieces, made at different times")
        elif earlier and later and later.made_on < earlier.made_on:
            message = f"the later piece was made on {later.made_on}, before the earlier one"
            yield error(pair.origin, "wrong-order", message, fix="exchange `earlier:` and `later:`")


def _picks(student: Student, findings: Findings) -> Iterator[Problem]:
    del findings
    seen: set[str] = set()
    for pick in student.showcase.picks if student.showcase else ():
        picked = student.find_evidence(pick.evidence)
        if picked and not picked.audience.admits(Audience.FAMILY):
            message = f"`{pick.evidence}` is picked for the showcase, and its audience is `{picked.audience}`"
            fix = "write `audience: family` or wider in the evidence, or take the pick out"
            yield error(pick.origin, "hidden-pick", message, fix=fix)
        if pick.evidence in seen:
            message = f"`{pick.evidence}` is picked twice"
            yield error(pick.origin, "duplicate-pick", message, fix="keep one of the two")
        seen.add(pick.evidence)


SCHOOL_CHECKS: tuple[Callable[[Findings], Iterable[Problem]], ...] = (
    _same_ids,
    _reserved_ids,
    school_references,
    _no_students,
    _same_names,
    _childless_guardians,
    stray_school_files,
    profiles_of_core,
    streams_run_on,
    names_of_others,
    consents_fit,
)
"""About the school as a whole."""


FOLDER_CHECKS: tuple[Callable[[ReadStudent, Findings], Iterable[Problem]], ...] = (
    references,
    _days,
    stray_files,
    same_ids_together,
)
"""About one student's folder, whether or not all of it could be read."""


STUDENT_CHECKS: tuple[Callable[[Student, Findings], Iterable[Problem]], ...] = (
    _no_guardian,
    _assessments,
    _points,
    _goals,
    _comparisons,
    _picks,
    rubric_marks,
    picture_sets,
    learning_updates,
    marks_in_words,
)
"""About the records of one student."""
