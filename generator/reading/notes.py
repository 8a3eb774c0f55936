"""What reading one file leaves behind beside its records: problems, names to look up, files it speaks of, days it names."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.model.audience import Audience, Role
from generator.model.identifiers import AreaId, CompetencyId, LevelId, PersonId, StudentId
from generator.model.people import Person
from generator.model.words import Voice
from generator.problems import Origin, Problem, error, warning
from generator.reading.naming import Roster
from generator.reading.text import Text
from generator.reading.yaml import Node


class Target(StrEnum):
    """What an id can name, in the words of a message."""

    AREA = "area of learning"
    COMPETENCY = "competency"
    LEVEL = "level"
    PROMPT = "prompt"
    GROUP = "group"
    STAFF = "member of staff"
    GUARDIAN = "guardian"
    SPEAKER = "person"
    EVIDENCE = "evidence"
    GOAL = "goal"
    POINT = "point of progress"
    CONTENT = "content"
    BIG_IDEA = "big idea"
    PROFILE = "profile"
    THINKING_MOVE = "thinking move"
    RUBRIC = "rubric"
    STUDENT = "student"
    REFLECTION = "reflection"
    TASK = "task"

    @property
    def slug(self) -> str:
        """The end of its problem's name, `unknown-…`."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An id as typed and what it should name; whether it does is only known when all files are read."""

    target: Target
    id: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day somebody wrote about what has happened, for telling a slip of the year."""

    day: date
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What must be known before a file can be read: the school's words, and whose file it is. Picklable."""

    folder: str
    """Content path that the file's own paths must not leave: the student's folder; ends with a slash."""
    files: Mapping[str, str]
    """Every file below `folder`: content path with composed accents, to the path as the disk has it."""
    school_language: str
    default_audience: Audience
    people: Mapping[PersonId, Person]
    levels: Mapping[str, LevelId]
    """Level ids by what may be typed for them, folded to lower case."""
    area_of: Mapping[CompetencyId, AreaId] = field(default_factory=dict)
    """The area of every curricular competency."""
    student: StudentId | None = None
    called: str = ""
    student_language: str = ""
    roster: Roster = field(default_factory=Roster)
    wording: bool = True
    """Whether teachers' comments are looked at for how they are worded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who said something: the voice, the name pages show, and the language to expect."""

    voice: Voice
    name: str
    language: str


@dataclass(slots=True, kw_only=True)
class Notes:
    """Collects while one file is read. Handed down to every reader of a field; never crosses to another file."""

    text: Text
    surroundings: Surroundings
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    declared: list[Reference] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    days: list[NamedDay] = field(default_factory=list)
    withheld: bool = False
    """Whether something was left out because somebody did not agree to it."""

    def origin(self, node: Node) -> Origin:
        """Where a node stands."""
        return self.text.origin(node.line, column=node.column, width=node.width)

    def error(self, node: Node | None, slug: str, message: str, *, fix: str) -> None:
        """Notes a problem that stops publishing; without a node it is about the file as a whole."""
        place = self.origin(node) if node else self.text.origin(0)
        self.problems.append(error(place, slug, message, fix=fix))

    def warn(self, node: Node | None, slug: str, message: str, *, fix: str) -> None:
        """Notes a problem that is told and does not stop publishing."""
        place = self.origin(node) if node else self.text.origin(0)
        self.problems.append(warning(place, slug, message, fix=fix))

    def speaker(self, by: str, *, peer_name: str = "") -> Speaker:
        """Who `by` names. A person nobody knows passes as a teacher here and is a problem of the cross-checks."""
        around = self.surroundings
        if by == "student":
            return Speaker(voice=Voice.STUDENT, name=around.called, language=around.student_language)
        if by == "peer":
            return Speaker(
                voice=Voice.PEER, name=around.roster.peer(peer_name), language=around.student_language
            )
        person = around.people.get(PersonId(by))
        if person is None:
            return Speaker(voice=Voice.TEACHER, name=by, language=around.school_language)
        voice, language = Voice.TEACHER, around.school_language
        if person.role is Role.GUARDIAN:
            voice, language = Voice.FAMILY, person.language
        return Speaker(voice=voice, name=person.shown_as, language=language)


def nearest(typed: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The known word most like the one typed, or an empty text where none is like it."""
    folded = {word.casefold(): word for word in known}
    found = difflib.get_close_matches(typed.casefold(), folded, n=1, cutoff=cutoff)
    return folded[found[0]] if found else ""


def one_of(typed: str, known: Iterable[str]) -> str:
    """The end of a fix: the nearest word where there is one, else all of them, else to add one."""
    words = tuple(known)
    near = nearest(typed, words)
    if near:
        return f"did you mean `{near}`?"
    if not words:
        return "there is none yet: add it first, or take this out"
    listed = ", ".join(f"`{word}`" for word in words[:12])
    return f"use one of {listed}" + (" …" if len(words) > 12 else "")
