"""Guardians, staff and classes."""

from generator.model.audience import Role
from generator.model.identifiers import AreaId, GroupId, PersonId
from generator.model.people import Group, Person
from generator.model.structure import Structure
from generator.model.words import Words
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values, read_values
from generator.reading.frontmatter import read_front_matter
from generator.reading.id_types import declared_id, reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT, choice, word
from generator.reading.word_types import LANGUAGE, check_markup

GRADES = ("K", *(str(grade) for grade in range(1, 13)))

_ID = Field(
    name="id",
    type=declared_id(Target.SPEAKER, PersonId),
    required=True,
    help="how other files name the person",
)
_NAME = Field(name="name", type=TEXT, required=True, help="the full name")
_SHOWN_AS = Field(name="shown as", type=TEXT, help="how pages name the person; the name when left out")
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of their letter; the school's when left out"
)
PERSON = Shape(name="a person", fields=(_ID, _NAME, _SHOWN_AS, _LANGUAGE))
_GUARDIANS = Field(
    name="guardians", type=one_or_more(record(PERSON)), help="parents and guardians, each once"
)
_STAFF = Field(name="staff", type=one_or_more(record(PERSON)), help="teachers and other staff, each once")
PEOPLE = Shape(name="people.yml", fields=(_GUARDIANS, _STAFF))

_GROUP_NAME = Field(name="name", type=TEXT, required=True, help="the name of the class")
_GRADE = Field(name="grade", type=word(*GRADES), required=True, help="K or 1 to 12")
_TEACHERS = Field(
    name="teachers", type=one_or_more(reference(Target.STAFF, PersonId)), help="ids of staff in people.yml"
)
_AGREEMENT_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the agreement; the school's when left out"
)
_AREAS = Field(
    name="areas",
    type=one_or_more(reference(Target.AREA, AreaId)),
    help="the areas of learning studied in the class; all when left out",
)
_STRUCTURE = Field(
    name="structure",
    type=choice(Structure),
    help="what leads the portfolios: time when left out, theme, skill, student choice or teacher choice",
)
_AGREED = Field(name="agreed", type=PAST_DATE, help="the day the agreement below was made")
GROUP = Shape(
    name="a class", fields=(_GROUP_NAME, _GRADE, _TEACHERS, _AREAS, _AGREEMENT_LANGUAGE, _STRUCTURE, _AGREED)
)


def read_people(notes: Notes, *, school_language: str) -> tuple[Person, ...]:
    """Everybody in `people.yml`, guardians first."""
    values = read_item(notes, shape=PEOPLE)
    if values is None:
        return ()
    guardians = (
        _person(person, role=Role.GUARDIAN, language=school_language)
        for person in values.get_or(_GUARDIANS, ())
    )
    staff = (
        _person(person, role=Role.STAFF, language=school_language) for person in values.get_or(_STAFF, ())
    )
    return (*guardians, *staff)


def read_group(notes: Notes, *, group: GroupId) -> Group | None:
    """One class and its agreement."""
    marked = read_front_matter(notes.text, known=GROUP.names)
    notes.problems.extend(marked.problems)
    if not marked.whole:
        return None
    values = read_values(marked.facts, GROUP, notes=notes)
    if not values.whole:
        return None
    check_markup(marked.body, notes=notes, origin=values.origin, first_line=marked.body_line)
    language = values.get_or(_AGREEMENT_LANGUAGE, notes.surroundings.school_language)
    return Group(
        id=group,
        name=values.need(_GROUP_NAME),
        grade=values.need(_GRADE),
        teachers=values.get_or(_TEACHERS, ()),
        agreement=Words(text=marked.body, language=language) if marked.body else None,
        origin=values.origin,
        areas=values.get_or(_AREAS, ()),
        structure=values.get_or(_STRUCTURE, Structure.TIME),
        agreed_on=values.get(_AGREED),
    )


def _person(values: Values, *, role: Role, language: str) -> Person:
    return Person(
        id=values.need(_ID),
        name=values.need(_NAME),
        role=role,
        language=values.get_or(_LANGUAGE, language),
        shown_as=values.get(_SHOWN_AS) or values.need(_NAME),
        origin=values.origin,
    )
