"""What there is to know and to understand, the profiles of core competencies, and the thinking moves."""

from generator.model.framework import BigIdea, Content, Profile, ThinkingMove
from generator.model.identifiers import AreaId, BigIdeaId, CompetencyId, ContentId, ProfileId, ThinkingMoveId
from generator.reading.documents import read_items
from generator.reading.fields import Field, Shape
from generator.reading.id_types import ICON, declared_id, reference
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Target
from generator.reading.people import GRADES
from generator.reading.plain_types import TEXT, word

GRADE = Field(
    name="grade",
    type=one_or_more(word(*GRADES)),
    help="K or 1 to 12, one or a list; every grade when left out",
)
_NAME = Field(name="name", type=TEXT, required=True, help="a short label in plain words")
_AREA = Field(name="area", type=reference(Target.AREA, AreaId), required=True, help="its area of learning")

_CONTENT_ID = Field(
    name="id", type=declared_id(Target.CONTENT, ContentId), required=True, help="how evidence names it"
)
CONTENT = Shape(name="content", fields=(_CONTENT_ID, _NAME, _AREA, GRADE))

_BIG_IDEA_ID = Field(
    name="id", type=declared_id(Target.BIG_IDEA, BigIdeaId), required=True, help="how evidence names it"
)
BIG_IDEA = Shape(name="a big idea", fields=(_BIG_IDEA_ID, _NAME, _AREA, GRADE))

_PROFILE_ID = Field(
    name="id", type=declared_id(Target.PROFILE, ProfileId), required=True, help="how self-assessments name it"
)
_COMPETENCY = Field(
    name="competency",
    type=reference(Target.COMPETENCY, CompetencyId),
    required=True,
    help="its core competency",
)
_I_CAN = Field(name="i can", type=TEXT, required=True, help="the statement in a student's words")
PROFILE = Shape(name="a profile", fields=(_PROFILE_ID, _COMPETENCY, _I_CAN))

_MOVE_ID = Field(
    name="id",
    type=declared_id(Target.THINKING_MOVE, ThinkingMoveId),
    required=True,
    help="how evidence and reflections name it",
)
_MOVE_ICON = Field(name="icon", type=ICON, help="a Material Design icon, without folder and ending")
_STARTERS = Field(name="starters", type=one_or_more(TEXT), help="beginnings of sentences that invite it")
THINKING_MOVE = Shape(name="a thinking move", fields=(_MOVE_ID, _NAME, _MOVE_ICON, _STARTERS))


def read_content(notes: Notes) -> tuple[Content, ...]:
    """What there is to know, in the school's order."""
    return tuple(
        Content(
            id=values.need(_CONTENT_ID),
            name=values.need(_NAME),
            area=values.need(_AREA),
            grades=values.get_or(GRADE, ()),
        )
        for values in read_items(notes, shape=CONTENT)
    )


def read_big_ideas(notes: Notes) -> tuple[BigIdea, ...]:
    """What there is to understand, in the school's order."""
    return tuple(
        BigIdea(
            id=values.need(_BIG_IDEA_ID),
            name=values.need(_NAME),
            area=values.need(_AREA),
            grades=values.get_or(GRADE, ()),
        )
        for values in read_items(notes, shape=BIG_IDEA)
    )


def read_profiles(notes: Notes) -> tuple[Profile, ...]:
    """The statements students choose from, in the school's order."""
    return tuple(
        Profile(id=values.need(_PROFILE_ID), competency=values.need(_COMPETENCY), i_can=values.need(_I_CAN))
        for values in read_items(notes, shape=PROFILE)
    )


def read_thinking_moves(notes: Notes) -> tuple[ThinkingMove, ...]:
    """The thinking moves, in the school's order."""
    return tuple(
        ThinkingMove(
            id=values.need(_MOVE_ID),
            name=values.need(_NAME),
            icon=values.get_or(_MOVE_ICON, ""),
            starters=values.get_or(_STARTERS, ()),
        )
        for values in read_items(notes, shape=THINKING_MOVE)
    )
