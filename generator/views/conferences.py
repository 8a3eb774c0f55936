"""Conferences: what was said and agreed at each, and the agenda with which a student leads through the next one."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.evidence import Evidence
from generator.model.talking import AgreedGoal, Conference, ConferencePiece, Participant
from generator.model.words import Words
from generator.views.artifacts import ShownArtifact, show_artifacts
from generator.views.card import EvidenceCard, card_of
from generator.views.goal_card import GoalCard, GoalLink, goal_card, goal_link
from generator.views.goals import current_goals
from generator.views.keys import key_of
from generator.views.order import newest_first
from generator.views.plain import PlainWords
from generator.views.view import Page, Subject, View
from generator.views.wording import N_

FEWEST, MOST = 3, 5
"""How many pieces a student shows: enough to see growth in, few enough for a quarter of an hour."""
GOALS_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussedPiece:
    """A piece at a conference that was held, with what the student said about it."""

    card: EvidenceCard = field(metadata={"help": "the piece"})
    proud_of: Words | None = field(metadata={"help": "what I am proud of"})
    was_hard: Words | None = field(metadata={"help": "what was hard"})
    next_time: Words | None = field(metadata={"help": "what I will do next time"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedStep:
    """Something that was agreed, and who helps."""

    words: Words = field(metadata={"help": "what was agreed"})
    goal: GoalLink | None = field(metadata={"help": "the goal it became; none where it stands only here"})
    helpers: tuple[PlainWords, ...] = field(metadata={"help": "who helps, and how"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceRecord:
    """A conference that was held."""

    anchor: str = field(metadata={"help": "`id` of its element"})
    title: PlainWords = field(metadata={"help": "its title"})
    held_on: date = field(metadata={"help": "the day"})
    student_led: bool = field(metadata={"help": "the student led through it"})
    present: tuple[Participant, ...] = field(metadata={"help": "who was there: `voice` and `name`"})
    pieces: tuple[DiscussedPiece, ...] = field(metadata={"help": "what the student chose to show"})
    strengths: tuple[Words, ...] = field(metadata={"help": "strengths that were named; before the next"})
    growing: tuple[Words, ...] = field(metadata={"help": "areas of growth"})
    family_said: Words | None = field(metadata={"help": "what the family said"})
    agreed: tuple[AgreedStep, ...] = field(metadata={"help": "what was agreed, and who helps"})
    look_again_on: date | None = field(metadata={"help": "when it is looked at again"})
    is_update: bool = field(metadata={"help": "it counts as an informal learning update"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferencesContent:
    """The conferences that were held, and the way to the next one."""

    agenda_path: str = field(metadata={"help": "page with the agenda of the next conference"})
    held: tuple[ConferenceRecord, ...] = field(metadata={"help": "newest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPiece:
    """A piece to show at the next conference."""

    card: EvidenceCard = field(metadata={"help": "the piece"})
    artifact: ShownArtifact | None = field(metadata={"help": "its first file, to be seen large"})
    because: Words | None = field(metadata={"help": "why the student chose it; none for a new piece"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceContent:
    """Conference mode: the student leads, one step after the other; it ends in a plan to fill in and print."""

    called: str = field(metadata={"help": "the name the student chose"})
    pieces: tuple[AgendaPiece, ...] = field(
        metadata={
            "help": "three to five: what the student picked, then the newest; fewer where there are none"
        }
    )
    goals: tuple[GoalCard, ...] = field(metadata={"help": "what the student works on, up to three"})
    agreed_before: tuple[AgreedStep, ...] = field(metadata={"help": "what was agreed last time"})
    progress_path: str = field(metadata={"help": "points of progress, at hand for the question how it goes"})


def build(subject: Subject) -> tuple[Page, ...]:
    """The page of all conferences, and conference mode."""
    held = newest_first(subject.student.conferences, on=lambda one: one.held_on)
    records = tuple(_record(conference, subject=subject) for conference in held)
    agenda = ConferenceContent(
        called=subject.student.called,
        pieces=_agenda(subject),
        goals=tuple(goal_card(goal, subject=subject) for goal in current_goals(subject)[:GOALS_SHOWN]),
        agreed_before=records[0].agreed if records else (),
        progress_path="progress.html",
    )
    return (
        Page(
            path=CONFERENCES.path,
            title=CONFERENCES.title,
            template="conferences.html",
            menu=CONFERENCES.name,
            content=ConferencesContent(agenda_path=AGENDA_PATH, held=records),
        ),
        Page(
            path=AGENDA_PATH,
            title=N_("I lead my conference"),
            template="conference.html",
            menu=CONFERENCES.name,
            content=agenda,
        ),
    )


def conference_anchor(conference: Conference, *, subject: Subject) -> str:
    """The place of a conference on its page."""
    return f"conference-{key_of(subject.student.id, kind='conference', name=conference.id)}"


def _record(conference: Conference, *, subject: Subject) -> ConferenceRecord:
    pieces = (_discussed(piece, subject=subject) for piece in conference.pieces)
    return ConferenceRecord(
        anchor=conference_anchor(conference, subject=subject),
        title=PlainWords(text=conference.title, language=subject.framework.school_language),
        held_on=conference.held_on,
        student_led=conference.student_led,
        present=conference.present,
        pieces=tuple(piece for piece in pieces if piece is not None),
        strengths=conference.strengths,
        growing=conference.growing,
        family_said=conference.family_said,
        agreed=tuple(_agreed(goal, subject=subject) for goal in conference.agreed),
        look_again_on=conference.look_again_on,
        is_update=conference.is_update,
    )


def _discussed(piece: ConferencePiece, *, subject: Subject) -> DiscussedPiece | None:
    evidence = subject.student.find_evidence(piece.evidence)
    if evidence is None:
        return None
    return DiscussedPiece(
        card=card_of(evidence, subject=subject),
        proud_of=piece.proud_of,
        was_hard=piece.was_hard,
        next_time=piece.next_time,
    )


def _agreed(agreed: AgreedGoal, *, subject: Subject) -> AgreedStep:
    goal = next((one for one in subject.student.goals if one.id == agreed.goal), None)
    return AgreedStep(
        words=agreed.words,
        goal=goal_link(goal, subject=subject) if goal else None,
        helpers=tuple(PlainWords(text=one, language=agreed.words.language) for one in agreed.helpers),
    )


def _agenda(subject: Subject) -> tuple[AgendaPiece, ...]:
    student = subject.student
    picks = student.showcase.picks[:MOST] if student.showcase else ()
    reasons = {pick.evidence: pick.because for pick in picks}
    chosen = [one for pick in picks if (one := student.find_evidence(pick.evidence)) is not None]
    newest = (one for one in reversed(student.evidence) if one.id not in reasons)
    chosen += [one for one, _ in zip(newest, range(FEWEST - len(chosen)), strict=False)]
    return tuple(_agenda_piece(one, because=reasons.get(one.id), subject=subject) for one in chosen)


def _agenda_piece(evidence: Evidence, *, because: Words | None, subject: Subject) -> AgendaPiece:
    shown = show_artifacts(evidence.artifacts[:1], subject=subject, language=evidence.title_language)
    return AgendaPiece(
        card=card_of(evidence, subject=subject), artifact=shown[0] if shown else None, because=because
    )


AGENDA_PATH = "conference.html"
CONFERENCES = View(
    name="conferences",
    title=N_("Conferences"),
    icon="account-group-outline",
    path="conferences.html",
    build=build,
)
