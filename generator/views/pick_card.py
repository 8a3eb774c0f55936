"""A piece the student chose to show, with the reason."""

from dataclasses import dataclass, field

from generator.model.words import Voice, Words
from generator.views.artifacts import ShownArtifact, as_it_is, show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.view import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class PickCard:
    """One pick. `previous` and `following` lead through the showcase as a tour."""

    anchor: str = field(metadata={"help": "`id` of its element on the showcase page"})
    card: EvidenceCard = field(metadata={"help": "the piece"})
    first_artifact: ShownArtifact | None = field(
        metadata={"help": "what to show large; none where the piece is words only"}
    )
    because: Words = field(metadata={"help": "`I chose this because …`"})
    was_hard: bool = field(metadata={"help": "the place kept for something that was hard"})
    voice: Voice = field(metadata={"help": "who picked it: the student, or the teacher with the student"})
    by: str = field(metadata={"help": "the name of whoever picked it"})
    previous: str = field(metadata={"help": "anchor of the pick before; empty at the first"})
    following: str = field(metadata={"help": "anchor of the pick after; empty at the last"})


def pick_cards(subject: Subject) -> tuple[PickCard, ...]:
    """The student's picks in the student's order."""
    showcase = subject.student.showcase
    picks = showcase.picks if showcase else ()
    chosen = [
        (pick, evidence)
        for pick in picks
        if (evidence := subject.student.find_evidence(pick.evidence)) is not None
    ]
    cards: list[PickCard] = []
    for place, (pick, evidence) in enumerate(chosen):
        shown = as_it_is(
            show_artifacts(evidence.artifacts, subject=subject, language=evidence.title_language)
        )
        cards.append(
            PickCard(
                anchor=_anchor(place),
                card=card_of(evidence, subject=subject),
                first_artifact=shown[0] if shown else None,
                because=pick.because,
                was_hard=pick.was_hard,
                voice=pick.voice,
                by=pick.by,
                previous=_anchor(place - 1) if place else "",
                following=_anchor(place + 1) if place + 1 < len(chosen) else "",
            )
        )
    return tuple(cards)


def _anchor(place: int) -> str:
    return f"pick-{place + 1}"
