"""Growth: earlier and later pieces side by side, and levels over time."""

from dataclasses import dataclass, field

from generator.model.evidence import Evidence
from generator.views.compare import compare
from generator.views.comparisons import ComparisonCard, comparison_card, pairs_of
from generator.views.goal_journey import GoalJourney, goal_journeys
from generator.views.history import AssessedSubject, assessed_subjects
from generator.views.levels import LevelsOverTime, levels_over_time
from generator.views.process import ProcessStep, process_strip
from generator.views.river import RiverLink, rivers
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

LONG_WAY = 3
"""Two versions stand side by side already; a row shows its worth from three on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthContent:
    """The way into growth. Without comparisons the page says kindly that growth needs time."""

    comparisons: tuple[ComparisonCard, ...] = field(
        metadata={"help": "chosen by people first, then versions, then found"}
    )
    processes: tuple[tuple[ProcessStep, ...], ...] = field(
        metadata={"help": "pieces with three versions or more, all of them in a row; the latest piece first"}
    )
    journeys: tuple[GoalJourney, ...] = field(
        metadata={"help": "goals that changed on the way, the goal set last first"}
    )
    rivers: tuple[RiverLink, ...] = field(
        metadata={"help": "competencies that run through more than one school year"}
    )
    levels_path: str = field(
        metadata={"help": "page of levels over time; empty where nothing was judged yet"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsContent:
    """Levels over time, drawn and as a table, and what each voice says now."""

    over_time: LevelsOverTime = field(metadata={"help": "one strip per area on shared rows and days"})
    now: tuple[AssessedSubject, ...] = field(
        metadata={
            "help": "per competency or area the current assessment of each voice, earlier ones beside it"
        }
    )
    scale_path: str = field(metadata={"help": "page that explains the levels"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The growth page, one page per comparison, and levels over time."""
    pairs = pairs_of(subject)
    over_time = levels_over_time(subject)
    cards = tuple(comparison_card(pair, subject=subject) for pair in pairs)
    now = assessed_subjects(subject.student.assessments, subject=subject)
    growth = Page(
        path=GROWTH.path,
        title=GROWTH.title,
        template="growth.html",
        menu=GROWTH.name,
        content=GrowthContent(
            comparisons=cards,
            processes=_processes(subject),
            journeys=goal_journeys(subject),
            rivers=rivers(subject),
            levels_path="levels.html" if over_time.strips or now else "",
        ),
    )
    compared = (
        Page(
            path=card.path,
            title=N_("Then and now"),
            template="compare.html",
            menu=GROWTH.name,
            content=compare(pair, subject=subject),
        )
        for card, pair in zip(cards, pairs, strict=True)
    )
    levels = Page(
        path="levels.html",
        title=N_("Levels over time"),
        template="levels.html",
        menu=GROWTH.name,
        content=LevelsContent(over_time=over_time, now=now, scale_path="scale.html"),
    )
    return (growth, *compared, levels)


def _processes(subject: Subject) -> tuple[tuple[ProcessStep, ...], ...]:
    last: dict[str, Evidence] = {}
    for one in subject.student.evidence:
        if one.piece:
            last[one.piece] = one
    newest = sorted(last.values(), key=lambda one: one.made_on, reverse=True)
    strips = (process_strip(one, subject=subject) for one in newest)
    return tuple(strip for strip in strips if len(strip) >= LONG_WAY)


GROWTH = View(
    name="growth", title=N_("Growth"), icon="sprout-outline", path="growth.html", build=build, in_bar=True
)
