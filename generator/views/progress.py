"""Points of progress: the dated messages home, area by area."""

from dataclasses import dataclass, field

from generator.model.framework import Area
from generator.views.learning_update import (
    InformalCard,
    UpdateCard,
    informal_cards,
    update_cards,
    update_pages,
)
from generator.views.point_card import PointCard, point_card
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsOfArea:
    """One area and its points."""

    area: Area = field(metadata={"help": "area of learning"})
    points: tuple[PointCard, ...] = field(
        metadata={"help": "newest first; revised ones stay below what revised them"}
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressContent:
    """The points of progress page."""

    areas: tuple[PointsOfArea, ...] = field(metadata={"help": "areas with points, in the framework's order"})
    updates: tuple[UpdateCard, ...] = field(
        metadata={"help": "learning updates and summaries of learning, newest first"}
    )
    informal: tuple[InformalCard, ...] = field(
        metadata={"help": "talks and calls between the written updates, newest first"}
    )
    areas_to_come: tuple[Area, ...] = field(
        metadata={"help": "areas without a point yet; to be named kindly"}
    )
    points_per_area: int = field(
        metadata={"help": "how many of each area the reporting rules ask for in a year; 0 without rules"}
    )
    areas_language: str = field(metadata={"help": "language of the areas' names"})
    scale_path: str = field(metadata={"help": "page that explains the levels"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The points of progress page, and one page per learning update."""
    points, studied = points_newest_first(subject), subject.student.group.areas
    by_area = {
        area.id: tuple(point for point in points if point.area == area) for area in subject.framework.areas
    }
    content = ProgressContent(
        areas=tuple(
            PointsOfArea(area=area, points=by_area[area.id])
            for area in subject.framework.areas
            if by_area[area.id]
        ),
        updates=update_cards(subject),
        informal=informal_cards(subject),
        areas_to_come=tuple(
            area
            for area in subject.framework.areas
            if not by_area[area.id] and (not studied or area.id in studied)
        ),
        points_per_area=subject.framework.reporting.points_per_area if subject.framework.reporting else 0,
        areas_language=subject.framework.school_language,
        scale_path="scale.html",
    )
    return (
        Page(
            path=PROGRESS.path,
            title=PROGRESS.title,
            template="progress.html",
            menu=PROGRESS.name,
            content=content,
        ),
        *update_pages(subject, menu=PROGRESS.name),
    )


def points_newest_first(subject: Subject) -> tuple[PointCard, ...]:
    """All points of progress, newest first."""
    cards = (point_card(point, subject=subject) for point in subject.student.points)
    known = [card for card in cards if card is not None]
    return tuple(sorted(known, key=lambda card: (card.given_on, card.updates is not None), reverse=True))


PROGRESS = View(
    name="progress", title=N_("Points of progress"), icon="map-marker-path", path="progress.html", build=build
)
