"""What a message home owes to the family: all its parts, and evidence behind it."""

from collections.abc import Iterator

from generator.model.audience import Audience
from generator.model.evidence import Evidence
from generator.model.framework import Framework, ProficiencyScale
from generator.model.progress import AreaReport, LearningUpdate, PointOfProgress
from generator.model.reporting import CommunicationRule, Part
from generator.model.student import Student
from generator.problems import Origin, Problem, error, warning
from generator.reading.findings import Findings


def learning_updates(student: Student, findings: Findings) -> Iterator[Problem]:
    """Updates that leave out what the reporting rules ask for, rest on too little, or name what the family may not see."""
    framework = findings.framework
    for update in student.updates if framework else ():
        if framework is None:
            return
        yield from _hidden(update, student=student)
        yield from _areas_twice(update)
        for report in update.areas:
            yield from reason_and_plan(report, scale=framework.scale)
        rule = framework.reporting.rule(update.kind) if framework.reporting else None
        if rule is not None:
            yield from _left_out(update, rule=rule, student=student, framework=framework)
            yield from _thin(update, rule=rule, student=student, framework=framework)


def _hidden(update: LearningUpdate, *, student: Student) -> Iterator[Problem]:
    shown: dict[str, Audience] = {goal.id: goal.audience for goal in student.goals}
    shown |= {reflection.id: reflection.audience for reflection in student.reflections}
    shown |= {evidence.id: evidence.audience for evidence in student.evidence}
    of_areas = (sample for report in update.areas for sample in report.evidence)
    for name in dict.fromkeys((*update.reflections, *update.goals, *of_areas)):
        audience = shown.get(name)
        if audience is not None and audience.width < update.audience.width:
            message = f"`{name}` is named in an update for `{update.audience}`, and its own audience is `{audience}`"
            fix = f"ask the student, and write `audience: {update.audience}` there, or name another one"
            yield error(update.origin, "hidden-in-update", message, fix=fix)


def _areas_twice(update: LearningUpdate) -> Iterator[Problem]:
    seen: set[str] = set()
    for report in update.areas:
        if report.area in seen:
            message = f"`{report.area}` is reported twice in one update"
            yield error(report.origin, "duplicate-area", message, fix="keep one of the two")
        seen.add(report.area)


def reason_and_plan(report: AreaReport | PointOfProgress, *, scale: ProficiencyScale) -> Iterator[Problem]:
    """What a level outside the scale owes a family: why, and what happens until when."""
    level = report.level
    if level is None or scale.position(level) is not None or not scale.find(level):
        return
    if not report.reason:
        message = f"`{level}` stands outside the scale and needs a reason"
        fix = "add a line `reason:` with why there is not enough evidence yet"
        yield error(report.origin, "no-reason", message, fix=fix)
    if not report.plan:
        message = f"`{level}` stands outside the scale, and nothing says what happens next"
        fix = "add a line `plan:` with what you will do, and the day when the family hears again"
        yield warning(report.origin, "no-plan", message, fix=fix)


def _left_out(
    update: LearningUpdate, *, rule: CommunicationRule, student: Student, framework: Framework
) -> Iterator[Problem]:
    year = framework.year_of(update.given_on)
    if Part.LEVELS in rule.holds:
        told = {*update.not_studied_now, *(report.area for report in update.areas)}
        studied = student.group.areas or tuple(area.id for area in framework.areas)
        missing = [area for area in studied if area not in told]
        if missing:
            names = ", ".join(f"`{area}`" for area in missing)
            fix = "add them under `areas`, or name them under `not studied now`"
            yield _missing(update.origin, f"{names} left out of {rule.name}", fix=fix)
        for report in update.areas:
            if report.level is None:
                fix = "add a line `level:` with a level of the scale"
                yield _missing(report.origin, f"no level for `{report.area}`", fix=fix)
    if Part.FEEDBACK in rule.holds:
        for report in update.areas:
            if report.next_step is None:
                fix = "add a line `next step:` with what to do next"
                yield _missing(report.origin, f"no next step for `{report.area}`", fix=fix)
    assessed = any(one.made_on in year and one.made_on <= update.given_on for one in student.self_assessments)
    if Part.SELF_REFLECTION in rule.holds and not update.reflections and not assessed:
        fix = "name one of the student's own under `reflections`, or let the student write in `core-competencies.yml`"
        yield _missing(update.origin, "the student's own look back is not there", fix=fix)
    if Part.GOALS in rule.holds and not update.goals:
        fix = "name what the student works towards under `goals`"
        yield _missing(update.origin, "the student's goals are not there", fix=fix)
    if Part.ATTENDANCE in rule.holds and not update.attendance:
        fix = "add a line `attendance:`, in words"
        yield _missing(update.origin, "nothing is said on attendance", fix=fix)


def _missing(origin: Origin, message: str, *, fix: str) -> Problem:
    return warning(origin, "missing-part", message, fix=fix)


def _thin(
    update: LearningUpdate, *, rule: CommunicationRule, student: Student, framework: Framework
) -> Iterator[Problem]:
    year = framework.year_of(update.given_on)
    for report in update.areas:
        level = report.level
        if level is None or framework.scale.position(level) is None:
            continue
        basis = student.basis_of(report, year=year, until=update.given_on)
        kinds, days = _variety(basis)
        if kinds < rule.kinds_of_evidence or days < rule.days_of_evidence:
            message = (
                f"`{report.area}` rests on {_count(kinds, 'kind')} of evidence from {_count(days, 'day')}; "
                f"{rule.name} asks for {rule.kinds_of_evidence} and {rule.days_of_evidence}"
            )
            fix = "add what you saw, heard or kept, or say that there is not enough evidence yet"
            yield warning(report.origin, "thin-evidence", message, fix=fix)


def _variety(basis: tuple[Evidence, ...]) -> tuple[int, int]:
    return len({kind for one in basis for kind in one.kinds}), len({one.made_on for one in basis})


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
