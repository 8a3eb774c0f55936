"""What only shows when all files are read: ids that name nothing, and records that contradict each other."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.model.audience import Audience, Role
from generator.model.framework import Framework
from generator.model.people import Person
from generator.model.student import Student
from generator.model.words import Voice
from generator.problems import Origin, Problem, error, warning
from generator.reading.notes import Reference, Target, nearest, one_of
from generator.reading.slugs import slug_of
from generator.reading.student import ReadStudent, StudentFacts
from generator.reading.tree import FRAMEWORK_FILES, SCHOOL_FILES, STUDENT_FILES, STUDENT_FOLDERS, ContentTree

SUMMER = timedelta(days=75)
"""How far before the first and after the last term a day is still believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that was read, before it is believed."""

    content: ContentTree
    framework: Framework | None
    people: tuple[Person, ...]
    group_ids: frozenset[str]
    declared: tuple[Reference, ...]
    unreadable: frozenset[Target]
    references: tuple[Reference, ...]
    """Of school-wide files."""
    students: tuple[ReadStudent, ...]
    all_facts: tuple[StudentFacts, ...]
    """Also of students who were not asked for."""
    complete: bool
    """Whether all students were read."""

    def known(self, target: Target) -> tuple[str, ...]:
        """The ids that school-wide files declare, in their order."""
        if target is Target.GROUP:
            return tuple(sorted(self.group_ids))
        if target in {Target.STAFF, Target.GUARDIAN}:
            role = Role.STAFF if target is Target.STAFF else Role.GUARDIAN
            return tuple(person.id for person in self.people if person.role is role)
        return tuple(known.id for known in self.declared if known.target is target)


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
    for known in findings.declared:
        if known.target is Target.SPEAKER and known.id in {"student", "peer"}:
            message = f"`{known.id}` already means somebody else"
            yield error(known.origin, "reserved-id", message, fix="give the person an id made of their name")


def _school_references(findings: Findings) -> Iterator[Problem]:
    for wanted in findings.references:
        yield from _look_up(wanted, findings)


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


def _stray_school_files(findings: Findings) -> Iterator[Problem]:
    expected = {*SCHOOL_FILES, *(f"framework/{name}" for name in FRAMEWORK_FILES)}
    known = expected | {item.path for item in findings.content.groups}
    students = {tree.folder for tree in findings.content.students}
    for path in findings.content.files:
        home = "/".join(path.split("/")[:2]) + "/"
        if path in known or home in students or _in_refused_folder(path):
            continue
        name = path.rsplit("/", 1)[-1]
        near = next((right for right in expected if right.endswith(f"/{name}")), "") or nearest(
            path, expected
        )
        fix = (
            f"did you mean `{near}`?"
            if near
            else "begin its name with an underscore, or move it out of the content"
        )
        yield warning(Origin(path=path), "unknown-file", "nothing reads this file", fix=fix)


def _in_refused_folder(path: str) -> bool:
    """A student's folder with a wrong name has been told of already."""
    return path.startswith("students/") and path.count("/") > 1


