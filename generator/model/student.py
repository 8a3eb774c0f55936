"""One learner and everything that belongs to them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.about import AboutMe
from generator.model.assessment import Assessment
from generator.model.comparison import Comparison
from generator.model.evidence import Evidence
from generator.model.goal import Goal
from generator.model.identifiers import EvidenceId, PersonId, StudentId
from generator.model.people import Group
from generator.model.progress import AreaReport, InformalUpdate, LearningUpdate, PointOfProgress
from generator.model.reflection import Reflection
from generator.model.reporting import SchoolYear
from generator.model.self_assessment import SelfAssessment
from generator.model.showcase import Showcase
from generator.model.structure import Structure
from generator.model.talking import Conference, Conversation
from generator.problems import Origin


class Band(StrEnum):
    """Age bands: they change type size, words and density, never what is shown."""

    YOUNGEST = "K-3"
    MIDDLE = "4-7"
    OLDEST = "8-12"


ACCENTS = ("spruce", "ocean", "plum", "berry", "rust", "moss", "indigo", "slate")
COVERS = ("dots", "waves", "leaves", "grid", "hills", "confetti")


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """One student. Everything in here may be published to some audience; nothing in here is about another child."""

    id: StudentId
    name: str
    """The full name; for letters and the staff only, pages use `called`."""
    called: str
    """The name the student chose to be called."""
    language: str
    """The student's own writing language where nothing else is said."""
    group: Group
    joined_on: date | None
    accent: str
    cover: str
    avatar: str
    guardians: tuple[PersonId, ...]
    teachers: tuple[str, ...]
    """The names shown, such as `Ms. Okafor`."""
    about: AboutMe | None
    evidence: tuple[Evidence, ...]
    """Oldest first; same day in file order."""
    assessments: tuple[Assessment, ...]
    """Oldest first."""
    reflections: tuple[Reflection, ...]
    goals: tuple[Goal, ...]
    points: tuple[PointOfProgress, ...]
    comparisons: tuple[Comparison, ...]
    showcase: Showcase | None
    origin: Origin
    self_assessments: tuple[SelfAssessment, ...] = ()
    """On core competencies, oldest first."""
    structure: Structure | None = None
    """What leads this portfolio; None where it is led as the class's are."""
    conversations: tuple[Conversation, ...] = ()
    """Threads with files of their own, oldest first; others stand in the record they are about."""
    conferences: tuple[Conference, ...] = ()
    """Oldest first."""
    updates: tuple[LearningUpdate, ...] = ()
    """Learning updates and summaries of learning, oldest first."""
    informal_updates: tuple[InformalUpdate, ...] = ()
    """Oldest first."""
    withheld: bool = False
    """Something was left out because somebody did not agree to it, or not any more; it is not to linger anywhere."""

    @property
    def led_by(self) -> Structure:
        """What leads this portfolio."""
        return self.structure or self.group.structure

    @property
    def band(self) -> Band:
        """The age band of the student's grade."""
        grade = 0 if self.group.grade == "K" else int(self.group.grade)
        if grade <= 3:
            return Band.YOUNGEST
        return Band.MIDDLE if grade <= 7 else Band.OLDEST

    @property
    def files(self) -> tuple[tuple[str, Origin], ...]:
        """Content paths of all files that speak in this portfolio, each once, with where it was first named."""
        artifacts = (
            *(artifact for evidence in self.evidence for artifact in evidence.artifacts),
            *(artifact for reflection in self.reflections for artifact in reflection.artifacts),
        )
        named = [(artifact.path, artifact.origin) for artifact in artifacts]
        if self.about:
            named += [(path, self.about.origin) for path in (self.about.hello, self.about.picture) if path]
        first: dict[str, Origin] = {}
        for path, origin in named:
            first.setdefault(path, origin)
        return tuple(first.items())

    def find_evidence(self, evidence: EvidenceId) -> Evidence | None:
        """The evidence of that id."""
        return next((known for known in self.evidence if known.id == evidence), None)

    def basis_of(self, report: AreaReport, *, year: SchoolYear, until: date) -> tuple[Evidence, ...]:
        """The evidence a report on an area rests on: what it names, else all of the area's in that year up to a day."""
        if report.evidence:
            named = frozenset(report.evidence)
            return tuple(one for one in self.evidence if one.id in named)
        return tuple(
            one
            for one in self.evidence
            if report.area in one.areas and one.made_on in year and one.made_on <= until
        )
