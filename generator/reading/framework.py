"""What all students share: the school, its areas, competencies, scale and prompts."""

from generator.model.framework import Area, Competency, Level, ProficiencyScale, Prompt, Term
from generator.model.identifiers import AreaId, CompetencyId, LevelId, PromptId
from generator.reading.date_types import DATE
from generator.reading.documents import read_item, read_items
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import ICON, declared_id, level_id, reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT
from generator.reading.standards import GRADE
from generator.reading.word_types import LANGUAGE

_NAME = Field(name="name", type=TEXT, required=True, help="the name as families read it")
_ICON = Field(name="icon", type=ICON, help="a Material Design icon, without folder and ending")

_FROM = Field(name="from", type=DATE, required=True, help="the first day")
_TO = Field(name="to", type=DATE, required=True, help="the last day")
TERM = Shape(name="a term", fields=(_NAME, _FROM, _TO))
_CONTACT = Field(name="contact", type=TEXT, help="how a family reaches the school")
_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language the school writes in; en when left out")
_TERMS = Field(name="terms", type=one_or_more(record(TERM)), help="the terms of the school years kept here")
_REPORTING = Field(
    name="reporting",
    type=TEXT,
    help="whose reporting rules the school follows: the name of rules that ship with Kinfolio, or a file of its own",
)
SCHOOL = Shape(name="school.yml", fields=(_NAME, _CONTACT, _LANGUAGE, _TERMS, _REPORTING))

_AREA_ID = Field(
    name="id", type=declared_id(Target.AREA, AreaId), required=True, help="how other files name it"
)
_ADDRESS = Field(
    name="address", type=TEXT, help="where the full standards stand on the web, {grade} in place of the grade"
)
AREA = Shape(name="an area of learning", fields=(_AREA_ID, _NAME, _ICON, _ADDRESS))

_COMPETENCY_ID = Field(
    name="id",
    type=declared_id(Target.COMPETENCY, CompetencyId),
    required=True,
    help="how other files name it",
)
_AREA = Field(
    name="area", type=reference(Target.AREA, AreaId), help="its area of learning; none for a core competency"
)
_STRAND = Field(name="strand", type=TEXT, help="the heading it stands under")
_I_CAN = Field(name="i can", type=TEXT, help="the same in a student's words")
_FACETS = Field(name="facets", type=one_or_more(TEXT), help="the sides of a core competency")
_ALSO_CALLED = Field(name="also called", type=one_or_more(TEXT), help="older names people still search for")
_FOLLOWS = Field(
    name="follows",
    type=reference(Target.COMPETENCY, CompetencyId),
    help="the competency of an earlier grade that it carries on",
)
COMPETENCY = Shape(
    name="a competency",
    fields=(_COMPETENCY_ID, _NAME, _AREA, _STRAND, _I_CAN, GRADE, _FACETS, _ALSO_CALLED, _FOLLOWS),
)

_LEVEL_ID = Field(name="id", type=level_id(), required=True, help="its short sign, such as PRF")
_LINE = Field(name="line", type=TEXT, required=True, help="the official one-line description")
_MEANING = Field(
    name="meaning", type=TEXT, required=True, help="the plain sentence that stands before the word"
)
_DOES_NOT_MEAN = Field(name="does not mean", type=TEXT, help="what a family might fear, and need not")
_AT_HOME = Field(name="at home", type=TEXT, help="what helps at home")
LEVEL = Shape(name="a level", fields=(_LEVEL_ID, _NAME, _LINE, _MEANING, _DOES_NOT_MEAN, _AT_HOME))
_LEVELS = Field(
    name="levels", type=one_or_more(record(LEVEL)), required=True, help="the levels, lowest first"
)
_OUTSIDE = Field(name="insufficient evidence", type=record(LEVEL), help="what stands outside the order")
SCALE = Shape(name="scale.yml", fields=(_NAME, _LEVELS, _OUTSIDE))

