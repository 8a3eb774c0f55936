"""The learning river: one competency across school years, from where it began to where it is now."""

from dataclasses import dataclass, field
from itertools import groupby

from generator.model.identifiers import CompetencyId
from generator.views.card import EvidenceCard, card_of
from generator.views.keys import competency_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverYear:
    """One bend of the river: a school year and what shows the competency in it."""

    years: str = field(metadata={"help": "the years it lies in, such as `2024/25`"})
    pieces: tuple[EvidenceCard, ...] = field(metadata={"help": "what shows it, oldest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverLink:
    """The way to the river of one competency."""

    name: str = field(metadata={"help": "the competency, in the student's words where it has them"})
    path: str = field(metadata={"help": "page of the competency"})
    years: tuple[str, ...] = field(metadata={"help": "the school years it runs through, earliest first"})


def river_of(competency: CompetencyId, *, subject: Subject) -> tuple[RiverYear, ...]:
    """Its years, earliest first; none where everything lies in one school year."""
    pieces = (one for one in subject.student.evidence if competency in one.competencies)
    by_year = groupby(
        sorted(pieces, key=lambda one: one.made_on),
        key=lambda one: subject.framework.year_of(one.made_on),
    )
    bends = tuple(
        RiverYear(years=year.written, pieces=tuple(card_of(one, subject=subject) for one in of_year))
        for year, of_year in by_year
    )
    return bends if len(bends) > 1 else ()


def rivers(subject: Subject) -> tuple[RiverLink, ...]:
    """Every competency that runs through more than one school year, in the framework's order."""
    return tuple(
        RiverLink(
            name=one.i_can or one.name,
            path=competency_path(subject.student.id, one.id),
            years=tuple(bend.years for bend in bends),
        )
        for one in subject.framework.competencies
        if (bends := river_of(one.id, subject=subject))
    )
