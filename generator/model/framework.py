"""What all students of a school share: areas, what there is to know, do and understand, the scale, prompts and terms."""

from dataclasses import dataclass
from datetime import date

from generator.model.identifiers import (
    AreaId,
    BigIdeaId,
    CompetencyId,
    ContentId,
    LevelId,
    ProfileId,
    PromptId,
    RubricId,
    ThinkingMoveId,
)
from generator.model.purpose import Purpose
from generator.model.reporting import ReportingRules, SchoolYear, school_year
from generator.model.rubric import Rubric


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of learning, such as Science."""

    id: AreaId
    name: str
    icon: str
    """Name of an icon of the Material set without folder or ending, such as `flask-outline`."""
    address: str = ""
    """Where the full standards stand on the web, `{grade}` in place of the grade; empty where nobody wrote it."""

    def address_for(self, grade: str) -> str:
        """The page of one grade (`K` or `1` to `12`); empty where none is known."""
        return self.address.replace("{grade}", grade.lower())


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Something a learner comes to know."""

    id: ContentId
    name: str
    area: AreaId
    grades: tuple[str, ...] = ()
    """`K` or `1` to `12`; none where it is for every grade."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BigIdea:
    """Something a learner comes to understand, through what they know and do."""

    id: BigIdeaId
    name: str
    area: AreaId
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """Something a learner comes to be able to do. A core competency has no area."""

    id: CompetencyId
    name: str
    area: AreaId | None
    strand: str
    i_can: str
    """The same in a student's words, `I can …`; empty where nobody wrote it."""
    grades: tuple[str, ...] = ()
    """`K` or `1` to `12`; none where it is for every grade."""
    facets: tuple[str, ...] = ()
    """The sides of a core competency."""
    also_called: tuple[str, ...] = ()
    """Older names that still hang on classroom walls."""
    follows: CompetencyId | None = None
    """The one of an earlier grade that it carries on."""

    @property
    def is_core(self) -> bool:
        """Core competencies are told in the student's voice and never carry a teacher's level."""
        return self.area is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One `I can …` of a core competency that a student may find true of themselves.

    Profiles widen from one to the next, but they are neither grades nor levels, and carry no number.
    """

    id: ProfileId
    competency: CompetencyId
    i_can: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThinkingMove:
    """A way of making thinking visible, with beginnings of sentences that invite it."""

    id: ThinkingMoveId
    name: str
    icon: str
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One word of the proficiency scale and everything needed to understand it."""

    id: LevelId
    name: str
    line: str
    """The official one-line description."""
    meaning: str
    """The plain sentence that always stands before the word."""
    does_not_mean: str
    at_home: str
    """What helps at home."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProficiencyScale:
    """Ordered words, never numbers. `insufficient_evidence` stands outside the order."""

    name: str
    levels: tuple[Level, ...]
    insufficient_evidence: Level | None

    def position(self, level: LevelId) -> int | None:
        """Place in the order from 0, or None for what stands outside it."""
        return next((place for place, known in enumerate(self.levels) if known.id == level), None)

    def find(self, level: LevelId) -> Level | None:
        """The level of that id, inside or outside the order."""
        outside = (self.insufficient_evidence,) if self.insufficient_evidence else ()
        return next((known for known in (*self.levels, *outside) if known.id == level), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A question that helps a student to reflect."""

    id: PromptId
    question: str
    icon: str
    starter: str = ""
    """How an answer may begin, for somebody who looks for the first words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A named stretch of the school year, both days included."""

    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Shared by all students; holds nobody's learning."""

    school_name: str
    contact: str
    """How a family reaches the school, as the school wrote it."""
    school_language: str
    areas: tuple[Area, ...]
    competencies: tuple[Competency, ...]
    scale: ProficiencyScale
    prompts: tuple[Prompt, ...]
    terms: tuple[Term, ...]
    content: tuple[Content, ...] = ()
    big_ideas: tuple[BigIdea, ...] = ()
    profiles: tuple[Profile, ...] = ()
    thinking_moves: tuple[ThinkingMove, ...] = ()
    rubrics: tuple[Rubric, ...] = ()
    reporting: ReportingRules | None = None
    """What the jurisdiction asks for; None where the school named no rules."""
    purpose: Purpose | None = None
    """Why the school keeps portfolios, in its own words."""

    def area(self, area: AreaId) -> Area | None:
        """The area of that id."""
        return next((known for known in self.areas if known.id == area), None)

    def competency(self, competency: CompetencyId) -> Competency | None:
        """The competency of that id."""
        return next((known for known in self.competencies if known.id == competency), None)

    def carried_on_by(self, competency: CompetencyId) -> frozenset[CompetencyId]:
        """Every competency of a later grade that carries this one on, near or far."""
        found: set[CompetencyId] = set()
        while later := {one.id for one in self.competencies if one.follows in found | {competency}} - found:
            found |= later
        return frozenset(found)

    def stream_of(self, competency: CompetencyId) -> frozenset[CompetencyId]:
        """The competency, all that lead to it from earlier grades and all that carry it on."""
        earlier = {one.id for one in self.competencies if competency in self.carried_on_by(one.id)}
        return frozenset({competency} | earlier | self.carried_on_by(competency))

    def prompt(self, prompt: PromptId) -> Prompt | None:
        """The prompt of that id."""
        return next((known for known in self.prompts if known.id == prompt), None)

    def profile(self, profile: ProfileId) -> Profile | None:
        """The profile statement of that id."""
        return next((known for known in self.profiles if known.id == profile), None)

    def rubric(self, rubric: RubricId) -> Rubric | None:
        """The rubric of that id."""
        return next((known for known in self.rubrics if known.id == rubric), None)

    def term_of(self, day: date) -> Term | None:
        """The term a day falls in; holidays between terms belong to none."""
        return next((term for term in self.terms if term.first_day <= day <= term.last_day), None)

    def year_of(self, day: date) -> SchoolYear:
        """The school year of a day: as the reporting rules begin it, else from August."""
        return school_year(day, first_month=self.reporting.first_month if self.reporting else 8)
