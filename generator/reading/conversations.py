"""Three-way conversations: threads with a file of their own, and those inside the record they are about."""

from generator.model.audience import Audience
from generator.model.identifiers import EvidenceId, GoalId
from generator.model.talking import Conversation, Remark
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import SPEAKER, reference
from generator.reading.names import read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import AUDIENCE, TEXT
from generator.reading.word_types import LANGUAGE, WORDS

_ON = Field(name="on", type=PAST_DATE, required=True, help="the day it was said")
_BY = Field(name="by", type=SPEAKER, required=True, help="student, a member of staff, or a guardian's id")
_WORDS = Field(name="words", type=WORDS, required=True, help="what was said, typed in by staff")
_REMARK_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the words")
REMARK = Shape(name="a remark", fields=(_ON, _BY, _WORDS, _REMARK_LANGUAGE))

CONVERSATION_INSIDE = Field(
    name="conversation",
    type=one_or_more(record(REMARK)),
    help="what student, teacher and family say to each other about it",
)

_TITLE = Field(name="title", type=TEXT, help="what it is about; from the file's name when left out")
_EVIDENCE = Field(name="evidence", type=reference(Target.EVIDENCE, EvidenceId), help="the piece it is about")
_GOAL = Field(name="goal", type=reference(Target.GOAL, GoalId), help="the goal it is about")
_POINT = Field(
    name="point of progress",
    type=reference(Target.POINT, str),
    help="the point of progress it is about",
)
_REMARKS = Field(
    name="remarks", type=one_or_more(record(REMARK)), required=True, help="what was said, with the day"
)
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; family when left out")
CONVERSATION = Shape(name="a conversation", fields=(_TITLE, _EVIDENCE, _GOAL, _POINT, _REMARKS, _AUDIENCE))


def read_conversation(notes: Notes, *, stem: str) -> Conversation | None:
    """One thread; `stem` is the name of its file without the ending."""
    name = read_name(stem, notes=notes)
    values = read_item(notes, shape=CONVERSATION)
    if name is None or values is None:
        return None
    about = tuple(field for field in (_EVIDENCE, _GOAL, _POINT) if field.name in values.nodes)
    if len(about) > 1:
        notes.error(
            values.nodes[about[1].name],
            "two-subjects",
            f"the conversation is about `{about[0].name}` and about `{about[1].name}`",
            fix="keep the one it is most about, and speak of the other in the words",
        )
        return None
    remarks = _in_order(values.need(_REMARKS), notes=notes)
    if not remarks:
        fix = "write what somebody said under `remarks:`, or delete the file"
        notes.error(values.nodes["remarks"], "nothing-to-see", "nobody says anything in it", fix=fix)
        return None
    return Conversation(
        id=name.id,
        title=values.get(_TITLE) or name.title or name.id,
        begun_on=remarks[0].on,
        evidence=values.get(_EVIDENCE),
        goal=values.get(_GOAL),
        point=values.get(_POINT),
        remarks=remarks,
        audience=values.get_or(_AUDIENCE, Audience.FAMILY),
        origin=values.origin,
    )


def conversation_of(values: Values, *, notes: Notes) -> tuple[Remark, ...]:
    """The thread inside a record, oldest remark first."""
    return _in_order(values.get_or(CONVERSATION_INSIDE, ()), notes=notes)


def _in_order(items: tuple[Values, ...], *, notes: Notes) -> tuple[Remark, ...]:
    return tuple(sorted((_remark(item, notes=notes) for item in items), key=lambda remark: remark.on))


def _remark(values: Values, *, notes: Notes) -> Remark:
    speaker = notes.speaker(values.need(_BY))
    return Remark(
        on=values.need(_ON),
        voice=speaker.voice,
        by=speaker.name,
        words=values.need(_WORDS).words(values.get_or(_REMARK_LANGUAGE, speaker.language)),
    )