def _references(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    own = {
        Target.EVIDENCE: tuple(item.stem for item in read.tree.evidence),
        Target.GOAL: tuple(item.stem for item in read.tree.goals),
        Target.POINT: tuple(item.stem for item in read.tree.points),
    }
    for wanted in read.references:
        if wanted.target not in own:
            yield from _look_up(wanted, findings, student=read)
        elif wanted.id not in own[wanted.target]:
            yield _not_own(wanted, own=own[wanted.target], read=read, findings=findings)


def _not_own(wanted: Reference, *, own: tuple[str, ...], read: ReadStudent, findings: Findings) -> Problem:
    if wanted.target is Target.EVIDENCE:
        for other in findings.content.students:
            if other.id != read.tree.id and any(item.stem == wanted.id for item in other.evidence):
                message = f"`{wanted.id}` is evidence of another student, `{other.id}`"
                return error(wanted.origin, "evidence-of-another", message, fix=_mend(wanted, own))
    slug = f"unknown-{wanted.target.name.lower()}"
    return error(wanted.origin, slug, f"there is no {wanted.target} `{wanted.id}`", fix=_mend(wanted, own))


_FOLDERS = {Target.EVIDENCE: "evidence", Target.GOAL: "goals", Target.POINT: "progress"}


def _mend(wanted: Reference, known: tuple[str, ...]) -> str:
    folder = _FOLDERS.get(wanted.target)
    if folder is None:
        return one_of(wanted.id, known)
    # Dates make all of these alike, and a file rarely means itself.
    others = (name for name in known if f"/{name}." not in wanted.origin.path)
    near = nearest(wanted.id, others, cutoff=0.8)
    return (
        f"did you mean `{near}`?"
        if near
        else f"name a file of this student's folder `{folder}`, without its ending"
    )


def _look_up(
    wanted: Reference, findings: Findings, *, student: ReadStudent | None = None
) -> Iterator[Problem]:
    target = wanted.target
    people = {Target.STAFF, Target.GUARDIAN, Target.SPEAKER}
    if target in findings.unreadable or (target in people and Target.SPEAKER in findings.unreadable):
        return
    if target in people:
        yield from _look_up_person(wanted, findings, student=student)
        return
    known = findings.known(target)
    if wanted.id not in known:
        slug = f"unknown-{target.name.lower()}"
        yield error(wanted.origin, slug, f"there is no {target} `{wanted.id}`", fix=_mend(wanted, known))


def _look_up_person(
    wanted: Reference, findings: Findings, *, student: ReadStudent | None
) -> Iterator[Problem]:
    target, typed = wanted.target, wanted.id
    person = next((known for known in findings.people if known.id == typed), None)
    if person is None:
        if typed in findings.known(Target.SPEAKER) or (
            target is Target.SPEAKER and typed in {"student", "peer"}
        ):
            return
        known = findings.known(target)
        if target is Target.SPEAKER:
            known = (*findings.known(Target.STAFF), "student", "peer")
        message = f"there is no {target} `{typed}` in `people.yml`"
        yield error(wanted.origin, f"unknown-{target.name.lower()}", message, fix=_mend(wanted, known))
    elif target is Target.SPEAKER and person.role is Role.GUARDIAN:
        facts = student.facts if student else None
        if facts is not None and typed not in facts.guardians:
            message = f"`{typed}` is not a guardian of this student"
            fix = "name one of the guardians in `student.yml`, or add the person there"
            yield error(wanted.origin, "guardian-of-another", message, fix=fix)
    elif (target is Target.STAFF) != (person.role is Role.STAFF) and target is not Target.SPEAKER:
        message = f"`{typed}` is a {person.role} in `people.yml`, not a {target}"
        fix = _mend(wanted, findings.known(target))
        yield error(wanted.origin, f"unknown-{target.name.lower()}", message, fix=fix)


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


def _stray_files(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    del findings
    tree = read.tree
    claimed = tree.claimed | read.spoken_of
    about = f"{tree.folder}about.md"
    texts = (path for path in read.unread if path.endswith(".md") and path != about)
    unsure = tuple(path.rsplit("/", 1)[0] + "/" for path in texts) + tree.indexless
    for path in tree.files.values():
        if path in claimed or (unsure and path.startswith(unsure)):
            continue
        inside = path.removeprefix(tree.folder)
        first, _, rest = inside.partition("/")
        if about in read.unread and not rest:
            continue
        if not rest:
            near = nearest(first, STUDENT_FILES)
        elif first not in STUDENT_FOLDERS:
            near = nearest(first, STUDENT_FOLDERS)
            near = near and f"{near}/{rest}"
        else:
            right = ".yml" if first in {"goals", "progress"} else ".md"
            stem, _, ending = inside.rpartition(".")
            near = (
                stem + right if ending in {"yaml", "yml", "md", "markdown", "txt"} and "/" not in rest else ""
            )
        if near and near != inside:
            fix = f"did you mean `{near}`?"
        else:
            fix = "name it under `artifacts`, or begin its name with an underscore"
        yield warning(
            Origin(path=path), "unknown-file", "no text of this student speaks of this file", fix=fix
        )


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
            message = "an assessment is by a member of staff, the student or a peer"
            fix = "write a guardian's words as a step of a goal, or as feedback"
            yield error(assessment.origin, "family-assessment", message, fix=fix)
        known = framework.competency(assessment.competency) if assessment.competency else None
        if known and known.is_core and assessment.voice is not Voice.STUDENT:
            message = f"`{known.id}` is a core competency and carries only the student's own voice"
            fix = "take the level out, or let the student write it with `by: student`"
            yield error(assessment.origin, "level-on-core", message, fix=fix)


def _points(student: Student, findings: Findings) -> Iterator[Problem]:
    scale = findings.framework.scale if findings.framework else None
    for point in student.points:
        if scale and scale.position(point.level) is None and scale.find(point.level) and not point.reason:
            message = f"`{point.level}` stands outside the scale and needs a reason"
            fix = "add a line `reason:` with why there is not enough evidence yet, and the plan"
            yield error(point.origin, "no-reason", message, fix=fix)
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
    _school_references,
    _no_students,
    _same_names,
    _childless_guardians,
    _stray_school_files,
)
"""About the school as a whole."""

FOLDER_CHECKS: tuple[Callable[[ReadStudent, Findings], Iterable[Problem]], ...] = (
    _references,
    _days,
    _stray_files,
)
"""About one student's folder, whether or not all of it could be read."""

STUDENT_CHECKS: tuple[Callable[[Student, Findings], Iterable[Problem]], ...] = (
    _no_guardian,
    _assessments,
    _points,
    _goals,
    _comparisons,
    _picks,
)
"""About the records of one student."""
