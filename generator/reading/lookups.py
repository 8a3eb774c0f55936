"""Ids that name nothing, or something they must not name."""

from collections.abc import Iterator

from generator.model.audience import Role
from generator.problems import Problem, error
from generator.reading.findings import Findings
from generator.reading.notes import Reference, Target, nearest, one_of
from generator.reading.student import ReadStudent

_FOLDERS = {
    Target.EVIDENCE: "evidence",
    Target.GOAL: "goals",
    Target.POINT: "progress",
    Target.REFLECTION: "reflections",
}


def school_references(findings: Findings) -> Iterator[Problem]:
    """Ids in school-wide files."""
    for wanted in findings.references:
        yield from _look_up(wanted, findings)


def references(read: ReadStudent, findings: Findings) -> Iterator[Problem]:
    """Ids in one student's folder."""
    own = {
        Target.EVIDENCE: (*(item.stem for item in read.tree.evidence), *read.shared),
        Target.GOAL: tuple(item.stem for item in read.tree.goals),
        Target.POINT: tuple(item.stem for item in read.tree.points),
        Target.REFLECTION: tuple(item.stem for item in read.tree.reflections),
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
    slug = f"unknown-{wanted.target.slug}"
    return error(wanted.origin, slug, f"there is no {wanted.target} `{wanted.id}`", fix=_mend(wanted, own))


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
        slug = f"unknown-{target.slug}"
        yield error(wanted.origin, slug, f"there is no {target} `{wanted.id}`", fix=_mend(wanted, known))


def _look_up_person(
    wanted: Reference, findings: Findings, *, student: ReadStudent | None
) -> Iterator[Problem]:
    target, typed = wanted.target, wanted.id
    person = findings.people_by_id.get(typed)
    if person is None:
        if typed in findings.known(Target.SPEAKER) or (
            target is Target.SPEAKER and typed in {"student", "peer"}
        ):
            return
        known = findings.known(target)
        if target is Target.SPEAKER:
            known = (*findings.known(Target.STAFF), "student", "peer")
        message = f"there is no {target} `{typed}` in `people.yml`"
        names = {name.casefold(): who.id for who in findings.people for name in (who.name, who.shown_as)}
        meant = names.get(typed.casefold(), "")
        fix = f"write the id, `{meant}`" if meant in known else _mend(wanted, known)
        yield error(wanted.origin, f"unknown-{target.slug}", message, fix=fix)
    elif target is Target.SPEAKER and person.role is Role.GUARDIAN:
        facts = student.facts if student else None
        if facts is not None and typed not in facts.guardians:
            message = f"`{typed}` is not a guardian of this student"
            fix = "name one of the guardians in `student.yml`, or add the person there"
            yield error(wanted.origin, "guardian-of-another", message, fix=fix)
    elif (target is Target.STAFF) != (person.role is Role.STAFF) and target is not Target.SPEAKER:
        message = f"`{typed}` is a {person.role} in `people.yml`, not a {target}"
        fix = _mend(wanted, findings.known(target))
        yield error(wanted.origin, f"unknown-{target.slug}", message, fix=fix)
