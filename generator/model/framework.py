"""What all students of a school share: areas, competencies, the proficiency scale, prompts and terms."""

from dataclasses import dataclass
from datetime import date

from generator.model.identifiers import AreaId, CompetencyId, LevelId, PromptId


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of learning, such as Science."""

    id: AreaId
    name: str
    icon: str
    """Name of an icon of the Material set without folder or ending, such as `flask-outline`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency:
    """Something a learner comes to be able to do. A core competency has no area."""

    id: CompetencyId
    name: str
    area: AreaId | None
    strand: str
    i_can: str
    """The same in a student's words, `I can …`; empty where nobody wrote it."""

    @property
    def is_core(self) -> bool:
        """Core competencies are told in the student's voice and never carry a teacher's level."""
        return self.area is None


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

    def area(self, area: AreaId) -> Area | None:
        """The area of that id."""
        return next((known for known in self.areas if known.id == area), None)

    def competency(self, competency: CompetencyId) -> Competency | None:
        """The competency of that id."""
        return next((known for known in self.competencies if known.id == competency), None)

    def prompt(self, prompt: PromptId) -> Prompt | None:
        """The prompt of that id."""
        return next((known for known in self.prompts if known.id == prompt), None)

    def term_of(self, day: date) -> Term | None:
        """The term a day falls in; holidays between terms belong to none."""
        return next((term for term in self.terms if term.first_day <= day <= term.last_day), None)
