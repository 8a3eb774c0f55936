"""Interface words: marked for the catalogues here, translated and put into sentences by the templates."""

from collections.abc import Mapping
from enum import StrEnum

from generator.languages.marking import N_ as N_  # noqa: PLC0414 - views take it from here
from generator.model.audience import Audience
from generator.model.evidence import Context, EvidenceForm, EvidenceKind, Stage
from generator.model.goal import GoalState, Horizon, Phase
from generator.model.medium import MediumKind
from generator.model.progress import InformalForm
from generator.model.reporting import CommunicationKind
from generator.model.words import Voice

_KINDS: Mapping[StrEnum, str] = {
    EvidenceKind.PRODUCT: N_("Made"),
    EvidenceKind.OBSERVATION: N_("Seen"),
    EvidenceKind.CONVERSATION: N_("Said"),
}
_FORMS: Mapping[StrEnum, str] = {
    EvidenceForm.WORK_SAMPLE: N_("Work sample"),
    EvidenceForm.JOURNAL: N_("Journal"),
    EvidenceForm.STUDENT_DRIVEN_PRODUCT: N_("My own project"),
    EvidenceForm.TEST_OR_QUIZ: N_("Test or quiz"),
    EvidenceForm.ASSIGNMENT: N_("Assignment"),
    EvidenceForm.PROJECT: N_("Project"),
    EvidenceForm.PRESENTATION: N_("Presentation"),
    EvidenceForm.DEMONSTRATION: N_("Demonstration"),
    EvidenceForm.ROLE_PLAY: N_("Role play"),
    EvidenceForm.COLLABORATION: N_("Working together"),
    EvidenceForm.CONNECTIONS: N_("Making connections"),
    EvidenceForm.GROUP_WORK: N_("Group work"),
    EvidenceForm.GROUP_DYNAMICS: N_("Being part of a group"),
    EvidenceForm.PROBLEM_SOLVING: N_("Solving a problem"),
    EvidenceForm.UNSTRUCTURED_TIME: N_("Free time"),
    EvidenceForm.MAKING_CHOICES: N_("Making choices"),
    EvidenceForm.FREE_PLAY: N_("Free play"),
    EvidenceForm.CONFERENCE: N_("Conference"),
    EvidenceForm.CLASS_DISCUSSION: N_("Class discussion"),
    EvidenceForm.SIDE_CONVERSATION: N_("A talk on the side"),
    EvidenceForm.QUESTIONING: N_("Asking and answering"),
    EvidenceForm.REFLECTION: N_("Reflection"),
}
_CONTEXTS: Mapping[StrEnum, str] = {
    Context.ALONE: N_("On my own"),
    Context.PAIR: N_("With a partner"),
    Context.GROUP: N_("In a group"),
    Context.OUTSIDE_SCHOOL: N_("Outside school"),
}
_STAGES: Mapping[StrEnum, str] = {
    Stage.IDEA: N_("Idea"),
    Stage.SKETCH: N_("Sketch"),
    Stage.DRAFT: N_("Draft"),
    Stage.FINAL: N_("Final"),
    Stage.RESUBMISSION: N_("Handed in again"),
}
_VOICES: Mapping[StrEnum, str] = {
    Voice.STUDENT: N_("Me"),
    Voice.TEACHER: N_("My teacher"),
    Voice.PEER: N_("A classmate"),
    Voice.FAMILY: N_("My family"),
}
_COMMUNICATIONS: Mapping[StrEnum, str] = {
    CommunicationKind.LEARNING_UPDATE: N_("Learning update"),
    CommunicationKind.SUMMARY_OF_LEARNING: N_("Summary of learning"),
    CommunicationKind.INFORMAL_UPDATE: N_("Informal update"),
}
_INFORMAL_FORMS: Mapping[StrEnum, str] = {
    InformalForm.CONFERENCE: N_("A conference"),
    InformalForm.STUDENT_LED_CONFERENCE: N_("A conference I led"),
    InformalForm.PHONE_CALL: N_("A phone call"),
    InformalForm.EMAIL: N_("An email"),
    InformalForm.PORTFOLIO_SHARE: N_("We looked at the portfolio together"),
    InformalForm.MEETING: N_("A meeting"),
}
_STATES: Mapping[StrEnum, str] = {
    GoalState.NEW: N_("New"),
    GoalState.WORKING: N_("Working on it"),
    GoalState.DONE: N_("I did it"),
    GoalState.CHANGED: N_("I changed it"),
}
_HORIZONS: Mapping[StrEnum, str] = {
    Horizon.SHORT: N_("A goal for now"),
    Horizon.LONG: N_("A goal for a long time"),
}
_PHASES: Mapping[StrEnum, str] = {
    Phase.PRIOR_LEARNING: N_("What I know already"),
    Phase.GOAL_AND_CRITERIA: N_("My goal, and how I will know"),
    Phase.STRATEGIES: N_("How I will get there"),
    Phase.EVIDENCE_AND_FEEDBACK: N_("What shows it"),
    Phase.SELF_ASSESSMENT: N_("How it went"),
    Phase.NEW_GOAL: N_("My next goal"),
}
_MEDIA: Mapping[StrEnum, str] = {
    MediumKind.PICTURE: N_("Picture"),
    MediumKind.FILM: N_("Film"),
    MediumKind.SOUND: N_("Sound"),
    MediumKind.DOCUMENT: N_("Document"),
    MediumKind.CODE: N_("Code"),
}
_AUDIENCES: Mapping[StrEnum, str] = {
    Audience.STAFF: N_("Shared with my teachers"),
    Audience.STUDENT: N_("Shared with me and my teachers"),
    Audience.FAMILY: N_("Shared with my family"),
    Audience.SHOWCASE: N_("In my showcase"),
}
# One table per type: members of different string enums are equal where their values are.
_TABLES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    type(next(iter(table))): table
    for table in (
        _KINDS,
        _FORMS,
        _CONTEXTS,
        _STAGES,
        _VOICES,
        _STATES,
        _COMMUNICATIONS,
        _INFORMAL_FORMS,
        _HORIZONS,
        _PHASES,
        _MEDIA,
        _AUDIENCES,
    )
}


def message_of(member: StrEnum) -> str:
    """The interface message (to translate) for a kind, form, context, stage, voice, state, horizon, phase, medium or audience."""
    return _TABLES[type(member)][member]
