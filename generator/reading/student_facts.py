"""What `student.yml` says of a student, before anything else of theirs is read."""

import zlib
from dataclasses import dataclass
from datetime import date

from generator.model.identifiers import GroupId, PersonId, StudentId
from generator.model.structure import Structure
from generator.model.student import ACCENTS, COVERS
from generator.problems import Origin
from generator.reading.date_types import DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape
from generator.reading.id_types import ICON, reference
from generator.reading.nested_types import one_or_more
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT, choice, word
from generator.reading.word_types import LANGUAGE

_NAME = Field(name="name", type=TEXT, required=True, help="the full name, for letters and staff")
_CALLED = Field(
    name="called", type=TEXT, help="the name on the pages; the first word of the name when left out"
)
_GROUP = Field(name="group", type=reference(Target.GROUP, GroupId), required=True, help="the class")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the student's writing language; the school's when left out"
)
_GUARDIANS = Field(
    name="guardians",
    type=one_or_more(reference(Target.GUARDIAN, PersonId)),
    help="who may open the portfolio",
)
_JOINED = Field(name="joined", type=DATE, help="the day somebody came during the year")
_ACCENT = Field(name="accent", type=word(*ACCENTS), help="the student's colour")
_COVER = Field(name="cover", type=word(*COVERS), help="the student's pattern")
_AVATAR = Field(name="avatar", type=ICON, help="one of the drawn animals and things of the theme")
_STRUCTURE = Field(
    name="structure",
    type=choice(Structure),
    help="what leads this portfolio; as in the class when left out",
)
_OWN_PEOPLE = Field(
    name="own people",
    type=one_or_more(TEXT),
    help="first names in this portfolio that mean somebody else than a schoolmate",
)
STUDENT = Shape(
    name="a student",
    fields=(
        _NAME,
        _CALLED,
        _GROUP,
        _LANGUAGE,
        _GUARDIANS,
        _JOINED,
        _ACCENT,
        _COVER,
        _AVATAR,
        _OWN_PEOPLE,
        _STRUCTURE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentFacts:
    """What `student.yml` says."""

    id: StudentId
    name: str
    called: str
    group: GroupId
    language: str
    guardians: tuple[PersonId, ...]
    joined_on: date | None
    accent: str
    cover: str
    avatar: str
    own_people: tuple[str, ...]
    """First names in this portfolio that mean somebody else than a schoolmate."""
    structure: Structure | None
    origin: Origin


def read_facts(notes: Notes, *, student: StudentId) -> StudentFacts | None:
    """`student.yml`. Without a colour or pattern of their own, students get one that stays with their id."""
    values = read_item(notes, shape=STUDENT)
    if values is None:
        return None
    name = values.need(_NAME)
    guardians = values.get_or(_GUARDIANS, ())
    luck = zlib.crc32(student.encode())
    return StudentFacts(
        id=student,
        name=name,
        called=values.get(_CALLED) or name.split()[0],
        group=values.need(_GROUP),
        language=values.get_or(_LANGUAGE, notes.surroundings.school_language),
        guardians=tuple(dict.fromkeys(guardians)),
        joined_on=values.get(_JOINED),
        accent=values.get_or(_ACCENT, ACCENTS[luck % len(ACCENTS)]),
        cover=values.get_or(_COVER, COVERS[luck // len(ACCENTS) % len(COVERS)]),
        avatar=values.get_or(_AVATAR, ""),
        own_people=values.get_or(_OWN_PEOPLE, ()),
        structure=values.get(_STRUCTURE),
        origin=values.origin,
    )
