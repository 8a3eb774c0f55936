"""The keepsake: what is worth a place on the shelf, put together as the pages of a book."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.words import Voice, Words
from generator.views.about import ABOUT, AboutContent
from generator.views.artifacts import ShownArtifact, show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.compare import CompareContent, compare
from generator.views.comparisons import ComparisonSource, pairs_of
from generator.views.goal_card import GoalCard, goal_card
from generator.views.plain import PlainWords, as_plain
from generator.views.progress import PointsOfArea, points_newest_first
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

MOST_PAIRS = 6
"""A book that shows everything is not read; people's own pairs are never cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPiece:
    """One piece the student chose to show, complete."""

    card: EvidenceCard = field(metadata={"help": "title, date, areas of learning"})
    because: Words = field(metadata={"help": "`I chose this because …`"})
    was_hard: bool = field(metadata={"help": "the place kept for something that was hard"})
    voice: Voice = field(metadata={"help": "who picked it: the student, or the teacher with the student"})
    by: str = field(metadata={"help": "the name of whoever picked it"})
    artifacts: tuple[ShownArtifact, ...] = field(metadata={"help": "its files"})
    words: Words | None = field(metadata={"help": "its text"})
    words_by: Voice = field(metadata={"help": "whose text it is"})
    explanation: Words | None = field(metadata={"help": "the student about it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsakeContent:
    """The whole book, in its order. A part that has nothing in it is left out, heading and all."""

    about: AboutContent = field(metadata={"help": "the student as a learner; also name, class and teachers"})
    grade: str = field(metadata={"help": "`K` or `1` to `12`"})
    first_day: date | None = field(metadata={"help": "the day of the oldest piece; none without pieces"})
    last_day: date | None = field(metadata={"help": "the day of the newest piece"})
    title: PlainWords | None = field(metadata={"help": "the student's title for what they chose"})
    introduction: Words | None = field(metadata={"help": "the student's welcome to what they chose"})
    pieces: tuple[KeptPiece, ...] = field(metadata={"help": "what the student chose, in the student's order"})
    pairs: tuple[CompareContent, ...] = field(metadata={"help": "earlier and later work side by side"})
    goals: tuple[GoalCard, ...] = field(metadata={"help": "all goals, oldest first"})
    points: tuple[PointsOfArea, ...] = field(
        metadata={"help": "points of progress that nothing has replaced, by area, oldest first"}
    )

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to make a book of yet."""
        return not (self.pieces or self.pairs or self.goals or self.points or self.about.words)


def keepsake_of(subject: Subject) -> KeepsakeContent:
    """What one student's book holds."""
    student, showcase = subject.student, subject.student.showcase
    about: AboutContent = ABOUT.build(subject)[0].content
    days = [one.made_on for one in student.evidence]
    return KeepsakeContent(
        about=about,
        grade=student.group.grade,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        title=as_plain(showcase.title, language=student.language) if showcase else None,
        introduction=showcase.introduction if showcase else None,
        pieces=_pieces(subject),
        pairs=_pairs(subject),
        goals=tuple(
            goal_card(goal, subject=subject)
            for goal in sorted(student.goals, key=lambda goal: (goal.set_on, goal.id))
        ),
        points=_points(subject),
    )


def build(subject: Subject) -> tuple[Page, ...]:
    """The page that prints as a book."""
    return (
        Page(
            path=KEEPSAKE.path,
            title=KEEPSAKE.title,
            template="keepsake.html",
            menu=KEEPSAKE.name,
            content=keepsake_of(subject),
        ),
    )


def _pieces(subject: Subject) -> tuple[KeptPiece, ...]:
    showcase = subject.student.showcase
    picked = (
        (pick, subject.student.find_evidence(pick.evidence)) for pick in (showcase.picks if showcase else ())
    )
    return tuple(
        KeptPiece(
            card=card_of(evidence, subject=subject),
            because=pick.because,
            was_hard=pick.was_hard,
            voice=pick.voice,
            by=pick.by,
            artifacts=show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language),
            words=evidence.words,
            words_by=evidence.words_by,
            explanation=evidence.explanation,
        )
        for pick, evidence in picked
        if evidence is not None
    )


def _pairs(subject: Subject) -> tuple[CompareContent, ...]:
    """What people put side by side; where they did so seldom, first and last versions as well."""
    pairs = pairs_of(subject)
    chosen = [pair for pair in pairs if pair.source is ComparisonSource.CHOSEN]
    versions = [pair for pair in pairs if pair.source is ComparisonSource.VERSIONS]
    kept = (*chosen, *versions[: max(0, MOST_PAIRS - len(chosen))])
    return tuple(compare(pair, subject=subject) for pair in kept)


def _points(subject: Subject) -> tuple[PointsOfArea, ...]:
    standing = [point for point in reversed(points_newest_first(subject)) if point.updated_by is None]
    areas = (
        PointsOfArea(area=area, points=tuple(point for point in standing if point.area == area))
        for area in subject.framework.areas
    )
    return tuple(one for one in areas if one.points)


KEEPSAKE = View(
    name="keepsake",
    title=N_("My book"),
    icon="book-heart-outline",
    path="keepsake.html",
    build=build,
)
