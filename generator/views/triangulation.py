"""Triangulation: what was observed, said and made for one competency, as families read it and as staff balance it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.model.assessment import Assessment
from generator.model.evidence import Context, EvidenceForm, EvidenceKind
from generator.model.framework import Area, Competency
from generator.model.identifiers import AreaId, CompetencyId
from generator.model.words import Voice
from generator.views.card import EvidenceCard, card_of
from generator.views.competency_link import CompetencyLink, competency_link
from generator.views.history import ShownAssessment, show_assessment
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.reflection_bubble import reflection_path
from generator.views.view import Subject

SAME_TIME = timedelta(days=45)
"""Judgements further apart than this tell of growth, not of sources that see different things."""

SOURCES = (EvidenceKind.OBSERVATION, EvidenceKind.CONVERSATION, EvidenceKind.PRODUCT)
"""In the order of the three columns: observed, said, made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownItem:
    """One dated thing by which we know."""

    on: date = field(metadata={"help": "the day"})
    path: str = field(metadata={"help": "its page"})
    title: PlainWords = field(metadata={"help": "its title"})
    evidence: EvidenceCard | None = field(metadata={"help": "the piece; none for a reflection"})
    form: EvidenceForm | None = field(metadata={"help": "what it is, such as a journal"})
    context: Context | None = field(metadata={"help": "with whom and where"})
    judgements: tuple[ShownAssessment, ...] = field(
        metadata={
            "help": "what the teacher and the student judged by it, about this competency; told once where one event served several sources"
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFrom:
    """One of the three sources."""

    source: EvidenceKind = field(metadata={"help": "observation, conversation or product"})
    items: tuple[KnownItem, ...] = field(metadata={"help": "newest first; empty where there is none yet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HowWeKnow:
    """Everything by which we know one competency, for families."""

    link: CompetencyLink = field(metadata={"help": "the competency and its page"})
    area: Area | None = field(metadata={"help": "the area of learning; none for a core competency"})
    sources: tuple[KnownFrom, ...] = field(metadata={"help": "always all three: observed, said, made"})
    differ: bool = field(
        metadata={"help": "two sources say different things at about the same time; both stand"}
    )
    language: str = field(metadata={"help": "language of the competency and the area"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """How many of each source there are for one competency or area, and which are missing; for staff only."""

    area: AreaId | None = field(metadata={"help": "the area of learning; none for a core competency"})
    competency: CompetencyId | None = field(metadata={"help": "the competency; none for the whole area"})
    observed: int = field(metadata={"help": "observations"})
    said: int = field(metadata={"help": "conversations"})
    made: int = field(metadata={"help": "products"})
    missing: tuple[EvidenceKind, ...] = field(metadata={"help": "sources there is nothing of yet"})
    newest: date | None = field(metadata={"help": "the latest day anything was seen, said or made"})


def how_we_know(subject: Subject) -> tuple[HowWeKnow, ...]:
    """Every competency that something shows, in the framework's order; worked out once."""
    if "how we know" not in subject.worked_out:
        found = (known_by(competency, subject=subject) for competency in subject.framework.competencies)
        subject.worked_out["how we know"] = tuple(
            known for known in found if any(source.items for source in known.sources)
        )
    every: tuple[HowWeKnow, ...] = subject.worked_out["how we know"]
    return every


def known_by(competency: Competency, *, subject: Subject) -> HowWeKnow:
    """One competency from three sources. A reflection about it counts as said: the student speaks in it."""
    judgements = [one for one in subject.student.assessments if one.competency == competency.id]
    return HowWeKnow(
        link=competency_link(competency, subject=subject),
        area=subject.framework.area(competency.area) if competency.area else None,
        sources=tuple(
            KnownFrom(
                source=source,
                items=newest_first(
                    _items(competency, source=source, judgements=judgements, subject=subject),
                    on=lambda item: item.on,
                ),
            )
            for source in SOURCES
        ),
        differ=_differ(judgements, subject=subject),
        language=subject.framework.school_language,
    )


def balances(subject: Subject) -> tuple[Balance, ...]:
    """Areas and then their competencies, in the framework's order: those of the student's grade, and what was shown besides."""
    student, framework = subject.student, subject.framework
    grade = student.group.grade
    made: list[Balance] = []
    for area in framework.areas:
        made.append(_balance(area=area.id, competency=None, subject=subject))
        made += (
            _balance(area=area.id, competency=known.id, subject=subject)
            for known in framework.competencies
            if known.area == area.id
            and (not known.grades or grade in known.grades or _shows(known.id, subject=subject))
        )
    return tuple(made)


def _items(
    competency: Competency, *, source: EvidenceKind, judgements: list[Assessment], subject: Subject
) -> Iterator[KnownItem]:
    student = subject.student
    for evidence in student.evidence:
        if competency.id in evidence.competencies and source in evidence.kinds:
            card = card_of(evidence, subject=subject)
            shown = (
                show_assessment(one, subject=subject)
                for one in judgements
                if evidence.id in one.evidence
                and one.voice in {Voice.TEACHER, Voice.STUDENT}
                and source is evidence.kinds[0]
            )
            yield KnownItem(
                on=evidence.made_on,
                path=card.path,
                title=card.title,
                evidence=card,
                form=evidence.form,
                context=evidence.context,
                judgements=tuple(one for one in shown if one is not None),
            )
    if source is EvidenceKind.CONVERSATION:
        for reflection in student.reflections:
            if competency.id in reflection.competencies:
                language = reflection.words.language if reflection.words else student.language
                yield KnownItem(
                    on=reflection.made_on,
                    path=reflection_path(reflection, subject=subject),
                    title=PlainWords(text=reflection.title, language=language),
                    evidence=None,
                    form=EvidenceForm.REFLECTION,
                    context=None,
                    judgements=(),
                )


def _differ(judgements: Iterable[Assessment], *, subject: Subject) -> bool:
    """Whether the teacher's latest words on two different sources name different levels at about the same time."""
    latest: dict[EvidenceKind, Assessment] = {}
    for one in sorted(judgements, key=lambda given: given.given_on):
        if one.voice is Voice.TEACHER and not one.new_target:
            found = (subject.student.find_evidence(name) for name in one.evidence)
            for kind in {kind for evidence in found if evidence for kind in evidence.kinds}:
                latest[kind] = one
    said = tuple(latest.values())
    return any(
        one.level != other.level and abs(one.given_on - other.given_on) <= SAME_TIME
        for one in said
        for other in said
    )


def _balance(*, area: AreaId, competency: CompetencyId | None, subject: Subject) -> Balance:
    pieces = [
        one
        for one in subject.student.evidence
        if (competency in one.competencies if competency else area in one.areas)
    ]
    counts = {kind: sum(kind in one.kinds for one in pieces) for kind in SOURCES}
    return Balance(
        area=area,
        competency=competency,
        observed=counts[EvidenceKind.OBSERVATION],
        said=counts[EvidenceKind.CONVERSATION],
        made=counts[EvidenceKind.PRODUCT],
        missing=tuple(kind for kind in SOURCES if not counts[kind]),
        newest=max((one.made_on for one in pieces), default=None),
    )


def _shows(competency: CompetencyId, *, subject: Subject) -> bool:
    return any(competency in one.competencies for one in subject.student.evidence)
