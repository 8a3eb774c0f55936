"""How we know: for each competency what we saw, what was said and what was made, warmly named."""

from dataclasses import dataclass, field

from generator.model.framework import Area
from generator.views.triangulation import HowWeKnow, how_we_know
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownInArea:
    """One area and how we know its competencies."""

    area: Area | None = field(metadata={"help": "the area of learning; none for the core competencies"})
    known: tuple[HowWeKnow, ...] = field(metadata={"help": "in the framework's order"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HowWeKnowContent:
    """The page of three sources. Without any evidence it says kindly that it takes time to know a learner."""

    areas: tuple[KnownInArea, ...] = field(metadata={"help": "areas in the framework's order, core last"})
    language: str = field(metadata={"help": "language of the areas' names"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The page that says how we know."""
    every = how_we_know(subject)
    areas = (
        KnownInArea(area=area, known=tuple(one for one in every if one.area == area))
        for area in (*subject.framework.areas, None)
    )
    content = HowWeKnowContent(
        areas=tuple(one for one in areas if one.known), language=subject.framework.school_language
    )
    return (
        Page(
            path=HOW_WE_KNOW.path,
            title=HOW_WE_KNOW.title,
            template="how-we-know.html",
            menu=HOW_WE_KNOW.name,
            content=content,
        ),
    )


HOW_WE_KNOW = View(
    name="how we know",
    title=N_("How we know"),
    icon="triangle-outline",
    path="how-we-know.html",
    build=build,
)
