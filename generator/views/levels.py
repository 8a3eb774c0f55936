"""Levels over time: one strip per area with a dot for each judgement, in words' order, never averaged and never pointing down."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area, Competency
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, LevelId
from generator.model.words import Voice
from generator.views.history import JUDGES, subject_name
from generator.views.keys import evidence_path
from generator.views.level_block import LevelBlock, block_of
from generator.views.point_card import point_path
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDot:
    """One judgement on the strip; it is a link to what it rests on, and a row of the table beside the strip."""

    given_on: date = field(metadata={"help": "the day"})
    along: float = field(
        metadata={"help": "where the day lies between the strips' first and last day, 0 to 1; for drawing"}
    )
    level: LevelBlock = field(metadata={"help": "the level; outside the scale it is drawn beside the rows"})
    voice: Voice = field(metadata={"help": "who judged; a shape of its own, named in words"})
    by: str = field(metadata={"help": "the name shown"})
    competency: Competency | None = field(
        metadata={"help": "what was judged, or none for the area as a whole"}
    )
    point: bool = field(metadata={"help": "it is a point of progress"})
    path: str = field(
        metadata={"help": "the piece it rests on, or the point of progress; empty where neither is shown"}
    )
    new_target: bool = field(metadata={"help": "a new, harder target starts here"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelRun:
    """Dots that may be joined by a step line: one voice, one competency (or the area), one target."""

    dots: tuple[LevelDot, ...] = field(metadata={"help": "oldest first; a single dot has no line"})
    new_target: bool = field(
        metadata={"help": "it begins with a new target, so the line before it ends and the page says so"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStrip:
    """One area through the year."""

    area: Area = field(metadata={"help": "area of learning"})
    runs: tuple[LevelRun, ...] = field(metadata={"help": "lines to draw; every dot is in exactly one"})
    dots: tuple[LevelDot, ...] = field(metadata={"help": "all dots, oldest first; the rows of the table"})
    voices: tuple[Voice, ...] = field(metadata={"help": "who speaks in it, for the legend"})


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsOverTime:
    """All strips on the same rows and the same days."""

    rows: tuple[LevelBlock, ...] = field(metadata={"help": "the scale, lowest first, as row labels"})
    first_day: date | None = field(
        metadata={"help": "where every strip starts; none where nothing was judged"}
    )
    last_day: date | None = field(metadata={"help": "where every strip ends"})
    strips: tuple[LevelStrip, ...] = field(
        metadata={"help": "areas that have judgements, in the framework's order"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judgement:
    """An assessment or a point of progress, told alike."""

    given_on: date
    area: AreaId
    about: str
    competency: Competency | None
    level: LevelId
    voice: Voice
    by: str
    point: bool
    path: str
    new_target: bool


def levels_over_time(subject: Subject, *, competency: CompetencyId | None = None) -> LevelsOverTime:
    """Every judgement about an area or one of its competencies, assessments and points of progress alike.

    With a competency only what was judged about it.
    """
    framework = subject.framework
    judgements = sorted(
        (
            one
            for one in _judgements(subject)
            if competency is None or (one.competency is not None and one.competency.id == competency)
        ),
        key=lambda judgement: judgement.given_on,
    )
    rows = tuple(
        block
        for level in framework.scale.levels
        if (block := block_of(level.id, framework=framework)) is not None
    )
    if not judgements:
        return LevelsOverTime(rows=rows, first_day=None, last_day=None, strips=())
    days = [judgement.given_on for judgement in judgements]
    # Only the years somebody said something in: a strip of one year is not squeezed by the terms of another.
    years = {framework.year_of(day) for day in days}
    terms = [term for term in framework.terms if framework.year_of(term.first_day) in years]
    first_day = min([*days, *(term.first_day for term in terms)])
    last_day = max([*days, *(term.last_day for term in terms)])
    strips = (
        _strip(area, judgements=judgements, first_day=first_day, last_day=last_day, subject=subject)
        for area in framework.areas
    )
    return LevelsOverTime(
        rows=rows,
        first_day=first_day,
        last_day=last_day,
        strips=tuple(strip for strip in strips if strip.dots),
    )


def _judgements(subject: Subject) -> Iterable[_Judgement]:
    student, framework = subject.student, subject.framework
    for given in student.assessments:
        competency = framework.competency(given.competency) if given.competency else None
        area = competency.area if competency else given.area
        if area is None or framework.scale.find(given.level) is None or given.voice not in JUDGES:
            continue
        yield _Judgement(
            given_on=given.given_on,
            area=area,
            about=subject_name(given),
            competency=competency,
            level=given.level,
            voice=given.voice,
            by=given.by,
            point=False,
            path=_path_of(given.evidence, subject=subject),
            new_target=given.new_target,
        )
    for point in student.points:
        if framework.scale.find(point.level) is not None:
            yield _Judgement(
                given_on=point.given_on,
                area=point.area,
                about=f"area/{point.area}",
                competency=None,
                level=point.level,
                voice=Voice.TEACHER,
                by=point.by,
                point=True,
                path=point_path(point, subject=subject),
                new_target=False,
            )


def _path_of(evidence: tuple[EvidenceId, ...], *, subject: Subject) -> str:
    shown = (one for one in evidence if subject.student.find_evidence(one) is not None)
    first = next(shown, None)
    return evidence_path(subject.student.id, first) if first else ""


def _strip(
    area: Area, *, judgements: Iterable[_Judgement], first_day: date, last_day: date, subject: Subject
) -> LevelStrip:
    length = max(1, (last_day - first_day).days)
    lines: dict[tuple[Voice, str], list[list[LevelDot]]] = {}
    dots: list[LevelDot] = []
    for judgement in judgements:
        level = block_of(judgement.level, framework=subject.framework)
        if judgement.area != area.id or level is None:
            continue
        dot = LevelDot(
            given_on=judgement.given_on,
            along=round((judgement.given_on - first_day).days / length, 4),
            level=level,
            voice=judgement.voice,
            by=judgement.by,
            competency=judgement.competency,
            point=judgement.point,
            path=judgement.path,
            new_target=judgement.new_target,
        )
        dots.append(dot)
        runs = lines.setdefault((judgement.voice, judgement.about), [[]])
        if (dot.new_target or level.outside) and runs[-1]:
            runs.append([])
        runs[-1].append(dot)
        if level.outside:
            runs.append([])
    return LevelStrip(
        area=area,
        runs=tuple(
            LevelRun(dots=tuple(run), new_target=run[0].new_target)
            for runs in lines.values()
            for run in runs
            if run
        ),
        dots=tuple(dots),
        voices=tuple(voice for voice in Voice if any(dot.voice is voice for dot in dots)),
    )
