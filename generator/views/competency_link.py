"""The way from anywhere to the page of a competency."""

from dataclasses import dataclass, field

from generator.model.audience import Audience
from generator.model.framework import Competency
from generator.model.identifiers import CompetencyId
from generator.views.keys import competency_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class CompetencyLink:
    """A competency and its page."""

    competency: Competency = field(metadata={"help": "the competency"})
    path: str = field(metadata={"help": "its page; empty where nothing shows it yet"})


def competency_link(competency: Competency, *, subject: Subject) -> CompetencyLink:
    """The way to a competency's page; it has one as soon as anything shows it, and never for visitors of a showcase."""
    has_page = subject.audience is not Audience.SHOWCASE and competency.id in shown_competencies(subject)
    path = competency_path(subject.student.id, competency.id) if has_page else ""
    return CompetencyLink(competency=competency, path=path)


def shown_competencies(subject: Subject) -> frozenset[CompetencyId]:
    """Competencies that evidence, a judgement, a reflection or a self-assessment speaks of; worked out once."""
    if "shown competencies" not in subject.worked_out:
        student, framework = subject.student, subject.framework
        profiles = (framework.profile(one.profile) for one in student.self_assessments)
        named = {
            *(known for one in student.evidence for known in one.competencies),
            *(known for one in student.reflections for known in one.competencies),
            *(one.competency for one in student.assessments if one.competency),
            *(profile.competency for profile in profiles if profile),
        }
        known = {competency.id for competency in framework.competencies}
        subject.worked_out["shown competencies"] = frozenset(named & known)
    shown: frozenset[CompetencyId] = subject.worked_out["shown competencies"]
    return shown
