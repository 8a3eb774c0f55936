"""What leads a portfolio: the order of the bar, and the theme or skill a piece stands under. Nothing is ever left out."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model.evidence import Evidence
from generator.model.framework import Competency
from generator.model.identifiers import CompetencyId
from generator.model.structure import Structure
from generator.views.plain import PlainWords
from generator.views.view import Subject, View

_BARS = {
    Structure.SKILL: ("home", "competencies", "growth", "goals", "timeline"),
    Structure.STUDENT_CHOICE: ("home", "showcase", "growth", "goals", "timeline"),
    Structure.TEACHER_CHOICE: ("home", "showcase", "growth", "goals", "timeline"),
}


def led(views: tuple[View, ...], *, structure: Structure) -> tuple[View, ...]:
    """The same views with the bar in the order that fits what leads; a view that is not among them has no place there."""
    bar = _BARS.get(structure)
    if bar is None:
        return views
    by_name = {view.name: view for view in views}
    first = tuple(replace(by_name[name], in_bar=True) for name in bar if name in by_name)
    rest = (view for view in views if view.name not in bar)
    return (*first, *(replace(view, in_bar=False) if view.in_bar else view for view in rest))


def stands_under(evidence: Evidence, *, subject: Subject) -> PlainWords | None:
    """The theme or the skill a piece stands under where these lead; None where it names none, or something else leads."""
    structure, language = subject.student.led_by, subject.framework.school_language
    if structure is Structure.THEME:
        return PlainWords(text=evidence.theme, language=language) if evidence.theme else None
    return skill_of(evidence.competencies, subject=subject) if structure is Structure.SKILL else None


def skill_of(competencies: Iterable[CompetencyId], *, subject: Subject) -> PlainWords | None:
    """The strand of the first curricular competency, else the first core competency; None without competencies."""
    found = [known for one in competencies if (known := subject.framework.competency(one)) is not None]
    first = next((known for known in found if not known.is_core), found[0] if found else None)
    return (
        PlainWords(text=_skill(first, subject=subject), language=subject.framework.school_language)
        if first
        else None
    )


def _skill(competency: Competency, *, subject: Subject) -> str:
    area = subject.framework.area(competency.area) if competency.area else None
    if area is None:
        return competency.name
    return f"{area.name}: {competency.strand}" if competency.strand else area.name
