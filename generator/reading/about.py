"""The student as a learner, told by the student."""

from generator.model.about import AboutMe, Statement
from generator.model.identifiers import StudentId
from generator.model.words import Words
from generator.reading.artifacts import note_no_consent, refusals
from generator.reading.fields import Field, Shape, read_values
from generator.reading.file_type import FILE
from generator.reading.frontmatter import read_front_matter
from generator.reading.id_types import reference
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.plain_types import TEXT
from generator.reading.word_types import LANGUAGE, WORDS, check_markup

_STATEMENTS_SHAPE = Shape(
    name="the statements",
    fields=(
        Field(name="ownership", type=WORDS, help="how I own my learning"),
        Field(name="self-aware", type=WORDS, help="how I learn best"),
        Field(name="knowledge and skills", type=WORDS, help="what I know and can do"),
        Field(name="flexible pacing", type=WORDS, help="the time I need"),
        Field(name="voice", type=WORDS, help="what I say and how I am heard"),
        Field(name="choice", type=WORDS, help="what I choose"),
        Field(name="relationships", type=WORDS, help="who I learn with"),
    ),
)
_LIKES = Field(name="likes", type=one_or_more(TEXT), help="what the student likes")
_LANGUAGES = Field(
    name="languages", type=one_or_more(TEXT), help="languages the student lives in, as they name them"
)
_HELLO = Field(name="hello", type=FILE, help="a recorded hello")
_PICTURE = Field(name="picture", type=FILE, help="a drawing or photo the student chose")
_ALTERNATIVE = Field(name="picture alternative", type=TEXT, help="what can be seen in it")
_PICTURE_SHOWS = Field(
    name="picture shows",
    type=one_or_more(reference(Target.STUDENT, StudentId)),
    help="the children who can be recognised in it, by the names of their folders",
)
_STATEMENTS = Field(
    name="statements", type=record(_STATEMENTS_SHAPE), help="personalized learning, any of the seven"
)
_LANGUAGE = Field(
    name="language", type=LANGUAGE, help="the language of the text below; the student's when left out"
)
ABOUT = Shape(
    name="about me",
    fields=(_LIKES, _LANGUAGES, _HELLO, _PICTURE, _ALTERNATIVE, _PICTURE_SHOWS, _STATEMENTS, _LANGUAGE),
)


def read_about(notes: Notes) -> AboutMe | None:
    """`about.md`: facts on top, the student's own text below."""
    marked = read_front_matter(notes.text, known=ABOUT.names)
    notes.problems.extend(marked.problems)
    if not marked.whole:
        return None
    values = read_values(marked.facts, ABOUT, notes=notes)
    check_markup(marked.body, notes=notes, origin=values.origin, first_line=marked.body_line)
    if not values.whole or marked.problems:
        return None
    language = values.get_or(_LANGUAGE, notes.surroundings.student_language)
    picture, alternative = values.get(_PICTURE), values.get_or(_ALTERNATIVE, "")
    if picture and not alternative:
        notes.warn(
            values.nodes["picture"],
            "no-alternative",
            "the picture has no words for somebody who cannot see it",
            fix="add a line `picture alternative:` that says what can be seen, in one sentence",
        )
    if picture:
        refused = refusals(picture, shows=values.get_or(_PICTURE_SHOWS, ()), notes=notes)
        if refused:
            note_no_consent(values.nodes["picture"], refused=refused, notes=notes)
            picture = None
    said = values.get(_STATEMENTS)
    return AboutMe(
        words=Words(text=marked.body, language=language) if marked.body else None,
        statements=tuple(
            Statement(name=statement.name, words=words.words(language))
            for statement in _STATEMENTS_SHAPE.fields
            if said is not None and (words := said.get(statement)) is not None
        ),
        likes=values.get_or(_LIKES, ()),
        languages=values.get_or(_LANGUAGES, ()),
        hello=values.get(_HELLO),
        picture=picture,
        picture_alternative=alternative,
        origin=values.origin,
    )
