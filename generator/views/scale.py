"""What the levels mean, in plain words."""

from dataclasses import dataclass, field

from generator.views.level_block import LevelBlock, block_of
from generator.views.plain import PlainWords
from generator.views.view import Page, Subject, View
from generator.views.wording import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleContent:
    """The proficiency scale explained."""

    name: PlainWords = field(metadata={"help": "the scale's name"})
    levels: tuple[LevelBlock, ...] = field(metadata={"help": "lowest first"})
    outside: LevelBlock | None = field(
        metadata={"help": "what stands outside the order: not enough evidence yet"}
    )


def build(subject: Subject) -> tuple[Page, ...]:
    """The page that explains the levels."""
    framework = subject.framework
    scale = framework.scale
    outside = scale.insufficient_evidence
    blocks = (block_of(level.id, framework=framework) for level in scale.levels)
    content = ScaleContent(
        name=PlainWords(text=scale.name, language=framework.school_language),
        levels=tuple(block for block in blocks if block is not None),
        outside=block_of(outside.id, framework=framework) if outside else None,
    )
    return (
        Page(path=SCALE.path, title=SCALE.title, template="scale.html", menu=SCALE.name, content=content),
    )


SCALE = View(name="scale", title=N_("What the levels mean"), icon="stairs", path="scale.html", build=build)
