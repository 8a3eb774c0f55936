"""One dated piece of evidence of learning and the artifacts in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.audience import Audience
from generator.model.group_work import Part
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
from generator.model.rubric import RubricUse
from generator.model.talking import Remark
from generator.model.words import Voice, Words
from generator.problems import Origin


class EvidenceKind(StrEnum):
    """How we know: the three sources that teachers triangulate."""

    PRODUCT = "product"
    OBSERVATION = "observation"
    CONVERSATION = "conversation"


class EvidenceForm(StrEnum):
    """The guide's named examples of each kind, and under which kind they stand there."""

    WORK_SAMPLE = "work sample"
    JOURNAL = "journal"
    STUDENT_DRIVEN_PRODUCT = "student-driven product"
    TEST_OR_QUIZ = "test or quiz"
    ASSIGNMENT = "assignment"
    PROJECT = "project"
    PRESENTATION = "presentation"
    DEMONSTRATION = "demonstration"
    ROLE_PLAY = "role play"
    COLLABORATION = "collaboration"
    CONNECTIONS = "connections"
    GROUP_WORK = "group work"
    GROUP_DYNAMICS = "group dynamics"
    PROBLEM_SOLVING = "problem solving"
    UNSTRUCTURED_TIME = "unstructured time"
    MAKING_CHOICES = "making choices"
    FREE_PLAY = "free play"
    CONFERENCE = "conference"
    CLASS_DISCUSSION = "class discussion"
    SIDE_CONVERSATION = "side conversation"
    QUESTIONING = "questioning"
    REFLECTION = "reflection"


class Context(StrEnum):
    """With whom and where the learning happened."""

    ALONE = "alone"
    PAIR = "pair"
    GROUP = "group"
    OUTSIDE_SCHOOL = "outside school"


class Stage(StrEnum):
    """Where in the making of a piece this evidence stands."""

    IDEA = "idea"
    SKETCH = "sketch"
    DRAFT = "draft"
    FINAL = "final"
    RESUBMISSION = "resubmission"


class Moment(StrEnum):
    """Where a picture stands in a set that shows a change."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file of student work. What it is gets decided by its content, not by its name."""

    path: str
    """Relative to the content folder, forward slashes."""
    caption: str
    alternative: str
    """What a person who cannot see or hear it needs to know; empty where nobody wrote it yet."""
    transcript: Words | None
    resurface: bool
    """Whether the student or teacher lets it come back later as a memory."""
    origin: Origin
    moment: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Work that lives elsewhere on the web. A page names it and fetches nothing from there."""

    address: str
    title: str
    """Empty where nobody wrote one; then the host's name serves."""
    note: Words | None
    """Why it belongs here, and what will be found there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Strength first: what the learner can do, is working on, and could do next."""

    can_do: Words
    working_on: Words | None
    next_step: Words | None
    voice: Voice
    by: str
    """The name shown, such as `Ms. Okafor`."""
    given_on: date
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """For knowledge that is shared only with permission: who gave it, for whom, and until when."""

    by: str
    """As written; empty where nobody was asked yet, and then only staff see the evidence."""
    audience: Audience
    until: date | None
    """The last day it holds; None where it has no end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something dated that shows learning. At least one kind; more than one where one event served several."""

    id: EvidenceId
    title: str
    title_language: str
    made_on: date
    kinds: tuple[EvidenceKind, ...]
    form: EvidenceForm | None
    context: Context | None
    audience: Audience
    areas: tuple[AreaId, ...]
    competencies: tuple[CompetencyId, ...]
    """Curricular and core."""
    learning: str
    """What we were learning, one sentence by the teacher."""
    words: Words | None
    """The text of the evidence: student's writing for a product, the teacher's notes for an observation."""
    words_by: Voice
    explanation: Words | None
    """The student about this piece, in their own words."""
    artifacts: tuple[Artifact, ...]
    feedback: tuple[Feedback, ...]
    """Oldest first."""
    piece: PieceId | None
    stage: Stage | None
    talk_about: str
    """A question for home that the teacher wrote; empty where none."""
    origin: Origin
    content: tuple[ContentId, ...] = ()
    """What we were learning to know."""
    big_ideas: tuple[BigIdeaId, ...] = ()
    """What we were learning to understand."""
    thinking: tuple[ThinkingMoveId, ...] = ()
    chosen: bool = False
    """The student chose how to show this."""
    choice: Words | None = None
    """What the student chose, and why."""
    links: tuple[Link, ...] = ()
    theme: str = ""
    """The theme or unit it belongs to, in the school's words; empty where none was named."""
    rubric: RubricUse | None = None
    task: TaskId | None = None
    """The task it came from; for teachers only."""
    conversation: tuple[Remark, ...] = ()
    """What student, teacher and family say to each other about it, oldest first."""
    part: Part | None = None
    """This student's part, where a group made it."""
    permission: Permission | None = None
    """None where no permission is needed. `audience` is never wider than it."""
