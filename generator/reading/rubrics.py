"""One rubric with all its versions, from `rubrics/<id>.yml`."""

from collections.abc import Iterator

from generator.model.identifiers import CriterionId, GroupId, RubricId
from generator.model.rubric import Criterion, LevelDescription, Rubric, RubricForm, RubricVersion
from generator.reading.date_types import PAST_DATE
from generator.reading.documents import read_item
from generator.reading.fields import Field, Shape, Values
from generator.reading.id_types import LEVEL, any_id, reference
from generator.reading.names import read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Reference, Target
from generator.reading.plain_types import TEXT, choice
from generator.reading.word_types import LANGUAGE

_LEVEL = Field(name="level", type=LEVEL, required=True, help="a level of the scale, as sign or as word")
_LOOKS_LIKE = Field(name="looks like", type=TEXT, required=True, help="how that looks, in plain words")
LEVEL_DESCRIPTION = Shape(name="a description", fields=(_LEVEL, _LOOKS_LIKE))

_CRITERION_ID = Field(
    name="id", type=any_id(CriterionId), required=True, help="stays the same while the wording grows"
)
_CRITERION = Field(name="we look for", type=TEXT, required=True, help="the criterion in the students' words")
_LEVELS = Field(
    name="levels", type=one_or_more(record(LEVEL_DESCRIPTION)), help="for a levelled rubric, lowest first"
)
CRITERION = Shape(name="a criterion", fields=(_CRITERION_ID, _CRITERION, _LEVELS))

_VERSION = Field(name="version", type=TEXT, required=True, help="its name, such as 1 or spring")
_DATE = Field(name="date", type=PAST_DATE, required=True, help="the day the class agreed on it")
_CHANGED_BECAUSE = Field(name="changed because", type=TEXT, help="why it replaced the version before")
_CRITERIA = Field(
    name="criteria", type=one_or_more(record(CRITERION)), required=True, help="what we look for"
)
VERSION = Shape(name="a version", fields=(_VERSION, _DATE, _CHANGED_BECAUSE, _CRITERIA))

_TITLE = Field(name="title", type=TEXT, required=True, help="what the rubric is for")
_FORM = Field(
    name="form", type=choice(RubricForm), help="single-point or levelled; single-point when left out"
)
_AUTHORS = Field(name="authors", type=TEXT, required=True, help="who wrote it, such as our class")
_GROUP = Field(name="group", type=reference(Target.GROUP, GroupId), help="the class it belongs to")
_LANGUAGE = Field(name="language", type=LANGUAGE, help="its language; the school's when left out")
_EXEMPLAR = Field(name="exemplar", type=TEXT, help="a good example we looked at, in words")
_VERSIONS = Field(
    name="versions", type=one_or_more(record(VERSION)), required=True, help="every version, oldest first"
)
RUBRIC = Shape(name="a rubric", fields=(_TITLE, _FORM, _AUTHORS, _GROUP, _LANGUAGE, _EXEMPLAR, _VERSIONS))


def read_rubric(notes: Notes, *, stem: str) -> Rubric | None:
    """One rubric; `stem` is the name of its file without the ending, and its id."""
    # Known even where it cannot be read, so that evidence is not told of it as well.
    notes.declared.append(Reference(target=Target.RUBRIC, id=stem, origin=notes.text.origin(0)))
    values = read_item(notes, shape=RUBRIC)
    if values is None or not read_name(stem, notes=notes):
        return None
    form = values.get_or(_FORM, RubricForm.SINGLE_POINT)
    written = values.need(_VERSIONS)
    _told_twice([(one.need(_VERSION), one) for one in written], notes=notes)
    versions = (_version(one, form=form, notes=notes) for one in written)
    return Rubric(
        id=RubricId(stem),
        title=values.need(_TITLE),
        form=form,
        authors=values.need(_AUTHORS),
        group=values.get(_GROUP),
        language=values.get_or(_LANGUAGE, notes.surroundings.school_language),
        exemplar=values.get_or(_EXEMPLAR, ""),
        versions=tuple(sorted(versions, key=lambda one: one.agreed_on)),
        origin=values.origin,
    )


def _version(values: Values, *, form: RubricForm, notes: Notes) -> RubricVersion:
    criteria = values.need(_CRITERIA)
    _told_twice([(str(one.need(_CRITERION_ID)), one) for one in criteria], notes=notes)
    return RubricVersion(
        version=values.need(_VERSION),
        agreed_on=values.need(_DATE),
        criteria=tuple(_criterion(one, form=form, notes=notes) for one in criteria),
        changed_because=values.get_or(_CHANGED_BECAUSE, ""),
    )


def _criterion(values: Values, *, form: RubricForm, notes: Notes) -> Criterion:
    levels = values.get_or(_LEVELS, ())
    if (form is RubricForm.LEVELLED) != bool(levels):
        message = (
            "a single-point rubric says only what we look for, without levels"
            if levels
            else "a levelled rubric says what the criterion looks like at each level"
        )
        fix = (
            "take `levels:` out, or write `form: levelled`"
            if levels
            else "add `levels:`, or write `form: single-point`"
        )
        notes.error(values.nodes["levels" if levels else "we look for"], "rubric-form", message, fix=fix)
    return Criterion(
        id=values.need(_CRITERION_ID),
        words=values.need(_CRITERION),
        levels=tuple(LevelDescription(level=one.need(_LEVEL), words=one.need(_LOOKS_LIKE)) for one in levels),
    )


def _told_twice(named: list[tuple[str, Values]], *, notes: Notes) -> None:
    for values in _repeated(named):
        node = values.nodes.get("id") or values.nodes["version"]
        notes.error(
            node,
            "duplicate-id",
            "this name is there twice in the rubric",
            fix="give one of the two a name of its own",
        )


def _repeated(named: list[tuple[str, Values]]) -> Iterator[Values]:
    seen: set[str] = set()
    for name, values in named:
        if name in seen:
            yield values
        seen.add(name)