_PROMPT_ID = Field(
    name="id", type=declared_id(Target.PROMPT, PromptId), required=True, help="how reflections name it"
)
_QUESTION = Field(name="question", type=TEXT, required=True, help="the question")
_STARTER = Field(name="starter", type=TEXT, help="how an answer may begin")
PROMPT = Shape(name="a prompt", fields=(_PROMPT_ID, _QUESTION, _STARTER, _ICON))

NO_SCALE = ProficiencyScale(name="", levels=(), insufficient_evidence=None)


def read_school_facts(notes: Notes) -> tuple[str, str, str, tuple[Term, ...], str] | None:
    """Name, contact, language, terms and reporting rules of `school.yml`."""
    values = read_item(notes, shape=SCHOOL)
    if values is None:
        return None
    terms = []
    for term in values.get_or(_TERMS, ()):
        first, last = term.need(_FROM), term.need(_TO)
        if last < first:
            notes.error(
                term.nodes["to"],
                "wrong-order",
                f"the term ends on {last}, before it begins on {first}",
                fix="exchange the two days, or mend the year",
            )
        terms.append(Term(name=term.need(_NAME), first_day=first, last_day=last))
    return (
        values.need(_NAME),
        values.get_or(_CONTACT, ""),
        values.get_or(_LANGUAGE, "en"),
        tuple(sorted(terms, key=lambda term: term.first_day)),
        values.get_or(_REPORTING, ""),
    )


def read_areas(notes: Notes) -> tuple[Area, ...]:
    """The areas of learning, in the school's order."""
    return tuple(
        Area(
            id=values.need(_AREA_ID),
            name=values.need(_NAME),
            icon=values.get_or(_ICON, ""),
            address=values.get_or(_ADDRESS, ""),
        )
        for values in read_items(notes, shape=AREA)
    )


def read_competencies(notes: Notes) -> tuple[Competency, ...]:
    """Curricular and core competencies, in the school's order."""
    return tuple(
        Competency(
            id=values.need(_COMPETENCY_ID),
            name=values.need(_NAME),
            area=values.get(_AREA),
            strand=values.get_or(_STRAND, ""),
            i_can=values.get_or(_I_CAN, ""),
            grades=values.get_or(GRADE, ()),
            facets=values.get_or(_FACETS, ()),
            also_called=values.get_or(_ALSO_CALLED, ()),
            follows=values.get(_FOLLOWS),
        )
        for values in read_items(notes, shape=COMPETENCY)
    )


def read_scale(notes: Notes) -> ProficiencyScale | None:
    """The scale, lowest level first."""
    values = read_item(notes, shape=SCALE)
    if values is None:
        return None
    outside = values.get(_OUTSIDE)
    return ProficiencyScale(
        name=values.need(_NAME),
        levels=tuple(_level(level) for level in values.need(_LEVELS)),
        insufficient_evidence=_level(outside) if outside else None,
    )


def read_prompts(notes: Notes) -> tuple[Prompt, ...]:
    """The questions for reflection, in the school's order."""
    return tuple(
        Prompt(
            id=values.need(_PROMPT_ID),
            question=values.need(_QUESTION),
            icon=values.get_or(_ICON, ""),
            starter=values.get_or(_STARTER, ""),
        )
        for values in read_items(notes, shape=PROMPT)
    )


def levels_as_typed(scale: ProficiencyScale) -> dict[str, LevelId]:
    """Level ids by everything a teacher may type for them: id or word, in any capitals."""
    outside = (scale.insufficient_evidence,) if scale.insufficient_evidence else ()
    levels = (*scale.levels, *outside)
    by_word = {level.name.casefold(): level.id for level in levels}
    return by_word | {level.id.casefold(): level.id for level in levels}


def _level(values: Values) -> Level:
    return Level(
        id=values.need(_LEVEL_ID),
        name=values.need(_NAME),
        line=values.need(_LINE),
        meaning=values.need(_MEANING),
        does_not_mean=values.get_or(_DOES_NOT_MEAN, ""),
        at_home=values.get_or(_AT_HOME, ""),
    )
