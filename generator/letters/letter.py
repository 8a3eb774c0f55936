"""What a letter says, and to whom."""

from dataclasses import dataclass, field
from datetime import date

from generator.model.audience import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSite:
    """A portfolio that the letter opens. `address` and `link` are empty while the school has no address yet."""

    child: str
    """The name the child is called by."""
    address: str
    link: str = field(repr=False)
    """The address with the key in it, for the QR code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One person's letter. `person` is their id, from which the file gets its name; `words` are the six, in order."""

    person: str
    name: str
    role: Role
    language: str
    school_name: str
    contact: str
    """How to reach the school, as the school wrote it."""
    words: str = field(repr=False)
    sites: tuple[LetterSite, ...]
    until: date | None = None
    """The last day of a showcase's link; None for letters that open for as long as the school says."""
