"""How other children are named in a portfolio: as much of the name as the school and the child's family want."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.consent import Consent, Naming
from generator.model.identifiers import StudentId

_NARROWEST = (Naming.FIRST_NAME, Naming.INITIAL, Naming.A_FRIEND)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who goes to the school, for naming them in each other's portfolios. Picklable; never crosses into a record."""

    usual: Naming = Naming.INITIAL
    consents: Mapping[StudentId, Consent] = field(default_factory=dict)
    called: Mapping[StudentId, str] = field(default_factory=dict)
    """The name on the pages, of every student; empty where the school neither names nor shows classmates."""

    def naming_of(self, student: StudentId) -> Naming:
        """How classmates' portfolios name this child. A family that took its consent back is named the narrowest way."""
        consent = self.consents.get(student)
        if consent is None:
            return self.usual
        if consent.withdrawn_on is not None:
            return max(self.usual, Naming.INITIAL, key=_NARROWEST.index)
        return consent.named_as or self.usual

    def name(self, student: StudentId) -> str:
        """The child as a classmate's portfolio names them; empty for `a friend`."""
        return reduced(self.called.get(student, ""), naming=self.naming_of(student))

    def peer(self, typed: str) -> str:
        """A name that was typed, narrowed the same way; of two children of that name the more careful family decides."""
        first = typed.split(maxsplit=1)[0] if typed.split() else ""
        same = [
            self.naming_of(known) for known, called in self.called.items() if called.split()[:1] == [first]
        ]
        return reduced(first, naming=max(same, key=_NARROWEST.index, default=self.usual))


def reduced(name: str, *, naming: Naming) -> str:
    """A first name as it may be shown: whole, as its first letter with a point, or not at all."""
    if not name or naming is Naming.A_FRIEND:
        return ""
    if naming is Naming.FIRST_NAME:
        return name
    letters = 1
    while letters < len(name) and unicodedata.category(name[letters]).startswith("M"):
        letters += 1
    return f"{name[:letters]}."
