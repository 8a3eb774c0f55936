"""Questions for the fridge: cards from the newest pieces, one for a brother or sister, one without words."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

from generator.model.evidence import Evidence, EvidenceKind
from generator.views.keys import evidence_path
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.talk import Talk, questions_about
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

PIECES = 4
"""A sheet of paper holds about a dozen cards."""

_FOR_SIBLINGS = (
    N_("For a brother or sister: let %(called)s teach you one thing from this. Then teach it back."),
    N_("For a brother or sister: tell %(called)s what you like in this, and ask how it was made."),
    N_("For a brother or sister: find out together what comes next in this."),
)
_WITHOUT_WORDS = {
    EvidenceKind.PRODUCT: (
        N_("No words: draw what %(called)s made, from memory. Then look at it together."),
        N_("No words: show with your hands how it was made. Can the others guess the steps?"),
    ),
    EvidenceKind.OBSERVATION: (
        N_("No words: act out what happened, and let the others guess."),
        N_("No words: everybody draws the moment. Lay the drawings side by side."),
    ),
    EvidenceKind.CONVERSATION: (
        N_("No words: draw what this talk was about. One picture each, no letters."),
        N_("No words: show it with your face and hands only. Who guesses it?"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkAboutPiece:
    """The questions about one piece, at most three."""

    title: PlainWords = field(metadata={"help": "title of the piece"})
    path: str = field(metadata={"help": "page of the piece"})
    made_on: date = field(metadata={"help": "its day"})
    questions: tuple[Talk, ...] = field(metadata={"help": "two or three, the teacher's own first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkContent:
    """The sheet for the fridge."""

    pieces: tuple[TalkAboutPiece, ...] = field(metadata={"help": "the newest pieces, newest first"})
    for_siblings: Talk | None = field(metadata={"help": "a card for a brother or sister"})
    without_words: Talk | None = field(metadata={"help": "a card to draw or act"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The sheet of questions."""
    newest = newest_first(subject.student.evidence, on=lambda evidence: evidence.made_on)[:PIECES]
    content = TalkContent(
        pieces=tuple(
            TalkAboutPiece(
                title=PlainWords(text=evidence.title, language=evidence.title_language),
                path=evidence_path(subject.student.id, evidence.id),
                made_on=evidence.made_on,
                questions=questions_about(evidence, subject=subject),
            )
            for evidence in newest
        ),
        for_siblings=_card(newest[0], _FOR_SIBLINGS, subject=subject) if newest else None,
        without_words=_card(newest[-1], _WITHOUT_WORDS[newest[-1].kinds[0]], subject=subject)
        if newest
        else None,
    )
    return (Page(path=TALK.path, title=TALK.title, template="talk.html", menu=TALK.name, content=content),)


def _card(evidence: Evidence, messages: tuple[str, ...], *, subject: Subject) -> Talk:
    student = subject.student
    turn = hashlib.sha256(f"{student.id}/card/{evidence.id}".encode()).digest()[0]
    return Talk(
        asked=None,
        message=messages[turn % len(messages)],
        called=student.called,
        title=PlainWords(text=evidence.title, language=evidence.title_language),
        path=evidence_path(student.id, evidence.id),
    )


TALK = View(
    name="talk", title=N_("Talk about it"), icon="comment-question-outline", path="talk.html", build=build
)
