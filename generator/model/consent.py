"""What a child's family allows: pictures with the child in them, and how classmates' portfolios name the child."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model.identifiers import PersonId, StudentId
from generator.problems import Origin


class Naming(StrEnum):
    """How a child is named in somebody else's portfolio, narrowest last."""

    FIRST_NAME = "first name"
    INITIAL = "initial"
    A_FRIEND = "a friend"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One child's entry in the register. What is not in it, or was withdrawn, is a no."""

    student: StudentId
    own_portfolio: bool
    """Pictures of the child in the child's own portfolio."""
    classmates: bool
    """Pictures of the child in classmates' portfolios."""
    yes_to: frozenset[str]
    """Content paths of single pictures that are allowed although the general answer is no."""
    no_to: frozenset[str]
    """Content paths of single pictures that are not allowed although the general answer is yes."""
    named_as: Naming | None
    """None for the school's usual way."""
    withdrawn_on: date | None
    origin: Origin
    signed_by: PersonId | None = None
    """The guardian who signed the form."""

    def allows(self, picture: str, *, own: bool) -> bool:
        """Whether a picture that shows the child may stand in the child's own portfolio, or in a classmate's."""
        if self.withdrawn_on is not None or picture in self.no_to:
            return False
        return picture in self.yes_to or (self.own_portfolio if own else self.classmates)
