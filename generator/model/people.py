"""The grown-ups and the groups around the students."""

from dataclasses import dataclass
from datetime import date

from generator.model.audience import Role
from generator.model.identifiers import AreaId, GroupId, PersonId
from generator.model.structure import Structure
from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A guardian or a member of staff, written once whoever their children are."""

    id: PersonId
    name: str
    role: Role
    language: str
    """The language their letter and, later, their pages are in."""
    shown_as: str
    """How students' pages name them, such as `Ms. Okafor` or `Dad`; the name where nothing else was written."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A class of children in one school year."""

    id: GroupId
    name: str
    grade: str
    """`K` or `1` to `12`."""
    teachers: tuple[PersonId, ...]
    agreement: Words | None
    """What the class agreed about its portfolios, in its own words."""
    origin: Origin
    areas: tuple[AreaId, ...] = ()
    """The areas studied in this class; none means all of them."""
    structure: Structure = Structure.TIME
    agreed_on: date | None = None
    """The day the agreement was made."""
