"""Home: what is new, what to talk about, what I am working on, and one thing I chose."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.model.evidence import Evidence
from generator.model.structure import Structure
from generator.views.artifacts import ShownArtifact, show_file
from generator.views.card import EvidenceCard, card_of
from generator.views.goal_card import GoalCard, goal_card
from generator.views.goals import current_goals
from generator.views.news import NewsItem, news_of
from generator.views.order import newest_first
from generator.views.pick_card import PickCard, pick_cards
from generator.views.plain import PlainWords
from generator.views.point_card import PointCard
from generator.views.progress import points_newest_first
from generator.views.structure import stands_under
from generator.views.talk import Talk, talk_about
from generator.views.timeline import part_anchor
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

NEWEST = 3
QUESTIONS = 3
LEADING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadEntry:
    """A theme or a skill that leads the portfolio."""

    name: PlainWords = field(metadata={"help": "the theme or the skill"})
    path: str = field(metadata={"help": "its part of the timeline"})
    newest: EvidenceCard = field(metadata={"help": "the newest piece under it"})
    pieces: int = field(metadata={"help": "how many pieces stand under it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeContent:
    """The home page. A new portfolio has nothing but the greeting, and the page says so kindly."""

    called: str = field(metadata={"help": "the name the student chose, for the greeting"})
    hello: ShownArtifact | None = field(metadata={"help": "the student's recorded hello"})
    picture: ShownArtifact | None = field(metadata={"help": "the drawing or photo the student chose"})
    led_by: Structure = field(
        metadata={"help": "what comes first: the newest, themes, skills, or what somebody chose"}
    )
    lead: tuple[LeadEntry, ...] = field(
        metadata={
            "help": "up to three themes or skills, the one with the newest piece first; empty otherwise"
        }
    )
    newest: tuple[EvidenceCard, ...] = field(metadata={"help": "up to three newest pieces, newest first"})
    pieces: int = field(metadata={"help": "how many pieces there are in all"})
    news: tuple[NewsItem, ...] = field(
        metadata={"help": "what may be new to somebody, newest first; the browser knows what is"}
    )
    talks: tuple[Talk, ...] = field(
        metadata={
            "help": "questions about the newest pieces: the first one on the screen, up to three in print"
        }
    )
    goal: GoalCard | None = field(metadata={"help": "what I am working on now"})
    point: PointCard | None = field(metadata={"help": "the latest point of progress"})
    pick: PickCard | None = field(metadata={"help": "the first piece of my showcase"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The home page."""
    student = subject.student
    about = student.about
    pieces = newest_first(student.evidence, on=lambda evidence: evidence.made_on)
    goals, points, picks = current_goals(subject), points_newest_first(subject), pick_cards(subject)
    content = HomeContent(
        called=student.called,
        hello=show_file(about.hello, subject=subject) if about else None,
        picture=show_file(about.picture, subject=subject, alternative=about.picture_alternative)
        if about
        else None,
        led_by=student.led_by,
        lead=_lead(pieces, subject=subject),
        newest=tuple(card_of(evidence, subject=subject) for evidence in pieces[:NEWEST]),
        pieces=len(pieces),
        news=news_of(subject),
        talks=_different(talk_about(evidence, subject=subject) for evidence in pieces),
        goal=goal_card(goals[0], subject=subject) if goals else None,
        point=points[0] if points else None,
        pick=picks[0] if picks else None,
    )
    return (
        Page(
            path=HOME.path,
            title=HOME.title,
            template="home.html",
            menu=HOME.name,
            content=content,
            first=True,
        ),
    )


def _lead(pieces: Iterable[Evidence], *, subject: Subject) -> tuple[LeadEntry, ...]:
    by_name: dict[PlainWords, list[Evidence]] = {}
    for evidence in pieces:
        name = stands_under(evidence, subject=subject)
        if name is not None:
            by_name.setdefault(name, []).append(evidence)
    return tuple(
        LeadEntry(
            name=name,
            path=f"timeline.html#{part_anchor(name)}",
            newest=card_of(under[0], subject=subject),
            pieces=len(under),
        )
        for name, under in list(by_name.items())[:LEADING]
    )


def _different(talks: Iterable[Talk]) -> tuple[Talk, ...]:
    """The first few that do not ask the same."""
    by_question: dict[PlainWords | str, Talk] = {}
    for talk in talks:
        by_question.setdefault(talk.asked or talk.message, talk)
    return tuple(by_question.values())[:QUESTIONS]


HOME = View(name="home", title=N_("Home"), icon="home-outline", path="index.html", build=build, in_bar=True)
