"""The keepsake book, laid out as blocks: cover, about me, chosen pieces, growth, goals, points of progress."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.keepsake.blocks import Block, Blocks, card, language_of
from generator.keepsake.pictures import PictureBox
from generator.keepsake.shown_work import ShownWork
from generator.keepsake.speech import Speech, said
from generator.keepsake.words_tree import words_tree
from generator.model.words import Voice
from generator.views.compare import CompareContent, ComparedSide
from generator.views.goal_card import GoalCard
from generator.views.keepsake import KeepsakeContent, KeptPiece
from generator.views.point_card import PointCard
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLooks:
    """What the book takes from the theme and the student: colours as `#RRGGBB`, drawings as SVG, the size of the letters."""

    accent: str
    tint: str
    avatar: str
    pattern: str
    points: float
    paper: str
    """A name that Typst knows: `us-letter` or `a4`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookWriter:
    """Turns one student's keepsake into the data of `book.typ`."""

    content: KeepsakeContent
    school: str
    language: str
    """The student's language."""
    speech: Speech
    pictures: PictureBox
    looks: BookLooks

    @property
    def blocks(self) -> Blocks:
        """Makes the parts that every chapter is made of."""
        return Blocks(speech=self.speech)

    @property
    def shown(self) -> ShownWork:
        """Makes the parts that show work itself."""
        return ShownWork(blocks=self.blocks, speech=self.speech, pictures=self.pictures)

    def data(self) -> dict[str, Any]:
        """The whole book."""
        about, content = self.content.about, self.content
        pictured = self.shown.of_pictures([about.picture] if about.picture else [])
        chapters = (
            (N_("About me as a learner"), self._about()),
            (N_("What I chose to show"), self._pieces()),
            (N_("How I've grown"), self._growth()),
            (N_("My goals"), self._goals()),
            (N_("Points of progress"), self._points()),
        )
        return {
            "title": self.blocks.run(
                content.title.text if content.title else self.speech.word(N_("My learning")),
                content.title.language if content.title else None,
            ),
            "name": self.blocks.run(about.called, self.language),
            "class": self.blocks.run(about.group),
            "years": self._years(),
            "school": self.blocks.run(self.school),
            "picture": pictured[0] if pictured else None,
            "language": language_of(self.speech.language),
            "accent": self.looks.accent,
            "tint": self.looks.tint,
            "points": self.looks.points,
            "paper": self.looks.paper,
            "has_avatar": bool(self.looks.avatar),
            "has_pattern": bool(self.looks.pattern),
            "remember": self.speech.word(N_("What we want to remember")),
            "remember-hint": self.speech.word(N_("A page for whoever keeps this book to write on.")),
            "contents": self.speech.word(N_("In this book")),
            "chapters": [
                {"title": self.speech.word(title), "blocks": blocks}
                for title, made in chapters
                if (blocks := list(made))
            ],
        }

    def _years(self) -> str:
        first, last = self.content.first_day, self.content.last_day
        if first is None or last is None:
            return ""
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"

    def _about(self) -> Iterator[Block]:
        about = self.content.about
        if about.words:
            yield self.blocks.words(about.words, style="plain")
        if about.likes:
            yield self.blocks.label(N_("I like"))
            yield {"block": "tags", "items": [self.blocks.plain(like) for like in about.likes]}
        if about.languages:
            yield self.blocks.label(N_("My languages"))
            yield {"block": "tags", "items": [self.blocks.run(name) for name in about.languages]}
        statements = [
            [
                self.blocks.heading(self.blocks.run(self.speech.word(one.title))),
                self.blocks.soft(self.speech.word(one.i_statement)),
                self.blocks.words(one.words, style="bubble"),
            ]
            for one in about.statements
            if one.words
        ]
        core = [
            [
                self.blocks.heading(self.blocks.plain(own.i_can)),
                self.blocks.soft(own.link.competency.name, own.language),
                self.blocks.words(own.why, style="bubble"),
            ]
            for own in about.core
        ]
        for cards in (statements, core):
            if cards:
                yield {"block": "two by two", "cards": cards}

    def _pieces(self) -> Iterator[Block]:
        if self.content.introduction:
            yield self.blocks.words(self.content.introduction, style="plain")
        for piece in self.content.pieces:
            yield from self._piece(piece)

    def _piece(self, piece: KeptPiece) -> Iterator[Block]:
        because = (
            self.speech.word(N_("%(name)s chose this because")) % {"name": piece.by}
            if piece.voice is Voice.TEACHER
            else self.speech.word(N_("I chose this because"))
        )
        areas = " · ".join(area.name for area in piece.card.areas)
        facts = " · ".join(part for part in (self.speech.day(piece.card.made_on), areas) if part)
        head: list[Block] = [
            title := self.blocks.heading(self.blocks.plain(piece.card.title)),
            self.blocks.soft(facts, toward=title["dir"]),
        ]
        if piece.was_hard:
            head.append(
                {
                    "block": "badge",
                    "text": self.blocks.run(self.speech.word(N_("Something that was hard"))),
                    "toward": title["dir"],
                }
            )
        head += self.blocks.labelled(because, self.blocks.words(piece.because, style="bubble"))
        yield {"block": "together", "blocks": head, "sticky": True}
        yield from self.shown.blocks_of(piece.artifacts)
        if piece.words:
            mine = piece.words_by is Voice.STUDENT
            if not mine:
                yield self.blocks.label_of(said(piece.words_by, speech=self.speech))
            yield self.blocks.words(piece.words, style="work" if mine else "plain")
        if piece.explanation:
            own = self.blocks.words(piece.explanation, style="bubble")
            yield {
                "block": "together",
                "blocks": self.blocks.labelled(self.speech.word(N_("In my own words")), own),
            }

    def _growth(self) -> Iterator[Block]:
        for pair in self.content.pairs:
            yield from self._pair(pair)

    def _pair(self, pair: CompareContent) -> Iterator[Block]:
        title = pair.summary.title or pair.later.card.title
        sides = [self._side(side) for side in (pair.earlier, pair.later)]
        long = any(side.words and len(side.words.text) > _SHORT for side in (pair.earlier, pair.later))
        yield {
            "block": "together",
            "sticky": True,
            "blocks": [self.blocks.heading(self.blocks.plain(title))],
        }
        yield {"block": "pair", "sides": sides, "breakable": long}
        for label, words in (
            (N_("What I notice"), pair.noticed),
            (N_("What my teacher sees"), pair.teacher_sees),
        ):
            if words:
                style = "bubble" if words is pair.noticed else "note"
                said_so = self.blocks.labelled(self.speech.word(label), self.blocks.words(words, style=style))
                yield {"block": "together", "blocks": said_so}

    def _side(self, side: ComparedSide) -> list[Block]:
        blocks: list[Block] = [self.blocks.soft(self.speech.day(side.card.made_on))]
        blocks += self.shown.blocks_of(side.artifacts[:1])
        if side.words and (side.words_by is Voice.STUDENT or not side.artifacts):
            blocks.append(
                self.blocks.words(side.words, style="work" if side.words_by is Voice.STUDENT else "plain")
            )
        return blocks

    def _goals(self) -> Iterator[Block]:
        for goal in self.content.goals:
            yield card(list(self._goal(goal)))

    def _goal(self, goal: GoalCard) -> Iterator[Block]:
        facts = (self.speech.day(goal.set_on), said(goal.state, speech=self.speech))
        wording = {
            "block": "heading",
            "nodes": words_tree(goal.wording),
            **language_of(goal.wording.language),
        }
        yield self.blocks.soft(" · ".join(facts), toward=wording["dir"])
        yield wording
        for label, lines in (
            (N_("I'll know when"), goal.success),
            (N_("I will try"), goal.strategies),
        ):
            if lines:
                items = [self.blocks.plain(line) for line in lines]
                yield self.blocks.label(label, toward=items[0]["dir"])
                yield {"block": "list", "items": items}
        for phase in goal.phases:
            for step in phase.steps:
                if step.voice is Voice.STUDENT:
                    when = f"{said(phase.phase, speech=self.speech)}, {self.speech.day(step.taken_on)}"
                    yield from self.blocks.labelled(when, self.blocks.words(step.words, style="plain"))

    def _points(self) -> Iterator[Block]:
        for of_area in self.content.points:
            for point in of_area.points:
                yield card(
                    [
                        self.blocks.heading(self.blocks.run(of_area.area.name)),
                        self.blocks.soft(f"{self.speech.day(point.given_on)} · {point.by}"),
                        *self._point(point),
                    ]
                )

    def _point(self, point: PointCard) -> Iterator[Block]:
        for label, words in (
            (N_("Can do"), point.can_do),
            (N_("Working on"), point.working_on),
            (N_("Next step"), point.next_step),
        ):
            if words:
                yield from self.blocks.labelled(
                    self.speech.word(label), self.blocks.words(words, style="plain")
                )
        level = point.level
        yield {
            "block": "level",
            "meaning": self.blocks.run(level.level.meaning, level.language),
            "name": self.blocks.run(level.level.name, level.language),
        }
        if point.reason:
            yield self.blocks.soft(point.reason.text, point.reason.language)
        if point.plan:
            yield self.blocks.soft(point.plan.text, point.plan.language)


_SHORT = 700
"""Letters up to which both texts of a pair stay on one page."""
