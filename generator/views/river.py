"""The learning river: one competency across school years, from where it began to where it is now.

Where each grade has a competency of its own, those that follow each other are one river.
"""

from dataclasses import dataclass, field
from itertools import groupby

from generator.model.evidence import Evidence
from generator.model.framework import Competency
from generator.model.identifiers import CompetencyId
from generator.views.card import EvidenceCard, card_of
from generator.views.competency_link import shown_competencies
from generator.views.grades import grade_on
from generator.views.keys import competency_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverYear:
    """One bend of the river: a school year and what shows the competency in it."""

    years: str = field(metadata={"help": "the years it lies in, such as `2024/25`"})
    grade: str = field(metadata={"help": "the grade I was in, `K` or a number; empty where nobody can say"})
    pieces: tuple[EvidenceCard, ...] = field(metadata={"help": "what shows it, oldest first"})
    called: tuple[str, ...] = field(
        metadata={"help": "what other grades call it, where pieces of this year show theirs"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class RiverLink:
    """The way to the river of one competency."""

    name: str = field(metadata={"help": "the competency, in the student's words where it has them"})
    path: str = field(metadata={"help": "page of the competency"})
    years: tuple[str, ...] = field(metadata={"help": "the school years it runs through, earliest first"})


def river_of(competency: CompetencyId, *, subject: Subject) -> tuple[RiverYear, ...]:
    """Its years, earliest first; none where everything lies in one school year."""
    framework = subject.framework
    stream = framework.stream_of(competency)
    pieces = (one for one in subject.student.evidence if not stream.isdisjoint(one.competencies))
    by_year = groupby(
        sorted(pieces, key=lambda one: one.made_on),
        key=lambda one: framework.year_of(one.made_on),
    )
    bends = tuple(
        _bend(year.written, tuple(of_year), others=stream - {competency}, subject=subject)
        for year, of_year in by_year
    )
    return bends if len(bends) > 1 else ()


def rivers(subject: Subject) -> tuple[RiverLink, ...]:
    """Every competency that runs through more than one school year, in the framework's order; one for each stream."""
    framework, shown = subject.framework, shown_competencies(subject)
    return tuple(
        RiverLink(
            name=_said(one),
            path=competency_path(subject.student.id, one.id),
            years=tuple(bend.years for bend in bends),
        )
        for one in framework.competencies
        if one.id in shown and framework.carried_on_by(one.id).isdisjoint(shown)
        if (bends := river_of(one.id, subject=subject))
    )


def _bend(
    years: str, pieces: tuple[Evidence, ...], *, others: frozenset[CompetencyId], subject: Subject
) -> RiverYear:
    shown = {competency for piece in pieces for competency in piece.competencies}
    return RiverYear(
        years=years,
        grade=grade_on(pieces[0].made_on, subject=subject),
        pieces=tuple(card_of(one, subject=subject) for one in pieces),
        called=tuple(_said(one) for one in subject.framework.competencies if one.id in shown & others),
    )


def _said(competency: Competency) -> str:
    return competency.i_can or competency.name
