"""Who may see an item, and which edition of a portfolio is made for whom."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """The widest circle that may see an item; each circle includes the ones before it."""

    STAFF = "staff"
    STUDENT = "student"
    FAMILY = "family"
    SHOWCASE = "showcase"

    @property
    def width(self) -> int:
        """How wide the circle is, for comparing; not for showing."""
        return _WIDTHS[self]

    def admits(self, reader: "Audience") -> bool:
        """Whether somebody reading as `reader` may see an item shared this widely."""
        return self.width >= reader.width


_WIDTHS = {Audience.STAFF: 0, Audience.STUDENT: 1, Audience.FAMILY: 2, Audience.SHOWCASE: 3}


class Role(StrEnum):
    """What a keyholder is to the child."""

    GUARDIAN = "guardian"
    STUDENT = "student"
    STAFF = "staff"
    VISITOR = "visitor"
    """Whoever was sent the link of a showcase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One sealed site made from a portfolio: what is in it, and who may hold a key."""

    name: str
    audience: Audience
    roles: tuple[Role, ...]


FAMILY_EDITION = Edition(
    name="family", audience=Audience.FAMILY, roles=(Role.GUARDIAN, Role.STUDENT, Role.STAFF)
)
STUDENT_EDITION = Edition(name="student", audience=Audience.STUDENT, roles=(Role.STUDENT,))
STAFF_EDITION = Edition(name="staff", audience=Audience.STAFF, roles=(Role.STAFF,))
"""Of a class, not of a student: the one edition that holds more than one child, for the teachers of that class."""
SHOWCASE_EDITION = Edition(name="showcase", audience=Audience.SHOWCASE, roles=(Role.VISITOR,))
EDITIONS = (FAMILY_EDITION, STUDENT_EDITION)
"""Those a school chooses. A showcase is made for each student who shares one, until its last day."""
