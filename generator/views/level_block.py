"""A level with everything needed to understand it: the plain sentence first, the word after."""

from dataclasses import dataclass, field

from generator.model.framework import Framework, Level
from generator.model.identifiers import LevelId


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelBlock:
    """One level as a page shows it. `level.meaning` always stands before `level.name`."""

    level: Level = field(
        metadata={"help": "name, official line, plain meaning, what it does not mean, what helps at home"}
    )
    position: int | None = field(
        metadata={
            "help": "place in the scale from 0, or None outside it; for drawing segments, never shown as a number"
        }
    )
    steps: int = field(metadata={"help": "how many levels the scale has; for drawing segments"})
    language: str = field(metadata={"help": "language of the level's words"})

    @property
    def outside(self) -> bool:
        """Whether it stands outside the order, such as insufficient evidence."""
        return self.position is None


def block_of(level: LevelId, *, framework: Framework) -> LevelBlock | None:
    """The level of that id, or None where the scale does not know it."""
    known = framework.scale.find(level)
    if known is None:
        return None
    return LevelBlock(
        level=known,
        position=framework.scale.position(level),
        steps=len(framework.scale.levels),
        language=framework.school_language,
    )
