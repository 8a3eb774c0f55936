"""One piece of evidence: facts on top, the writing or the notes below."""

from dataclasses import dataclass
from datetime import date

from generator.model.assessment import Assessment
from generator.model.evidence import Context, Evidence, EvidenceForm, EvidenceKind, Feedback, Stage
from generator.model.identifiers import (
    AreaId,
    BigIdeaId,
    CompetencyId,
    ContentId,
    EvidenceId,
    PieceId,
    TaskId,
    ThinkingMoveId,
)
from generator.model.words import Voice, Words
from generator.reading.artifacts import ARTIFACTS, artifacts_of
from generator.reading.assessments import ASSESSMENTS, assessments_about
from generator.reading.conversations import CONVERSATION_INSIDE, conversation_of
from generator.reading.date_types import PAST_DATE
from generator.reading.fields import Field, Shape, Values, read_values
from generator.reading.frontmatter import read_front_matter
from generator.reading.id_types import SPEAKER, any_id, reference
from generator.reading.links import LINKS, links_of
from generator.reading.names import FileName, day_of, read_name
from generator.reading.nested_types import one_or_more, record
from generator.reading.notes import Notes, Target
from generator.reading.permissions import PERMISSION_FIELD, narrowed, permission_of
from generator.reading.plain_types import AUDIENCE, TEXT, choice, word
from generator.reading.rubric_marks import RUBRIC_ON_EVIDENCE, rubric_use
from generator.reading.word_types import LANGUAGE, WORDS, check_markup
from generator.reading.wording.remarks import remark_on_next_step, remark_on_wording

_BY = Field(name="by", type=SPEAKER, required=True, help="an id of people.yml, peer, or student")
_PEER_NAME = Field(name="peer name", type=TEXT, help="the first name of the classmate")
_ON = Field(name="on", type=PAST_DATE, help="the day; the evidence's when left out")
_CAN_DO = Field(name="can do", type=WORDS, required=True, help="the strength, first")
_WORKING_ON = Field(name="working on", type=WORDS, help="what is growing")
_NEXT_STEP = Field(name="next step", type=WORDS, help="what to do next")
_FEEDBACK_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the feedback")
FEEDBACK = Shape(
    name="feedback",
    fields=(
        _BY,
        _PEER_NAME,
        _ON,
        _CAN_DO,
        _WORKING_ON,
        _NEXT_STEP,
        _FEEDBACK_LANGUAGE,
    ),
)

