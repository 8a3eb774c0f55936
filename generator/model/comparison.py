"""Two pieces side by side that show growth."""

from dataclasses import dataclass

from generator.model.identifiers import EvidenceId
from generator.model.words import Words
from generator.problems import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """An earlier and a later piece that belong side by side, chosen by the student or the teacher."""

    earlier: EvidenceId
    later: EvidenceId
    title: str
    """States the change: `Lines in May are smoother and closed`."""
    noticed: Words | None
    """What I notice, by the student."""
    teacher_sees: Words | None
    aligned: bool
    """Both pictures show the same frame, so that a slider makes sense."""
    origin: Origin
