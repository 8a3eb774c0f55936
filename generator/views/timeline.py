"""The timeline: everything with a date, term by term and month by month, newest first."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from generator.model.framework import Term
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, LevelId
from generator.model.reflection import Reflection
from generator.model.structure import Structure
from generator.model.words import Voice
from generator.views.card import EvidenceCard, card_of
from generator.views.grades import grade_then
from generator.views.learning_update import UpdateCard, update_cards
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.point_card import PointCard, point_card
from generator.views.reflection_bubble import ReflectionBubble, reflection_bubble
from generator.views.structure import skill_of, stands_under
from generator.views.timeline_filters import FilterGroup, filters_of, tokens_of
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


class Season(StrEnum):
    """What a month looks like outside, for who cannot read its name yet."""

    WINTER = "winter"
    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One thing with a date; exactly one of `evidence`, `reflection`, `point` and `update` is set."""

    on: date = field(metadata={"help": "its day"})
    evidence: EvidenceCard | None = field(metadata={"help": "a piece of evidence"})
    reflection: ReflectionBubble | None = field(metadata={"help": "a look back"})
    point: PointCard | None = field(metadata={"help": "a point of progress, shown as a milestone"})
    tokens: tuple[str, ...] = field(metadata={"help": "which filter options it fits"})
    under: PlainWords | None = field(
        default=None,
        metadata={"help": "the theme or skill it stands under, where these lead; none otherwise"},
    )
    update: UpdateCard | None = field(default=None, metadata={"help": "a learning update"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMonth:
    """A month, or the part of it that lies in one term."""

    anchor: str = field(metadata={"help": "`id` of its heading, for the jump list"})
    first_day: date = field(metadata={"help": "first of the month; the template writes month and year"})
    entries: tuple[TimelineEntry, ...] = field(metadata={"help": "newest first"})
    season: Season = field(metadata={"help": "of the northern half of the world: for its picture"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTerm:
    """A term, or a stretch between terms; where themes or skills lead, one of those."""

    anchor: str = field(metadata={"help": "`id` of its heading, for the jump list"})
    name: PlainWords | None = field(
        metadata={
            "help": "its name in the school's words, of an earlier year the year; none between terms, and for what names none"
        }
    )
    months: tuple[TimelineMonth, ...] = field(metadata={"help": "newest first"})
    grade_then: str = field(
        default="",
        metadata={"help": "the grade I was in, where it lies in an earlier school year: `K` or a number"},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineContent:
    """The timeline page."""

    led_by: Structure = field(metadata={"help": "what the parts of the page are: terms, themes or skills"})
    terms: tuple[TimelineTerm, ...] = field(metadata={"help": "newest first"})
    filters: tuple[FilterGroup, ...] = field(metadata={"help": "groups with at least two options"})
    total: int = field(metadata={"help": "how many entries there are, for the filter's status line"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The timeline page."""
    entries = _entries(subject)
    led_by = subject.student.led_by
    content = TimelineContent(
        led_by=led_by,
        terms=_terms(entries, subject=subject)
        if led_by not in {Structure.THEME, Structure.SKILL}
        else _parts(entries),
        filters=filters_of(
            (token for entry in entries for token in entry.tokens), framework=subject.framework
        ),
        total=len(entries),
    )
    return (
        Page(
            path=TIMELINE.path,
            title=TIMELINE.title,
            template="timeline.html",
            menu=TIMELINE.name,
            content=content,
            first=True,
        ),
    )


def _entries(subject: Subject) -> tuple[TimelineEntry, ...]:
    student = subject.student
    entries: list[TimelineEntry] = []
    levels = _levels_given(subject)
    for point in student.points:
        card = point_card(point, subject=subject)
        if card is not None:
            tokens = tokens_of(areas=[point.area], voice=Voice.TEACHER, levels=[point.level])
            entries.append(
                TimelineEntry(on=point.given_on, evidence=None, reflection=None, point=card, tokens=tokens)
            )
    for update in update_cards(subject):
        tokens = tokens_of(areas=[], voice=Voice.TEACHER)
        entries.append(
            TimelineEntry(
                on=update.given_on, evidence=None, reflection=None, point=None, tokens=tokens, update=update
            )
        )
    for reflection in student.reflections:
        bubble = reflection_bubble(reflection, subject=subject)
        areas = _areas_of(reflection.competencies, subject=subject)
        tokens = tokens_of(
            areas=areas,
            competencies=reflection.competencies,
            thinking=reflection.thinking,
            voice=Voice.STUDENT,
        )
        entries.append(
            TimelineEntry(
                on=reflection.made_on,
                evidence=None,
                reflection=bubble,
                point=None,
                tokens=tokens,
                under=_under(reflection, subject=subject),
            )
        )
    for one in student.evidence:
        evidence = card_of(one, subject=subject)
        tokens = tokens_of(
            areas=one.areas,
            kinds=one.kinds,
            competencies=one.competencies,
            thinking=one.thinking,
            voice=one.words_by,
            levels=levels.get(one.id, ()),
        )
        entries.append(
            TimelineEntry(
                on=one.made_on,
                evidence=evidence,
                reflection=None,
                point=None,
                tokens=tokens,
                under=stands_under(one, subject=subject),
            )
        )
    return newest_first(entries, on=lambda entry: entry.on)


def _levels_given(subject: Subject) -> dict[EvidenceId, list[LevelId]]:
    """Every level a teacher gave, by the pieces it was given for."""
    given: dict[EvidenceId, list[LevelId]] = {}
    for one in subject.student.assessments:
        if one.voice is Voice.TEACHER:
            for piece in one.evidence:
                given.setdefault(piece, []).append(one.level)
    return given


def _areas_of(competencies: Iterable[CompetencyId], *, subject: Subject) -> list[AreaId]:
    known = (subject.framework.competency(one) for one in competencies)
    return [one.area for one in known if one is not None and one.area is not None]


def _under(reflection: Reflection, *, subject: Subject) -> PlainWords | None:
    looked_at = (subject.student.find_evidence(one) for one in reflection.evidence)
    named = (stands_under(one, subject=subject) for one in looked_at if one is not None)
    first = next((name for name in named if name), None)
    if first is None and subject.student.led_by is Structure.SKILL:
        return skill_of(reflection.competencies, subject=subject)
    return first


def _parts(entries: tuple[TimelineEntry, ...]) -> tuple[TimelineTerm, ...]:
    """Themes or skills, the one with the newest entry first; what names none comes last."""
    by_name: dict[PlainWords | None, list[TimelineEntry]] = {}
    for entry in entries:
        by_name.setdefault(entry.under, []).append(entry)
    ordered = sorted(by_name.items(), key=lambda part: part[0] is None)
    return tuple(
        TimelineTerm(
            anchor=part_anchor(name),
            name=name,
            months=tuple(
                _month(first_day, in_month, within=f"part-{number}")
                for first_day, in_month in groupby(part, key=_first_day)
            ),
        )
        for number, (name, part) in enumerate(ordered, start=1)
    )


def part_anchor(name: PlainWords | None) -> str:
    """The `id` of a theme or skill on the timeline; tells nothing."""
    digest = hashlib.sha256(name.text.encode()).hexdigest()[:8] if name else "others"
    return f"part-{digest}"


def _terms(entries: tuple[TimelineEntry, ...], *, subject: Subject) -> tuple[TimelineTerm, ...]:
    framework = subject.framework
    terms: list[TimelineTerm] = []
    years_with_terms = {framework.year_of(term.first_day) for term in framework.terms}

    def stretch(entry: TimelineEntry) -> tuple[Term | None, str]:
        """Its term; of a year whose terms nobody wrote down, the year."""
        term, year = framework.term_of(entry.on), framework.year_of(entry.on)
        return term, "" if term or year in years_with_terms else year.written

    for (term, year), in_term in groupby(entries, key=stretch):
        number = framework.terms.index(term) + 1 if term else 0
        months = tuple(
            _month(first_day, in_month, within=f"term-{number}")
            for first_day, in_month in groupby(in_term, key=_first_day)
        )
        said = term.name if term else year
        name = PlainWords(text=said, language=framework.school_language) if said else None
        then = grade_then(months[0].first_day, subject=subject)
        terms.append(TimelineTerm(anchor=f"term-{len(terms) + 1}", name=name, months=months, grade_then=then))
    return tuple(terms)


def _first_day(entry: TimelineEntry) -> date:
    return entry.on.replace(day=1)


def _month(first_day: date, entries: Iterable[TimelineEntry], *, within: str) -> TimelineMonth:
    # December, January and February are winter; every three months another.
    season = tuple(Season)[first_day.month % 12 // 3]
    return TimelineMonth(
        anchor=f"month-{first_day:%Y-%m}-{within}",
        first_day=first_day,
        entries=tuple(entries),
        season=season,
    )


TIMELINE = View(
    name="timeline",
    title=N_("Timeline"),
    icon="timeline-text-outline",
    path="timeline.html",
    build=build,
    in_bar=True,
)
