"""What a student works towards, and everything that changed on the way."""

from generator.model.audience import Audience
from generator.model.goal import Goal, GoalState, Horizon, Phase, Revision, Step
from generator.model.identifiers import AreaId, CompetencyId, EvidenceId, GoalId
from generator.reading.conversations import CONVERSATION_INSIDE, conversation_of
from generator.reading.date_types import DATE, PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import SPEAKER, reference
from generator.reading.names import read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, TEXT, choice
from generator.reading.word_types import LANGUAGE, WORDS

_EVIDENCE_TYPE = one_or_more(reference(Target.EVIDENCE, EvidenceId))
_ON = Field(name="on", type=PAST_DATE, required=True, help="the day")
_BEFORE = Field(name="before", type=WORDS, required=True, help="the wording until then")
_REASON = Field(name="reason", type=TEXT, help="why it was changed")
REVISION = Shape(name="a revision", fields=(_ON, _BEFORE, _REASON))

_STEP_PHASE = Field(name="phase", type=choice(Phase), required=True, help="the phase of the learning cycle")
_BY = Field(name="by", type=SPEAKER, help="student when left out, a member of staff, or a guardian's id")
_PEER_NAME = Field(name="peer name", type=TEXT, help="the first name of the classmate")
_WORDS = Field(name="words", type=WORDS, required=True, help="what was said or seen")
_STEP_EVIDENCE = Field(name="evidence", type=_EVIDENCE_TYPE, help="what shows it")
_STEP_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the words")
STEP = Shape(
    name="a step", fields=(_ON, _STEP_PHASE, _BY, _PEER_NAME, _WORDS, _STEP_EVIDENCE, _STEP_LANGUAGE)
)

_GOAL = Field(name="goal", type=WORDS, required=True, help="the goal in the student's words")
_SET = Field(name="set", type=PAST_DATE, required=True, help="the day it was set")
_SUCCESS = Field(name="success", type=one_or_more(TEXT), help="how the student will know")
_STRATEGIES = Field(name="strategies", type=one_or_more(TEXT), help="what the student will try")
_HELPERS = Field(name="helpers", type=one_or_more(TEXT), help="who helps, as the student names them")
_AT_HOME = Field(name="at home", type=TEXT, help="what helps at home")
_HORIZON = Field(name="horizon", type=choice(Horizon), help="short when left out, or long")
_STATE = Field(
    name="state", type=choice(GoalState), help="new when left out, working on it, I did it, I changed it"
)
_PHASE = Field(name="phase", type=choice(Phase), help="where in the learning cycle it stands")
_REVIEW = Field(name="review", type=DATE, help="the day to look at it again")
_AREA = Field(name="area", type=reference(Target.AREA, AreaId), help="the area of learning")
_COMPETENCIES = Field(
    name="competencies",
    type=one_or_more(reference(Target.COMPETENCY, CompetencyId)),
    help="curricular and core competencies",
)
_EVIDENCE = Field(name="evidence", type=_EVIDENCE_TYPE, help="pieces that show it")
_REVISIONS = Field(name="revisions", type=one_or_more(record(REVISION)), help="earlier wordings")
_STEPS = Field(name="steps", type=one_or_more(record(STEP)), help="what was said and seen on the way")
_NEXT_GOAL = Field(name="next goal", type=reference(Target.GOAL, GoalId), help="the goal that grew out of it")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the goal; the student's when left out"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
GOAL = Shape(
    name="a goal",
    fields=(
        _GOAL,
        _SET,
        _SUCCESS,
        _STRATEGIES,
        _HELPERS,
        _AT_HOME,
        _HORIZON,
        _STATE,
        _PHASE,
        _REVIEW,
        _AREA,
        _COMPETENCIES,
        _EVIDENCE,
        _REVISIONS,
        _STEPS,
        _NEXT_GOAL,
        CONVERSATION_INSIDE,
        _LANGUAGE,
        _AUDIENCE,
    ),
)


def read_goal(notes: Notes, *, stem: str) -> Goal | None:
    """One goal; `stem` is the name of its file without the ending."""
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=GOAL)
    if name is None or values is None:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.student_language)
    revisions = (_revision(item, language=language) for item in values.get_or(_REVISIONS, ()))
    steps = (_step(item, notes=notes) for item in values.get_or(_STEPS, ()))
    return Goal(
        id=GoalId(name.id),
        set_on=values.need(_SET),
        wording=values.need(_GOAL).words(language),
        success=values.get_or(_SUCCESS, ()),
        strategies=values.get_or(_STRATEGIES, ()),
        helpers=values.get_or(_HELPERS, ()),
        at_home=values.get_or(_AT_HOME, ""),
        horizon=values.get_or(_HORIZON, Horizon.SHORT),
        state=values.get_or(_STATE, GoalState.NEW),
        phase=values.get_or(_PHASE, Phase.GOAL_AND_CRITERIA),
        review_on=values.get(_REVIEW),
        area=values.get(_AREA),
        competencies=values.get_or(_COMPETENCIES, ()),
        evidence=values.get_or(_EVIDENCE, ()),
        revisions=tuple(sorted(revisions, key=lambda revision: revision.changed_on)),
        steps=tuple(sorted(steps, key=lambda step: step.on)),
        next_goal=values.get(_NEXT_GOAL),
        conversation=conversation_of(values, notes=notes),
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )


def _revision(values: Values, *, language: str) -> Revision:
    return Revision(
        changed_on=values.need(_ON),
        wording_before=values.need(_BEFORE).words(language),
        reason=values.get_or(_REASON, ""),
    )


def _step(values: Values, *, notes: Notes) -> Step:
    speaker = notes.speaker(values.get_or(_BY, "student"), peer_name=values.get_or(_PEER_NAME, ""))
    return Step(
        on=values.need(_ON),
        phase=values.need(_STEP_PHASE),
        voice=speaker.voice,
        by=speaker.name,
        words=values.need(_WORDS).words(values.get_or(_STEP_LANGUAGE, speaker.language)),
        evidence=values.get_or(_STEP_EVIDENCE, ()),
    )
