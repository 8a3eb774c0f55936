"""Rubric marks, profiles and sets of pictures that contradict what they name."""

from collections.abc import Iterator

from generator.model.evidence import Evidence, Moment
from generator.model.framework import Framework
from generator.model.rubric import CriterionMark, Rubric, RubricForm, RubricUse, RubricVersion
from generator.model.student import Student
from generator.problems import Problem, error, warning
from generator.reading.findings import Findings
from generator.reading.notes import Target, one_of


def profiles_of_core(findings: Findings) -> Iterator[Problem]:
    """A profile is a statement of a core competency."""
    framework = findings.framework
    for profile in framework.profiles if framework else ():
        competency = framework.competency(profile.competency) if framework else None
        if competency is not None and not competency.is_core:
            declared = next(
                known
                for known in findings.declared
                if known.target is Target.PROFILE and known.id == profile.id
            )
            message = (
                f"`{profile.competency}` is a curricular competency, and profiles are for core competencies"
            )
            fix = "name a competency without an area, or move the sentence to its `i can:`"
            yield error(declared.origin, "profile-not-core", message, fix=fix)


def streams_run_on(findings: Findings) -> Iterator[Problem]:
    """A competency carries on one of an earlier grade, and so never itself."""
    framework = findings.framework
    for competency in framework.competencies if framework else ():
        if framework and competency.id in framework.carried_on_by(competency.id):
            declared = next(
                known
                for known in findings.declared
                if known.target is Target.COMPETENCY and known.id == competency.id
            )
            message = f"`{competency.id}` follows `{competency.follows}`, which in the end follows it"
            fix = "let only the one of the later grade say `follows:`"
            yield error(declared.origin, "follows-in-a-circle", message, fix=fix)


def rubric_marks(student: Student, findings: Findings) -> Iterator[Problem]:
    """Marks that their rubric, or its version, does not know."""
    framework = findings.framework
    for evidence in student.evidence:
        rubric = framework.rubric(evidence.rubric.rubric) if framework and evidence.rubric else None
        if rubric is not None and evidence.rubric is not None and framework is not None:
            yield from _use(evidence.rubric, rubric=rubric, framework=framework)


def picture_sets(student: Student, findings: Findings) -> Iterator[Problem]:
    """A before without an after, or the other way round."""
    del findings
    for evidence in student.evidence:
        moments = {artifact.moment for artifact in evidence.artifacts if artifact.moment}
        if len(moments) == 1:
            yield _lone(evidence, moment=moments.pop())


def _use(use: RubricUse, *, rubric: Rubric, framework: Framework) -> Iterator[Problem]:
    version = rubric.find(use.version)
    if version is None:
        message = f"the rubric `{rubric.id}` has no version `{use.version}`"
        fix = one_of(use.version, [known.version for known in rubric.versions])
        yield error(use.origin, "unknown-version", message, fix=fix)
        return
    for mark in use.marks:
        seen: set[str] = set()
        for one in mark.criteria:
            yield from _criterion(one, version=version, rubric=rubric, framework=framework)
            if one.criterion in seen:
                message = f"`{one.criterion}` is marked twice by the same person"
                yield error(one.origin, "duplicate-mark", message, fix="keep one of the two")
            seen.add(one.criterion)


def _criterion(
    mark: CriterionMark, *, version: RubricVersion, rubric: Rubric, framework: Framework
) -> Iterator[Problem]:
    known = [criterion.id for criterion in version.criteria]
    if mark.criterion not in known:
        message = f"version {version.version} of `{rubric.id}` has no criterion `{mark.criterion}`"
        yield error(mark.origin, "unknown-criterion", message, fix=one_of(mark.criterion, known))
    elif mark.level is not None and rubric.form is RubricForm.SINGLE_POINT:
        message = f"`{rubric.id}` is a single-point rubric, which has no levels"
        fix = "take `level:` out; the words say it"
        yield error(mark.origin, "level-on-single-point", message, fix=fix)
    elif (
        mark.level is not None
        and framework.scale.position(mark.level) is None
        and framework.scale.find(mark.level)
    ):
        message = f"`{mark.level}` stands outside the scale and is not for a criterion"
        yield error(mark.origin, "level-outside", message, fix="take `level:` out; the words say it")


def _lone(evidence: Evidence, *, moment: Moment) -> Problem:
    other = Moment.AFTER if moment is Moment.BEFORE else Moment.BEFORE
    place = next(artifact.origin for artifact in evidence.artifacts if artifact.moment)
    message = f"there is a picture `{moment}` and none `{other}`"
    fix = f"write `moment: {other}` at the picture that belongs beside it, or take the line out"
    return warning(place, "lone-moment", message, fix=fix)
