"""Criteria that a class wrote together, every version of them, and what people said by them. There are no points."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.identifiers import CriterionId, GroupId, LevelId, RubricId
from generator.model.words import Voice, Words
from generator.problems import Origin


class RubricForm(StrEnum):
    """How much a rubric says about each criterion."""

    SINGLE_POINT = "single-point"
    """Only what we aim for; beside it what grows and what is strong already."""
    LEVELLED = "levelled"
    """What it looks like at each level of the scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelDescription:
    """What a criterion looks like at one level."""

    level: LevelId
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing we look for, in the students' words."""

    id: CriterionId
    words: str
    levels: tuple[LevelDescription, ...]
    """Lowest first; none in a single-point rubric."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricVersion:
    """The criteria as the class had them from a day on."""

    version: str
    agreed_on: date
    criteria: tuple[Criterion, ...]
    changed_because: str
    """Why it replaced the version before; empty for the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """A rubric with all its versions, oldest first; marks keep to the version they were made with."""

    id: RubricId
    title: str
    form: RubricForm
    authors: str
    """Who wrote it, such as `Cedar class and Ms. Okafor`."""
    group: GroupId | None
    language: str
    exemplar: str
    """A good example in words that the class looked at; empty where none."""
    versions: tuple[RubricVersion, ...]
    origin: Origin

    def find(self, version: str) -> RubricVersion | None:
        """The version of that name."""
        return next((known for known in self.versions if known.version == version), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionMark:
    """What one person says about one criterion: always in words, in a levelled rubric with a level too."""

    criterion: CriterionId
    strength: Words | None
    """What is strong already; in a single-point rubric the words beyond the criterion."""
    growing: Words | None
    """Where it can grow."""
    level: LevelId | None
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricMark:
    """One person's look at a piece of work through a rubric."""

    voice: Voice
    by: str
    given_on: date
    criteria: tuple[CriterionMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricUse:
    """A rubric on a piece of evidence: which version, and everybody's marks, in the order written."""

    rubric: RubricId
    version: str
    marks: tuple[RubricMark, ...]
    origin: Origin
