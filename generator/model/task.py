"""What teachers set up for learning, with a note on what technology is good for in it."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.identifiers import AreaId, TaskId
from generator.problems import Origin


class Samr(StrEnum):
    """Ruben Puentedura's four ways in which technology changes a task. For teachers only."""

    SUBSTITUTION = "substitution"
    AUGMENTATION = "augmentation"
    MODIFICATION = "modification"
    REDEFINITION = "redefinition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something a class was asked to do. Evidence names the task it came from."""

    id: TaskId
    title: str
    areas: tuple[AreaId, ...]
    learning: str
    """What it is for, one sentence."""
    samr: Samr | None
    because: str
    """Why it stands there on the model; empty where nobody wrote it."""
    origin: Origin