_TITLE = Field(name="title", type=TEXT, help="the title; from the file's name when left out")
_TITLE_LANGUAGE = Field(
    name="title language", type=LANGUAGE, help="its language; that of the text when left out"
)
_DATE = Field(name="date", type=PAST_DATE, help="the day; from the file's name when left out")
_KIND = Field(
    name="kind",
    type=one_or_more(choice(EvidenceKind)),
    help="product, observation or conversation, or more than one",
)
_FORM = Field(name="form", type=choice(EvidenceForm), help="one of the named forms")
_CONTEXT = Field(name="context", type=choice(Context), help="with whom or where")
_AREA_TYPE = one_or_more(reference(Target.AREA, AreaId))
_AREA = Field(
    name="area", type=_AREA_TYPE, help="the area of learning; that of its competencies when left out"
)
_AREAS = Field(name="areas", type=_AREA_TYPE, help="more than one area")
_COMPETENCIES = Field(
    name="competencies",
    type=one_or_more(reference(Target.COMPETENCY, CompetencyId)),
    help="curricular and core competencies",
)
_CONTENT = Field(
    name="content",
    type=one_or_more(reference(Target.CONTENT, ContentId)),
    help="what we were learning to know",
)
_BIG_IDEAS = Field(
    name="big ideas",
    type=one_or_more(reference(Target.BIG_IDEA, BigIdeaId)),
    help="what we were learning to understand",
)
_THINKING = Field(
    name="thinking",
    type=one_or_more(reference(Target.THINKING_MOVE, ThinkingMoveId)),
    help="thinking moves it shows",
)
_I_CHOSE = Field(
    name="i chose",
    type=WORDS,
    help="the student chose how to show this: yes, or what was chosen and why",
)
_LEARNING = Field(name="learning", type=TEXT, help="what we were learning, one sentence by the teacher")
_LANGUAGE = Field(name="language", type=LANGUAGE, help="the language of the text below")
_WORDS_BY = Field(name="words by", type=word("student", "teacher"), help="who wrote the text below")
_EXPLANATION = Field(name="explanation", type=WORDS, help="the student about the piece")
_PIECE = Field(name="piece", type=any_id(PieceId), help="an id shared by all versions of one piece of work")
_STAGE = Field(name="stage", type=choice(Stage), help="where in the making it stands")
_TASK = Field(
    name="task", type=reference(Target.TASK, TaskId), help="the task it came from; for teachers only"
)
FEEDBACK_FIELD = Field(
    name="feedback", type=one_or_more(record(FEEDBACK)), help="strength first, then the next step"
)
_TALK_ABOUT = Field(name="talk about", type=TEXT, help="a question for home")
_AUDIENCE = Field(name="audience", type=AUDIENCE, help="who may see it; the school's default when left out")
_THEME = Field(name="theme", type=TEXT, help="the theme or unit it belongs to, in the class's words")
EVIDENCE = Shape(
    name="evidence",
    fields=(
        _TITLE,
        _TITLE_LANGUAGE,
        _DATE,
        _KIND,
        _FORM,
        _CONTEXT,
        _AREA,
        _AREAS,
        _COMPETENCIES,
        _CONTENT,
        _BIG_IDEAS,
        _THINKING,
        _LEARNING,
        _LANGUAGE,
        _WORDS_BY,
        _EXPLANATION,
        _I_CHOSE,
        ARTIFACTS,
        LINKS,
        _PIECE,
        _STAGE,
        _TASK,
        FEEDBACK_FIELD,
        ASSESSMENTS,
        RUBRIC_ON_EVIDENCE,
        _THEME,
        _TALK_ABOUT,
        CONVERSATION_INSIDE,
        PERMISSION_FIELD,
        _AUDIENCE,
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvidence:
    """A piece of evidence and the judgements written inside it."""

    evidence: Evidence
    assessments: tuple[Assessment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsAndWords:
    """A piece of evidence taken apart: what its name, its facts and its text say."""

    name: FileName
    made_on: date
    values: Values
    body: str


def read_evidence(notes: Notes, *, stem: str) -> ReadEvidence | None:
    """One piece; `stem` is the name of its file without the ending, or of its folder."""
    found = read_facts_and_words(notes, shape=EVIDENCE, stem=stem)
    if found is None:
        return None
    evidence = evidence_of(found, notes=notes)
    assessments = assessments_about(
        found.values,
        evidence=evidence.id,
        made_on=evidence.made_on,
        audience=evidence.audience,
        notes=notes,
    )
    return ReadEvidence(evidence=evidence, assessments=assessments)


def read_facts_and_words(notes: Notes, *, shape: Shape, stem: str) -> FactsAndWords | None:
    """A text with facts of that shape on top; None where it is not whole, after noting why."""
    name = read_name(stem, notes=notes)
    marked = read_front_matter(notes.text, known=shape.names)
    notes.problems.extend(marked.problems)
    if not marked.whole:
        return None
    values = read_values(marked.facts, shape, notes=notes)
    check_markup(marked.body, notes=notes, origin=values.origin, first_line=marked.body_line)
    made_on = day_of(name, values.get(_DATE), notes=notes) if name else None
    if name is None or made_on is None or not values.whole or marked.problems:
        return None
    return FactsAndWords(name=name, made_on=made_on, values=values, body=marked.body)


def evidence_of(found: FactsAndWords, *, notes: Notes) -> Evidence:
    """The record, with every default in its place."""
    name, made_on, values, body = found.name, found.made_on, found.values, found.body
    around = notes.surroundings
    typed_kinds = values.get_or(_KIND, ())
    kinds = tuple(dict.fromkeys(typed_kinds)) or (EvidenceKind.PRODUCT,)
    usual_voice = Voice.STUDENT if EvidenceKind.PRODUCT in kinds else Voice.TEACHER
    words_by = Voice(values.get_or(_WORDS_BY, str(usual_voice)))
    usual_language = around.student_language if words_by is Voice.STUDENT else around.school_language
    language = values.get_or(_LANGUAGE, usual_language)
    explanation = values.get(_EXPLANATION)
    competencies = values.get_or(_COMPETENCIES, ())
    of_competencies = (around.area_of[known] for known in competencies if known in around.area_of)
    permission = permission_of(values)
    audience = narrowed(values.get_or(_AUDIENCE, around.default_audience), permission=permission)
    i_chose = values.get(_I_CHOSE)
    bare = i_chose is not None and i_chose.text.strip().casefold() in {"yes", "true", "no", "false"}
    evidence = Evidence(
        id=EvidenceId(name.id),
        title=values.get(_TITLE) or name.title or name.id,
        title_language=values.get_or(_TITLE_LANGUAGE, language),
        made_on=made_on,
        kinds=kinds,
        form=values.get(_FORM),
        context=values.get(_CONTEXT),
        audience=audience,
        areas=tuple(
            dict.fromkeys((*values.get_or(_AREA, ()), *values.get_or(_AREAS, ())) or of_competencies)
        ),
        competencies=competencies,
        learning=values.get_or(_LEARNING, ""),
        words=Words(text=body, language=language) if body else None,
        words_by=words_by,
        explanation=explanation.words(around.student_language) if explanation else None,
        artifacts=artifacts_of(values, notes=notes),
        feedback=feedback_of(values, made_on=made_on, notes=notes),
        piece=values.get(_PIECE),
        stage=values.get(_STAGE),
        talk_about=values.get_or(_TALK_ABOUT, ""),
        origin=values.origin,
        content=values.get_or(_CONTENT, ()),
        big_ideas=values.get_or(_BIG_IDEAS, ()),
        thinking=values.get_or(_THINKING, ()),
        chosen=i_chose is not None and i_chose.text.strip().casefold() not in {"no", "false"},
        choice=i_chose.words(around.student_language) if i_chose and not bare else None,
        links=links_of(values, notes=notes),
        theme=values.get_or(_THEME, ""),
        task=values.get(_TASK),
        rubric=rubric_use(values, made_on=made_on, notes=notes),
        conversation=conversation_of(values, notes=notes),
        permission=permission,
    )
    if not (evidence.words or evidence.artifacts or evidence.explanation or evidence.links):
        notes.warn(
            None,
            "nothing-to-see",
            "the evidence holds neither words nor a file",
            fix="write what happened below the facts, or list a file under `artifacts`",
        )
    return evidence


def feedback_of(values: Values, *, made_on: date, notes: Notes) -> tuple[Feedback, ...]:
    """The feedback written there, oldest first."""
    feedback = (_feedback(item, made_on=made_on, notes=notes) for item in values.get_or(FEEDBACK_FIELD, ()))
    return tuple(sorted(feedback, key=lambda given: given.given_on))


def _feedback(values: Values, *, made_on: date, notes: Notes) -> Feedback:
    speaker = notes.speaker(values.need(_BY), peer_name=values.get_or(_PEER_NAME, ""))
    language = values.get_or(_FEEDBACK_LANGUAGE, speaker.language)
    working_on, next_step = values.get(_WORKING_ON), values.get(_NEXT_STEP)
    if speaker.voice is Voice.TEACHER:
        remark_on_wording(values, (_CAN_DO, _WORKING_ON, _NEXT_STEP), language=language, notes=notes)
        remark_on_next_step(values, _NEXT_STEP, notes=notes)
    return Feedback(
        can_do=values.need(_CAN_DO).words(language),
        working_on=working_on.words(language) if working_on else None,
        next_step=next_step.words(language) if next_step else None,
        voice=speaker.voice,
        by=speaker.name,
        given_on=values.get_or(_ON, made_on),
        origin=values.origin,
    )
