"""A goal at a glance and in full: what I want, how I will know, where I am in the cycle, and what changed."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.framework import Area, Competency
from generator.model.goal import Goal, GoalState, Horizon, Phase, Revision, Step
from generator.model.medium import MediumKind
from generator.model.words import Voice, Words
from generator.views.artifacts import ShownArtifact, show_artifacts
from generator.views.card import EvidenceCard, cards_of
from generator.views.keys import goal_anchor
from generator.views.plain import PlainWords, as_plain
from generator.views.threads import Thread, threads_about
from generator.views.view import Subject
from generator.views.wording import N_

PHASE_QUESTIONS = {
    Phase.PRIOR_LEARNING: N_("What do I know and can I do already?"),
    Phase.GOAL_AND_CRITERIA: N_("What do I want to reach, and how will I know?"),
    Phase.STRATEGIES: N_("How will I get there?"),
    Phase.EVIDENCE_AND_FEEDBACK: N_("What shows it, and what did others say?"),
    Phase.SELF_ASSESSMENT: N_("What went well, and what can be better?"),
    Phase.NEW_GOAL: N_("What comes next?"),
}


PHASE_COACHING = {
    Phase.PRIOR_LEARNING: N_("My teacher asks what I bring with me, and listens."),
    Phase.GOAL_AND_CRITERIA: N_("My teacher helps me to make it clear, and we agree on what counts."),
    Phase.STRATEGIES: N_("My teacher shows me several ways, and I choose."),
    Phase.EVIDENCE_AND_FEEDBACK: N_("My teacher looks with me, and says what can come next."),
    Phase.SELF_ASSESSMENT: N_("My teacher hears me first, and then says how it looks from there."),
    Phase.NEW_GOAL: N_("My teacher helps me to aim a little further, or somewhere else."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStep:
    """Something said or shown about the goal in one phase."""

    taken_on: date = field(metadata={"help": "the day"})
    voice: Voice = field(metadata={"help": "who speaks"})
    by: str = field(metadata={"help": "the name shown"})
    words: Words = field(metadata={"help": "what was said"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "what shows it"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CyclePhase:
    """One of the six phases of the learning cycle."""

    phase: Phase = field(metadata={"help": "which phase"})
    question: str = field(metadata={"help": "interface message: the question the student asks"})
    coaching: str = field(metadata={"help": "interface message: what the teacher does as a coach"})
    current: bool = field(metadata={"help": "the goal is here now (`aria-current`)"})
    steps: tuple[GoalStep, ...] = field(metadata={"help": "what happened in this phase, oldest first"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingBefore:
    """How the goal was worded before it was changed."""

    changed_on: date = field(metadata={"help": "the day it was changed"})
    wording: Words = field(metadata={"help": "the old wording"})
    reason: PlainWords | None = field(metadata={"help": "why it was changed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLink:
    """The way to a goal."""

    path: str = field(metadata={"help": "goals page with the goal's anchor"})
    wording: Words = field(metadata={"help": "the goal"})
    state: GoalState = field(metadata={"help": "one of four words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCard:
    """One goal. There is no percentage and nothing is ever overdue."""

    anchor: str = field(metadata={"help": "`id` of its element"})
    path: str = field(metadata={"help": "goals page with the anchor"})
    wording: Words = field(metadata={"help": "`I want to …`, today's wording; the card's heading"})
    set_on: date = field(metadata={"help": "the day it was set"})
    state: GoalState = field(
        metadata={"help": "new, working on it, I did it, I changed it; all four are good"}
    )
    horizon: Horizon = field(metadata={"help": "for now or for a long time"})
    said: ShownArtifact | None = field(
        metadata={"help": "the student saying it aloud: the first recording of a reflection on it"}
    )
    success: tuple[PlainWords, ...] = field(metadata={"help": "`I'll know when …`"})
    strategies: tuple[PlainWords, ...] = field(metadata={"help": "`I will try …`"})
    helpers: tuple[str, ...] = field(metadata={"help": "who helps"})
    at_home: PlainWords | None = field(metadata={"help": "what helps at home"})
    review_on: date | None = field(metadata={"help": "when we look at it again; no countdown"})
    area: Area | None = field(metadata={"help": "area of learning"})
    competencies: tuple[Competency, ...] = field(metadata={"help": "what it is about"})
    phases: tuple[CyclePhase, ...] = field(metadata={"help": "all six phases in order, one of them current"})
    evidence: tuple[EvidenceCard, ...] = field(metadata={"help": "pieces that belong to it, newest first"})
    before: tuple[WordingBefore, ...] = field(metadata={"help": "earlier wordings, newest first"})
    next_goal: GoalLink | None = field(metadata={"help": "the goal that grew out of it"})
    threads: tuple[Thread, ...] = field(
        metadata={"help": "what student, teacher and family say about it, oldest first"}
    )


def goal_card(goal: Goal, *, subject: Subject) -> GoalCard:
    """One goal as pages show it."""
    student, framework = subject.student, subject.framework
    language = goal.wording.language
    following = next((known for known in student.goals if known.id == goal.next_goal), None)
    cards = cards_of(goal.evidence, subject=subject)
    return GoalCard(
        anchor=goal_anchor(student.id, goal.id),
        path=goal_path(goal, subject=subject),
        wording=goal.wording,
        set_on=goal.set_on,
        state=goal.state,
        horizon=goal.horizon,
        said=_said(goal, subject=subject),
        success=tuple(PlainWords(text=line, language=language) for line in goal.success),
        strategies=tuple(PlainWords(text=line, language=language) for line in goal.strategies),
        helpers=goal.helpers,
        at_home=as_plain(goal.at_home, language=language),
        review_on=goal.review_on,
        area=framework.area(goal.area) if goal.area else None,
        competencies=tuple(known for known in framework.competencies if known.id in goal.competencies),
        phases=tuple(_cycle_phase(phase, goal=goal, subject=subject) for phase in Phase),
        evidence=tuple(sorted(cards, key=lambda card: card.made_on, reverse=True)),
        before=tuple(_wording_before(revision) for revision in reversed(goal.revisions)),
        next_goal=goal_link(following, subject=subject) if following else None,
        threads=threads_about(subject, goal=goal.id),
    )


def goal_link(goal: Goal, *, subject: Subject) -> GoalLink:
    """The way to a goal from another page."""
    return GoalLink(path=goal_path(goal, subject=subject), wording=goal.wording, state=goal.state)


def goal_path(goal: Goal, *, subject: Subject) -> str:
    """Where a goal stands, relative to the site's root."""
    return f"goals.html#{goal_anchor(subject.student.id, goal.id)}"


def _said(goal: Goal, *, subject: Subject) -> ShownArtifact | None:
    student = subject.student
    recordings = (
        artifact
        for reflection in student.reflections
        if reflection.goal == goal.id
        for artifact in show_artifacts(reflection.artifacts, subject=subject, language=student.language)
        if artifact.medium.kind is MediumKind.SOUND
    )
    return next(recordings, None)


def _cycle_phase(phase: Phase, *, goal: Goal, subject: Subject) -> CyclePhase:
    return CyclePhase(
        phase=phase,
        question=PHASE_QUESTIONS[phase],
        coaching=PHASE_COACHING[phase],
        current=phase is goal.phase,
        steps=tuple(_goal_step(step, subject=subject) for step in goal.steps if step.phase is phase),
    )


def _goal_step(step: Step, *, subject: Subject) -> GoalStep:
    return GoalStep(
        taken_on=step.on,
        voice=step.voice,
        by=step.by,
        words=step.words,
        evidence=cards_of(step.evidence, subject=subject),
    )


def _wording_before(revision: Revision) -> WordingBefore:
    return WordingBefore(
        changed_on=revision.changed_on,
        wording=revision.wording_before,
        reason=as_plain(revision.reason, language=revision.wording_before.language),
    )
